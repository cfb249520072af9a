package what

import (
	"slices"

	"griot/text"
)

// clause is where the clause of a verb goes: from its subject, or its first
// auxiliary where it has none of its own, to the end of what completes it. What is
// only joined to it (another clause, an aside in commas) is left out. The clause of
// any other word is empty: a noun has none.
func (r *reader) clause(head int) text.Range {
	if !verbal(r.tok(head)) {
		return text.Range{}
	}
	c, last := text.Range{First: head, End: head + 1}, -1 // a measure that what follows may need
	for k := range r.doc.Children(head) {
		t := r.tok(k)
		switch whole := r.doc.Subtree(k); {
		case k < head && (t.Is("nsubj") || t.Is("csubj") || t.Is("expl") || t.Is("aux") || t.Is("advmod") && t.XPOS != "WRB" && r.tok(k+1).Head == head):
			c.First = min(c.First, whole.First)
		case k < head || r.besides(k):
		case t.Is("conj"), r.comma(whole.First), t.Is("advcl") && r.closed(k).Len()+c.Len() > roomy:
			if last >= 0 && r.doc.Subtree(last).End == whole.First { // "two weeks" after something
				c.End = r.doc.Subtree(last).First
			}
			return r.trim(c)
		default:
			c.End = max(c.End, r.closed(k).End)
			last = -1
			if t.Is("advmod") || t.Rel == "obl:unmarked" {
				last = k
			}
		}
	}
	return r.trim(c)
}

// roomy is the length in tokens that a clause with another under it may have and
// still be read at a glance.
const roomy = 25

// aside is the length in tokens, marks included, up to which an apposition is read
// along: "her counterpart, Marise Payne".
const aside = 6

// besides tells whether what hangs on a verb stands beside its clause.
func (r *reader) besides(k int) bool {
	t := r.tok(k)
	return t.Is("punct") || t.Is("cc") || t.Is("parataxis") || t.Is("discourse") || t.Is("vocative") || t.Is("list")
}

// comma tells whether a phrase that begins with token i is set off by a mark: a
// comma, a dash, a bracket.
func (r *reader) comma(i int) bool {
	marked := func(i int) bool {
		return slices.Contains([]string{",", ";", ":", "—", "–", "-", "("}, r.tok(i).Form)
	}
	return marked(i) || i > r.sent.First && marked(i-1)
}

// closed is the phrase or clause at k to its end, or to where something is added
// to it behind a comma, or as a clause that would make it long.
func (r *reader) closed(k int) text.Range {
	p := r.doc.Subtree(k)
	if p.Len() <= roomy/2 && !slices.ContainsFunc(r.doc.Tokens[p.First:p.End], func(t text.Token) bool { return t.Form == "," }) {
		return p
	}
	c := text.Range{First: p.First, End: k + 1}
	for d := range r.doc.Children(k) {
		if d < k {
			continue
		}
		t, whole := r.tok(d), r.doc.Subtree(d)
		if t.Is("punct") || t.Is("cc") {
			continue
		}
		added, under := r.closed(d), t.Is("acl") || t.Is("advcl")
		switch {
		case t.Is("conj") && r.comma(whole.First) && r.doc.Child(k, "conj") == d && r.doc.Child(d, "conj") < 0 && r.doc.Child(d, "cc") >= 0: // "dispersed them, and a man"
			return c
		case t.Is("conj") && verbal(t) && !verbal(r.tok(k)), t.Is("parataxis"), t.Is("appos") && added.Len() > aside,
			under && r.comma(whole.First):
			return c
		case (under || t.Is("obl") || t.Is("nmod")) && added.Len()+c.Len() > roomy:
			if r.tok(k).UPOS == "ADV" { // "as long as the strike goes on"
				return text.Range{First: p.First, End: p.First}
			}
			return c
		}
		c.End = max(c.End, added.End)
	}
	return c
}
