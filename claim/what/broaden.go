package what

import (
	"slices"
	"strings"

	"griot"
)

// Most rows of a verb name the objects that it was seen with, and a newspaper
// always has another: "annulled the nomination", "suppressed the memorandum". Where
// none of them fits, but nearly all that ask for an object are of one type, a row
// with any object stands in, if who acts, suffers or speaks is in politics; the
// find is less sure for it. Verbs that mean nothing without their object ("hold",
// "raise") are in the class bare-verb and have no such row.

// broad is the name under which `why` shows that a row was broadened, and less
// what such a find is less likely by, in thousandths.
const (
	broad = "broadened"
	less  = 150
)

// broaden gives the verbs whose rows agree a row with any object.
func (l *Lexicon) broaden() {
	l.broad = map[string]*row{}
	for key, rows := range l.rows {
		word, pos, _ := strings.Cut(key, ".")
		if pos == "v" && !l.class("bare-verb", word) {
			if w := broadened(rows); w != nil {
				l.broad[word] = w
			}
		}
	}
}

// broadened is the row that the rows of one verb amount to, or nil where fewer
// than two in three agree.
func broadened(rows []*row) *row {
	counts, model, all := map[griot.Type]int{}, map[griot.Type]*row{}, 0
	best := griot.Type("")
	for _, w := range rows {
		voiced := slices.ContainsFunc(w.needs, func(n need) bool { return n.place == "voice" }) // what is said of an act, not the act
		if len(w.words) > 1 || w.typ == "" && w.op == "" || voiced {
			continue
		}
		all++
		if w.typ == "" {
			continue
		}
		counts[w.typ]++
		if slices.ContainsFunc(w.needs, func(n need) bool { return n.place == "o" && !n.not }) && !slices.ContainsFunc(w.needs, func(n need) bool { return n.place != "o" && n.place != "s" }) && model[w.typ] == nil {
			model[w.typ] = w
		}
		if best == "" || counts[w.typ] > counts[best] {
			best = w.typ
		}
	}
	if model[best] == nil || 2*counts[best] < all {
		return nil
	}
	w := *model[best]
	w.needs, w.contexts, w.inner, w.weak = []need{{place: "o"}}, nil, false, true
	w.name = broad + ":" + string(best) + "/" + w.words[0] + ".v"
	w.patients = append(sources{{"o"}}, boundPatients...)
	return &w
}

// broadly is the broadened row of the verb at i where it may stand in, or nil.
func (r *reader) broadly(i int) *row {
	w := r.lex.broad[r.word(i)]
	if w == nil || !verbal(r.tok(i)) || !r.fits(i, w, false) {
		return nil
	}
	a := r.args(i)
	if len(a.subj) > 0 && !slices.ContainsFunc(a.subj, r.actorish) || !slices.ContainsFunc(slices.Concat(a.subj, a.obj), r.engaged) {
		return nil
	}
	return w
}

// engaged tells whether a participant is in politics, by its words or by what the
// cast knows of it.
func (r *reader) engaged(t int) bool {
	if r.cast == nil {
		w := r.word(t)
		return r.lex.class("fighter", w) || r.lex.class("troop", w) || r.lex.class("politics", w) || r.tok(t).UPOS == "PROPN"
	}
	return r.actorish(t) && r.political(t)
}
