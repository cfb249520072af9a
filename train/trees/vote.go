package main

import (
	"fmt"

	"griot"
	"griot/text"
	"griot/text/parse"
)

// word is what is read of a word: its tag, its features, and its head and
// relation.
type word struct{ tag, feats, arc string }

// unknown is what is written where the models differ. Features may be empty, so
// that their mark is one that no features have.
var unknown = word{"_", "_", "_\t_"}

// agreed is what two thirds of the readings of a sentence have in common.
func agreed(readings [][]word) []word {
	out := make([]word, len(readings[0]))
	for i := range out {
		out[i] = word{
			most(readings, unknown.tag, func(r []word) string { return r[i].tag }),
			most(readings, unknown.feats, func(r []word) string { return r[i].feats }),
			most(readings, unknown.arc, func(r []word) string { return r[i].arc }),
		}
	}
	return out
}

// most is what two thirds of the readings say, otherwise none.
func most(readings [][]word, none string, of func([]word) string) string {
	counts := map[string]int{}
	for _, r := range readings {
		v := of(r)
		if counts[v]++; 3*counts[v] >= 2*len(readings) {
			return v
		}
	}
	return none
}

// read is a sentence as a model reads it.
func read(m *parse.Model, forms []string) []word {
	d := &text.Doc{}
	for _, f := range forms {
		at := len(d.Report.Text)
		d.Report.Text += f + " "
		d.Tokens = append(d.Tokens, text.Token{Form: f, Start: at, End: at + len(f), Head: -1})
	}
	all := text.Range{End: len(forms)}
	d.Sentences = []text.Sentence{{Range: all}}
	d.Paragraphs = []text.Paragraph{{Range: all, ByteEnd: len(d.Report.Text), Kind: griot.Body}}
	m.Parse(d)
	words := make([]word, len(forms))
	for i, t := range d.Tokens {
		words[i] = word{t.UPOS + "|" + t.XPOS, t.Feats, fmt.Sprintf("%d\t%s", t.Head+1, t.Rel)}
	}
	return words
}
