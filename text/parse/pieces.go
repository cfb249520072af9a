package parse

import "griot/text"

// A sentence longer than longest is parsed in pieces, each a tree of its own,
// so that time and memory stay in proportion to the text: scoring arcs takes
// the square of a piece.
const longest = 160

// pieces cuts a text into sentences and long sentences into pieces.
func pieces(d *text.Doc) []text.Range {
	var list []text.Range
	for _, s := range d.Sentences {
		rest := s.Range
		for rest.Len() > longest {
			cut := cutPoint(d, rest)
			list = append(list, text.Range{First: rest.First, End: cut})
			rest.First = cut
		}
		if rest.Len() > 0 {
			list = append(list, rest)
		}
	}
	return list
}

// cutPoint is where a long range is best cut: after the last strong mark in its
// second half, else the last comma, else at the limit.
func cutPoint(d *text.Doc, r text.Range) int {
	comma := 0
	for i := r.First + longest - 1; i > r.First+longest/2; i-- {
		switch d.Tokens[i].Form {
		case ";", ":", ".", "?", "!", "-", "–", "—", "*", "|":
			return i + 1
		case ",":
			comma = max(comma, i+1)
		}
	}
	if comma > 0 {
		return comma
	}
	return r.First + longest
}

// join hangs the roots of a sentence's later pieces on the root of the first.
func join(d *text.Doc) {
	for _, s := range d.Sentences {
		root := -1
		for i := s.Range.First; i < s.Range.End; i++ {
			t := &d.Tokens[i]
			switch {
			case t.Head >= 0:
			case root < 0:
				root = i
			default:
				t.Head, t.Rel = root, "parataxis"
			}
		}
	}
}
