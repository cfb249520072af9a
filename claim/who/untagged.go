package who

import "griot/text"

// fullName is the run of two to four proper names in capitals that hangs on a
// token, of which the tables know nothing; empty when there is none.
func (c *Cast) fullName(tok int) text.Range {
	known := func(i int) bool {
		return c.doc.Tokens[i].UPOS != "PROPN" || !c.capital(i) || c.nameAt[i] >= 0 || c.callAt[i] >= 0 || c.orgAt[i] >= 0 || c.pieces[c.first[i]].caps
	}
	if known(tok) {
		return text.Range{}
	}
	s := c.doc.Sentences[c.doc.Tokens[tok].Sentence].Range
	r := text.Range{First: tok, End: tok + 1}
	for r.First > s.First && !known(r.First-1) && c.under(r.First-1, r) {
		r.First--
	}
	for r.End < s.End && !known(r.End) && c.under(r.End, r) {
		r.End++
	}
	if r.Len() < 2 || r.Len() > 4 {
		return text.Range{}
	}
	return r
}

// personal tells whether a name of several words, of no sort that is said, is
// that of somebody to whom a thing is done that is done to persons alone: "Jane
// Roe was arrested".
func (c *Cast) personal(tok int, r text.Range) bool {
	t := c.doc.Tokens[tok]
	if r.Len() < 2 || t.Head < 0 || !c.dir.is("personal", c.doc.Tokens[t.Head].Lemma) || !t.Is("obj") && t.Rel != "nsubj:pass" {
		return false
	}
	more, call, name := c.content(r)
	return more && call < 0 && name < 0
}
