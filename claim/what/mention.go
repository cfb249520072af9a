package what

import (
	"slices"
	"strings"

	"griot"
)

// mentioned is what speaks for an act that is only mentioned ("after the attack
// on the camp"), in thousandths: a reader records it where the mention says as
// much as a clause would.
func (r *reader) mentioned(f *find) int {
	if r.unreal(f.word) || r.doc.Child(f.word, "cop") >= 0 {
		return 0
	}
	n := 0
	if len(f.actors) > 0 && len(f.recipients) > 0 || f.typ.Quad() == 4 && len(f.actors) > 1 && twoSided(f.row) {
		if r.cast == nil || slices.ContainsFunc(f.actors, r.known) {
			n += 150
		}
	}
	if f.mode == "seize" && len(f.recipients) > 0 && r.granted(f.word) { // "after his ouster"
		n += 250
	}
	if f.mode == "resign" && len(f.actors) > 0 {
		n += 150
	}
	if r.dated(f.word) {
		n += 250
	} else if f.typ.Quad() == 4 && r.granted(f.word) && !r.definite(f.word) && slices.ContainsFunc(slices.Concat(f.actors, f.recipients), func(t int) bool { return r.within(t, f.word) }) { // "after clashes between", "following a raid on"
		n += 250
	}
	if f.typ.Quad() < 4 && r.spokenOf(f) {
		n += 150
	}
	if f.typ == griot.Consult {
		n += r.sat(f)
	}
	if f.typ.Quad() == 3 && r.pointed(f) {
		n += 200
	}
	if (f.mode == "restrict" || f.typ == griot.Sanction) && len(f.recipients) == 0 && slices.ContainsFunc(slices.Concat(r.args(f.word).by("by"), r.args(f.word).poss), r.engaged) {
		n += 150 // "the crackdown by the regime"
	}
	if f.typ == griot.Consult && r.encountered(f) {
		n += 150
	}
	if (f.typ == griot.Protest || f.typ == griot.Assault && len(f.recipients)+len(f.actors) > 0) && r.massive(f.word) {
		n += 250
	}
	return n
}

// spokenOf tells whether a noun for an act with all who take part is what a clause
// tells something of that came of the act: "the visit by the envoy to Chad ended".
func (r *reader) spokenOf(f *find) bool {
	t, a := r.tok(f.word), r.args(f.word)
	if !t.Is("nsubj") || !r.sent.Has(t.Head) || !verbal(r.tok(t.Head)) {
		return false
	}
	h := r.args(t.Head)
	if past := r.tok(t.Head).XPOS == "VBD" || h.passive || slices.Contains(h.modals, "have"); !past || h.negated || tensed(h.modals) || r.mayBe(t.Head) {
		return false
	}
	signed := len(r.joined(f.word, "by", a))+len(r.joined(f.word, "from", a)) > 0 // "a visit by", "an apology from"
	whole := signed && (f.mode == "visit" || f.mode == "allege" || f.typ == griot.Concede || f.typ == griot.Reject) || len(f.recipients) > 0 || len(f.actors) > 1 || len(a.comps) > 0 || len(a.by("for")) > 0 || len(a.by("of")) > 0
	return len(f.actors) > 0 && whole && slices.ContainsFunc(f.actors, r.political)
}

// pointed tells whether words against somebody are named with whom they are from
// and what they are about, or whom they are against: "the union's demand for
// talks", "the charges against the general".
func (r *reader) pointed(f *find) bool {
	if !slices.ContainsFunc(slices.Concat(f.actors, f.recipients), r.political) {
		return false
	}
	a := r.args(f.word)
	about := r.granted(f.word) && len(r.joined(f.word, "from", a)) > 0 || len(f.recipients) > 0 || len(a.comps) > 0 || len(a.by("for")) > 0
	return len(f.actors) > 0 && about || len(a.by("against")) > 0
}

// encountered tells whether talks that others are told of beside are with somebody
// in politics: "during his meeting with the envoy".
func (r *reader) encountered(f *find) bool {
	with := slices.Concat(r.args(f.word).by("with"), r.args(f.word).by("between"))
	if !slices.ContainsFunc(with, r.political) {
		return false
	}
	return slices.ContainsFunc(r.preps(f.word), func(p string) bool {
		return p == "during" || p == "after" || p == "following" || p == "in" || p == "at" || p == "from" && r.tok(r.tok(f.word).Head).XPOS == "VBG"
	})
}

// massive tells whether a noun tells of acts by their size: "mass demonstrations",
// "a series of attacks".
func (r *reader) massive(i int) bool {
	for k := range r.doc.Children(i) {
		if t := r.tok(k); (t.Is("amod") || t.Is("compound")) && r.lex.class("massive", r.word(k)) {
			return true
		}
	}
	t := r.tok(i)
	return t.Is("nmod") && r.sent.Has(t.Head) && (r.lex.class("measure", r.word(t.Head)) || r.tok(t.Head).XPOS == "NNS" && r.isDay(t.Head)) // "weeks of protests"
}

// unreal tells whether a noun names an act that has not come about, or one that
// is only the subject of talk: "a possible war", "talks on a pullback".
func (r *reader) unreal(i int) bool {
	for k := range r.doc.Children(i) {
		if r.tok(k).Is("amod") && r.lex.class("unreal", r.word(k)) {
			return true
		}
	}
	preps := r.preps(i)
	return r.tok(i).Is("nmod") && len(preps) > 0 && (preps[0] == "on" || preps[0] == "about" || preps[0] == "against")
}

// dated tells whether a noun has a day of its own: "last week's coup", "the 1991
// murder of".
func (r *reader) dated(i int) bool {
	for k := range r.doc.Children(i) {
		t := r.tok(k)
		switch {
		case t.Is("nmod") && r.isDay(k) && !r.lex.class("span", r.word(k)):
			return len(r.preps(k)) == 0 || r.preps(k)[0] != "of"
		case t.UPOS == "NUM" && len(t.Form) == 4 && (t.Form[:2] == "19" || t.Form[:2] == "20"):
			return true
		}
	}
	return r.lastBehind(i)
}

// lastBehind tells whether a past week or month stands right behind the phrase of
// a noun, wherever the tree hangs it: "fear a coup by the guard last month is".
func (r *reader) lastBehind(i int) bool {
	k := r.doc.Subtree(i).End
	return r.tok(i).UPOS == "NOUN" && k+1 < r.sent.End && strings.EqualFold(r.tok(k).Form, "last") && r.isDay(k+1)
}

// granted tells whether the act that a noun names is taken to have happened: it is
// what something else came after, or has a past week of its own.
func (r *reader) granted(i int) bool {
	if t := r.tok(i); t.Is("obj") && r.sent.Has(t.Head) && r.word(t.Head) == "follow" { // "the raid follows threats by"
		return true
	}
	for _, p := range r.preps(i) {
		if p == "after" || p == "since" || p == "following" || p == "amid" || p == "despite" {
			return true
		}
	}
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Rel == "nmod:poss" || t.Rel == "nmod:unmarked" || t.Rel == "obl:unmarked" { // "a coup by the guard last month"
			if last := r.doc.Child(k, "amod"); r.isDay(k) && last >= 0 && strings.EqualFold(r.tok(last).Form, "last") {
				return true
			}
		}
	}
	return r.lastBehind(i)
}

// sat is what speaks for talks that are only mentioned: how long they took
// ("after two days of talks") and where ("talks in the Angolan capital"), each
// half of it.
func (r *reader) sat(f *find) int {
	n := 0
	if h := r.tok(f.word).Head; r.tok(f.word).Is("nmod") && r.sent.Has(h) && r.isDay(h) && r.doc.Child(h, "nummod") >= 0 {
		n += 150
	}
	if len(r.args(f.word).by("in"))+len(r.args(f.word).by("at")) > 0 {
		n += 150
	}
	return n
}

// sitters gives talks and visits that stand beside a clause ("signed a truce after
// talks in Rome", "began the tour with a visit to Togo") those of whom the clause
// tells, also where the other side is named: "after talks with the king, the envoy".
func (r *reader) sitters(f *find) {
	with := twoSided(f.row) && slices.Equal(f.actors, sorted(r.people(r.args(f.word).by("with")))) && r.encountered(f)
	if f.typ != griot.Consult || f.how != byMention || len(f.actors) > 0 && !with || len(f.actors) == 0 && r.sat(f) == 0 && (f.mode != "visit" || len(f.recipients) == 0) {
		return
	}
	i := f.word
	for range 3 {
		t := r.tok(i)
		if !r.sent.Has(t.Head) || !t.Is("obl") && !t.Is("nmod") {
			return
		}
		if i = t.Head; verbal(r.tok(i)) {
			clause := slices.DeleteFunc(r.participants(r.args(i).subj, f.typ), func(a int) bool { return !r.actorish(a) })
			f.actors = sorted(append(clause, f.actors...))
			return
		}
	}
}

// forget lowers the odds of mentions of what the report tells elsewhere in a
// clause of its own: acts of the same type on or by the same actor.
func forget(all []Frame, cast Cast) {
	if cast == nil {
		return
	}
	for i := range all {
		f := &all[i]
		if !f.mention || f.Odds < Likely {
			continue
		}
		if slices.ContainsFunc(all, func(g Frame) bool {
			return !g.mention && g.Type == f.Type && g.Odds >= Likely && (share(cast, f.Actors, g.Actors) || share(cast, f.Recipients, g.Recipients)) && (f.Type != griot.Consult || sat(cast, f.Actors, g))
		}) {
			f.Odds = float64(basis[byMention]) / 1000
		}
	}
}

// sat tells whether all of several people who met take part in a frame: who met
// another met again.
func sat(cast Cast, actors []int, g Frame) bool {
	return len(actors) < 2 || !slices.ContainsFunc(actors, func(a int) bool {
		return !share(cast, []int{a}, g.Actors) && !share(cast, []int{a}, g.Recipients)
	})
}

// share tells whether two lists of phrases mean an actor in common, or both
// nobody.
func share(cast Cast, a, b []int) bool {
	for _, x := range a {
		known, ok := cast.At(x)
		if ok && slices.ContainsFunc(b, func(y int) bool { other, ok := cast.At(y); return ok && other.ID == known.ID }) {
			return true
		}
	}
	return false
}
