package what

import (
	"slices"
	"strings"

	"griot/text"
)

// args are the participants that the tree gives a predicate, whether verb or
// noun. Coordinated phrases are listed one by one.
type args struct {
	subj    []int // who acts: the subject, the agent of a passive, the subject of a light verb
	obj     []int // who undergoes: the object, the subject of a passive
	iobj    []int
	poss    []int // "Niger's" of a noun
	mods    []int // compounds and adjectives before a noun: "rebel" of "rebel attack"
	obl     []oblique
	comps   []int // heads of infinitives and clauses that complete it
	passive bool
	negated bool
	modals  []string // auxiliaries: "will", "must"
}

// oblique is a phrase joined by a preposition.
type oblique struct {
	prep string // lower case; "" for a bare phrase ("last week")
	head int
}

// by lists the phrases joined by prep.
func (a *args) by(prep string) []int {
	var heads []int
	for _, o := range a.obl {
		if o.prep == prep {
			heads = append(heads, o.head)
		}
	}
	return heads
}

// reader reads the frames of one sentence.
type reader struct {
	lex   *Lexicon
	doc   *text.Doc
	cast  Cast
	talk  Speech // nil where nobody knows who speaks
	sent  text.Range
	memo  []*args
	busy  []bool
	words []string
	rows  []*row // found for each token
	seen  []state
	fixed map[int]*text.Token // tags set right; see repair
	// partial is set when arguments were looked for while the row of the verb that
	// lends them was not yet known; they are looked for again.
	partial bool
}

// state tells whether the row of a token has been looked for.
type state int8

const (
	unseen state = iota
	looking
	seen
)

func newReader(l *Lexicon, doc *text.Doc, cast Cast, talk Speech, sent text.Range) *reader {
	n := sent.Len()
	r := &reader{lex: l, doc: doc, cast: cast, talk: talk, sent: sent, memo: make([]*args, n), busy: make([]bool, n),
		words: make([]string, n), rows: make([]*row, n), seen: make([]state, n)}
	r.repair()
	return r
}

func (r *reader) tok(i int) *text.Token {
	if t, ok := r.fixed[i]; ok {
		return t
	}
	return &r.doc.Tokens[i]
}

// args are the arguments of the predicate at token i, found once.
func (r *reader) args(i int) *args {
	k := i - r.sent.First
	if r.memo[k] != nil {
		return r.memo[k]
	}
	if r.busy[k] { // a predicate that waits for its own arguments has none
		return &args{}
	}
	r.busy[k] = true
	a := &args{}
	r.own(i, a)
	if verbal(r.tok(i)) {
		if r.goingTo(i) {
			a.modals = append(a.modals, "will")
		}
		r.shared(i, a)
	} else if r.pos(i) == 'n' {
		r.lent(i, a)
	}
	if r.busy[k] = false; !r.partial {
		r.memo[k] = a
	}
	r.partial = false
	return a
}

// verbal tells whether a token is read as a verb.
func verbal(t *text.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }

// own fills in what hangs on token i itself.
func (r *reader) own(i int, a *args) {
	t := r.tok(i)
	a.passive = r.passive(i)
	for k := range r.doc.Children(i) {
		c := r.tok(k)
		rel, sub, _ := strings.Cut(c.Rel, ":")
		switch rel {
		case "nsubj", "csubj":
			r.subject(i, k, a)
		case "expl":
			if len(a.subj) == 0 && !a.passive && r.cast != nil && (r.known(k) || r.lex.class("volition", r.word(i))) { // "it said it was open to"
				a.subj = []int{k}
			}
		case "advcl":
			if o := r.doc.Child(k, "obj"); o >= 0 && r.lex.class("beside", r.word(k)) { // "from neighboring Kenya"
				for _, p := range r.opening(k) {
					a.obl = append(a.obl, oblique{p, o})
				}
			}
		case "obj":
			r.object(k, a)
		case "iobj":
			a.iobj = append(a.iobj, r.phrases(k)...)
		case "obl", "nmod":
			if verbal(c) && r.hasMark(k, "to") { // "offered to free", read as "to" a thing
				a.comps = append(a.comps, k)
				break
			}
			r.oblique(k, sub, a)
		case "compound", "amod", "flat":
			if sub != "prt" && !verbal(t) {
				a.mods = append(a.mods, k)
			}
		case "xcomp", "ccomp":
			a.comps = append(a.comps, k)
		case "acl":
			if sub == "" && t.UPOS == "NOUN" && (r.hasMark(k, "to") || r.hasMark(k, "that")) {
				a.comps = append(a.comps, k)
			}
		case "cop":
			if r.pos(i) == 'v' && (r.hasMark(i, "to") || r.hasMark(i, "due")) { // "is to meet", "is due to meet"
				a.modals = append(a.modals, "will")
			}
		case "aux":
			a.modals = append(a.modals, strings.ToLower(c.Lemma))
		case "advmod", "det", "cc":
			if negative(c) {
				a.negated = true
			}
		}
	}
	r.receive(i, a)
}

// severed tells whether the noun at k is the object of the verb at i, which the tree
// joined to the verb before that: "ordered people out and suspended classes".
func (r *reader) severed(k, i int) bool {
	t := r.tok(k)
	if t.UPOS != "NOUN" || t.Head != r.tok(i).Head || r.doc.Child(k, "cc", "punct", "case") >= 0 || r.doc.Child(i, "cc") < 0 {
		return false
	}
	return r.phrase(k).First == i+1
}

// subject files the subject k of the predicate at i: it undergoes what is told in
// the passive and what it is in ("are in detention"), and a second one behind the
// verb is its object ("that the junta free the king"). A weekday is nobody, but
// who stands before it may hang on it ("lawmakers Tuesday endorsed").
func (r *reader) subject(i, k int, a *args) {
	if t := r.tok(k); t.Is("csubj") && t.UPOS == "NOUN" && k > i { // "open to dialogue"
		r.oblique(k, "", a)
		return
	}
	if r.isDay(k) {
		if c := r.doc.Child(k, "nmod:desc", "compound"); c >= 0 && c < k && r.actorish(c) {
			k = c
		}
	}
	undergoes := a.passive || r.tok(i).UPOS == "NOUN" && r.doc.Child(i, "case") >= 0
	if undergoes || k > i && len(a.subj) > 0 {
		a.obj = append(a.obj, r.phrases(k)...)
	} else {
		a.subj = append(a.subj, r.phrases(k)...)
	}
}

// oblique files a phrase with a preposition, or a possessor.
func (r *reader) oblique(k int, sub string, a *args) {
	preps := r.preps(k)
	if sub == "poss" || len(preps) == 1 && (preps[0] == "'s" || preps[0] == "’s" || preps[0] == "'" || preps[0] == "’") {
		a.poss = append(a.poss, r.phrases(k)...)
		return
	}
	if r.isDay(k) { // "on Friday" binds nobody, but "Pakistan today" was read as one phrase
		if c := r.doc.Child(k, "compound"); len(preps) == 0 && c >= 0 && r.tok(c).UPOS == "PROPN" && !r.isDay(c) && k < r.tok(k).Head && !r.hasSubject(r.tok(k).Head) {
			a.subj = append(a.subj, c)
		}
		switch {
		case len(preps) == 0 && r.spanned(k): // "gave them two days to leave"
			a.obl = append(a.obl, oblique{"", k})
		case len(preps) > 0 && preps[0] == "until": // "gave them until Friday to leave"
			a.obl = append(a.obl, oblique{"until", k})
		}
		return
	}
	if len(preps) == 0 {
		h := r.tok(k).Head
		if sub == "" && k < h && verbal(r.tok(h)) && r.doc.Child(h, "nsubj") < 0 && r.actorish(k) { // "supporters marched", "at least ten people were hurt"
			r.subject(h, k, a)
			return
		}
		if sub == "" && verbal(r.tok(h)) && len(a.obj) == 0 && r.doc.Child(h, "obj") < 0 && (r.hasParticle(h) || !a.passive && r.doc.Child(h, "nsubj:pass") >= 0 || r.heavy(k)) && !r.isTime(k) {
			a.obj = append(a.obj, r.phrases(k)...) // "took over the town"
			return
		}
		if sub == "" || sub == "npmod" || sub == "unmarked" {
			preps = []string{""}
		}
	}
	if len(preps) == 1 && preps[0] == "than" && len(a.obj) == 0 { // "arrested more than 100 men"
		a.obj = append(a.obj, r.phrases(k)...)
		return
	}
	for _, p := range preps {
		if len(preps) == 1 && verbal(r.tok(r.tok(k).Head)) && r.lex.particles[r.word(r.tok(k).Head)+" "+p] && r.doc.Child(r.tok(k).Head, "obj") < 0 {
			a.obj = append(a.obj, r.phrases(k)...) // "called off a strike" read as "off a strike"
			return
		}
		for _, h := range r.phrases(k) {
			if p == "by" && (a.passive || sub == "agent" && !r.hasSubject(r.tok(k).Head)) && !r.isTime(h) {
				a.subj = append(a.subj, h)
			}
			a.obl = append(a.obl, oblique{p, h})
		}
	}
}

// heavy tells whether the bare phrase at k stands behind another of its verb, where
// only a long object stands: "signed on Tuesday an agreement".
func (r *reader) heavy(k int) bool {
	t := r.tok(k)
	if r.passive(t.Head) || t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return false
	}
	for c := range r.doc.Children(t.Head) {
		if c > t.Head && c < k && r.tok(c).Is("obl") && len(r.preps(c)) > 0 {
			return true
		}
	}
	return false
}

// hasParticle tells whether the verb at i has a particle, also one that was read
// as an adverb.
func (r *reader) hasParticle(i int) bool {
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Rel == "compound:prt" || t.Is("advmod") && r.lex.particles[r.word(i)+" "+strings.ToLower(t.Form)] {
			return true
		}
	}
	return false
}

// opening are the words that open the clause at k.
func (r *reader) opening(k int) []string {
	var all []string
	for c := range r.doc.Children(k) {
		if r.tok(c).Is("mark") {
			all = append(all, strings.ToLower(r.tok(c).Form))
		}
	}
	return all
}

// preps are the prepositions of the phrase that k heads.
func (r *reader) preps(k int) []string {
	var preps []string
	for c := range r.doc.Children(k) {
		if t := r.tok(c); t.Is("case") || t.Is("mark") && !verbal(r.tok(k)) { // "open to talks"
			preps = append(preps, strings.ToLower(r.tok(c).Form))
		}
	}
	if title := r.doc.Child(k, "nmod:desc"); len(preps) == 0 && title >= 0 && title < k { // "against mayor Roe"
		if c := r.doc.Child(title, "case"); c >= 0 && c < title {
			preps = append(preps, strings.ToLower(r.tok(c).Form))
		}
	}
	return preps
}

func (r *reader) hasMark(k int, form string) bool {
	for c := range r.doc.Children(k) {
		if t := r.tok(c); (t.Is("mark") || t.UPOS == "SCONJ" || t.Is("case") && verbal(r.tok(k))) && strings.EqualFold(t.Form, form) {
			return true
		}
	}
	return false
}

// phrases are the phrase that k heads and those coordinated with it; a
// measure ("thousands of people") gives way to what is measured. No phrase (-1)
// has none.
func (r *reader) phrases(k int) []int {
	if k < 0 {
		return nil
	}
	heads := []int{r.measured(k)}
	for c := range r.doc.Children(k) {
		if r.tok(c).Is("conj") && !verbal(r.tok(c)) && r.stolen(c) < 0 {
			heads = append(heads, r.phrases(c)...)
		}
	}
	return heads
}

// stolen is the verb whose object the tree joined to a noun before that verb: the
// "and" of "banned rallies and threatened activists" was hung on the activists;
// or -1.
func (r *reader) stolen(noun int) int {
	and := r.doc.Child(noun, "cc")
	if and < 0 || and > noun || noun-and > 8 {
		return -1
	}
	v := and + 1
	for v < noun && r.tok(v).UPOS == "ADV" {
		v++
	}
	if t := r.tok(v); v == noun || t.UPOS != "VERB" || !t.Is("conj") || r.doc.Child(v, "cc", "nsubj", "obj") >= 0 || r.under(v, noun) {
		return -1
	}
	return v
}

// measured is the noun that a measure counts, or k itself.
func (r *reader) measured(k int) int {
	for range 3 {
		t := r.tok(k)
		if t.UPOS != "NUM" && !r.lex.class("measure", r.word(k)) {
			return k
		}
		of := -1
		for c := range r.doc.Children(k) {
			if r.tok(c).Is("nmod") && len(r.preps(c)) > 0 && r.preps(c)[0] == "of" {
				of = c
				break
			}
		}
		if of < 0 {
			return k
		}
		k = of
	}
	return k
}

// passive tells whether the verb at i is in the passive: it has a passive
// auxiliary or subject, or is a past participle that modifies or follows one.
func (r *reader) passive(i int) bool {
	t := r.tok(i)
	if !verbal(t) && t.UPOS != "ADJ" {
		return false
	}
	aux, undergoes := false, false
	for k := range r.doc.Children(i) {
		c := r.tok(k)
		switch {
		case c.Rel == "aux:pass":
			return true
		case c.Is("mark") && t.XPOS == "VBN" && strings.EqualFold(c.Form, "with") && r.doc.Child(i, "aux") < 0: // "with ten men killed"
			return true
		case c.Rel == "nsubj:pass":
			undergoes = true
		case c.Is("aux") || c.Is("nsubj"):
			aux = true
		case c.Is("obj") && t.XPOS == "VBN" && !t.Is("conj"):
			return false
		}
	}
	if r.deadly(i) { // "hacked to death in the fight"
		return true
	}
	if undergoes { // not "signed on Tuesday an agreement", though read as a passive
		return r.bare(i) < 0 && r.doc.Child(i, "obj") < i
	}
	if aux || t.XPOS != "VBN" || r.finite(i) {
		return false
	}
	switch {
	case t.Is("conj"):
		return t.Head >= 0 && r.passive(t.Head)
	case t.Rel == "acl" || t.Is("amod") || t.Is("advcl") || t.Is("xcomp") || t.Is("dep"):
		return true
	}
	return false
}

// deadly tells whether the verb at i, which has no object, says how its subject died.
func (r *reader) deadly(i int) bool {
	k := r.doc.Child(i, "obl")
	return k > i && r.word(k) == "death" && slices.Contains(r.preps(k), "to") && r.doc.Child(i, "obj", "aux") < 0 && r.doc.Child(k, "det", "nmod:poss") < 0
}

// bare is a phrase after the verb at i that is joined to it by nothing and is no
// time, or -1.
func (r *reader) bare(i int) int {
	for k := range r.doc.Children(i) {
		if k > i && r.tok(k).Is("obl") && len(r.preps(k)) == 0 && !r.isTime(k) {
			return k
		}
	}
	return -1
}

func negative(t *text.Token) bool {
	switch strings.ToLower(t.Form) {
	case "not", "n't", "n’t", "never", "no", "neither", "nor":
		return true
	}
	return false
}

// isDay tells whether a phrase is headed by a word for a time.
func (r *reader) isDay(i int) bool {
	w := strings.ToLower(r.word(i))
	return r.lex.class("time", w) && (w != "march" || r.tok(i).UPOS == "PROPN")
}

// isTime tells whether a token names a time, so that "by Friday" is no agent.
func (r *reader) isTime(i int) bool {
	return r.isDay(i) || r.tok(i).UPOS == "NUM"
}
