package what

import (
	"slices"
	"strings"

	"griot"
)

// find is an event in the making.
type find struct {
	head       int // token that carries it
	word       int // token that names the act
	row        *row
	typ        griot.Type
	mode       string
	actors     []int
	recipients []int
	status     griot.Status
	rules      []string
	how        manner
	dead       bool // told better by another find
	given      bool // what another find blames or praises somebody for
	op         string
	inner      griot.Type // what is promised, threatened, demanded, refused
}

// manner is how an event is told; its odds start from it.
type manner string

const (
	byVerb     manner = "verb"     // "rebels attacked"
	byLight    manner = "light"    // "rebels launched an attack"
	byEvent    manner = "event"    // "an attack took place", "the attack killed"
	byMention  manner = "mention"  // "after the attack on the camp"
	byModifier manner = "modifier" // "the kidnapped girls"
	byContent  manner = "content"  // under an accusation, a demand, a protest
)

// triggers finds what the rows name, word by word.
func (r *reader) triggers() []*find {
	var finds []*find
	for i := r.sent.First; i < r.sent.End && len(finds) < crowded; i++ {
		if w := r.match(i); w != nil {
			finds = append(finds, r.found(i, w))
		}
	}
	return finds
}

// crowded is the number of triggers beyond which a sentence is a list or noise;
// it bounds the work.
const crowded = 48

// match is the row that fits token i best: the one with the most needs met,
// the first in the tables among equals; nil when none fits.
func (r *reader) match(i int) *row {
	if !r.sent.Has(i) {
		return nil
	}
	k := i - r.sent.First
	if r.seen[k] == unseen {
		r.seen[k] = looking
		r.rows[k] = r.best(i)
		r.seen[k] = seen
	}
	return r.rows[k]
}

func (r *reader) best(i int) *row {
	pos := r.pos(i)
	if pos == 0 || r.questions(i) {
		return nil
	}
	var best *row
	for _, w := range r.lex.rows[r.word(i)+"."+string(pos)] {
		if r.fits(i, w, false) && (best == nil || w.weight() > best.weight()) {
			best = w
		}
	}
	if best == nil && pos == 'v' {
		best = r.loosely(i)
	}
	if best == nil && r.owed(i) || r.bidden(i) && (best == nil || best.op == "stop" && len(r.args(i).obj) == 0) { // "the war must stop"
		if w := r.duty(i); w != nil {
			best = w
		}
	}
	if best == nil && pos == 'n' {
		best = r.acting(i)
	}
	if best == nil {
		best = r.fault(i)
	}
	if best == nil {
		best = r.refusal(i)
	}
	return best
}

func (r *reader) pos(i int) byte {
	switch t := r.tok(i); t.UPOS {
	case "VERB":
		switch {
		case r.isNoun(i) || r.tailOf(i):
			return 0
		case r.word(i) == "blame" && r.doc.Child(i, "cop") >= 0 && r.hasMark(i, "to"): // "is to blame", who is blamed
			return 'a'
		}
		return 'v'
	case "AUX":
		return 'v'
	case "NOUN":
		return 'n'
	case "PROPN":
		if r.isDay(i) { // "March"
			return 0
		}
		if r.doc.Name(i) < 0 || t.Form == strings.ToLower(t.Form) {
			return 'n'
		}
		return 0
	case "ADV": // "is about to leave"
		if r.doc.Child(i, "xcomp") >= 0 {
			return 'a'
		}
	case "ADJ":
		if t.XPOS == "VBN" || t.XPOS == "VBG" {
			return 'v'
		}
		return 'a'
	}
	return 0
}

// isNoun tells whether a participle stands for whom it describes: "the accused".
func (r *reader) isNoun(i int) bool {
	t := r.tok(i)
	return t.XPOS == "VBN" && !t.Is("acl") && !t.Is("amod") && r.doc.Child(i, "det") >= 0 && r.doc.Child(i, "nsubj", "obj", "aux") < 0
}

// tailOf tells whether the word at i ends a modifier written with a hyphen, which
// names no act: "rebel-held", "open-ended".
func (r *reader) tailOf(i int) bool {
	t := r.tok(i)
	return (t.Is("amod") || t.Is("compound")) && i-2 >= r.sent.First && r.tok(i-1).Form == "-" && r.tok(i-1).Glued && r.tok(i-2).Glued
}

// weight orders the rows that fit: words of the trigger and words named weigh
// more than classes, classes more than an argument of any kind.
func (w *row) weight() int {
	n := 7*len(w.words) - 3
	if w.weak {
		n -= 6
	}
	if w.typ == "" && w.op == "" { // what is no event is so before all else
		n += 20
	}
	for _, need := range w.needs {
		switch {
		case len(need.words) == 0 || need.not:
			n++
		case strings.ContainsAny(need.words[0][:1], "@#"):
			n += 2
		default:
			n += 3
		}
	}
	return n
}

// loosely is the row of the verb at i that fits where the object is named by what
// stands before it ("eased curfew hours"), or else by no more than its verb; or nil.
func (r *reader) loosely(i int) *row {
	var best *row
	for _, w := range r.lex.rows[r.word(i)+".v"] {
		if r.fits(i, w, true) && (best == nil || w.weight() > best.weight()) {
			best = w
		}
	}
	if best == nil {
		return r.broadly(i)
	}
	return best
}

// source lists the tokens in a place of the arguments of token i:
//
//	s o i      subject, object, indirect object (of the act, not of the voice)
//	c x cc     heads of infinitives and clauses that complete it, infinitives, clauses
//	p.against  phrases with that preposition; "p." bare ones
//	poss mods  possessor and modifiers of a noun
//	bid        those of whom a noun asks something: "calls for Kenya to"
//	must       of the complements, those that say what somebody must do
//	where      the token itself, in a clause that says where something lies
//	own        the token itself, where nobody else than who tells of it acts
//	voice      who says that the clause is so
//	o.poss …   the same of its objects; c.o of its complements
func (r *reader) source(i int, place string) []int {
	a := r.args(i)
	first, rest, deep := strings.Cut(place, ".")
	if first == "p" {
		var prep string
		prep, rest, deep = strings.Cut(rest, ".")
		first += "." + prep
	}
	if deep {
		var all []int
		for _, k := range r.source(i, first) {
			if r.sent.Has(k) {
				all = append(all, r.source(k, rest)...)
			}
		}
		return all
	}
	switch place {
	case "s":
		return r.agents(a)
	case "o":
		return a.obj
	case "i":
		if a.passive && len(a.iobj) == 0 { // "was promised by the police that"
			return r.people(a.obj)
		}
		return a.iobj
	case "c":
		return r.completed(i, a)
	case "x", "cc":
		return r.having(a.comps, map[string]string{"x": "xcomp", "cc": "ccomp"}[place])
	case "poss":
		return a.poss
	case "mods":
		return r.people(a.mods)
	case "words":
		return a.mods
	case "where":
		if r.adverbialGap(i) {
			return []int{i}
		}
		return nil
	case "must":
		return r.bound(a.comps)
	case "bid":
		return r.bid(i)
	case "own":
		return r.ownAct(i, a)
	case "voice":
		return r.voicing(i)
	}
	if prep, ok := strings.CutPrefix(place, "p."); ok {
		return r.joined(i, prep, a)
	}
	return nil
}

// voicing is who says that the clause at i, or that of which it is the subject or
// object, is so.
func (r *reader) voicing(i int) []int {
	if t := r.tok(i); (t.Is("nsubj") || t.Is("obj")) && r.sent.Has(t.Head) { // "said its failure to act led to"
		i = t.Head
	}
	if h := r.teller(i); h >= 0 {
		return r.args(h).subj
	}
	return nil
}

// joined are the phrases with a preposition at token i. Where there is none,
// one that the tree hangs on its object, or on the phrase with "of" of a noun,
// stands in: "deployed troops in Mali", "the murder of a priest by rebels".
func (r *reader) joined(i int, prep string, a *args) []int {
	if own := a.by(prep); len(own) > 0 || prep == "of" && !verbal(r.tok(i)) || prep == "" {
		return own
	}
	if t := r.tok(i); t.Is("nsubj") && t.Head >= r.sent.First && r.lex.class("happen", r.word(t.Head)) { // "fighting erupted between"
		if far := r.args(t.Head).by(prep); len(far) > 0 {
			return far
		}
	}
	below := a.obj
	if !verbal(r.tok(i)) {
		if k := r.doc.Child(i, "acl"); k > i && r.tok(k).XPOS == "VBN" && r.isEvent(i) && !r.laid(k) { // "accusations made against him"
			if far := r.args(k).by(prep); len(far) > 0 {
				return far
			}
		}
		if below = a.by("of"); prep == "from" || prep == "by" { // "an appeal for help from the mayor"
			below = slices.Concat(below, a.by("for"))
		}
	}
	for _, k := range below {
		if r.sent.Has(k) && k > i {
			if far := r.args(k).by(prep); len(far) > 0 {
				return far
			}
		}
	}
	if t := r.tok(i); t.Is("obj") && t.Head >= r.sent.First { // "fired shots" "at the crowd"
		return r.args(t.Head).by(prep)
	}
	return nil
}

// laid tells whether the participle at k lays an act at somebody's door: "the attack,
// blamed on the rebels", "the raid attributed to them" strike none of them.
func (r *reader) laid(k int) bool {
	w := r.match(k)
	return w != nil && w.typ == griot.Accuse
}

// agents are the subject, or what a passive is done by, also where the tree hangs
// that on another phrase: "taken from her office by soldiers".
func (r *reader) agents(a *args) []int {
	if !a.passive || len(a.subj) > 0 {
		return a.subj
	}
	for _, o := range a.obl {
		if r.sent.Has(o.head) {
			if by := r.people(r.args(o.head).by("by")); len(by) > 0 {
				return by
			}
		}
	}
	return nil
}

// having keeps the tokens that hang on their head by rel.
func (r *reader) having(toks []int, rel string) []int {
	var all []int
	for _, t := range toks {
		if r.tok(t).Is(rel) {
			all = append(all, t)
		}
	}
	return all
}

// completed are the clauses that complete token i. Those of an object may hang
// on its verb, and those of a verb may be read as purposes.
func (r *reader) completed(i int, a *args) []int {
	t := r.tok(i)
	h := t.Head // "repeated his promise to leave"
	if verbal(t) {
		h = i // "gave them two days to leave"
	}
	if len(a.comps) > 0 || !verbal(t) && !t.Is("obj") || !r.sent.Has(h) {
		return a.comps
	}
	var all []int
	for k := range r.doc.Children(h) {
		if c := r.tok(k); k > i && (c.Is("xcomp") || c.Is("ccomp") || c.Is("advcl")) && (r.hasMark(k, "to") || r.hasMark(k, "that")) {
			all = append(all, k)
		}
	}
	for _, o := range a.obj { // "told the envoys to leave", read as "envoys to leave"
		if verbal(t) && len(all) == 0 && r.sent.Has(o) && o > i {
			for k := range r.doc.Children(o) {
				if r.tok(k).Rel == "acl" && r.hasMark(k, "to") {
					all = append(all, k)
				}
			}
		}
	}
	return all
}

// bound keeps the clauses that say what somebody must do.
func (r *reader) bound(comps []int) []int {
	var all []int
	for _, c := range comps {
		if !r.sent.Has(c) {
			continue
		}
		a := r.args(c)
		if who := r.people(a.subj); len(who) > 0 && (slices.Contains(a.modals, "must") || slices.Contains(a.modals, "should") && (r.political(who[0]) || r.tok(who[0]).UPOS == "NOUN")) {
			all = append(all, c)
		}
	}
	return all
}

// people keeps the modifiers that can stand for somebody.
func (r *reader) people(mods []int) []int {
	var all []int
	for _, m := range mods {
		if r.actorish(m) {
			all = append(all, m)
		}
	}
	return all
}

// gather takes the first alternative that yields anybody.
func (r *reader) gather(i int, from sources) []int {
	for _, alternative := range from {
		var all []int
		for _, place := range alternative {
			all = append(all, r.source(i, place)...)
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// found makes a find of a row that fits at token i.
func (r *reader) found(i int, w *row) *find {
	f := &find{head: i, word: i, row: w, typ: w.typ, mode: w.mode, op: w.op, rules: []string{w.name}, how: byVerb}
	switch {
	case w.pos == 'n' && r.doc.Child(i, "cop") >= 0 && slices.Contains(w.actors[0], "voice"): // "said it was a breach"
	case w.pos == 'n':
		f.how = byMention
		r.carried(f)
	case r.modifies(i) && !r.mistaken(i):
		f.how = byModifier
	}
	if w.typ == "" {
		return f
	}
	f.actors = r.participants(r.gather(i, w.actors), w.typ)
	if a := r.args(i); len(f.actors) == 0 && a.passive && w.typ == griot.Mobilize {
		f.actors = r.participants(a.obj, w.typ) // "troops are stationed in"
	}
	f.recipients = without(r.participants(r.gather(i, w.patients), w.typ), f.actors)
	f.recipients = slices.DeleteFunc(f.recipients, func(k int) bool { return slices.Contains(w.words[1:], r.word(k)) }) // "took hostage"
	return f
}

// twoSided tells whether the row makes all participants actors.
func twoSided(w *row) bool {
	return len(w.patients) == 1 && strings.HasPrefix(w.patients[0][0], "poss") && w.pos == 'v' ||
		len(w.patients) == 1 && (w.patients[0][0] == "poss.poss" || w.patients[0][0] == "o.poss")
}
