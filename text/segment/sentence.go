package segment

import (
	"griot/text"
)

// split cuts a paragraph into sentences, greedily from left to right.
func split(d *text.Doc, paragraph int, s *scorer) {
	p := d.Paragraphs[paragraph].Range
	b := boundary{tokens: d.Tokens[p.First:p.End]}
	for i := range b.tokens {
		b.step(i)
		if i+1 < len(b.tokens) && !(b.possible(i) && s.ends(&b, i)) {
			continue
		}
		r := text.Range{First: p.First + b.first, End: p.First + i + 1}
		for t := r.First; t < r.End; t++ {
			d.Tokens[t].Sentence = len(d.Sentences)
		}
		d.Sentences = append(d.Sentences, text.Sentence{
			Range: r, Root: -1, Paragraph: paragraph,
			ByteStart: d.Tokens[r.First].Start, ByteEnd: d.Tokens[i+p.First].End,
		})
		b.begin(i + 1)
	}
}
