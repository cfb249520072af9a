package what

import (
	"slices"
	"strings"

	"griot"
)

// operations are what a predicate may do to an event that it governs.
var operations = []string{
	"light",    // lends its subject as actor: "launched an attack"
	"undergo",  // lends its subject as recipient: "suffered an attack"
	"say",      // reports it
	"think",    // believes, fears or hopes it
	"want",     // wishes for it, which in cooperation is as good as to plan it
	"try",      // attempts it
	"fail",     // fails to do it
	"foil",     // keeps another from doing it
	"begin",    // begins, goes on with or completes it
	"stop",     // ends it
	"order",    // has it done
	"allow",    // lets it be done
	"commit",   // promises or plans it
	"schedule", // expects it
	"threat",   // threatens it
	"demand",   // asks for it
	"refuse",   // will not do it
	"blame",    // accuses somebody of it
	"praise",   // speaks well of it
	"protest",  // protests against it
}

// farthest is the number of predicates through which an event is carried up.
const farthest = 6

// scope carries every find up through the predicates that govern it.
func (r *reader) scope(finds []*find) {
	at := map[int]*find{}
	for _, f := range finds {
		at[f.head] = f
	}
	for _, f := range finds {
		if f.typ == "" {
			continue
		}
		r.modal(f)
		r.climb(f, at)
	}
}

// modal applies the auxiliaries of the verb that carries the find.
func (r *reader) modal(f *find) {
	if f.how != byVerb && f.how != byLight && (f.how != byEvent || !verbal(r.tok(f.head))) {
		return
	}
	switch f.op {
	case "commit", "threat", "demand", "refuse":
		return
	}
	if r.demands(f) {
		return
	}
	a := r.args(f.head)
	will := slices.Contains(a.modals, "will") || slices.Contains(a.modals, "shall") ||
		slices.Contains(a.modals, "would") && r.said(f.head) || slices.Contains(a.modals, "'ll")
	switch {
	case a.negated && !will && (f.op == "allow" || f.typ == griot.Support):
		r.alone(f, "refuse") // "was not allowed", "did not recognise"
	case will && a.negated && f.typ.Quad() == 4 && len(f.actors) > 0 && r.said(f.head) && r.ownAct(f.head, a) != nil: // "said it would not attack"
		r.alone(f, "commit")
	case will && a.negated && (!cooperative(f.typ) || len(f.actors) == 0):
	case will && a.negated:
		r.alone(f, "refuse")
	case will && r.menaces(f):
	case will:
		r.alone(f, "commit")
	}
}

// said tells whether the clause at i is reported by a verb of saying.
func (r *reader) said(i int) bool { return r.teller(i) >= 0 }

// teller is the verb that reports the clause at i, above it or beside it ("… , he
// said"), or -1.
func (r *reader) teller(i int) int {
	for range farthest {
		t := r.tok(i)
		switch {
		case t.Head < r.sent.First:
			k := r.doc.Child(i, "parataxis")
			if w := r.matchAt(k); w != nil && w.op == "say" {
				return k
			}
			return -1
		case t.Is("ccomp"):
			if w := r.match(t.Head); w != nil && (w.op == "say" || w.op == "commit" || w.op == "threat") {
				return t.Head
			}
			return -1
		case t.Is("conj") || t.Is("xcomp"):
			i = t.Head
		default:
			return -1
		}
	}
	return -1
}

// ownAct is token i where those who act may be those who tell of it, or nil: "warned
// that it would attack", "that its army would attack", "that the army would attack".
func (r *reader) ownAct(i int, a *args) []int {
	for _, t := range a.subj {
		if !r.sideOf(t, r.tok(i).Head) {
			return nil
		}
	}
	return []int{i}
}

// sideOf tells whether the phrase at t may be on the side of whoever is the subject
// of the verb at h: itself, its own, of its country, or forces of nobody else.
func (r *reader) sideOf(t, h int) bool {
	poss := r.doc.Child(t, "nmod:poss")
	if r.tok(t).UPOS == "PRON" || poss >= 0 && r.tok(poss).UPOS == "PRON" {
		return true
	}
	if w := r.word(t); poss < 0 && r.doc.Child(t, "amod", "compound", "nmod") < 0 && (w == "police" || r.lex.class("troop", w)) {
		return true
	}
	if r.cast == nil || !r.sent.Has(h) {
		return false
	}
	who, ok := r.cast.At(t)
	country, _, _ := strings.Cut(who.Code, " ")
	return ok && country != "" && slices.ContainsFunc(r.args(h).subj, func(s int) bool {
		teller, known := r.cast.At(s)
		its, _, _ := strings.Cut(teller.Code, " ")
		return known && its == country
	})
}

// matchAt is the row that fits token i, nil where there is no token.
func (r *reader) matchAt(i int) *row {
	if i < 0 {
		return nil
	}
	return r.match(i)
}

// climb walks from the find to the predicates above it.
func (r *reader) climb(f *find, at map[int]*find) {
	cur := f.head
	if h := r.auxiliary(cur); r.mistaken(cur) && h >= 0 {
		cur = h
	}
	for range farthest {
		t := r.tok(cur)
		h := t.Head
		if h < r.sent.First {
			return
		}
		if t.Is("conj") && (r.tok(h).UPOS == t.UPOS || verbal(t) && r.doc.Child(h, "cop") >= 0) {
			cur = h
			continue
		}
		if n := r.promise(h, cur); n >= 0 {
			h = n
		} else if !r.governs(h, cur) {
			return
		}
		if w := r.match(h); w != nil && w.op != "" && r.tok(h).Lemma != "" {
			outer := at[h]
			if outer == nil {
				outer = r.found(h, w)
			}
			if outer == f {
				cur = h
				continue
			}
			if f = r.apply(outer, f); f == nil || f.dead {
				return
			}
		} else if w != nil && w.typ != "" {
			return
		}
		cur = h
	}
}

// promise is the noun for words about an act to come that is the object of the
// verb at h and whose act the tree hangs on that verb ("made an offer to free the
// hostages"), or -1.
func (r *reader) promise(h, act int) int {
	if _, n := r.asked(act); n >= 0 {
		return n
	}
	if t := r.tok(act); !t.Is("advcl") && !t.Is("xcomp") || !r.hasMark(act, "to") {
		return -1
	}
	n := r.doc.Child(h, "obj")
	if n < h || n > act {
		return -1
	}
	if w := r.match(n); w != nil && w.pos == 'n' && (w.op == "commit" || w.op == "threat" || w.op == "demand" || w.op == "refuse") {
		return n
	}
	return -1
}

// governs tells whether the predicate at h has the one at i as its content: a
// complement, an object, or the noun of a phrase that completes it.
func (r *reader) governs(h, i int) bool {
	t := r.tok(i)
	switch {
	case t.Is("xcomp"), t.Is("ccomp"), t.Is("obj"), t.Rel == "nsubj:pass":
		return true
	case t.Is("csubj"):
		w := r.match(h)
		return t.UPOS == "NOUN" && i > h && w != nil && w.op != "" && r.binds(w, i)
	case t.Is("obl") && verbal(t):
		return r.hasMark(i, "to")
	case t.Rel == "acl":
		return r.hasMark(i, "to") || r.hasMark(i, "that") || r.tok(h).UPOS == "NOUN" && t.XPOS == "VBG"
	case t.Is("advcl"):
		w := r.match(h)
		return w != nil && (w.op == "demand" || w.op == "light" && t.XPOS == "VBG" || w.op == "blame" || w.op == "protest" || w.op == "commit" || w.op == "refuse" || w.op == "threat") && r.completes(i)
	case t.Is("obl"), t.Is("nmod"):
		w := r.match(h)
		return w != nil && w.op != "" && w.op != "say" && r.binds(w, i)
	}
	return false
}

// completes tells an adverbial clause that stands for a complement ("accused
// of shelling", "called on them to leave") from a side remark.
func (r *reader) completes(i int) bool {
	if r.hasMark(i, "to") {
		return true
	}
	for k := range r.doc.Children(i) {
		if c := r.tok(k); c.Is("mark") || c.Is("case") {
			switch strings.ToLower(c.Form) {
			case "of", "for", "from", "against", "with", "over":
				return true
			}
		}
	}
	return false
}

// binds tells whether the preposition of the phrase at i binds it to what the
// row does: "called for sanctions", "a threat of war", not "met after the war".
func (r *reader) binds(w *row, i int) bool {
	for _, p := range r.preps(i) {
		switch p {
		case "of", "on":
			return true
		case "in", "at", "with", "into":
			return w.op == "light" || w.op == "undergo" || w.op == "begin" && p != "in"
		case "to", "about":
			return w.op != "light" // not "joined calls for"
		case "for", "from", "against", "over":
			return w.op != "light" && w.op != "commit"
		case "under":
			return w.op == "undergo"
		}
	}
	return false
}

// lent gives a noun the subject and the phrases of the verb that carries it:
// "launched an attack on", "talks were held with".
func (r *reader) lent(i int, noun *args) {
	h, n := r.carrier(i)
	if h < 0 {
		return
	}
	w := r.match(h)
	if r.seen[h-r.sent.First] == looking {
		r.partial = true
		return
	}
	if w == nil || !lends(w.op) {
		return
	}
	verb := r.args(h)
	if w.op == "undergo" {
		noun.obj = slices.Concat(noun.obj, verb.subj)
		if verb.passive {
			noun.obj = slices.Concat(noun.obj, verb.obj)
		}
	} else {
		noun.subj = slices.Concat(noun.subj, without(slices.Clone(verb.subj), []int{i, n}))
	}
	noun.iobj = slices.Concat(noun.iobj, verb.iobj)
	noun.obl = slices.Concat(noun.obl, verb.obl)
}

// carrier is the verb that has the noun at i as its content, or -1, and the
// first noun of its coordination.
func (r *reader) carrier(i int) (verb, first int) {
	n := i
	for hops := 0; r.tok(n).Is("conj") && r.sent.Has(r.tok(n).Head) && hops < farthest; hops++ {
		n = r.tok(n).Head
	}
	h := r.tok(n).Head
	if p := h; r.sent.Has(p) && r.tok(p).Is("obj") && r.sent.Has(r.tok(p).Head) { // "took part" "in a march"
		if w := r.match(r.tok(p).Head); w != nil && len(w.words) == 2 && w.words[1] == r.word(p) && r.binds(w, n) {
			return r.tok(p).Head, n
		}
	}
	if !r.sent.Has(h) || !verbal(r.tok(h)) || !r.governs(h, n) {
		return -1, n
	}
	return h, n
}

// carried moves a find from a noun to the verb that carries it.
func (r *reader) carried(f *find) {
	h, n := r.carrier(f.word)
	if h < 0 {
		r.takesPlace(f, n, r.tok(n).Head)
		return
	}
	if w := r.match(h); w != nil && (w.op == "light" || w.op == "undergo" || w.op == "begin") {
		f.head, f.how = h, byLight
		f.rules = append(f.rules, w.name)
	}
}

func lends(op string) bool {
	switch op {
	case "light", "undergo", "begin", "stop", "try", "fail", "commit", "threat", "order", "schedule":
		return true
	}
	return false
}

// takesPlace recognises a noun that is the subject of a verb of happening, or
// the predicate of a sentence: "clashes broke out", "it was a coup".
func (r *reader) takesPlace(f *find, n, h int) {
	t := r.tok(n)
	switch {
	case h < r.sent.First && r.doc.Child(n, "cop") < 0: // not "it was the worst attack"
		f.how = byEvent
	case (f.typ == griot.Protest || f.typ == griot.Mobilize || f.mode == "visit") && r.isOn(n):
		f.how = byEvent
		noun := r.args(f.word)
		if r.relatives(n, noun); len(noun.subj) == 0 {
			noun.subj, noun.obj = noun.obj, nil
		}
	case r.beset(f, n):
		f.how = byEvent
	case r.inProtest(f, n, h):
		f.how = byEvent
		r.args(f.word).subj = r.governor(h).subj
	case t.Is("nsubj") && f.typ == griot.Assault && r.lex.class("fray", f.row.words[0]) && r.scheduled(h) && r.doc.Child(h, "obj") < 0 && r.ends(h):
		f.how, f.head = byEvent, h
		r.alone(f, "stop")
	case r.exists(n, h):
		f.how = byEvent
	case t.Is("nsubj") && r.occurs(f, h):
		f.how, f.head = byEvent, h
		noun := r.args(f.word)
		noun.obl = append(noun.obl, r.args(h).obl...)
		if f.typ == griot.Assault && r.lex.class("shake", r.word(h)) { // "a blast rocked the market"
			noun.obj = r.args(h).obj
		}
	case r.stands(f, n, h):
		f.how = byEvent
	default:
		r.happened(f)
	}
}

// occurs tells whether the predicate at h says of its subject that it came about, or
// of talks what they were about.
func (r *reader) occurs(f *find, h int) bool {
	underway := r.sent.Has(h) && r.word(h) == "way" && slices.Contains(r.preps(h), "under")
	return underway || r.lex.class("happen", r.word(h)) || f.typ == griot.Consult && r.lex.class("revolve", r.word(h))
}

// isOn tells whether the noun at n is what a clause says that somebody is on: "has been
// on strike", "is on alert", "the envoy, who is on a visit to".
func (r *reader) isOn(n int) bool {
	t := r.tok(n)
	clause := t.Head < r.sent.First || r.doc.Child(n, "cop") >= 0 && (t.Rel == "acl:relcl" || t.Is("ccomp") || t.Is("conj"))
	return clause && slices.Contains(r.preps(n), "on")
}

// beset tells whether the noun at n is a state that somebody is in through another's
// doing: "is in custody", "has been under siege".
func (r *reader) beset(f *find, n int) bool {
	if r.doc.Child(n, "cop") < 0 {
		return false
	}
	in, under := slices.Contains(r.preps(n), "in"), slices.Contains(r.preps(n), "under")
	if f.mode == "allege" && slices.Contains(r.preps(n), "on") { // "is on trial"
		return true
	}
	return in && (f.mode == "arrest" || f.mode == "abduct") || under && (f.typ == griot.Coerce || f.typ == griot.Assault || f.mode == "investigate")
}

// exists tells whether the noun at n is what the verb at h says that there was:
// "there were clashes in the capital".
func (r *reader) exists(n, h int) bool {
	return r.tok(n).Is("nsubj") && r.sent.Has(h) && r.word(h) == "be" && r.doc.Child(h, "expl") >= 0 && !r.mayBe(h) && !r.args(h).negated
}

// inProtest tells whether the noun at n says what the act of the verb at h was,
// "closed their shops in protest", and that act is none of its own, as "resigned
// in protest" is, nor one that is yet to come: "announced, in protest, a fast".
func (r *reader) inProtest(f *find, n, h int) bool {
	t := r.tok(n)
	if f.row.words[0] != "protest" || !t.Is("obl") || !slices.Contains(r.preps(n), "in") || r.doc.Child(n, "det") >= 0 || h < r.sent.First {
		return false
	}
	w := r.match(h)
	return w == nil || w.typ == "" && w.op != "order" && w.op != "commit" && w.op != "say" || w.typ == griot.Coerce
}

// happened recognises a noun of which a relative clause says that it came about:
// "the truce, which came into force on Friday".
func (r *reader) happened(f *find) {
	for k := range r.doc.Children(f.word) {
		t := r.tok(k)
		if t.Rel == "acl:relcl" && r.lex.class("arise", r.word(k)) && r.doc.Child(k, "nsubj") == r.relative(k) && r.relative(k) >= 0 {
			f.how, f.head = byEvent, k
			return
		}
		if (t.Rel == "acl" || t.Rel == "acl:relcl") && k > f.word && r.carriedOut(f, k) {
			return
		}
	}
}

// carriedOut recognises a noun that is described by who did it: "an attack carried
// out by rebels", "the expulsion, which was ordered by the king".
func (r *reader) carriedOut(f *find, k int) bool {
	a := r.args(k)
	if w := r.match(k); !a.passive || len(a.subj) == 0 || w == nil || w.op != "light" && w.op != "order" {
		return false
	}
	f.how, f.head = byEvent, k
	if noun := r.args(f.word); len(noun.subj) == 0 {
		noun.subj = a.subj
	}
	return true
}
