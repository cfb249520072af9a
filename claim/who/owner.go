package who

import (
	"strings"

	"griot/text"
)

// findOwners finds for every noun whose it says it is, and the one before it to
// which a later bare one looks back.
func (c *Cast) findOwners() {
	c.owners = make([]owner, len(c.calls))
	c.asked = make([]bool, len(c.calls))
	c.before = make([]int, len(c.calls))
	for i := range c.before {
		c.before[i] = -1
	}
	last := map[*role]int{}
	for i, call := range c.calls {
		if j, ok := last[call.role]; ok {
			c.before[i] = j
		}
		if c.ownerOf(i).known() {
			last[call.role] = i
		}
	}
}

// ownerOf is whose the noun of a call says it is.
func (c *Cast) ownerOf(call int) owner {
	if !c.asked[call] {
		c.asked[call] = true
		head := c.callHead(call)
		if own := c.owner(head, int32(call)); c.fits(call, own) {
			c.owners[call] = own
		}
	}
	return c.owners[call]
}

// headOf is the token of a range on which the others hang.
func (c *Cast) headOf(r text.Range) int {
	for i := r.End - 1; i >= r.First; i-- {
		if h := c.doc.Tokens[i].Head; !r.Has(h) {
			return i
		}
	}
	return r.End - 1
}

// owner is whose a noun says it is: a possessor, else what stands nearest
// before it, else what follows "of" or "from", else where it is "in".
func (c *Cast) owner(tok int, call int32) owner {
	var found possessors
	r := c.tokens(c.calls[call].first, c.calls[call].end)
	for i := r.First; i < r.End; i++ {
		c.possess(i, tok, call, &found)
	}
	if t := c.doc.Tokens[tok]; t.Is("nmod:desc") && t.Head >= 0 {
		c.possess(t.Head, tok, call, &found) // "Ruritania's new president, King X of Y": the name bears what is its title's
	}
	if t := c.doc.Tokens[tok]; t.Is("conj") && t.Head >= 0 && t.Head < tok {
		c.shareFrom(t.Head, tok, call, &found)
	}
	if c.named(tok, "ORG") && c.calls[call].sector == "PTY" && c.cityBefore(tok) {
		return owner{} // the Colorado Party need not be Colorado's
	}
	for _, own := range []owner{found.poss, found.near, found.from} {
		if own.known() {
			return own
		}
	}
	for _, beside := range []func(int) owner{c.adjacent, c.following} {
		if own := beside(int(call)); own.known() {
			return own
		}
	}
	if found.in.known() {
		return found.in
	}
	return c.sender(tok)
}

// cityBefore tells whether a city's name stands right before a token.
func (c *Cast) cityBefore(tok int) bool {
	return tok > 0 && c.nameAt[tok-1] >= 0 && c.names[c.nameAt[tok-1]].labels[0].kind == city
}

// possessors are the actors that may own a noun, by how they stand to it.
type possessors struct{ poss, near, from, in owner }

// possess looks for owners among the dependents of one token of a call whose
// head is tok.
func (c *Cast) possess(of, tok int, call int32, found *possessors) {
	for k := range c.doc.Children(of) {
		t := c.doc.Tokens[k]
		if j := c.callAt[k]; j == call || j >= 0 && c.calls[j].role == c.calls[call].role || c.portfolio(k, call) {
			continue
		}
		switch {
		case t.Is("nmod:poss"):
			found.poss = c.owning(k)
		case k < tok && (t.Is("amod") || t.Is("compound") || t.Is("nmod") || t.Is("flat") || t.Is("nmod:desc") || t.Is("det")):
			if own := c.owning(k); own.known() {
				found.near = own
			} else if c.dir.is("ruled", c.calls[call].word) {
				found.near = owner{c.dir.ruledBy(c.pieces[c.first[k]].key, c.day), true}
			}
		case k > tok && t.Is("nmod"):
			switch c.caseOf(k) {
			case "of", "from":
				if !found.from.known() && (c.caseOf(k) == "of" || c.calls[call].word != "ambassador") {
					found.from = c.owning(k)
				}
			case "for":
				if c.dir.is("speaking", c.calls[call].word) && !found.from.known() {
					found.from = c.bodyAt(k)
				}
			case "in", "at", "across", "near", "throughout", "inside", "on", "within":
				if !found.in.known() {
					found.in = c.owning(k)
				}
			}
		}
	}
}

// portfolio tells whether a token names what the ministry or minister of a call is
// for, whatever party or body is called so: "the minister of Labour".
func (c *Cast) portfolio(tok int, call int32) bool {
	return hasPortfolio(c.calls[call].word) && c.nameAt[tok] < 0 && c.dir.topic(c.pieces[c.first[tok]:c.first[tok+1]]) != ""
}

// bodyAt is the organisation for which somebody speaks who speaks for a phrase:
// itself, or the one before its head ("the UN Secretary General").
func (c *Cast) bodyAt(tok int) owner {
	for _, k := range []int{tok, c.doc.Child(tok, "compound")} {
		if own := c.owning(k); own.kind == organisation && own.known() {
			return own
		}
	}
	return owner{}
}

// shareFrom takes for an owner what follows a noun joined to the one before it,
// on which the tree hangs it: "ministers and officials of Ruritania".
func (c *Cast) shareFrom(first, tok int, call int32, found *possessors) {
	for k := range c.doc.Children(first) {
		if k < tok || !c.doc.Tokens[k].Is("nmod") || c.callAt[k] == call {
			continue
		}
		if of := c.caseOf(k); (of == "of" || of == "from") && !found.from.known() {
			found.from = c.owning(k)
		}
	}
}

// adjacent is the owner that stands right before a noun, whatever the tree
// makes of it: "US Secretary of State".
func (c *Cast) adjacent(call int) owner {
	s := c.doc.Tokens[c.pieces[c.calls[call].first].tok].Sentence
	first := c.beforeBracket(c.calls[call].first)
	for i := first - 1; i >= max(0, first-3); i-- {
		tok := c.pieces[i].tok
		switch t := c.doc.Tokens[tok]; {
		case t.Sentence != s:
			return owner{}
		case c.nameAt[tok] >= 0, c.calls[call].kind == person && c.named(tok, "ORG"):
			return c.owning(tok)
		case t.UPOS != "ADJ" && c.pieces[i].key != "s" && c.dir.topic(c.pieces[i:i+1]) == "":
			return owner{}
		}
	}
	return owner{}
}

// beforeBracket is the piece itself, or where the bracket begins that ends right
// before it: "the Dawn League (DL) director".
func (c *Cast) beforeBracket(piece int) int {
	if piece < 4 || c.pieces[piece-1].key != ")" || c.pieces[piece-3].key != "(" {
		return piece
	}
	return piece - 3
}

// following is the owner that follows a noun at once: "security forces in
// Ruritania".
func (c *Cast) following(call int) owner {
	i := c.calls[call].end
	if i+1 >= len(c.pieces) {
		return owner{}
	}
	switch c.pieces[i].key {
	case "of", "in", "from":
	default:
		return owner{}
	}
	if c.pieces[i+1].key == "the" && i+2 < len(c.pieces) {
		i++
	}
	tok := c.pieces[i+1].tok
	if m := c.nameAt[tok]; m >= 0 && (c.names[m].end >= len(c.pieces) || c.pieces[c.names[m].end].key != "s") {
		return c.owning(tok)
	}
	return owner{}
}

// owning is the actor at a token as an owner: a place gives its country, a
// person the country in whose name he acts.
func (c *Cast) owning(tok int) owner {
	if tok < 0 {
		return owner{}
	}
	if m := c.nameAt[tok]; m >= 0 {
		l := pick(c.names[m].labels, c)
		switch l.kind {
		case country, city, people:
			return owner{c.dir.nation(l.country), true}
		case organisation:
			return owner{c.dir.ofLabel(l, c.day), true}
		}
	}
	id := c.at(tok)
	if id.kind == person && c.titleAfter(tok) >= 0 {
		id = c.byName(tok) // the body, not its head
	}
	if id.kind == organisation && id.entry == nil && strings.HasSuffix(id.code, " GOV") && strings.ToLower(id.name) == id.name {
		id.kind = office // "county police" are the country's
	}
	switch id.kind {
	case country, organisation:
		return owner{id, true}
	case person, office, people, group:
		if id = c.dir.nation(id.country); id.known() {
			return owner{id, true}
		}
	}
	return owner{}
}

// context is whose a noun is when the phrase does not say: what the last such
// noun belonged to if this one looks back, the country that the sentence is
// placed in, or the country of the story. Fighters, migrants and the like have
// none unless it is said.
func (c *Cast) context(tok, call int) owner {
	n := c.calls[call].noun
	if !c.homely(n) || c.regional(tok) || c.ofUnknown(tok, call) || c.misfits(tok, call) {
		return owner{}
	}
	if n.word == "congress" && c.speaksOf("USA") && c.story != "USA" {
		return owner{c.dir.nation("USA"), false} // others that have one are told by name
	}
	s := c.doc.Tokens[tok].Sentence
	if own := c.saidBefore(tok, n); own.known() {
		return own
	}
	if j := c.before[call]; j >= 0 && n.scope != aCountry && (!c.indefinite(tok) || n.name != "") {
		own := c.owners[j]
		alike := own.kind != organisation || c.calls[j].word == n.word // the opposition's lawmakers do not make the speaker the opposition's
		if alike && s-c.doc.Tokens[c.pieces[c.calls[j].first].tok].Sentence <= 3 {
			own.said = false
			return own
		}
	}
	iso := c.story
	if iso == "" || c.local[s] != "" && c.indefinite(tok) && n.kind != person {
		iso = c.local[s] // "soldiers killed two civilians in Ruritania"
	}
	return owner{c.dir.nation(iso), false}
}

// regional tells whether an adjective says that a noun is of a region or people
// rather than of a country: "West African leaders".
func (c *Cast) regional(tok int) bool {
	for k := range c.doc.Children(tok) {
		if m := c.nameAt[k]; m >= 0 && k < tok && (c.names[m].labels[0].kind == people || c.names[m].labels[0].kind == city) {
			return true
		}
	}
	return false
}

// homely tells whether a noun by itself means those of the story's country.
func (c *Cast) homely(n noun) bool {
	if n.scope == state || n.scope == aCountry {
		return true
	}
	switch n.sector {
	case "CVL", "LAB", "MED", "AGR", "CRM", "PTY", "GOV", "EDU":
		return n.scope == noSpecial
	case "JRN":
		return n.word == "journalist" || strings.HasPrefix(n.word, "state ") || strings.HasPrefix(n.word, "national ") || strings.HasPrefix(n.word, "local ")
	}
	return false
}

// findLocal finds for every sentence the one country that it is placed in.
func (c *Cast) findLocal() {
	c.local = make([]string, len(c.doc.Sentences))
	several := make([]bool, len(c.doc.Sentences))
	for i := range c.names {
		l := pick(c.names[i].labels, c)
		r := c.tokens(c.names[i].first, c.names[i].end)
		h := c.headOf(r)
		if l.kind != country && l.kind != city || l.sense == demonym || c.dir.countries[l.country] == nil {
			continue
		}
		switch c.caseOf(h) {
		case "in", "across", "near", "inside", "throughout":
		default:
			continue
		}
		s := c.doc.Tokens[h].Sentence
		switch {
		case c.local[s] == "" && !several[s]:
			c.local[s] = l.country
		case c.local[s] != l.country:
			c.local[s], several[s] = "", true
		}
	}
}
