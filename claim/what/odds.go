package what

import (
	"slices"
	"strings"

	"griot"
)

// basis is where the odds of a find start, in thousandths, by how it is told.
var basis = map[manner]int{byVerb: 850, byLight: 850, byEvent: 700, byMention: 400, byModifier: 300, byContent: 250}

// odds judges whether a careful reader would record the find as an event of
// its own.
func (r *reader) odds(f *find) float64 {
	n := basis[f.how]
	if f.how == byVerb || f.how == byLight {
		if n = min(n, r.place(f, f.head)); f.given {
			n = 750
		}
		if f.typ == griot.Mobilize && r.tok(f.head).Is("acl") && r.tok(f.head).XPOS != "VBD" && r.tok(f.head).Head < f.head && !r.lex.class("rove", f.row.words[0]) {
			n = min(n, 400) // "a guard guarding the gate"
		}
		if r.habitual(f) {
			n -= 300
		}
	}
	if f.how == byMention {
		n += r.mentioned(f)
	}
	if strings.HasPrefix(f.row.name, broad) {
		n -= less
	}
	n -= r.doubts(f)
	if len(f.actors) == 0 {
		n -= 100
	}
	if len(f.recipients) == 0 {
		n -= 50
	}
	if len(f.actors) == 0 && len(f.recipients) == 0 && !r.whole(f) && !r.decreed(f) {
		n -= 200
	}
	return float64(max(n, 50)) / 1000
}

// whole tells whether an act is told without anybody who takes part: "unrest
// broke out", "the borders were closed", "a recruitment drive began".
func (r *reader) whole(f *find) bool {
	if f.how == byEvent && f.typ == griot.Consult && f.status == griot.Announced && r.dayNamed(f.head) || r.selfSaid(f) {
		return true
	}
	if f.how == byEvent && (f.typ == griot.Protest || f.typ == griot.Assault && r.word(f.head) == "leave" && r.doc.Child(f.head, "obj") >= 0 || f.typ == griot.Assault && r.lex.class("fray", f.row.words[0]) || f.mode == "militia" || f.mode == "ceasefire") {
		return true
	}
	if f.how == byEvent && f.mode == "investigate" { // "an inquiry has begun"
		return true
	}
	if f.how == byMention {
		return f.mode == "seize" || f.typ == griot.Protest && r.massive(f.word) || f.typ == griot.Consult && r.sat(f) > 150
	}
	return f.how == byVerb && slices.ContainsFunc(f.row.needs, func(n need) bool {
		return n.place == "o" && !n.not && (slices.Contains(n.words, "border") || slices.Contains(n.words, "emergency"))
	})
}

// decreed tells whether a measure is told of by what it is taken on: "the marches
// were banned".
func (r *reader) decreed(f *find) bool {
	a := r.args(f.head)
	return f.how == byVerb && f.typ.Quad()%2 == 0 && a.passive && len(a.obj) > 0 && (f.mode == "restrict" || f.mode == "censor" || f.mode == "discontinue")
}

// doubts are thousandths to take off for what is said not to be or only may be,
// for what the writer tells of himself, and for talk and trade among private
// people.
func (r *reader) doubts(f *find) int {
	n, a := 0, r.args(f.head)
	if a.negated && f.typ != griot.Reject && (f.typ != griot.Agree || f.inner.Quad() != 4) { // but "vowed not to attack"
		n += 250
	}
	if f.row.pos == 'a' && f.typ == griot.Agree && f.inner == "" && len(f.recipients) == 0 && !slices.ContainsFunc(f.actors, r.proper) {
		n += 350 // "is ready to show its results"
	}
	if r.whoever(f) {
		n += 250
	}
	if f.row.words[0] == "mustbe" && len(f.actors)+len(f.recipients) == 0 {
		n += 300 // "scooters must be parked in the yard"
	}
	if r.mayBe(f.head) && !r.selfSaid(f) && f.row.words[0] != "benone" {
		n += 250
	}
	if len(f.actors) == 0 && !r.selfSaid(f) && (r.thingActs(f, a) || a.passive && !r.whole(f) && !fought(f) && r.lex.class("agentless", f.row.words[0])) || r.pointless(f, a) {
		n += 300
	}
	for _, t := range f.actors {
		if w := strings.ToLower(r.tok(t).Form); w == "i" || w == "you" || w == "me" {
			n += 400
		}
	}
	if r.cast != nil && f.mode == "visit" && len(f.recipients) > 0 && !slices.ContainsFunc(f.recipients, r.known) {
		n += 400 // a minister who goes to a town of his own country visits nobody
	}
	if r.aside(f) {
		if r.outspoken(f) {
			n -= 150
		}
		if n += 350; !slices.ContainsFunc(f.actors, r.ofState) && !slices.ContainsFunc(f.recipients, r.ofState) {
			n += 10 // below what is likely, whatever else speaks for it
		}
	}
	return n
}

// aside tells whether an act is of private people, of whom the news is not: none
// in politics acts, and nobody in politics is acted on.
func (r *reader) aside(f *find) bool {
	if r.cast == nil || !private(f.typ) || len(f.actors)+len(f.recipients) == 0 || r.whole(f) || f.mode == "allege" || f.mode == "investigate" || f.typ == griot.Concede && slices.Contains(f.row.contexts, "legal") || r.public(f) {
		return false
	}
	return !slices.ContainsFunc(f.actors, r.political) &&
		(f.mode == "visit" && len(f.actors) > 0 || !slices.ContainsFunc(f.recipients, r.political))
}

// outspoken tells whether private people take a public stand in a main clause,
// which is news whoever they are: "the families disputed the report", "activists
// demanded a trial". To ask somebody for something is their own affair.
func (r *reader) outspoken(f *find) bool {
	told := r.tok(f.head).XPOS != "VBG" || r.doc.Child(f.head, "aux") >= 0
	private := r.lex.class("converse", f.row.words[0]) && !(f.typ == griot.Accuse && f.row.words[0] == "call") // but "called it a shame"
	return told && f.how == byVerb && f.typ.Quad() == 3 && len(f.actors) > 0 && !private
}

// fought tells whether another word of the clause says what somebody was hurt in:
// "ten people were injured in the clash".
func fought(f *find) bool {
	return slices.ContainsFunc(f.rules[1:], func(s string) bool {
		return strings.HasPrefix(s, "trigger:ASSAULT") || strings.HasPrefix(s, "trigger:PROTEST")
	})
}

// mayBe tells whether the verb at i, or one that it completes, stands under an
// auxiliary of possibility or an adverb of rarity: "may decide to", "has seldom
// called for".
func (r *reader) mayBe(i int) bool {
	for range 3 {
		if slices.ContainsFunc(r.args(i).modals, func(m string) bool { return m == "could" || m == "may" || m == "might" || m == "can" }) {
			return true
		}
		for k := range r.doc.Children(i) {
			if r.tok(k).Is("advmod") && r.lex.class("rarely", r.word(k)) {
				return true
			}
		}
		if t := r.tok(i); !t.Is("xcomp") || !r.sent.Has(t.Head) {
			return false
		}
		i = r.tok(i).Head
	}
	return false
}

// pointless tells whether praise or blame is told of with nobody and nothing that
// it is for: "lawmakers continued to applaud".
func (r *reader) pointless(f *find, a *args) bool {
	return f.how == byVerb && (f.typ == griot.Support || f.typ == griot.Accuse) && !a.passive && (f.op == "praise" || f.op == "blame") &&
		len(f.recipients)+len(a.obj)+len(a.obl)+len(a.comps) == 0
}

// thingActs tells whether the subject of an act that only people can do is a
// thing, and no statement of people: "the visit allowed us to".
func (r *reader) thingActs(f *find, a *args) bool {
	if f.how != byVerb || a.passive || len(a.subj) == 0 || f.typ == griot.Assault || f.typ == griot.Protest || f.typ == griot.Accuse && f.op == "blame" { // who blames is somebody, whatever the noun
		return false
	}
	return !slices.ContainsFunc(a.subj, func(t int) bool {
		return r.actorish(t) || r.tok(t).UPOS == "NUM" || r.tok(t).UPOS == "DET" || r.lex.class("utterance", r.word(t)) || r.isEvent(t) || r.lex.class("measure", r.word(t))
	})
}

// private tells whether private people do acts of a type too, in news that is
// none of ours.
func private(t griot.Type) bool {
	switch t {
	case griot.Threaten, griot.Retreat:
		return false
	}
	return t.Quad() < 4
}

// political tells whether a participant is a state, a body of states or of
// politics, an armed force or group, or somebody in their service.
func (r *reader) political(t int) bool {
	if r.ofPolitics(r.word(t)) {
		return true
	}
	for k := range r.doc.Children(t) { // "President Anna Weber"
		if c := r.tok(k); (c.Is("nmod:desc") || c.Is("compound") || c.Is("appos")) && r.lex.class("politics", r.word(k)) {
			return true
		}
	}
	if r.cast == nil {
		return true
	}
	a, ok := r.cast.At(t)
	if !ok {
		return false
	}
	if words := strings.Fields(strings.ToLower(a.Name)); a.Code == "" && len(words) > 0 && r.ofPolitics(words[len(words)-1]) {
		return true // "he", of a president whose country is not told
	}
	domain, sector, _ := strings.Cut(a.Code, " ")
	return domain != "" && sector == "" || r.lex.class("sector", strings.ToLower(sector)) || r.lex.class("sector", strings.ToLower(domain))
}

// ofPolitics tells whether a noun is for those in politics or under arms.
func (r *reader) ofPolitics(w string) bool {
	return r.lex.class("politics", w) || r.lex.class("fighter", w) || r.lex.class("troop", w) || r.lex.class("fighter", strings.TrimSuffix(w, "s"))
}

// politician tells whether a participant lives by words: a party, or somebody in
// parliament or government, who attacks with nothing else.
func (r *reader) politician(t int) bool {
	if r.lex.class("politician", r.word(t)) {
		return true
	}
	if r.cast == nil || r.tok(t).UPOS != "PROPN" {
		return false
	}
	a, ok := r.cast.At(t)
	if !ok {
		return false
	}
	_, sector, _ := strings.Cut(a.Code, " ")
	n := r.doc.Name(t)
	return sector == "LEG" || sector == "PTY" || sector == "GOV" && n >= 0 && r.doc.Names[n].Type == "PER"
}

// ofState tells whether a participant is called by a name and of a known country.
func (r *reader) ofState(t int) bool {
	a, ok := r.cast.At(t)
	return ok && a.Code != "" && r.tok(t).UPOS == "PROPN"
}

// place judges where in the sentence the verb at i stands: main clauses tell
// what happened, purposes and conditions do not. Thousandths.
func (r *reader) place(f *find, i int) int {
	for range farthest {
		t := r.tok(i)
		if t.Is("conj") && r.sent.Has(t.Head) && r.hasSubject(i) && r.hasMark(t.Head, "to") {
			return 1000 // "space to talk and that Washington supported", read as one infinitive
		}
		if r.goesOn(i) {
			i = t.Head
			continue
		}
		if (t.Is("conj") || t.Is("xcomp")) && r.sent.Has(t.Head) {
			if t.Is("xcomp") && r.hasMark(i, "to") && r.purposed(t.Head, f) {
				return 700
			}
			if w := r.match(t.Head); t.Is("xcomp") && (w == nil || w.op == "") && r.hasMark(i, "to") {
				return 450 // "wants to", "is free to"
			}
			i = t.Head
			continue
		}
		if w := r.contentOf(i); w != nil && w.op == "commit" { // "is committed to restoring"
			i = t.Head
			continue
		}
		switch {
		case t.Is("csubj"):
			return 300
		case t.Is("ccomp") && r.hasMark(i, "whether"):
			return 350
		case t.Rel == "acl":
			return r.participle(i, f)
		case t.Rel == "acl:relcl" && (t.XPOS == "VBP" || t.XPOS == "VBZ") && !r.goesOnTo(i) && (f.op != "demand" && f.mode != "disapprove" || !slices.ContainsFunc(f.actors, r.political)):
			return 450
		case t.Rel == "acl:relcl":
			return 700
		case t.Is("advcl"):
			if f.typ == griot.Protest && r.lex.class("throng", r.word(t.Head)) {
				return 750 // "marched to demand", "filed out to protest"
			}
			return r.adverbial(i, f)
		}
		break
	}
	if t := r.tok(i); t.XPOS == "VBG" && r.doc.Child(i, "aux") < 0 {
		return 450
	}
	return 1000
}

// proper tells whether a participant is called by a name.
func (r *reader) proper(t int) bool { return r.tok(t).UPOS == "PROPN" }

// anybody tells whether the phrase at k, if any, is of people of some kind and of
// nobody told apart: "a gathering of men opposing the king".
func (r *reader) anybody(k int) bool {
	return k >= 0 && r.tok(k).XPOS == "NNS" && r.doc.Child(k, "det", "nummod") < 0
}

// whoever tells whether a find only says which people are meant, by what was done
// to them once: "all those detained", "people who are in prison".
func (r *reader) whoever(f *find) bool {
	t := r.tok(f.head)
	if f.mode != "arrest" && f.mode != "convict" || !t.Is("acl") || !r.sent.Has(t.Head) || r.oneOf(t.Head) >= 0 {
		return false
	}
	switch strings.ToLower(r.tok(t.Head).Form) {
	case "those", "anyone", "anybody", "everyone", "people", "persons":
		return r.doc.Child(t.Head, "nummod") < 0
	}
	return false
}

// contentOf is the row of the predicate whose content the adverbial clause at i is,
// or nil.
func (r *reader) contentOf(i int) *row {
	t := r.tok(i)
	if !t.Is("advcl") || !r.sent.Has(t.Head) || !r.governs(t.Head, i) {
		return nil
	}
	return r.match(t.Head)
}

// goesOn tells whether the verb at i is what somebody went on, rushed or had to
// do, and so did.
func (r *reader) goesOn(i int) bool {
	t := r.tok(i)
	if !t.Is("advcl") && !t.Is("xcomp") || !r.sent.Has(t.Head) || !r.hasMark(i, "to") {
		return false
	}
	if r.goingTo(i) {
		return true
	}
	if r.done(t.Head) && r.lex.class("causative", r.word(t.Head)) && len(r.args(t.Head).obj) > 0 { // "prompted the king to recall"
		return true
	}
	if r.tok(t.Head).XPOS == "VBD" && r.lex.class("implicative", r.word(t.Head)) && r.doc.Child(t.Head, "obj", "aux") < 0 && !r.args(t.Head).negated {
		return true
	}
	on := r.doc.Child(t.Head, "advmod")
	return t.Is("advcl") && r.word(t.Head) == "go" && on >= 0 && r.tok(on).Form == "on"
}

// goesOnTo tells whether the verb at i only says that an act begins or goes on:
// "which continue to attack".
func (r *reader) goesOnTo(i int) bool {
	w := r.match(i)
	return w != nil && w.op == "begin"
}

// goingTo tells whether the verb at i is what somebody is going to do.
func (r *reader) goingTo(i int) bool {
	t := r.tok(i)
	if !t.Is("advcl") && !t.Is("xcomp") || !r.sent.Has(t.Head) {
		return false
	}
	h := r.tok(t.Head)
	return strings.EqualFold(h.Form, "going") && r.doc.Child(t.Head, "aux") >= 0 && r.doc.Child(t.Head, "obl", "obj") < 0 && r.hasMark(i, "to")
}

// participle judges a verb that describes a noun: "soldiers killed in the raid",
// "a plan to close the border".
func (r *reader) participle(i int, f *find) int {
	switch {
	case r.serial(i):
		return 1000
	case r.finite(i) && r.tok(r.tok(i).Head).Head < r.sent.First:
		return 1000
	case r.hasMark(i, "to"):
		if r.served(i, f) {
			return 700
		}
		if r.lex.class("resolve", r.word(r.tok(i).Head)) && len(r.owner(r.tok(i).Head)) > 0 { // "the king's decision to pardon"
			return 650
		}
		return 400
	case r.tok(i).XPOS == "VBG" && f.typ.Quad() == 3 && r.statement(i) >= 0:
		return 900
	case r.tok(i).XPOS == "VBG" && len(r.opening(i)) > 0: // "a record of arresting critics"
		return 450
	case r.tok(i).XPOS == "VBG" && (f.typ == griot.Support || f.typ == griot.Reject || f.typ == griot.Request) && (r.lex.class("person", r.word(r.tok(i).Head)) || r.anybody(r.alongside(i))):
		return 450 // "those opposing the king"
	case r.tok(i).XPOS == "VBG":
		return 650
	case f.typ.Quad() < 4 && !r.signed(i, f):
		return 450 // "the men promised help"
	}
	return 700
}

// signed tells whether a participle names who acted in words, or what somebody is
// accused of: "a suit filed by the union", "men accused of spying".
func (r *reader) signed(i int, f *find) bool {
	a, noun := r.args(i), r.tok(r.tok(i).Head)
	if f.typ == griot.Consult && (noun.Is("nsubj") || f.how == byVerb && !r.isEvent(r.tok(i).Head)) { // "the meeting, attended by ministers, was held"
		return false
	}
	return a.passive && (len(a.subj) > 0 || f.mode == "allege" && len(f.recipients) > 0 && (len(a.comps) > 0 || len(a.by("of"))+len(a.by("with"))+len(a.by("on")) > 0))
}

// statement is the noun for words that the participle at i says more of ("a letter
// to the king demanding"), or -1.
func (r *reader) statement(i int) int {
	n := r.tok(i).Head
	for range 3 {
		if !r.sent.Has(n) || n > i {
			return -1
		}
		switch t := r.tok(n); {
		case verbal(t):
			if o := r.doc.Child(n, "obj", "nsubj:pass"); o >= 0 && o < i && r.uttered(o) {
				return o
			}
			return -1
		case r.lex.class("utterance", r.word(n)) || n == r.tok(i).Head && t.Is("obj") && r.uttered(n):
			return n
		case !t.Is("nmod") && !t.Is("obl"):
			return -1
		}
		n = r.tok(n).Head
	}
	return -1
}

// habitual tells whether a verb of doing stands in the simple present, which
// tells what somebody does as a rule.
func (r *reader) habitual(f *find) bool {
	t := r.tok(f.head)
	if w := r.match(f.head); w != nil && w.op == "begin" && f.head != f.word || f.mode == "arrest" && r.lex.class("abide", f.row.words[0]) { // "continues its crackdown", "remains in custody"
		return false
	}
	return (f.typ.Quad()%2 == 0 || f.typ == griot.Concede) && (t.XPOS == "VBZ" || t.XPOS == "VBP") && r.doc.Child(f.head, "aux") < 0 && (f.op == "" || f.op == "allow")
}
