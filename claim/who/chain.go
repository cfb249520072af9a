package who

import (
	"strings"

	"griot/text"
)

func (c *Cast) findChains() {
	c.heads = make(map[int]int, len(c.doc.Mentions))
	for i, m := range c.doc.Mentions {
		if _, ok := c.heads[m.Head]; !ok {
			c.heads[m.Head] = i
		}
	}
	c.chains = make([]finding, len(c.doc.Entities))
}

// chain is the actor that the chain of reference through a token is about.
func (c *Cast) chain(tok int) ident {
	m, ok := c.heads[tok]
	if !ok {
		return ident{}
	}
	e := c.doc.Mentions[m].Entity
	if e < 0 || e >= len(c.chains) {
		return ident{}
	}
	if c.chains[e].state == 0 {
		c.chains[e].state = 1
		c.chains[e] = finding{2, c.ofChain(c.doc.Entities[e])}
	}
	if c.chains[e].id.why == "" && c.chains[e].id.known() {
		id := c.chains[e].id
		id.why = "the report goes on to speak of " + id.name
		return id
	}
	return c.chains[e].id
}

// ofChain is the actor of the first name in a chain that means one, else of
// the first nominal that says whose it is, else of the first nominal.
func (c *Cast) ofChain(e text.Entity) ident {
	for _, i := range e.Mentions {
		if m := c.doc.Mentions[i]; m.Kind == text.MentionName {
			if id := c.byName(m.Head); id.known() {
				id.why = ""
				return id
			}
		}
	}
	var first ident
	for n, i := range e.Mentions {
		m := c.doc.Mentions[i]
		if m.Kind != text.MentionNominal || n > longChain {
			continue
		}
		id, said := c.byNoun(m.Head)
		if id.known() && (said || !first.known()) {
			id.why = ""
			if first = id; said {
				break
			}
		}
	}
	return first
}

// antecedentOf is the head of the last phrase before a pronoun in its chain that is
// none, or -1.
func (c *Cast) antecedentOf(tok int) int {
	m, ok := c.heads[tok]
	if !ok || c.doc.Mentions[m].Entity < 0 || c.doc.Mentions[m].Entity >= len(c.doc.Entities) {
		return -1
	}
	last := -1
	for n, i := range c.doc.Entities[c.doc.Mentions[m].Entity].Mentions {
		m := c.doc.Mentions[i]
		if m.Head >= tok || n > longChain {
			break
		}
		if m.Kind != text.MentionPronoun {
			last = m.Head
		}
	}
	return last
}

// agreeing is the first actor of the chain through a pronoun that it can mean: a
// chain may begin with a name taken for another sort, or with "a member of the
// council", who is the council's.
func (c *Cast) agreeing(tok int) ident {
	m, ok := c.heads[tok]
	if !ok {
		return ident{}
	}
	t := c.doc.Tokens[tok]
	for n, i := range c.doc.Entities[c.doc.Mentions[m].Entity].Mentions {
		switch m := c.doc.Mentions[i]; {
		case n > longChain:
			return ident{}
		case m.Kind == text.MentionName:
			if id := c.byName(m.Head); id.known() && agrees(t, id) {
				return id
			}
		case m.Kind == text.MentionNominal && c.callAt[m.Head] >= 0:
			if id, _ := c.byNoun(m.Head); id.known() && (agrees(t, id) || c.calls[c.callAt[m.Head]].kind == person) {
				return id
			}
		}
	}
	return ident{}
}

// longChain is how many phrases of a chain are looked at.
const longChain = 50

// deputy tells whether a noun is for the deputy of an office that the report
// gives a person, or the other way round.
func (c *Cast) deputy(n noun, whole ident) bool {
	under := func(word string) bool { return strings.HasPrefix(word, "vice") || strings.HasPrefix(word, "deputy") }
	for _, h := range c.holders {
		if h.key == whole.key && under(h.word) != under(n.word) {
			return true
		}
	}
	return false
}

func plural(t text.Token) bool { return strings.Contains(t.Feats, "Number=Plur") }

// several is the actor of the nearest plural nominal before a plural pronoun in
// its chain: a chain of several may have been joined with one person's.
func (c *Cast) several(tok int) ident {
	e := c.doc.Entities[c.doc.Mentions[c.heads[tok]].Entity]
	for n := len(e.Mentions) - 1; n >= 0; n-- {
		m := c.doc.Mentions[e.Mentions[n]]
		if m.Head < tok && m.Kind == text.MentionNominal && plural(c.doc.Tokens[m.Head]) {
			return c.at(m.Head)
		}
	}
	return ident{}
}

// sameSort tells whether a nominal that means id by itself may be the actor of
// its chain: an office is a person, "the bloc" an organisation, "the country"
// a country.
func (c *Cast) sameSort(tok int, id ident, said bool, whole ident) bool {
	if !id.known() {
		i := c.callAt[tok]
		t := c.doc.Mentions[c.heads[tok]].Type
		return i < 0 && (t == "PER" && whole.kind == person || t == "ORG" && whole.kind == organisation) && !plural(c.doc.Tokens[tok]) || i >= 0 && (c.calls[i].scope == aCountry && whole.kind == country && !plural(c.doc.Tokens[tok]) || c.calls[i].scope != aCountry && whole.kind != country)
	}
	n := c.calls[c.callAt[tok]].noun
	switch whole.kind {
	case person:
		return !c.deputy(n, whole) && !plural(c.doc.Tokens[tok]) && (n.kind == person || n.scope == member || n.sector == "ELI" || n.kind == group || c.dir.is("individual", n.word)) && !c.indefinite(tok) && id.kind != person
	case organisation:
		return (n.kind == organisation || n.kind == group) && !said && !c.indefinite(tok)
	case country:
		return n.scope == aCountry && !id.known()
	case group:
		return !said && id.kind == group
	}
	return false
}
