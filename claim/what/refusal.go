package what

import "slices"

// Who says that he, or those he speaks for, will not do something refuses it,
// whatever it is: "the party would not sit with the junta". The rows of the
// trigger "willnot" say whose refusals are news, those of "benone" what of.

// refusal is the row of refusals that fits the verb at i, or nil.
func (r *reader) refusal(i int) *row {
	trigger := "willnot.v"
	switch {
	case r.rulesOut(i):
		trigger = "benone.v"
	case !r.refuses(i):
		return nil
	}
	for _, w := range r.lex.rows[trigger] {
		if r.fits(i, w, false) {
			return w
		}
	}
	return nil
}

// refuses tells whether the verb at i stands under a negated "will", in a clause of
// its own, with something that says what is refused (unless it is to yield), and
// names what one does or leaves: "would not hesitate" is no refusal, and who will not
// seek a second term refuses nobody anything.
func (r *reader) refuses(i int) bool {
	t := r.tok(i)
	if !verbal(t) || r.lex.class("unwilled", r.word(i)) || t.Is("advcl") || t.Rel == "acl:relcl" || r.doc.Child(i, "nsubj") < 0 {
		return false
	}
	a := r.args(i)
	if slices.ContainsFunc(slices.Concat(a.obj, a.by("for")), func(t int) bool { return r.lex.class("career", r.word(t)) }) {
		return false
	}
	will := slices.ContainsFunc(a.modals, func(m string) bool { return m == "will" || m == "would" || m == "wo" })
	return will && a.negated && !a.passive && (len(a.obj)+len(a.comps)+len(a.obl) > 0 || r.lex.class("budge", r.word(i)))
}

// rulesOut tells whether the verb at i says that there will or can be nothing of its
// subject: "there can be no talks".
func (r *reader) rulesOut(i int) bool {
	if r.word(i) != "be" || r.doc.Child(i, "expl") < 0 {
		return false
	}
	subject := r.doc.Child(i, "nsubj", "obj")
	if subject < i {
		return false
	}
	det := r.doc.Child(subject, "det")
	return det >= 0 && negative(r.tok(det)) && slices.ContainsFunc(r.args(i).modals, func(m string) bool { return m == "will" || m == "can" || m == "would" || m == "could" })
}
