package what

import (
	"slices"
	"strings"

	"griot"
)

// Who says that somebody must act asks for it, whatever the act: "the army must
// answer for it". The rows of the trigger "must" say whose duties are news.

// bidden tells whether the verb at i stands under "must" or "should" and has a
// subject of its own before them.
func (r *reader) bidden(i int) bool {
	subject := r.doc.Child(i, "nsubj")
	if subject < 0 || r.tok(i).XPOS == "VBN" || r.tok(i).Is("advcl") || r.tok(i).Rel == "acl:relcl" || r.args(i).passive {
		return false
	}
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Is("aux") && k > subject && (strings.EqualFold(t.Form, "must") || strings.EqualFold(t.Form, "should")) {
			return true
		}
	}
	return false
}

// owed tells whether the passive at i stands under "must" or "should": "the ban
// should be lifted".
func (r *reader) owed(i int) bool {
	t := r.tok(i)
	a := r.args(i)
	if !a.passive || r.lex.class("unwilled", r.word(i)) || t.Is("advcl") || t.Is("acl") {
		return false
	}
	return slices.Contains(a.modals, "must") || slices.Contains(a.modals, "should")
}

// duty is the row of duties that fits the verb at i, or nil.
func (r *reader) duty(i int) *row {
	trigger := "must.v"
	if r.owed(i) {
		trigger = "mustbe.v"
	}
	for _, w := range r.lex.rows[trigger] {
		if r.fits(i, w, false) {
			return w
		}
	}
	return nil
}

// demands makes a demand of an act that somebody says another must do, unless the
// verb of saying does so itself.
func (r *reader) demands(f *find) bool {
	if f.typ == griot.Request || !r.bidden(f.head) && !r.owed(f.head) {
		return false
	}
	if h := r.teller(f.head); h >= 0 {
		if w := r.match(h); w != nil && w.typ == griot.Request {
			return false
		}
	}
	w := r.duty(f.head)
	if w == nil {
		return false
	}
	f.recipients = r.participants(r.args(f.head).subj, griot.Request)
	f.actors = without(r.participants(r.gather(f.head, w.actors), griot.Request), f.recipients)
	f.rules = append(slices.Clone(f.rules), w.name)
	f.row = w
	r.alone(f, "demand")
	return true
}

// menaces makes a threat of what somebody says will be done to others, though not by
// whom: "those responsible will be punished, he said". What has a day is a plan.
func (r *reader) menaces(f *find) bool {
	if f.typ.Quad() != 4 || f.typ == griot.Protest || len(f.actors) > 0 || len(f.recipients) == 0 || !r.args(f.head).passive || r.dayNamed(f.head) {
		return false
	}
	for _, w := range r.lex.rows["willbe.v"] {
		if r.fits(f.head, w, false) {
			f.actors = without(r.participants(r.gather(f.head, w.actors), griot.Threaten), f.recipients)
			f.rules = append(slices.Clone(f.rules), w.name)
			f.row = w
			r.alone(f, "threat")
			return true
		}
	}
	return false
}
