package figure

import (
	"fmt"
	"strings"
	"testing"

	"griot/text"
)

// plain is a document of one sentence without a tree, from words in spaces.
func plain(s string) *text.Doc {
	doc := &text.Doc{Paragraphs: []text.Paragraph{{Kind: "body"}}}
	doc.Report.Text = s
	at := 0
	for _, w := range strings.Fields(s) {
		doc.Tokens = append(doc.Tokens, text.Token{Start: at, End: at + len(w), Form: w, Lemma: strings.ToLower(w), Head: -1})
		at += len(w) + 1
	}
	n := len(doc.Tokens)
	doc.Sentences = []text.Sentence{{Range: text.Range{End: n}, ByteEnd: len(s), Root: -1}}
	doc.Paragraphs[0].Range = text.Range{End: n}
	return doc
}

func TestNumbers(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"17 soldiers", "17"},
		{"nearly 24", "~24"},
		{"at least 17", "17+"},
		{"more than 120 of them", "121+"},
		{"up to 50", "0-50"},
		{"hundreds", "~200-999"},
		{"tens of thousands of people", "~20000-99999"},
		{"between 40 and 60", "40-60"},
		{"40 to 60 people", "40-60"},
		{"2 to 3 million people", "2000000-3000000"},
		{"some 25 million", "~25000000"},
		{"1.5 million people", "1500000"},
		{"2,500 troops", "2500"},
		{"two hundred and six men", "206"},
		{"twenty - four men", "24"},
		{"twenty-four men", "24"},
		{"a dozen", "12"},
		{"two dozen", "24"},
		{"half a million", "500000"},
		{"$ 5 million", "5000000"},
		{"5 million €", "5000000"},
		{"30 or more", "30+"},
		{"In 1994 rebels came", ""},
		{"the 2015 murder", ""},
		{"killed 2015 rebels", "2015"},
		{"on 26 July", ""},
		{"on July 26", ""},
		{"Mr Nasr , 45 , said", ""},
		{"a 45 - year - old", ""},
		{"60 % of them", ""},
		{"20 years", ""},
		{"a 3 : 1 win", ""},
		{"9999999999999999999999 men", ""},
		{"billion billion", ""},
	} {
		doc := plain(c.text)
		var got []string
		for _, n := range r.numbers(doc, doc.Sentences[0].Range) {
			got = append(got, show(n.min, n.max, n.approx))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q gives %q, want %q", c.text, s, c.want)
		}
	}
}

// show writes an amount as the examples in data/cues do: 17, ~24, 17+, 40-60.
func show(low, high int64, approx bool) string {
	s := fmt.Sprint(low)
	switch {
	case high < 0:
		s += "+"
	case high != low:
		s = fmt.Sprintf("%d-%d", low, high)
	}
	if approx {
		s = "~" + s
	}
	return s
}
