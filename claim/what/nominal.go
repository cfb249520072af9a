package what

import (
	"slices"
	"strings"
)

// A noun in -ing with what undergoes it says what its verb says: "the storming of
// the palace by guards". The rows of the verbs serve for these nouns too, but for
// those that need more than an object.

// nominalize gives the verbs of doing rows for their nouns in -ing.
func (l *Lexicon) nominalize() {
	l.gerunds = map[string][]*row{}
	for key, rows := range l.rows {
		word, pos, _ := strings.Cut(key, ".")
		if pos != "v" {
			continue
		}
		for _, w := range rows {
			if n := nominal(w); n != nil {
				l.gerunds[word] = append(l.gerunds[word], n)
			}
		}
	}
}

// nominal is the row of the noun in -ing of a verb of doing, or nil where the row
// needs anything but an object.
func nominal(w *row) *row {
	if w.typ == "" || len(w.words) > 1 {
		return nil
	}
	n := *w
	n.pos, n.needs = 'n', []need{{place: "p.of"}}
	for _, need := range w.needs {
		if need.place != "o" {
			return nil
		}
		need.place = "p.of"
		n.needs = append(n.needs, need)
	}
	n.actors, n.patients = sources{{"s"}, {"p.by"}, {"poss"}, {"p.of.p.between"}}, sources{{"p.of"}}
	return &n
}

// acting is the row of the noun in -ing at i that has no row of its own, or nil.
func (r *reader) acting(i int) *row {
	if !strings.HasSuffix(strings.ToLower(r.tok(i).Form), "ing") || r.doc.Child(i, "det", "nmod:poss") < 0 && len(r.args(i).by("by")) == 0 {
		return nil
	}
	var best *row
	for _, w := range r.lex.gerunds[r.word(i)] {
		if r.fits(i, w, false) && (best == nil || w.weight() > best.weight()) {
			best = w
		}
	}
	return best
}

// stands tells whether the noun at n, of an act, is the subject of what has come of
// it, so that it is taken to have happened: "the closure of the port has stranded".
func (r *reader) stands(f *find, n, h int) bool {
	t := r.tok(n)
	if !t.Is("nsubj") || !r.sent.Has(h) || !verbal(r.tok(h)) || f.typ.Quad() != 4 && f.mode != "resign" && f.mode != "withdraw" || r.unreal(f.word) {
		return false
	}
	v, a := r.tok(h), r.args(h)
	told := v.XPOS == "VBD" || v.XPOS == "VBN" && r.doc.Child(h, "aux", "aux:pass") >= 0
	if !told || a.negated || r.mayBe(h) || slices.ContainsFunc(a.modals, func(m string) bool { return m != "have" && m != "be" }) {
		return false
	}
	clause := v.Head < r.sent.First || v.Is("ccomp") || v.Is("conj") || v.Is("advcl")
	return clause && r.definite(f.word)
}

// definite tells whether a noun is of something known or already told of, by its
// article or its possessor.
func (r *reader) definite(i int) bool {
	if r.doc.Child(i, "nmod:poss") >= 0 {
		return true
	}
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Is("det") && (strings.EqualFold(t.Form, "the") || strings.EqualFold(t.Form, "this") || strings.EqualFold(t.Form, "that")) {
			return true
		}
	}
	return false
}
