package parse

import "griot/text"

// arc is what a token hangs on, and how.
type arc struct {
	head int
	rel  string
}

// arcs are the arcs of all tokens.
func arcs(d *text.Doc) []arc {
	all := make([]arc, len(d.Tokens))
	for i, t := range d.Tokens {
		all[i] = arc{t.Head, t.Rel}
	}
	return all
}

// openCircles gives the sentences in which heads run in a circle the arcs that
// they had before: rules that mend a tree see only a part of it, and who walks up
// a tree must come to its root.
func openCircles(d *text.Doc, before []arc) {
	rooted := make([]bool, len(d.Tokens)) // tokens that are known to lead to a root
	restored := false
	for _, s := range d.Sentences {
		if !circular(d, s.Range, rooted) {
			continue
		}
		restored = true
		for i := s.First; i < s.Range.End; i++ {
			d.Tokens[i].Head, d.Tokens[i].Rel = before[i].head, before[i].rel
		}
	}
	if restored {
		d.Link()
	}
}

// circular tells whether a token of the range leads to no root, and marks those
// that do.
func circular(d *text.Doc, of text.Range, rooted []bool) bool {
	for i := of.First; i < of.End; i++ {
		steps := 0
		for k := i; k >= 0 && !rooted[k]; k = d.Tokens[k].Head {
			if steps++; steps > of.Len() {
				return true
			}
		}
		for k := i; k >= 0 && !rooted[k]; k = d.Tokens[k].Head {
			rooted[k] = true
		}
	}
	return false
}
