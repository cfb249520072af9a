package parse

import (
	"strings"
	"testing"

	"griot/text"
)

// texts is the words and types of names.
func texts(d *text.Doc, list []found) string {
	var out []string
	for _, f := range list {
		out = append(out, d.Words(f.Range)+" "+f.Type)
	}
	return strings.Join(out, ", ")
}

func TestPlacesSideBySideAreTwo(t *testing.T) {
	gazette := []int32{GazetteEntry("Columbus", City), GazetteEntry("New York", City), GazetteEntry("Chad", Country), GazetteEntry("Doba", Town)}
	regions, err := readRegions()
	if err != nil {
		t.Fatal(err)
	}
	m := &Model{lexicon: NewLexicon(nil, gazette, nil), regions: regions}
	for words, want := range map[string]string{
		"Columbus Ohio":        "Columbus LOC, Ohio LOC",
		"columbus ohio":        "columbus LOC, ohio LOC",
		"Doba Chad":            "Doba LOC, Chad LOC",
		"New York New Jersey":  "New York LOC, New Jersey LOC",
		"New York":             "New York LOC",
		"Guantanamo Bay":       "Guantanamo Bay LOC",
		"Columbus Square":      "Columbus Square LOC",
		"Unheard Ohio":         "Unheard Ohio LOC",
		"Columbus Square Ohio": "Columbus Square Ohio LOC",
	} {
		d := document(words)
		list := []found{{Name: text.Name{Range: text.Range{End: len(d.Tokens)}, Type: "LOC"}}}
		if got := texts(d, m.parted(d, list)); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

func TestASurnameBeforeTheGivenName(t *testing.T) {
	for sentence, want := range map[string]string{
		`" Okoro , Ada " wrote`: "Okoro , Ada PER",
		`Okoro , Ada and Musa`:  "Okoro PER, Ada PER",
	} {
		d := document(sentence)
		first := strings.Count(strings.SplitN(sentence, "Okoro", 2)[0], " ")
		name := func(i int) found { return found{Name: text.Name{Range: text.Range{First: i, End: i + 1}, Type: "PER"}} }
		if got := texts(d, inverted(d, []found{name(first), name(first + 2)})); got != want {
			t.Errorf("%s: %s, want %s", sentence, got, want)
		}
	}
}
