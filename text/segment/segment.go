// Package segment cuts a report into paragraphs, sentences and words, each of
// which knows its bytes. Words follow Universal Dependencies as in the English
// treebanks EWT and GUM: "don't" is "do" and "n't", "well-known" is three
// words, "U.S." is one. Time and memory are linear in the text, whatever it is.
package segment

import (
	"griot/text"
	"griot/text/lang"
)

// Stage adds Paragraphs, Sentences and Tokens. Paragraphs are the report's
// Blocks; without any they are what stands between line breaks, all body.
func Stage() text.Stage {
	return text.Stage{Name: "segment", Adds: text.Segments, Run: Run}
}

// Run cuts the text of d.Report and replaces every layer of d by the result.
// It fails only when the embedded data is broken.
func Run(d *text.Doc) error {
	l, err := lang.Of(d.Report.Language)
	if err != nil {
		return err
	}
	ends, err := loadEnglish()
	if err != nil {
		return err
	}
	*d = text.Doc{Report: d.Report}
	d.Tokens = make([]text.Token, 0, len(d.Report.Text)/5+8)
	lex := lexer{text: d.Report.Text, lang: l}
	for _, b := range blocks(&d.Report) {
		first := len(d.Tokens)
		lex.out = d.Tokens
		lex.run(b.Start, b.End)
		d.Tokens = lex.out
		if len(d.Tokens) == first {
			continue
		}
		p := text.Paragraph{
			Range: text.Range{First: first, End: len(d.Tokens)}, Kind: b.Kind,
			ByteStart: d.Tokens[first].Start, ByteEnd: d.Tokens[len(d.Tokens)-1].End,
		}
		d.Paragraphs = append(d.Paragraphs, p)
		split(d, len(d.Paragraphs)-1, ends)
	}
	return nil
}
