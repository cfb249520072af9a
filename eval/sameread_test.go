package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot"
	"griot/fuse"
	"griot/pipeline"
)

// TestSameEventsAsRead reads the reports of ECB+ from their bytes and scores
// which claims are put into one event, over the claims whose head word is that
// of a gold mention: what readers miss does not count, what they misread does.
// The reports have no day, so words, names and places alone must do. The figures
// are kept in golden/same-read-ecbplus.json.
func TestSameEventsAsRead(t *testing.T) {
	const gold = "../../shared/gold/crossdoc/ecbplus-traindev.jsonl"
	if _, err := os.Stat(gold); err != nil {
		t.Skipf("ACCURACY NOT CHECKED: needs %s", gold)
	}
	if testing.Short() {
		t.Skip("ACCURACY NOT CHECKED: -short leaves out the reports of ECB+; run without it")
	}
	docs, err := readECB(gold)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var readings []griot.Reading
	for _, r := range ecbReports(docs) {
		r.Ref, r.Language = r.ID, "en"
		one, err := reader.Read(*r)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, one)
	}
	r := Result{Task: "same-read", Gold: "ecbplus", Docs: len(docs), Figures: sameAsRead(docs, readings)}
	file := filepath.Join("golden", "same-read-ecbplus.json")
	if got := figures(t, r); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

// sameAsRead scores pairs of claims, and chains, by the events they are put into.
func sameAsRead(docs []ecbDoc, readings []griot.Reading) map[string]float64 {
	event := map[string]string{}
	for _, e := range fuse.Derive(readings, nil, 0).Events {
		for _, id := range e.Claims {
			event[id] = e.ID
		}
	}
	var chains, events []string // of each claim that a mention names
	for i := range docs {
		for j := range readings[i].Claims {
			c := &readings[i].Claims[j]
			if chain := mentioned(&docs[i], c); chain != "" {
				chains, events = append(chains, chain), append(events, event[c.ID])
			}
		}
	}
	right, found, gold := 0, 0, 0
	golds, founds := map[string][]int{}, map[string][]int{}
	for i := range chains {
		golds[chains[i]], founds[events[i]] = append(golds[chains[i]], i), append(founds[events[i]], i)
		for j := range i {
			is, was := events[i] == events[j], chains[i] == chains[j]
			right, found, gold = right+count(is && was), found+count(is), gold+count(was)
		}
	}
	var score chainScore
	score.add(inOrder(golds), inOrder(founds))
	f := score.figures()
	f["claims"], f["pairs_f1"] = float64(len(chains)), F1(right, found, gold)
	return f
}

// mentioned is the chain of the gold mention that a claim's head word stands in,
// "" when there is none.
func mentioned(d *ecbDoc, c *griot.Claim) string {
	stem := c.Lemma[:min(4, len(c.Lemma))]
	at := 0
	for i, sentence := range d.Sentences {
		for _, m := range d.Mentions {
			if m.Kind != "event" || m.Sent != i {
				continue
			}
			start := at + len(strings.Join(sentence[:m.Tokens[0]], " "))
			last := m.Tokens[len(m.Tokens)-1]
			end := at + len(strings.Join(sentence[:last+1], " "))
			words := strings.ToLower(strings.Join(sentence[m.Tokens[0]:last+1], " "))
			if c.Start <= start+1 && end <= c.End && strings.Contains(words, stem) {
				return m.Chain
			}
		}
		at += len(strings.Join(sentence, " ")) + 1
	}
	return ""
}
