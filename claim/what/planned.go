package what

import (
	"slices"

	"griot"
)

// scheduled tells whether what the verb at i tells of is to come about on a day
// that is named: "the talks are to begin on Wednesday".
func (r *reader) scheduled(i int) bool {
	m := r.args(i).modals
	return (slices.Contains(m, "will") || slices.Contains(m, "would")) && r.dayNamed(i)
}

// dayNamed tells whether the verb at i has a day of its own.
func (r *reader) dayNamed(i int) bool {
	for k := range r.doc.Children(i) {
		if t := r.tok(k); (t.Is("obl") || t.Is("obj")) && r.isDay(k) {
			return true
		}
	}
	return false
}

// ends tells whether the verb at i says that something comes to its end.
func (r *reader) ends(i int) bool {
	w := r.match(i)
	return w != nil && w.op == "stop"
}

// selfSaid tells whether a find is a threat made by saying it, whoever or
// whatever is its subject: "any attack will meet with a response, he said". That
// it only may come is part of the threat.
func (r *reader) selfSaid(f *find) bool {
	return f.how == byVerb && f.row.typ == griot.Threaten && f.typ == griot.Threaten && r.said(f.head)
}

// public tells whether an act is no affair of private people whoever takes part:
// aid that a number of people receive, whoever is saved, a ruling that somebody respects,
// a strike that is called off.
func (r *reader) public(f *find) bool {
	if f.typ == griot.Request && r.args(f.head).passive && r.lex.class("command", f.row.words[0]) { // "was ordered to"
		return true
	}
	if w := f.row.words[0]; w == "benone" || w == "concede" && slices.ContainsFunc(r.args(f.head).obj, func(t int) bool { return r.word(t) == "defeat" }) {
		return true
	}
	if f.typ == griot.Agree && f.inner == griot.Retreat || f.typ == griot.Reject && f.inner == griot.Retreat || f.row.words[0] == "pardon" && len(f.actors) > 0 {
		return true // "agreed to resign", "will lay down their arms"
	}
	if f.typ == griot.Aid && r.lex.class("save", f.row.words[0]) {
		return true
	}
	if f.typ == griot.Aid {
		return slices.ContainsFunc(f.recipients, func(t int) bool { return r.doc.Child(t, "nummod") >= 0 || r.counted(t) })
	}
	return slices.ContainsFunc(f.row.needs, func(n need) bool {
		return n.place == "o" && !n.not && (slices.Contains(n.words, "ruling") || f.typ == griot.Concede && slices.Contains(n.words, "strike"))
	})
}

// counted tells whether the phrase at i is a part or a number of others: "40
// percent of the families".
func (r *reader) counted(i int) bool {
	t := r.tok(i)
	return t.Is("nmod") && r.sent.Has(t.Head) && r.lex.class("measure", r.word(t.Head))
}

// spanned tells whether the phrase at k is a length of time: "two days", "a week".
func (r *reader) spanned(k int) bool {
	det := r.doc.Child(k, "det")
	return r.doc.Child(k, "nummod") >= 0 || det >= 0 && (r.tok(det).Lemma == "a" || r.tok(det).Lemma == "an")
}

// filled is what a length of time at k was filled with, "three days of talks", or -1.
func (r *reader) filled(k int) int {
	if !r.isDay(k) {
		return -1
	}
	for c := range r.doc.Children(k) {
		if r.tok(c).Is("nmod") && slices.Contains(r.preps(c), "of") && r.tok(c).UPOS == "NOUN" && !r.isDay(c) {
			return c
		}
	}
	return -1
}
