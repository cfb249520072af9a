package who

import (
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// meeting is an actor of the report and the names it goes by there.
type meeting struct {
	ident
	names []alias
}

// alias is a name that an actor goes by, where it stands first, and what made
// it the actor's.
type alias struct {
	words text.Range
	text  string
	why   string
}

// Actors lists everybody whom a phrase of the report means, in the order in
// which they first appear.
func (c *Cast) Actors() []griot.ActorFacts {
	met := c.meetings()
	facts := make([]griot.ActorFacts, 0, len(met))
	for _, m := range met {
		f := griot.ActorFacts{ID: m.id(), Name: m.name, Kind: string(m.kind), Code: m.code, Aliases: []string{}}
		if c.dir.countries[m.country] != nil {
			f.Country = m.country
		}
		for _, a := range m.names {
			if a.text != m.name {
				f.Aliases = append(f.Aliases, a.text)
			}
		}
		slices.Sort(f.Aliases)
		facts = append(facts, f)
	}
	return facts
}

func (c *Cast) meetings() []*meeting {
	var order []*meeting
	met := map[string]*meeting{}
	for tok, t := range c.doc.Tokens {
		if !phrasal(t) || c.doc.Kind(tok).Furniture() {
			continue
		}
		id := c.at(tok)
		if !id.known() {
			continue
		}
		m := met[id.key]
		if m == nil {
			m = &meeting{ident: id}
			met[id.key] = m
			order = append(order, m)
		}
		if r := c.nameRange(tok); r.Len() > 0 {
			m.add(alias{r, c.spell(r), id.why})
		}
	}
	return order
}

func (m *meeting) add(a alias) {
	for _, b := range m.names {
		if a.text == b.text {
			return
		}
	}
	m.names = append(m.names, a)
}

// phrasal tells whether a token may be the head of a noun phrase.
func phrasal(t text.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "X", "ADJ":
	default:
		return false
	}
	for _, rel := range []string{"nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root", "dislocated", "vocative", "parataxis", "list"} {
		if t.Is(rel) {
			return t.Rel != "nmod:desc"
		}
	}
	return false
}

// nameRange is the name by which a phrase calls its actor, without titles; it
// is empty for nominals and pronouns.
func (c *Cast) nameRange(tok int) text.Range {
	if n := c.doc.Name(tok); n >= 0 {
		switch r := c.doc.Names[n].Range; c.doc.Names[n].Type {
		case "PER":
			return c.untitled(r)
		case "ORG":
			return c.wholeName(tok, r)
		}
	}
	if r := c.properNoun(tok); r.Len() > 0 {
		return r
	}
	if m := c.nameAt[tok]; m >= 0 && c.names[m].labels[0].sense != demonym {
		return c.tokens(c.names[m].first, c.names[m].end)
	}
	return text.Range{}
}

// Roles lists what the report says the actors are: offices, memberships, parts
// in an organisation; and, as role "alias", the names that it uses for one
// actor, with what made them one.
func (c *Cast) Roles() []griot.Role {
	var roles []griot.Role
	for _, m := range c.meetings() {
		for _, a := range m.names {
			if a.text != m.name && a.why != "" {
				r := c.role(m.ident, "alias", a.words)
				r.Of, r.Identity = a.text, a.why
				roles = append(roles, r)
			}
		}
	}
	said := map[string]bool{}
	for _, r := range append(c.offices(), c.foundings()...) {
		key := strings.Join([]string{r.Actor, r.Role, r.Of}, "|")
		if !said[key] {
			said[key] = true
			roles = append(roles, r)
		}
	}
	return roles
}

// role is a role of an actor that the words of a range tell.
func (c *Cast) role(id ident, what string, words text.Range) griot.Role {
	rep := c.doc.Report
	s := c.doc.Span(words)
	return griot.Role{
		Source: griot.Source{Report: rep.ID, Ref: rep.Ref, Outlet: rep.Outlet, Published: rep.Published},
		Actor:  id.id(), Name: id.name, Role: what,
		Start: s.Start, End: s.End, Quote: c.doc.Words(words),
		When: griot.Interval{Basis: griot.BasisNone},
	}
}
