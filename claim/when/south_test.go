package when

import (
	"strings"
	"testing"

	"griot"
	"griot/text"
)

func TestSeasonsOfTheSouth(t *testing.T) {
	for _, row := range []struct{ text, value, from string }{
		{"Argentina counted fires in the summer of 2021 .", "2021-SU", "2021-12-01"},
		{"Canada counted fires in the summer of 2021 .", "2021-SU", "2021-06-01"},
		{"Chile and France met in the winter of 2021 in Santiago .", "2021-WI", "2021-06-01"},
	} {
		doc := &text.Doc{Report: griot.Report{Text: row.text, Published: griot.NewDay(2023, 8, 18)}, Paragraphs: []text.Paragraph{{Kind: griot.Body, ByteEnd: len(row.text)}}}
		at := 0
		for _, w := range strings.Fields(row.text) {
			doc.Tokens = append(doc.Tokens, text.Token{Form: w, Lemma: w, Start: at, End: at + len(w), Head: -1})
			at += len(w) + 1
		}
		all := text.Range{End: len(doc.Tokens)}
		doc.Sentences = []text.Sentence{{Range: all, ByteEnd: len(row.text), Root: -1}}
		doc.Paragraphs[0].Range = all
		found := Find(doc).All
		if len(found) != 1 || found[0].Value != row.value || found[0].Interval.From.String() != row.from {
			t.Errorf("%s: %+v", row.text, found)
		}
	}
}
