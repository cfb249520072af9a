package what

import (
	"slices"
	"strings"
)

// Who says of something that it is a crime, a lie or a disgrace finds fault with
// whoever did it, in whatever words he says so: "this represents a blatant breach
// of the treaty". The row of the trigger "fault" says whose it is.

// fault is the row of finding fault where the clause at i does so, or nil.
func (r *reader) fault(i int) *row {
	if !r.faulted(i) {
		return nil
	}
	for _, w := range r.lex.rows["fault.v"] {
		if r.fits(i, w, false) {
			return w
		}
	}
	return nil
}

// faulted tells whether the predicate at i says something ill of its subject, by
// itself or by what it is completed with.
func (r *reader) faulted(i int) bool {
	t := r.tok(i)
	clause := t.Head < r.sent.First || t.Is("ccomp") || t.Is("parataxis") || t.Is("conj")
	if !clause || r.doc.Child(i, "nsubj") < 0 || r.args(i).negated || r.mayBe(i) || r.lex.class("remedy", r.word(i)) {
		return false
	}
	is := r.doc.Child(i, "cop") >= 0
	if is && r.ill(i) {
		return true
	}
	for k := range r.doc.Children(i) {
		c := r.tok(k)
		switch {
		case k < i:
		case !is && c.Is("obj") && r.ill(k):
			return true
		case (c.Is("nmod") && is || c.Is("obl")) && slices.ContainsFunc(r.preps(k), func(p string) bool { return p == "to" || p == "as" || p == "of" }) && r.ill(k):
			return true
		}
	}
	return false
}

// ill tells whether the phrase at k names what nobody would own to: "a lie", "a
// shameful silence".
func (r *reader) ill(k int) bool {
	if r.lex.class("ill", r.word(k)) || r.lex.class("unjust", r.word(k)) {
		return true
	}
	for c := range r.doc.Children(k) {
		if r.tok(c).Is("amod") && r.lex.class("unjust", strings.ToLower(r.tok(c).Form)) {
			return true
		}
	}
	return false
}
