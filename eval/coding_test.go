package eval

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/intake"
	"griot/pipeline"
)

// TestCodingOfTheStories reads the stories from their bytes and compares what is
// claimed with what a coder recorded: which acts are found, and of those found,
// whether type, status, participants, day, place, voice and figures are right.
// The figures are kept in golden/coding-stories.json; run with -v to see what
// is wrong.
func TestCodingOfTheStories(t *testing.T) {
	if testing.Short() {
		t.Skip("ACCURACY NOT CHECKED: -short leaves out the coding of the stories; run without it")
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	c := &coding{t: t, counts: map[string]*outcome{}, status: map[griot.Status]*counted{}}
	for _, name := range []string{"war", "protest", "flood", "election", "niger"} {
		gold := readStoryGold(t, filepath.Join("../testdata/stories", name+".json"))
		var readings []griot.Reading
		for it := range intake.Read([]string{storyFolders[name]}, intake.Options{}) {
			if it.Lost() {
				continue
			}
			r, err := reader.Read(it.Report)
			if err != nil {
				t.Fatal(err)
			}
			readings = append(readings, r)
		}
		c.score(gold, readings)
	}
	r := Result{Task: "coding", Gold: "stories", Docs: 5, Figures: c.figures()}
	file := filepath.Join("golden", "coding-stories.json")
	if got := figures(t, r); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

// coding counts what was found and how well it was coded.
type coding struct {
	t      *testing.T
	counts map[string]*outcome
	status map[griot.Status]*counted // of the claims found
}

func (c *coding) count(what string, right bool) {
	if c.counts[what] == nil {
		c.counts[what] = &outcome{}
	}
	c.counts[what].gold++
	if right {
		c.counts[what].right++
	}
}

func (c *coding) figures() map[string]float64 {
	f := map[string]float64{}
	for what, o := range c.counts {
		f[what] = float64(o.right) / float64(max(1, o.gold))
	}
	sum := 0.0
	for _, n := range c.status {
		sum += F1(n.right, n.found, n.gold)
	}
	f["status_macro_f1"] = sum / float64(max(1, len(c.status)))
	return f
}

// judged counts the status of one claim that was found.
func (c *coding) judged(found, gold griot.Status) {
	for _, s := range []griot.Status{found, gold} {
		if c.status[s] == nil {
			c.status[s] = &counted{}
		}
	}
	c.status[found].found++
	c.status[gold].gold++
	if found == gold {
		c.status[gold].right++
	}
}

// score compares one story. A claim and a row of the gold are of one act when
// they share words of one sentence and a type; each is used once.
func (c *coding) score(gold storyGold, readings []griot.Reading) {
	used := map[string]bool{}
	for i := range gold.Claims {
		row := &gold.Claims[i]
		found := c.find(row.Report, row.Sentence, row.Words, readings, func(cl *griot.Claim) bool {
			return !used[cl.ID] && (cl.Type == row.Type || slices.Contains(row.Or, string(cl.Type)))
		})
		c.count("recall", found != nil)
		if found == nil {
			c.t.Logf("%s: missed %s %q in %q", row.Report, row.Type, row.Words, row.Sentence)
			continue
		}
		used[found.ID] = true
		c.attributes(row.Report, row.Words, found, row.Status, row.Actors, row.Recipients, row.Where, griot.Interval{From: row.When.From, To: row.When.To}, row.Voices)
	}
	for _, r := range readings {
		for i := range r.Claims {
			c.count("precision", used[r.Claims[i].ID])
			if !used[r.Claims[i].ID] {
				c.t.Logf("%s: not in the gold: %s %s %q", r.Report.Ref, r.Claims[i].Type, r.Claims[i].Status, r.Claims[i].Quote)
			}
		}
	}
	for _, f := range gold.Figures {
		c.count("figures", hasFigure(readings, f))
	}
}

// find is the first claim that stands over the words and passes.
func (c *coding) find(ref, sentence, words string, readings []griot.Reading, passes func(*griot.Claim) bool) *griot.Claim {
	for i := range readings {
		r := &readings[i]
		at := strings.Index(r.Report.Text, sentence)
		if r.Report.Ref != ref || at < 0 {
			continue
		}
		start := at + max(0, strings.Index(sentence, words))
		for j := range r.Claims {
			if cl := &r.Claims[j]; cl.Start < start+len(words) && start < cl.End && passes(cl) {
				return cl
			}
		}
	}
	return nil
}

func (c *coding) attributes(ref, words string, cl *griot.Claim, status griot.Status, actors, recipients []string, where string, when griot.Interval, said []string) {
	wrong := func(what string, right bool, got, want any) {
		c.count(what, right)
		if !right {
			c.t.Logf("%s: %q: %s is %v, not %v", ref, words, what, got, want)
		}
	}
	c.judged(cl.Status, status)
	wrong("status", cl.Status == status, cl.Status, status)
	wrong("actor", sameParty(cl.Actors, actors), wordsOf(cl.Actors), actors)
	wrong("recipient", sameParty(cl.Recipients, recipients), wordsOf(cl.Recipients), recipients)
	wrong("day", sameDays(cl.When, when), cl.When, when)
	place := ""
	if cl.Where != nil {
		place = cl.Where.Words
	}
	wrong("place", where == "" && place == "" || where != "" && place != "" && (strings.Contains(where, place) || strings.Contains(place, where)), place, where)
	var voices []griot.Actor
	for _, v := range cl.Voices {
		voices = append(voices, griot.Actor{Name: v.Name, Words: v.Words})
	}
	wrong("voice", sameParty(voices[:min(1, len(voices))], said[:min(1, len(said))]), voices, said)
}

// sameParty tells whether the first of two lists of participants share words, or
// both are empty.
func sameParty(found []griot.Actor, gold []string) bool {
	if len(found) == 0 || len(gold) == 0 {
		return len(found) == len(gold)
	}
	return slices.ContainsFunc(found, func(a griot.Actor) bool {
		return slices.ContainsFunc(gold, func(g string) bool { return overlap(a.Words, g) || overlap(a.Name, g) })
	})
}

func overlap(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func wordsOf(actors []griot.Actor) []string {
	var all []string
	for _, a := range actors {
		all = append(all, a.Words)
	}
	return all
}

// sameDays tells whether a claim is dated as the gold dates it: undated when
// that is, else within two days at either end.
func sameDays(found, gold griot.Interval) bool {
	if !gold.Known() || !found.Known() {
		return gold.Known() == found.Known()
	}
	near := func(a, b griot.Day) bool { return a == 0 || b == 0 || a-b <= 1 && b-a <= 1 }
	return near(found.From, gold.From) && near(found.To, gold.To)
}

func hasFigure(readings []griot.Reading, g goldAmount) bool {
	for i := range readings {
		if readings[i].Report.Ref != g.Report {
			continue
		}
		for _, f := range readings[i].Figures {
			if f.Of == g.Of && f.Min == g.Min && f.Max == g.Max && overlap(f.Quote, g.Words) {
				return true
			}
		}
	}
	return false
}
