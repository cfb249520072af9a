package what

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/text"
)

// actorish tells whether the phrase at i can stand for somebody who acts: a
// name, a personal pronoun, a demonym, or a noun for people and bodies.
func (r *reader) actorish(i int) bool {
	t := r.tok(i)
	lemma := r.word(i)
	if r.isDay(i) {
		return false
	}
	switch t.UPOS {
	case "PROPN":
		return true
	case "PRON":
		if r.lex.class("whoever", strings.ToLower(t.Form)) {
			return r.lex.whoever(r.doc, i)
		}
		return r.lex.class("pronoun", strings.ToLower(t.Form)) || r.lex.class("person", lemma)
	case "ADJ":
		first, _ := utf8.DecodeRuneInString(t.Form)
		return unicode.IsUpper(first) && i > r.sent.First || !t.Is("amod") && r.lex.class("person", lemma)
	case "NOUN", "NUM", "DET":
		first, _ := utf8.DecodeRuneInString(t.Lemma) // "Serbia", read as a noun, keeps its capital
		return r.lex.class("person", lemma) || r.doc.Name(i) >= 0 || unicode.IsUpper(first)
	}
	return false
}

// whoever tells whether the pronoun at a token means people that the phrase itself
// tells apart: "those who were arrested".
func (l *Lexicon) whoever(doc *text.Doc, tok int) bool {
	switch t := doc.Tokens[tok]; strings.ToLower(t.Form) {
	case "those", "others":
		k := doc.Child(tok, "acl", "acl:relcl", "amod", "nmod")
		return k > tok // "those who", "those responsible", "those behind the raid"
	default:
		return l.class("whoever", strings.ToLower(t.Form))
	}
}

// Person tells whether a token is a noun for people or for a body of people, or a
// pronoun for people told apart by its phrase.
func (l *Lexicon) Person(doc *text.Doc, tok int) bool {
	t := doc.Tokens[tok]
	if t.UPOS == "PRON" && l.class("whoever", strings.ToLower(t.Form)) {
		return l.whoever(doc, tok)
	}
	return t.UPOS == "NOUN" && !l.class("place", t.Lemma) && (l.class("person", t.Lemma) || l.class("person", strings.ToLower(t.Form)))
}

// Sport is 2 for a word of sport and nothing else, 1 for one that may be of sport
// too, and 0 for others.
func (l *Lexicon) Sport(doc *text.Doc, tok int) int {
	switch form := strings.ToLower(doc.Tokens[tok].Form); {
	case l.class("sport", doc.Tokens[tok].Lemma), l.class("sport", form):
		return 2
	case l.class("game", doc.Tokens[tok].Lemma), l.class("game", form):
		return 1
	}
	return 0
}

// Target tells whether a token is a noun for a thing that stands for whom an act
// is aimed at: a constitution, a ballot box, a shop.
func (l *Lexicon) Target(doc *text.Doc, tok int) bool {
	t := doc.Tokens[tok]
	return t.UPOS == "NOUN" && l.class("thing", t.Lemma)
}

// Names tells whether a token is a noun for acts of a type: "blast" for an assault.
func (l *Lexicon) Names(doc *text.Doc, tok int, typ griot.Type) bool {
	t := doc.Tokens[tok]
	return t.UPOS == "NOUN" && slices.ContainsFunc(l.rows[l.base(&t)+".n"], func(w *row) bool { return w.typ == typ })
}

// participants keeps of the phrases found those that can take part. In the
// verbal types a thing gives way to whoever it belongs to: "condemned the
// attack by Sudan" is aimed at Sudan.
func (r *reader) participants(toks []int, typ griot.Type) []int {
	var all []int
	for _, t := range toks {
		switch {
		case !r.sent.Has(t) || r.isDay(t) || r.nobody(t):
		case r.lex.class("abstract", r.word(t)): // "praised the efforts of Haiti", "in preparation for"
			if !material(typ) {
				all = append(all, r.owners(t, 2)...)
			}
		case r.word(t) == "-": // "police pepper-sprayed", read as "police pepper"
			all = append(all, r.people(r.args(t).mods)...)
		case r.tok(t).UPOS == "PRON" && r.actorish(t):
			all = append(all, r.meant(t)...)
		case r.actorish(t):
			all = append(all, t)
		case r.tok(t).UPOS == "PRON" || r.tok(t).UPOS == "DET":
		case r.cast != nil && !r.known(t) && r.tok(t).UPOS != "NUM" && len(r.holders(t)) > 0: // "Iraqi towns"
			all = append(all, r.holders(t)...)
		case r.cast != nil && r.tok(t).UPOS == "NOUN" && r.known(t) && !r.isEvent(t): // "pressed a psychiatrist to"
			all = append(all, t)
		case !material(typ) && r.lex.class("overthrow", r.word(t)) && r.cast != nil && r.known(t): // "backed the coup": those who staged it
			all = append(all, t)
		case material(typ) && r.tok(t).UPOS != "NUM":
			if owners := r.doers(t); r.isEvent(t) && len(owners) > 0 {
				all = append(all, owners...)
			} else if !r.isEvent(t) {
				all = append(all, t)
			}
		default:
			all = append(all, r.owners(t, 3)...)
		}
	}
	return sorted(all)
}

// headcount tells whether the phrase at t counts people without a noun for them:
// "both were freed", "police arrested two".
func (r *reader) headcount(t int) bool {
	switch k := r.tok(t); k.UPOS {
	case "NUM":
		return r.doc.Child(t, "nmod", "obl") < 0 && !strings.ContainsAny(k.Form, "$€£%")
	case "DET", "PRON", "ADJ", "NOUN":
		return r.lex.class("measure", r.word(t)) && r.doc.Child(t, "nmod", "acl") < 0
	}
	return false
}

// nobody tells whether a noun that otherwise stands for people is said without any
// word that would make it theirs: "access to power", "restrictions on movement".
func (r *reader) nobody(t int) bool {
	if !r.lex.class("mass", r.word(t)) || r.tok(t).UPOS != "NOUN" || r.tok(t).XPOS == "NNS" {
		return false
	}
	return r.doc.Child(t, "det", "amod", "compound", "nmod:poss", "nummod") < 0
}

// known tells whether the cast knows whom the phrase at t means.
func (r *reader) known(t int) bool {
	_, ok := r.cast.At(t)
	return ok
}

// meant is who a pronoun stands for: itself where its reference is known, else
// the speaker in whose words it is the subject ("Hungary said it would help").
func (r *reader) meant(t int) []int {
	if r.cast == nil || r.known(t) || r.lex.class("whoever", strings.ToLower(r.tok(t).Form)) {
		return []int{t}
	}
	i := r.tok(t).Head
	for range farthest {
		if !r.sent.Has(i) {
			break
		}
		k := r.tok(i)
		if k.Is("ccomp") && r.sent.Has(k.Head) {
			if w := r.match(k.Head); w != nil && (w.op == "say" || w.op == "commit" || w.op == "threat") {
				return r.args(k.Head).subj
			}
		}
		i = k.Head
	}
	return []int{t}
}

// complete gives recipients to the finds that have none.
func (r *reader) complete(finds []*find) {
	for _, f := range finds {
		if f.typ == griot.Assault && !f.dead && len(f.actors) == 0 {
			f.actors = without(r.participants(r.gather(f.head, frays), f.typ), f.recipients)
		}
		r.sitters(f)
		if f.typ != "" && !f.dead && len(f.recipients) == 0 && f.how != byModifier && !twoSided(f.row) && f.mode != "militia" {
			if f.recipients = without(r.farther(f), f.actors); len(f.recipients) == 0 && (f.typ == griot.Coerce || f.typ == griot.Assault) {
				f.recipients = r.things(f)
			}
		}
	}
}

// things are what an act strikes that stands for those it is aimed at, where nobody is
// named: "suspended the constitution of 2010".
func (r *reader) things(f *find) []int {
	var all []int
	for _, t := range r.args(f.word).obj {
		if r.sent.Has(t) && r.lex.class("thing", r.word(t)) {
			all = append(all, t)
		}
	}
	return all
}

// frays are where the other side of a fight is named: "killed in a gunfight with
// police".
var frays = sources{{"p.in.p.with"}, {"p.during.p.with"}}

// farther looks for the recipients that a row did not find, in the phrases that
// the tree hangs elsewhere in the clause: "gave Kenya 5 million dollars … for",
// "handed over on Monday to Spain".
func (r *reader) farther(f *find) []int {
	if f.mode == "resign" { // "resigned along with the ministers"
		return nil
	}
	for _, from := range []int{f.word, f.head} {
		for _, prep := range farPreps(f.typ) {
			for _, place := range []string{"p." + prep, "o.p." + prep, "c.p." + prep, "c.o.p." + prep} {
				if all := r.participants(r.source(from, place), f.typ); len(all) > 0 {
					return without(all, f.actors)
				}
			}
		}
	}
	return r.addressed(f)
}

// addressed is whom words against somebody are aimed at where no phrase says so:
// the first state or power named in what they are about ("demanded an admission
// by Moscow", "threatened to launch an offensive in its war with Iraq").
func (r *reader) addressed(f *find) []int {
	if r.cast == nil || !hostileWords(f.typ) || f.inner == griot.Retreat { // whose release is demanded is not asked for it
		return nil
	}
	a := r.args(f.head)
	about := slices.Concat(a.obj, a.comps)
	if !a.passive { // "demanded reforms by the government"
		about = append(about, a.by("by")...)
	}
	if f.row.pos == 'n' {
		about = nil
	}
	for i := f.head + 1; i < r.sent.End; i++ {
		if !slices.ContainsFunc(about, func(top int) bool { return top > f.head && r.under(i, top) }) || slices.Contains(f.actors, i) {
			continue
		}
		if r.beside(i, f.head, f.typ) {
			continue
		}
		if t := r.tok(i); t.UPOS != "PROPN" && (t.UPOS != "ADJ" || !t.Is("amod")) || !r.known(i) || !r.political(i) || r.site(i) || f.typ == griot.Accuse && r.lodged(i) {
			continue
		}
		if !share(r.cast, []int{i}, f.actors) {
			return []int{i}
		}
	}
	return nil
}

// beside tells whether token i lies in an apposition or clause below the predicate at
// h that says something of the object, and not whom the words are aimed at.
func (r *reader) beside(i, h int, typ griot.Type) bool {
	for range 2 * farthest {
		if i == h || !r.sent.Has(i) {
			return false
		}
		if t := r.tok(i); t.Is("appos") && t.UPOS != "PROPN" || typ != griot.Reject && (t.Rel == "acl" && t.XPOS == "VBN" || t.Rel == "acl:relcl") { // but "rejected claims made by Chad"
			return true
		}
		i = r.tok(i).Head
	}
	return false
}

// lodged tells whether the phrase at i says with whom words were left: "filed the
// complaint with the High Court".
func (r *reader) lodged(i int) bool {
	if t := r.tok(i); t.Is("amod") && r.sent.Has(t.Head) {
		i = t.Head
	}
	return slices.Contains(r.preps(i), "with")
}

// site tells whether the phrase at i says where something is: "to hold meetings in
// Rabat and Fez" is aimed at neither.
func (r *reader) site(i int) bool {
	if t := r.tok(i); t.Is("conj") && r.sent.Has(t.Head) {
		i = t.Head
	}
	preps := r.preps(i)
	return len(preps) > 0 && (preps[0] == "in" || preps[0] == "at" || preps[0] == "near" || preps[0] == "inside" || preps[0] == "across")
}

// hostileWords tells whether acts of a type are words against somebody.
func hostileWords(t griot.Type) bool {
	return t == griot.Accuse || t == griot.Reject || t == griot.Threaten || t == griot.Request
}

// farPreps are the prepositions that may join the recipients of a type.
func farPreps(t griot.Type) []string {
	switch t {
	case griot.Consult, griot.Agree:
		return []string{"with", "to"}
	case griot.Protest:
		return []string{"against", "outside"}
	case griot.Support:
		return []string{"for", "to", "with"}
	case griot.Accuse:
		return []string{"at", "into"}
	case griot.Request:
		return []string{"to", "on", "from", "with"}
	case griot.Mobilize, griot.Aid:
		return []string{"against", "to", "for", "with", "into", "in"}
	case griot.Retreat:
		return []string{"from", "with", "to"}
	case griot.Assault: // what an attack is made with is not attacked
		return []string{"against", "on", "into", "to"}
	}
	return []string{"against", "to", "with", "on", "over", "from", "into", "for"}
}

// isEvent tells whether the noun at i names an event and not a thing.
func (r *reader) isEvent(i int) bool {
	return r.tok(i).UPOS != "PROPN" && r.match(i) != nil
}

// owners are the people to whom a thing or act belongs, as far as the phrase
// says; depth bounds the walk through nested phrases.
func (r *reader) owners(i, depth int) []int {
	if depth == 0 || !r.sent.Has(i) {
		return nil
	}
	if all := r.doers(i); len(all) > 0 || r.isEvent(i) && r.match(i).op == "" {
		return all // who suffered an act is not who did it
	}
	a := r.args(i)
	if r.lex.class("hearsay", r.word(i)) { // "denied rumours of a new government"
		return r.people(a.by("from"))
	}
	for _, prep := range []string{"of", "from", "to", "with", "between", "on", "for", "in", "against"} {
		if all := r.people(a.by(prep)); len(all) > 0 {
			return all
		}
	}
	for _, c := range a.comps {
		if subj := r.source(c, "o"); len(subj) > 0 && r.actorish(subj[0]) {
			return subj[:1]
		}
	}
	for _, prep := range []string{"of", "for", "on", "in"} {
		for _, o := range a.by(prep) {
			if all := r.owners(o, depth-1); len(all) > 0 {
				return all
			}
		}
	}
	return nil
}

// doers are the agent, possessor or modifying names of a noun.
func (r *reader) doers(i int) []int {
	for _, place := range []string{"p.by", "poss", "mods"} {
		if place == "poss" && r.suffered(i, place) {
			continue
		}
		var all []int
		for _, t := range r.source(i, place) {
			if r.actorish(t) {
				all = append(all, t)
			}
		}
		if place == "mods" && len(all) > 1 && all[len(all)-2] == all[len(all)-1]-1 && r.tok(all[len(all)-1]).UPOS == "NOUN" { // "Indian government abuses"
			all = all[len(all)-1:]
		}
		if len(all) > 0 {
			return all
		}
	}
	if r.lex.class("utterance", r.word(i)) { // "a statement signed by the bishops"
		for k := range r.doc.Children(i) {
			if r.tok(k).Rel == "acl" && r.args(k).passive && len(r.people(r.args(k).by("by"))) > 0 {
				return r.people(r.args(k).by("by"))
			}
		}
	}
	if a := r.args(i); len(a.by("on"))+len(a.by("against")) > 0 { // "the attacks of Israel on Syria"
		return r.people(a.by("of"))
	}
	return nil
}

// suffered tells whether whoever stands in a place of the noun at i is who the act is
// done to: "his ouster", "the arrest of the mayor".
func (r *reader) suffered(i int, place string) bool {
	w := r.match(i)
	return w != nil && w.pos == 'n' && w.typ.Quad() == 4 && slices.ContainsFunc(w.patients, func(places []string) bool { return slices.Contains(places, place) })
}

// holders are the people to whom a thing belongs: "the seat of the party".
func (r *reader) holders(i int) []int {
	if all := r.doers(i); len(all) > 0 || r.lex.class("hearsay", r.word(i)) || r.suffered(i, "p.of") {
		return all
	}
	return r.people(r.args(i).by("of"))
}

// material tells whether acts of a type touch things, so that a thing may be
// their recipient.
func material(t griot.Type) bool {
	switch t {
	case griot.Assault, griot.Coerce, griot.Aid, griot.Mobilize, griot.Sanction, griot.Retreat, griot.Protest:
		return true
	}
	return false
}
