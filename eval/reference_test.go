package eval

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/intake"
	"griot/text"
	"griot/text/annotate"
)

// goldReference is a pronoun or a role noun of a report and whom it means: the
// mention within words that stand once in the report, and the words, any of
// which names its referent.
type goldReference struct {
	Report, Words, Mention string
	To                     []string
}

// TestReferenceInTheStories counts the pronouns and role nouns of the stories
// that are resolved to whom they mean. The shares are kept in
// golden/reference-stories.json; run with -v to see what is wrong.
func TestReferenceInTheStories(t *testing.T) {
	if testing.Short() {
		t.Skip("ACCURACY NOT CHECKED: -short leaves out reference in the stories; run without it")
	}
	annotate, err := annotate.All()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]*outcome{"pronoun": {}, "role": {}, "all": {}}
	for _, name := range []string{"war", "protest", "flood", "election", "niger"} {
		gold := readStoryGold(t, filepath.Join("../testdata/stories", name+".json"))
		for it := range intake.Read([]string{storyFolders[name]}, intake.Options{}) {
			if it.Lost() {
				continue
			}
			doc := &text.Doc{Report: it.Report}
			if err := annotate(doc); err != nil {
				t.Fatal(err)
			}
			for _, g := range gold.Refers {
				if g.Report == it.Report.Ref {
					countReference(t, counts, doc, g)
				}
			}
		}
	}
	f := map[string]float64{"mentions": float64(counts["all"].gold)}
	for what, o := range counts {
		f[what] = Ratio(o.right, o.gold)
	}
	file := filepath.Join("golden", "reference-stories.json")
	if got := figures(t, Result{Task: "reference", Gold: "stories", Docs: 5, Figures: f}); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

func countReference(t *testing.T, counts map[string]*outcome, doc *text.Doc, g goldReference) {
	kind, right := "role", false
	e := entityAt(doc, g)
	if e >= 0 {
		right = slices.ContainsFunc(g.To, func(to string) bool { return means(doc, doc.Entities[e], g.Mention, to) })
	}
	if slices.Contains(pronouns, strings.ToLower(g.Mention)) {
		kind = "pronoun"
	}
	for _, what := range []string{kind, "all"} {
		counts[what].gold++
		if right {
			counts[what].right++
		}
	}
	if !right {
		got := "nothing"
		if e >= 0 {
			got = doc.Entities[e].Name
			for _, m := range doc.Entities[e].Mentions {
				got += " | " + doc.Words(doc.Mentions[m].Range)
			}
		}
		t.Logf("%s: %q in %q means %q, not %s", g.Report, g.Mention, g.Words, g.To, got)
	}
}

var pronouns = []string{"he", "him", "his", "she", "her", "it", "its", "they", "them", "their"}

// entityAt is the entity of the mention that the row marks, -1 when none was found.
func entityAt(doc *text.Doc, g goldReference) int {
	start := strings.Index(doc.Report.Text, g.Words)
	span := griot.Span{Start: start + wordIndex(g.Words, g.Mention)}
	span.End = span.Start + len(g.Mention)
	for _, m := range doc.Mentions {
		if head := doc.Tokens[m.Head]; head.Start >= span.Start && head.End == span.End {
			return m.Entity
		}
	}
	return -1
}

// wordIndex is where words begin as whole words in s.
func wordIndex(s, words string) int {
	return strings.Index(" "+s+" ", " "+words)
}

// means tells whether an entity is what the words name: they stand in its name,
// or, where it has none, in another of its mentions.
func means(doc *text.Doc, e text.Entity, mention, words string) bool {
	if e.Name != "" && upper(words) {
		return strings.Contains(e.Name, words) || strings.Contains(words, e.Name)
	}
	return slices.ContainsFunc(e.Mentions, func(m int) bool {
		w := doc.Words(doc.Mentions[m].Range)
		return w != mention && strings.Contains(w, words)
	})
}

// upper tells whether some word is a name.
func upper(words string) bool { return words != strings.ToLower(words) }
