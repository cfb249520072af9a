package what

import (
	"slices"
	"strings"
)

// shared fills in the arguments that a verb has without having them beside it:
// the subject of the verb that governs an infinitive, the noun that a relative
// clause or participle describes, what coordinated verbs have in common.
func (r *reader) shared(i int, a *args) {
	t := r.tok(i)
	switch {
	case t.Rel == "acl:relcl" || t.Rel == "acl" || r.modifies(i):
		r.described(i, a)
	case t.Is("conj"):
		r.coordinated(i, a)
	case t.Is("xcomp"):
		r.controlled(i, a)
	case t.Is("advcl"):
		if k := r.strayed(i); k >= 0 && len(a.subj) == 0 && len(a.obj) == 0 {
			a.passive, a.subj = false, r.phrases(k)
		} else if len(a.subj) == 0 && r.bidTo(i, a) {
			break
		} else if k := r.calledFor(i); k >= 0 && len(a.subj) == 0 && len(a.obj) == 0 {
			r.subject(i, k, a)
		} else if (len(a.subj) == 0 || a.passive) && !(a.passive && len(a.obj) > 0) && t.XPOS != "VBD" && t.XPOS != "VBZ" && !tensed(a.modals) {
			h := r.bearer(i)
			if r.urged(i, h) {
				r.controlled(i, a)
			} else {
				r.take(a, r.governor(h).subj, h)
			}
		}
	case t.Is("ccomp") && t.Head > i:
		r.reported(i, a)
	case t.Is("ccomp") || t.Is("parataxis"):
		if len(a.subj) == 0 && len(a.obj) == 0 && (t.XPOS == "VB" || t.XPOS == "VBG") {
			r.controlled(i, a)
		}
	}
	r.relatives(i, a)
	if a.passive && len(a.subj) == 0 {
		a.subj = r.agentBehind(i)
	}
}

// agentBehind is who did what the passive verb at i tells of, named once behind the
// last verb of its coordination: "were beaten and abducted by soldiers".
func (r *reader) agentBehind(i int) []int {
	for k := range r.doc.Children(i) {
		if t := r.tok(k); k < i || !t.Is("conj") || t.XPOS != "VBN" || r.hasSubject(k) || r.doc.Child(k, "nsubj:pass", "aux", "aux:pass") >= 0 {
			continue
		}
		for by := range r.doc.Children(k) {
			if r.tok(by).Rel == "obl:agent" && !r.isTime(by) {
				return r.phrases(by)
			}
		}
	}
	return nil
}

// strayed is the noun between the verb at i, in the past or present, and the word that
// opens its clause, which the tree hung on the verb above: "after the army called for
// him to go", read as "after the army" that "called"; or -1.
func (r *reader) strayed(i int) int {
	t := r.tok(i)
	if t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && (t.XPOS != "VBN" || r.doc.Child(i, "aux", "aux:pass") >= 0) {
		return -1
	}
	mark := r.doc.Child(i, "mark")
	for k := mark + 1; mark >= 0 && k < i; k++ {
		if c := r.tok(k); c.Head == t.Head && (c.Is("obl") || c.Is("obj")) && len(r.preps(k)) == 0 && r.actorish(k) {
			return k
		}
	}
	return -1
}

// calledFor is who is to do what the infinitive at i says that somebody called for:
// "called for him to resign"; or -1.
func (r *reader) calledFor(i int) int {
	h := r.tok(i).Head
	if !r.sent.Has(h) || !verbal(r.tok(h)) || !r.hasMark(i, "to") {
		return -1
	}
	for k := range r.doc.Children(h) {
		if k > h && k < i && r.tok(k).Is("obl") && slices.Contains(r.preps(k), "for") && r.actorish(k) {
			return k
		}
	}
	return -1
}

// urged tells whether the infinitive at i, read as a purpose, is what the verb at h
// has somebody do: "obliged the rebels to attack".
func (r *reader) urged(i, h int) bool {
	if h != r.tok(i).Head || !r.sent.Has(h) || !r.hasMark(i, "to") || len(r.args(h).obj) == 0 {
		return false
	}
	w := r.match(h)
	return w != nil && slices.ContainsFunc(w.needs, func(n need) bool { return n.place == "c" && !n.not }) && slices.ContainsFunc(w.needs, func(n need) bool { return n.place == "o" && !n.not })
}

// tensed tells whether auxiliaries give a verb a tense of its own, with which it
// has a subject of its own too, wherever the tree has put that.
func tensed(aux []string) bool {
	return slices.ContainsFunc(aux, func(m string) bool { return m == "will" || m == "would" || m == "must" || m == "can" || m == "could" })
}

// bearer is the predicate whose subject an adverbial clause without one of its
// own has: its governor, or where the tree hangs the clause on a noun or
// adjective without a subject, the one above.
func (r *reader) bearer(i int) int {
	h := r.tok(i).Head
	for range farthest {
		if !r.sent.Has(h) {
			return h
		}
		t := r.tok(h)
		loose := (t.UPOS == "NOUN" || t.UPOS == "ADJ") && t.Head >= r.sent.First && !t.Is("conj") && len(r.args(h).subj) == 0
		switch {
		case t.Is("ccomp") && loose && len(r.args(t.Head).subj) > 0:
			return t.Head
		case !loose || t.Is("ccomp"):
			return h
		}
		h = t.Head
	}
	return h
}

// reported gives a clause that stands before its verb of saying the subject that
// the tree hung on that verb: "the envoy arrived on Monday, officials said".
func (r *reader) reported(i int, a *args) {
	var first []int
	for _, k := range r.governor(r.tok(i).Head).subj {
		if k < i {
			first = append(first, k)
		}
	}
	switch {
	case a.passive && len(a.obj) == 0:
		a.obj = first
	case !a.passive && len(a.subj) == 0:
		a.subj = first
	}
}

// governor are the arguments of the predicate at h, none outside the sentence.
func (r *reader) governor(h int) *args {
	if h < r.sent.First || h >= r.sent.End {
		return &args{}
	}
	return r.args(h)
}

// take gives a verb its understood subject: what it undergoes when passive.
// The subject of a passive governor is its object.
func (r *reader) take(a *args, subj []int, governor int) {
	if len(subj) == 0 {
		if g := r.governor(governor); g.passive {
			subj = g.obj
		}
	} else if g := r.governor(governor); g.passive && len(g.obj) > 0 {
		subj = g.obj
	}
	if a.passive {
		if len(a.obj) == 0 {
			a.obj = subj
		}
	} else if len(a.subj) == 0 {
		a.subj = subj
	}
}

// controlled gives an infinitive the object of its governor ("urged Iran to
// leave"), unless that promises or threatens, or else its subject.
func (r *reader) controlled(i int, a *args) {
	if len(a.subj) > 0 || a.passive && len(a.obj) > 0 {
		return
	}
	h := r.tok(i).Head
	g := r.governor(h)
	if len(g.obj) > 0 && !g.passive && h >= r.sent.First && !r.lex.class("subject-control", r.word(h)) {
		if a.passive {
			a.obj = g.obj
		} else {
			a.subj = g.obj
		}
		return
	}
	r.take(a, g.subj, h)
}

// described gives the verb of a participle or relative clause the noun that it
// describes, in the place that is free.
func (r *reader) described(i int, a *args) {
	t := r.tok(i)
	if t.Head < r.sent.First {
		return
	}
	noun := r.phrases(t.Head)
	if one := r.oneOf(t.Head); one >= 0 {
		noun = r.phrases(one)
	}
	if t.XPOS == "VBG" && r.doc.Child(t.Head, "cop") >= 0 { // "was a partner, agreeing to"
		noun = r.args(t.Head).subj
	}
	switch {
	case r.serial(i): // "freed a pilot, apologised for it and offered"
		a.passive, a.subj = false, r.args(r.tok(t.Head).Head).subj
	case r.mistaken(i): // "the US on Thursday rejected calls" read as "rejected calls"
		a.passive, a.subj, a.obj = false, r.before(i), noun
		if i > t.Head { // "the bloc isolated Niger", read as an apposition
			a.subj, a.obj = []int{t.Head}, r.phrases(r.doc.Child(t.Head, "appos"))
		}
	case t.Rel == "acl:relcl":
		if r.relative(i) < 0 && len(a.obj) == 0 && !r.adverbialGap(i) { // "the men police arrested"
			a.obj = noun
		}
	case a.passive:
		if len(a.obj) == 0 {
			a.obj = noun
		}
	case r.finite(i) && len(a.subj) == 0: // "the observer accused them", read as a description of him
		a.subj = noun
	case t.XPOS == "VBG" && len(a.subj) == 0 && r.blamed(i) >= 0: // "was accused by monitors of shelling"
		a.subj = r.args(r.blamed(i)).obj
	case t.XPOS == "VBG" && len(a.subj) == 0 && r.statement(i) >= 0: // "a statement condemning": of whoever makes it
		a.subj = r.author(r.statement(i))
	case t.XPOS == "VBG" && len(a.subj) == 0:
		if a.subj = noun; !r.actorish(t.Head) {
			if k := r.alongside(i); k >= 0 {
				a.subj = r.phrases(k)
			}
		}
	case len(a.subj) == 0 && r.bidTo(i, a): // "a call for the army to free him"
	case len(a.subj) == 0: // "a plan to close the border": of whoever plans
		a.subj = r.owner(t.Head)
	}
}

// oneOf is who is said to be among the people that the pronoun at k stands for
// ("among those arrested was the editor"), or -1.
func (r *reader) oneOf(k int) int {
	t := r.tok(k)
	if w := strings.ToLower(t.Form); w != "those" && w != "people" || !slices.Contains(r.preps(k), "among") || !r.sent.Has(t.Head) {
		return -1
	}
	if h := t.Head; r.doc.Child(h, "cop") >= 0 && !verbal(r.tok(h)) && h > k {
		return h
	}
	return -1
}

// alongside is who stands right before the participle at i, in a phrase of the thing
// that the tree has it describe: "in response to the mayor urging them"; or -1.
func (r *reader) alongside(i int) int {
	for k := range r.doc.Children(r.tok(i).Head) {
		if r.tok(k).Is("nmod") && k < i && r.doc.Subtree(k).End == i && r.actorish(k) {
			return k
		}
	}
	return -1
}

// finite tells whether a verb that was read as describing the noun before it tells
// what that did: it is a past form, or an active one with an object of its own.
func (r *reader) finite(i int) bool {
	t := r.tok(i)
	return t.Rel == "acl" && t.Head < i && (t.XPOS == "VBD" || t.XPOS == "VBN" && r.doc.Child(i, "obj") > i)
}

// serial tells whether a past form that was read as describing the object before it
// is the next act of a series that goes on behind it: "freed a pilot, apologised for
// the raid and offered talks".
func (r *reader) serial(i int) bool {
	t := r.tok(i)
	if t.Rel != "acl" || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head >= i-1 || r.tok(i-1).Form != "," || !r.tok(t.Head).Is("obj") || len(r.args(i).by("by")) > 0 {
		return false
	}
	h := r.tok(t.Head).Head
	next := r.doc.Child(i, "conj")
	return r.sent.Has(h) && r.tok(h).XPOS == "VBD" && next > i && r.tok(next).XPOS == "VBD" && r.doc.Child(next, "nsubj") < 0
}

// blamed is the passive verb of blaming whose agent the tree makes the doer of
// what another is blamed for, or -1.
func (r *reader) blamed(i int) int {
	n := r.tok(i).Head
	if !slices.Contains(r.opening(i), "of") {
		return -1
	}
	for hops := 0; r.tok(n).Is("conj") && r.sent.Has(r.tok(n).Head) && hops < farthest; hops++ {
		n = r.tok(n).Head
	}
	h := r.tok(n).Head
	if !r.tok(n).Is("obl") || !r.sent.Has(h) || !r.args(h).passive {
		return -1
	}
	return h
}

// adverbialGap tells whether a relative clause leaves open where or when.
func (r *reader) adverbialGap(i int) bool {
	for k := range r.doc.Children(i) {
		switch strings.ToLower(r.tok(k).Form) {
		case "where", "when", "why":
			return true
		}
	}
	return false
}

// modifies tells whether the verb at i stands before a noun as its modifier.
func (r *reader) modifies(i int) bool {
	t := r.tok(i)
	return t.Is("amod") || t.Is("compound") && t.UPOS == "VERB"
}

// mistaken tells whether a verb was read as the modifier of its own object: the
// noun has what can only be a subject before the verb, and no copula, or the verb
// follows its auxiliary ("has suspended aid" read as "has" "suspended aid").
func (r *reader) mistaken(i int) bool {
	t := r.tok(i)
	if !r.modifies(i) || t.XPOS != "VBN" && t.XPOS != "VBD" || r.doc.Child(t.Head, "cop") >= 0 {
		return false
	}
	return r.auxiliary(i) >= 0 || r.resumes(i) >= 0 || i > t.Head && r.doc.Child(t.Head, "appos") > i || len(r.before(i)) > 0
}

// resumes is the verb with which the one at i is coordinated where its object was
// joined to the day between them ("met on Monday and seized power"), or -1.
func (r *reader) resumes(i int) int {
	if i-1 < r.sent.First || r.tok(i-1).UPOS != "CCONJ" || !r.sent.Has(r.tok(i).Head) {
		return -1
	}
	noun := r.tok(r.tok(i).Head)
	if !noun.Is("conj") || !r.sent.Has(noun.Head) || !r.isDay(noun.Head) {
		return -1
	}
	h := r.tok(noun.Head).Head
	if !r.sent.Has(h) || !verbal(r.tok(h)) {
		return -1
	}
	return h
}

// auxiliary is the "have" right before the modifier at i of which its noun was read
// as the object, or -1.
func (r *reader) auxiliary(i int) int {
	if !r.sent.Has(r.tok(i).Head) {
		return -1
	}
	h := r.tok(r.tok(i).Head).Head
	for k := i - 1; r.sent.Has(h) && k >= h; k-- {
		switch t := r.tok(k); {
		case k == h && verbal(t) && t.Lemma == "have" && r.tok(r.tok(i).Head).Is("obj"):
			return h
		case t.UPOS != "ADV":
			return -1
		}
	}
	return -1
}

// before are the subject, or else the names and plural nouns, that hang on the
// noun of the modifier at i and stand before the modifier.
func (r *reader) before(i int) []int {
	if h := r.resumes(i); h >= 0 {
		if a := r.args(h); a.passive {
			return a.obj
		}
		return r.args(h).subj
	}
	var names []int
	noun := r.tok(i).Head
	if h := r.auxiliary(i); h >= 0 {
		if k := r.doc.Child(i, "nsubj"); k >= 0 {
			return r.phrases(k)
		}
		return r.args(h).subj
	}
	if n := r.tok(noun); n.Is("nmod") && r.sent.Has(n.Head) && r.tok(n.Head).Head < 0 && (r.doc.Child(noun, "compound") >= 0 || r.afterDay(i)) {
		return []int{n.Head} // "supporters of the king blocked roads" read as of "blocked roads"
	}
	for k := range r.doc.Children(noun) {
		switch t := r.tok(k); {
		case k > i:
		case t.Is("nsubj"):
			return r.phrases(k)
		case t.Is("amod") && k == i-1 && r.lex.class("troop", r.word(k)): // "the military seized power"
			names = append(names, k)
		case t.Is("compound") && (t.UPOS == "PROPN" || t.XPOS == "NNS" || r.lex.class("person", r.word(k))):
			names = append(names, k)
		}
	}
	return names
}

// afterDay tells whether a day stands before the verb at i as a part of it: "the bloc
// on Sunday imposed sanctions".
func (r *reader) afterDay(i int) bool {
	k := r.doc.Child(i, "obl", "obl:unmarked")
	return k >= 0 && k < i && r.isDay(k)
}

// owner is who an act named by a noun belongs to: its possessor, or the subject
// of the verb that governs it.
func (r *reader) owner(n int) []int {
	if a := r.governor(n); len(a.poss) > 0 {
		return a.poss
	} else if by := a.by("by"); len(by) > 0 {
		return by
	}
	t := r.tok(n)
	if h := t.Head; h >= r.sent.First && (t.Is("obj") || t.Is("nsubj:pass")) && verbal(r.tok(h)) {
		return r.args(h).subj
	}
	return nil
}

// author is who makes a statement: its owner, whoever it is from, or else itself.
func (r *reader) author(n int) []int {
	if owner := r.owner(n); len(owner) > 0 {
		return owner
	}
	if from := r.governor(n).by("from"); len(from) > 0 {
		return from
	}
	return []int{n}
}

// coordinated gives a verb what it shares with the first verb of its
// coordination: the subject, the auxiliaries, and an object that follows both.
func (r *reader) coordinated(i int, a *args) {
	h := r.tok(i).Head
	if h < r.sent.First || !verbal(r.tok(h)) && r.tok(h).UPOS != "ADJ" {
		return
	}
	first := r.args(h)
	if len(a.modals) == 0 && !r.hasSubject(i) {
		a.modals = first.modals
	}
	if (len(a.subj) == 0 || a.passive) && !(a.passive && len(a.obj) > 0) { // "were beaten and abducted by soldiers"
		r.take(a, first.subj, h)
	}
	if len(a.obj) == 0 && !a.passive {
		for _, o := range first.obj {
			if o > i {
				a.obj = append(a.obj, o)
			}
		}
	}
}

func (r *reader) hasSubject(i int) bool { return r.doc.Child(i, "nsubj", "csubj") >= 0 }
