package who

import (
	"strings"
	"testing"
)

func TestWhoIsMeantInReport(t *testing.T) {
	dir, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, words, word, want string }{
		{"an adjective of each of two countries", "French/ADJ/5/amod and/CCONJ/3/cc German/ADJ/1/conj foreign/ADJ/5/amod ministries/NOUN/6/nsubj spoke/VERB/0/root", "ministries",
			"Ministry of Foreign Affairs of France, Ministry of Foreign Affairs of Germany"},
		{"states as they are described", "neighboring/ADJ/2/amod countries/NOUN/3/nsubj spoke/VERB/0/root", "countries", "neighboring countries"},
		{"those that a plural is illustrated by", "countries/NOUN/7/nsubj such/ADJ/4/case as/ADP/2/fixed Chad/PROPN/1/nmod and/CCONJ/6/cc Togo/PROPN/4/conj spoke/VERB/0/root", "countries", "Chad, Togo"},
	} {
		doc := parsed(0, x.words)
		for i := range doc.Tokens {
			if strings.HasSuffix(doc.Tokens[i].Form, "ies") {
				doc.Tokens[i].Feats = "Number=Plur"
			}
		}
		cast := dir.Cast(doc)
		for i, tok := range doc.Tokens {
			if tok.Form != x.word {
				continue
			}
			var names []string
			for _, a := range cast.All(i) {
				names = append(names, a.Name)
			}
			if got := strings.Join(names, ", "); got != x.want {
				t.Errorf("%s: %q, not %q", x.name, got, x.want)
			}
		}
	}
}
