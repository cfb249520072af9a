package annotate

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/text"
	"griot/text/lang"
)

// TestSaying reads the example of each row of the verbs of saying: its verb has in
// the tree what the row says of it.
func TestSaying(t *testing.T) {
	run, err := Trees()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lang.Of("en")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := lang.Table("en", "saying", 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		doc := &text.Doc{Report: griot.Report{Text: r[2], Language: "en"}}
		if err := run(doc); err != nil {
			t.Fatal(err)
		}
		verb := slices.IndexFunc(doc.Tokens, func(k text.Token) bool { return slices.Contains(strings.Split(r[0], "|"), k.Lemma) })
		if verb < 0 {
			t.Errorf("%q has no verb of its row", r[2])
			continue
		}
		s := l.Saying[doc.Tokens[verb].Lemma]
		for use, is := range map[string]struct{ told, found bool }{
			"clause":   {s.Clause, doc.Child(verb, "ccomp") >= 0},
			"listener": {s.Listener, doc.Child(verb, "obj", "iobj") >= 0},
			"speaker":  {s.Speaker || s.Self, doc.Child(verb, "nsubj") >= 0},
		} {
			if is.told && !is.found {
				t.Errorf("%q: no %s of the verb", r[2], use)
			}
		}
	}
}

// Parser fills in the words of a document that only has its segments.
func TestParser(t *testing.T) {
	parse, err := Parser()
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Doc{Report: griot.Report{Text: "Chad left."}, Tokens: []text.Token{{End: 4, Form: "Chad"}, {Start: 5, End: 9, Form: "left"}, {Start: 9, End: 10, Form: "."}}}
	doc.Sentences = []text.Sentence{{Range: text.Range{End: 3}}}
	parse(doc)
	if s := doc.Tokens[0]; s.Rel != "nsubj" || s.Head != 1 || s.UPOS != "PROPN" {
		t.Errorf("%+v", s)
	}
}
