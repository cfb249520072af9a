package what

import (
	"slices"
	"strings"
)

// What a row asks for beside its word, and whether that is there.

// fits tells whether the words and needs of the row are met at token i; by
// compounds tells whether the first noun of an object may be the word wanted.
func (r *reader) fits(i int, w *row, compounds bool) bool {
	for _, particle := range w.words[1:] {
		if !r.particle(i, particle) {
			return false
		}
	}
	for _, n := range w.needs {
		if n.place == "c" && !n.not && w.op == "say" && r.tok(i).Is("parataxis") { // "…, the minister stressed"
			continue
		}
		if r.met(i, n) == n.not && !(compounds && n.place == "o" && !n.not && r.compounded(i, n)) {
			return false
		}
	}
	return true
}

// particle tells whether a word belongs to the trigger at i: a particle, an
// adverb, a modifier, or the case of a phrase under it.
func (r *reader) particle(i int, word string) bool {
	for k := range r.doc.Children(i) {
		c := r.tok(k)
		if strings.EqualFold(c.Form, word) || r.word(k) == word {
			if c.Is("compound") || c.Is("advmod") || c.Is("amod") || c.Is("xcomp") || c.Is("obl") || c.Is("case") || c.Is("mark") || c.Is("obj") || c.Is("iobj") || c.Is("discourse") {
				return true
			}
		}
		if c.Is("obl") || c.Is("advmod") || c.Is("xcomp") || c.Is("obj") || c.Is("nmod") {
			for g := range r.doc.Children(k) {
				if t := r.tok(g); g <= i+2 && (t.Is("case") || (t.Is("amod") || t.Is("compound")) && g == i+1) && strings.EqualFold(t.Form, word) {
					return true // "cut off water", "set free the hostages"
				}
			}
		}
	}
	return false
}

// compounded tells whether a noun before the head of an object is one of the words
// wanted.
func (r *reader) compounded(i int, n need) bool {
	for _, o := range r.args(i).obj {
		if !r.sent.Has(o) || r.tok(o).UPOS != "NOUN" || r.actorish(o) {
			continue
		}
		for k := range r.doc.Children(o) {
			if t := r.tok(k); t.Is("compound") && t.UPOS == "NOUN" && r.lex.is(r.word(k), n.words) {
				return true
			}
		}
	}
	return false
}

// met tells whether an argument is there with one of the words wanted.
func (r *reader) met(i int, n need) bool {
	places := r.source(i, n.place)
	if prep, bound := strings.CutPrefix(n.place, "p."); bound && prep != "" && len(places) == 0 {
		places = r.doing(i, prep)
	}
	if n.place == "voice" && len(places) == 0 {
		return r.talk != nil && r.hasSubject(i) && r.talk.Told(i)
	}
	for _, t := range places {
		if len(n.words) == 0 || r.lex.is(r.word(t), n.words) {
			return true
		}
		if r.lex.is("#politician", n.words) && r.politician(t) || r.lex.is("#power", n.words) && r.political(t) || r.lex.is("#event", n.words) && r.isEvent(t) {
			return true
		}
		if r.lex.is("#person", n.words) && (r.actorish(t) || r.headcount(t)) || r.lex.is("#name", n.words) && r.tok(t).UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// doing are the participles that a preposition joins to token i: "called for
// lifting the ban".
func (r *reader) doing(i int, prep string) []int {
	var all []int
	for k := range r.doc.Children(i) {
		if t := r.tok(k); k > i && t.Is("advcl") && t.XPOS == "VBG" && slices.Contains(r.opening(k), prep) {
			all = append(all, k)
		}
	}
	return all
}
