package who

import (
	"griot"
	"griot/text"
)

// At is the actor meant by the noun phrase that hangs on a token: a name, a
// nominal such as "17 soldiers", or a pronoun. It is false for what is no
// actor: things, places other than countries and their capitals, and pronouns
// of which it is not known whom they mean.
func (c *Cast) At(tok int) (griot.Actor, bool) {
	id := c.at(tok)
	if !id.known() {
		return griot.Actor{}, false
	}
	r := c.extent(tok)
	if i := c.callAt[tok]; i >= 0 && c.bearer[i] > tok && id.kind == person {
		r.End = max(r.End, c.doc.Names[c.doc.Name(c.bearer[i])].End) // "the party's leader, Jane Roe"
	}
	if i := c.titleAfter(tok); i >= 0 && c.bearer[i] > tok && id.kind == person && c.callAt[tok] < 0 {
		r.End = max(r.End, c.doc.Names[c.doc.Name(c.bearer[i])].End) // "US Secretary of State Jane Roe"
	}
	return c.actorOf(id, r), true
}

// actorOf is an actor with the words that mean it.
func (c *Cast) actorOf(id ident, r text.Range) griot.Actor {
	s := c.doc.Span(r)
	return griot.Actor{ID: id.id(), Name: id.name, Code: id.code, Words: c.doc.Words(r), Start: s.Start, End: s.End}
}

// Described is the actor that a noun phrase describes where nothing more is known
// of him than its words: "the helper of a bus driver".
func (c *Cast) Described(tok int) griot.Actor {
	r, words := c.extent(c.Meant(tok)), c.extent(tok)
	if whole := c.doc.Subtree(tok); c.Meant(tok) == tok && c.doc.Tokens[tok].UPOS == "PRON" && whole.First == tok && whole.Len() <= 8 { // "those who marched"
		r, words = whole, whole
	}
	name := c.spell(r)
	if c.doc.Tokens[r.First].UPOS == "DET" && r.Len() > 1 {
		name = c.spell(text.Range{First: r.First + 1, End: r.End})
	}
	return c.actorOf(ident{key: fold(name), name: name, kind: group}, words)
}

// Meant is the head of the phrase that a pronoun stands for, a token itself where
// it is no pronoun or nothing is known of it.
func (c *Cast) Meant(tok int) int {
	if tok < 0 || tok >= len(c.doc.Tokens) || c.doc.Tokens[tok].UPOS != "PRON" {
		return tok
	}
	if who := c.antecedent(tok); who >= 0 {
		return who
	}
	if who := c.antecedentOf(tok); who >= 0 {
		return who
	}
	return tok
}

// agrees tells whether a pronoun may mean an actor: "I" and "he" a person, "it"
// none.
func agrees(t text.Token, id ident) bool {
	one := id.kind == person || id.kind == office
	switch fold(t.Form) {
	case "i", "me", "my", "he", "him", "his", "she", "her", "myself", "himself", "herself":
		return one || id.kind == group
	case "it", "its", "itself":
		return !one
	}
	return true
}

// at remembers what look finds; while it looks, a token means nobody, which
// ends any circle.
func (c *Cast) at(tok int) ident {
	if tok < 0 || tok >= len(c.found) {
		return ident{}
	}
	if c.found[tok].state == 0 {
		c.found[tok].state = 1
		id := c.look(tok)
		c.found[tok] = finding{2, id}
	}
	return c.found[tok].id
}

func (c *Cast) look(tok int) ident {
	t := c.doc.Tokens[tok]
	if full, ok := c.acronyms[t.Form]; ok && !c.shouting && c.nameAt[tok] < 0 && c.doc.Name(tok) < 0 {
		id := c.organisation(c.headOf(full), full) // "UP leaders" of the United Party
		id.why = "the report gives the full name " + c.spell(full)
		return id
	}
	switch t.UPOS {
	case "PRON", "DET":
		return c.pronoun(tok)
	case "VERB", "AUX", "ADV", "ADP", "PUNCT", "CCONJ", "SCONJ", "INTJ":
		if c.doc.Name(tok) < 0 {
			return ident{}
		}
	}
	if c.courtesy(tok) && tok+1 < len(c.doc.Tokens) && c.doc.Tokens[tok+1].UPOS == "PROPN" {
		return c.at(tok + 1) // "Mr" where the tree makes it the head of "Mr Roe"
	}
	if id := c.heldAfter(tok); id.known() {
		return id
	}
	if id := c.byName(tok); id.known() {
		return id
	}
	if m := c.nameAt[tok]; m >= 0 && c.names[m].labels[0].kind == city {
		return ident{}
	}
	if id := c.holder(tok); id.known() {
		return id
	}
	for _, beside := range []func(int) ident{c.identified, c.apposed, c.misapposed, c.tribe, c.pointed, c.neighbour} {
		if id := beside(tok); id.known() {
			return id
		}
	}
	id, said := c.byNoun(tok)
	if whole := c.chain(tok); whole.known() && c.sameSort(tok, id, said, whole) && !c.owns(whole, tok) {
		return whole
	}
	if id.known() {
		return id
	}
	if id := c.facility(tok); id.known() {
		return id
	}
	if id := c.takers(tok); id.known() {
		return id
	}
	return c.part(tok)
}

// owns tells whether an actor is named as whose a nominal is: nobody is his own
// father.
func (c *Cast) owns(id ident, tok int) bool {
	k := c.doc.Child(tok, "nmod:poss")
	return k >= 0 && c.at(k).key == id.key
}

// pronoun is whom a pronoun means: what a relative one stands for, else what its
// chain of reference is about.
func (c *Cast) pronoun(tok int) ident {
	if who := c.antecedent(tok); who >= 0 {
		return c.at(who)
	}
	id := c.chain(tok)
	if id.kind == person && plural(c.doc.Tokens[tok]) {
		id = c.several(tok)
	}
	if !agrees(c.doc.Tokens[tok], id) {
		id = c.agreeing(tok)
	}
	if id.known() {
		return id
	}
	return c.part(tok)
}

// identified is the person whom a clause after a nominal names: "a man
// identified as Jane Roe".
func (c *Cast) identified(tok int) ident {
	for k := range c.doc.Children(tok) {
		if k < tok || !c.doc.Tokens[k].Is("acl") {
			continue
		}
		if !c.dir.is("naming", c.doc.Tokens[k].Lemma) {
			continue
		}
		for who := range c.doc.Children(k) {
			if t := c.doc.Tokens[who]; t.Is("obl") && c.caseOf(who) == "as" || t.Is("xcomp") || t.Is("obj") {
				if id := c.at(who); id.kind == person && id.known() && who > k {
					return id
				}
			}
		}
	}
	return ident{}
}

// tribe is a people that calls itself a nation: "the Kaska Nation".
func (c *Cast) tribe(tok int) ident {
	call := c.callAt[tok]
	if call < 0 || c.calls[call].scope != aCountry || c.calls[call].word == "country" || !c.capital(tok) {
		return ident{}
	}
	r := text.Range{First: tok, End: tok + 1}
	for r.First > 0 && c.capital(r.First-1) && c.nameAt[r.First-1] < 0 && c.callAt[r.First-1] < 0 && c.doc.Tokens[r.First-1].Sentence == c.doc.Tokens[tok].Sentence {
		if t := c.doc.Tokens[r.First-1]; t.UPOS != "PROPN" && t.UPOS != "ADJ" && t.UPOS != "NOUN" {
			break
		}
		r.First--
	}
	if r.Len() == 1 {
		return ident{}
	}
	return named(c.spell(r), join(c.story, "CVL"), people, c.story)
}

// antecedent is the token that a relative pronoun stands for, or -1.
func (c *Cast) antecedent(tok int) int {
	switch c.doc.Tokens[tok].XPOS {
	case "WP", "WDT", "WP$":
	default:
		return -1
	}
	for i, steps := tok, 0; i >= 0 && steps < 8; i, steps = c.doc.Tokens[i].Head, steps+1 {
		if c.doc.Tokens[i].Is("acl:relcl") {
			return c.doc.Tokens[i].Head
		}
	}
	return -1
}

// part passes from a part or number to what it is part of: "one of the
// founders", "thousands of people".
func (c *Cast) part(tok int) ident {
	t := c.doc.Tokens[tok]
	if t.UPOS != "NUM" && t.UPOS != "PRON" && t.UPOS != "DET" && t.UPOS != "ADJ" && !c.dir.is("quantity", fold(t.Lemma)) && !c.dir.is("quantity", singular(fold(t.Form))) {
		return ident{}
	}
	id := c.whole(tok)
	if id.kind == country && t.UPOS == "NOUN" {
		return ident{}
	}
	return id
}

// whole is the actor that follows a noun by "of".
func (c *Cast) whole(tok int) ident {
	for k := range c.doc.Children(tok) {
		if c.doc.Tokens[k].Is("nmod") && c.caseOf(k) == "of" {
			return c.at(k)
		}
	}
	return ident{}
}

// caseOf is the preposition of a token, in lower case, or "".
func (c *Cast) caseOf(tok int) string {
	if k := c.doc.Child(tok, "case"); k >= 0 {
		return fold(c.doc.Tokens[k].Form)
	}
	return ""
}

// byName is the actor that a name means.
func (c *Cast) byName(tok int) ident {
	if r := c.properNoun(tok); r.Len() > 0 && (c.nameAt[tok] < 0 || c.more(r, c.tokens(c.names[c.nameAt[tok]].first, c.names[c.nameAt[tok]].end))) {
		return c.organisation(tok, r)
	}
	n := c.doc.Name(tok)
	if m := c.nameAt[tok]; m >= 0 {
		return c.byMark(tok, c.names[m], n)
	}
	if n < 0 && c.acronym(tok) {
		return c.organisation(tok, text.Range{First: tok, End: tok + 1})
	}
	if n >= 0 {
		switch r := c.doc.Names[n].Range; c.doc.Names[n].Type {
		case "PER":
			if c.dir.is("body", fold(c.doc.Tokens[r.First].Form)) {
				return c.organisation(tok, r)
			}
			if c.callAt[tok] >= 0 && c.untitled(r).Len() == r.Len() && r.Len() == 1 {
				return ident{} // "General", tagged as if it were a name
			}
			return c.personOf(r)
		case "ORG":
			if id := c.endOfName(r); id.known() {
				return id
			}
			if m := c.nameAt[r.End-1]; m >= 0 && c.names[m].labels[0].kind == person {
				return c.byMark(r.End-1, c.names[m], -1)
			}
			if c.personal(tok, r) {
				return c.personOf(r)
			}
			return c.organisation(tok, r)
		}
		if id := c.knownSurname(tok); id.known() {
			return id
		}
	}
	if r := c.fullName(tok); c.personal(tok, r) {
		return c.personOf(r)
	}
	if id := c.knownSurname(tok); id.known() {
		return id
	}
	if tok > 0 && c.doc.Tokens[tok].UPOS == "PROPN" && c.courtesy(tok-1) {
		return c.personOf(text.Range{First: tok, End: tok + 1})
	}
	if c.doc.Tokens[tok].UPOS == "PROPN" && c.callAt[tok] < 0 && (c.doc.Child(tok, "nmod:desc") >= 0 || c.doc.Child(tok, "flat") >= 0) {
		r := text.Range{First: tok, End: tok + 1}
		for k := range c.doc.Children(tok) {
			if c.doc.Tokens[k].Is("flat") && k == r.End {
				r.End = k + 1
			}
		}
		return c.personOf(r)
	}
	return ident{}
}

// byMark is the actor of a name of the tables, in the name n that the text was
// found to hold there, if any.
func (c *Cast) byMark(tok int, m mark, n int) ident {
	r := c.tokens(m.first, m.end)
	l := pick(m.labels, c)
	if n >= 0 && l.kind != person {
		switch whole := c.doc.Names[n]; {
		case whole.Type == "PER" && c.untitled(whole.Range).Len() > r.Len():
			return c.personOf(whole.Range)
		case whole.Type == "ORG" && whole.First <= r.First && r.End <= whole.End && c.more(whole.Range, r):
			return c.organisation(tok, whole.Range)
		}
	}
	switch {
	case l.kind == city:
		return ident{}
	case l.kind == country && l.sense == demonym:
		if call := c.shared(m.end); call >= 0 {
			noun := c.callHead(call)
			return c.composed(noun, call, owner{c.dir.nation(l.country), true})
		}
		if h := c.doc.Tokens[tok].Head; c.doc.Tokens[tok].Is("amod") && h >= 0 && c.callAt[h] < 0 {
			return c.dir.nation(l.country) // "the Ruritanian invasion"
		}
		return c.abroad(tok, l.country)
	case l.kind == person:
		return c.someone(l, r)
	}
	id := c.dir.ofLabel(l, c.day)
	if c.spell(r) != id.name {
		id.why = "another name of " + id.name + " in the tables"
	}
	return id
}

// abroad are the people of a country, or those of them who are said to live in
// another: "the Ruritanians of Borduria".
func (c *Cast) abroad(tok int, iso string) ident {
	home := c.dir.citizens(iso)
	for k := range c.doc.Children(tok) {
		if of := c.caseOf(k); k < tok || !c.doc.Tokens[k].Is("nmod") || of != "in" && of != "of" {
			continue
		}
		if own := c.owning(k); own.kind == country && own.known() && own.country != iso {
			return named(home.name+" in "+own.name, join(own.country, "CVL"), people, own.country)
		}
	}
	return home
}

// someone is a person found by a name of the tables that stands alone or
// within the full name that the report gives.
func (c *Cast) someone(l label, r text.Range) ident {
	if n := c.doc.Name(r.First); n >= 0 && c.doc.Names[n].Type == "PER" && c.more(c.untitled(c.doc.Names[n].Range), r) {
		return c.personOf(c.doc.Names[n].Range)
	}
	id := c.titled(c.dir.ofLabel(l, c.day), r)
	if c.spell(r) != id.name {
		id.why = "another name of " + id.name + " in the tables"
	}
	return id
}

// more tells whether a name holds more than a part of it, articles apart.
func (c *Cast) more(whole, part text.Range) bool {
	for i := whole.First; i < whole.End; i++ {
		if t := c.doc.Tokens[i]; !part.Has(i) && t.UPOS != "DET" && t.UPOS != "PUNCT" && fold(t.Form) != "s" {
			return true
		}
	}
	return false
}

// holder is the person whom a role stands beside: "General Roe", "the leader of
// the party, Jane Roe".
func (c *Cast) holder(tok int) ident {
	i := c.callAt[tok]
	if i < 0 || plural(c.doc.Tokens[tok]) {
		return ident{}
	}
	who := c.bearer[i]
	if who < 0 && c.calls[i].kind == person {
		who = c.nextSubject(tok)
	}
	if who >= 0 {
		return c.personOf(c.doc.Names[c.doc.Name(who)].Range)
	}
	for k := range c.doc.Children(tok) {
		if k <= tok || c.doc.Tokens[k].UPOS != "PROPN" || !c.doc.Tokens[k].Is("flat") && !c.doc.Tokens[k].Is("appos") && !c.doc.Tokens[k].Is("nmod:desc") {
			continue
		}
		if n := c.doc.Name(k); n >= 0 && c.doc.Names[n].Type == "PER" {
			return c.personOf(c.doc.Names[n].Range)
		}
	}
	return ident{}
}
