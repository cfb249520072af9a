package who

import (
	"slices"
	"sort"

	"griot"
	"griot/text"
)

// shared is the noun that adjectives of several countries have in common, when
// one of them ends before a piece and others follow: the ministries of "French,
// German and Italian foreign ministries". It is -1 when there is none.
func (c *Cast) shared(after int) int {
	i, joined := after, false
	for i < min(len(c.pieces), after+40) {
		switch key := c.pieces[i].key; {
		case key == "," || key == "and" || key == "or":
			joined = true
			i++
			continue
		case c.nameAt[c.pieces[i].tok] >= 0 && joined:
			m := c.names[c.nameAt[c.pieces[i].tok]]
			if m.first != i || m.labels[0].kind != country {
				return -1
			}
			i, joined = m.end, false
			if call := c.callFrom(i); call >= 0 {
				return call
			}
			continue
		}
		return -1
	}
	return -1
}

// callFrom is the noun that begins at a piece or after adjectives there:
// "foreign ministries"; or -1.
func (c *Cast) callFrom(i int) int {
	for range 3 {
		if i >= len(c.pieces) {
			return -1
		}
		tok := c.pieces[i].tok
		if call := int(c.callAt[tok]); call >= 0 && c.calls[call].first == i {
			return call
		}
		if c.doc.Tokens[tok].UPOS != "ADJ" || c.nameAt[tok] >= 0 {
			return -1
		}
		i = c.first[tok+1]
	}
	return -1
}

// All is At for a phrase that speaks of the same of several countries: "French,
// German and Italian ministers" are three actors, and so are the troops that two
// countries have somewhere two.
func (c *Cast) All(tok int) []griot.Actor {
	var all []griot.Actor
	if named := c.countriesBeside(tok); len(named) > 0 {
		return named
	}
	if all = c.together(tok); len(all) > 0 {
		return all
	}
	if all = c.examples(tok); len(all) > 0 {
		return all
	}
	if first, ok := c.At(tok); ok {
		all = append(all, first)
	}
	if tok < 0 || tok >= len(c.callAt) || c.callAt[tok] < 0 || len(all) == 0 {
		return all
	}
	call := int(c.callAt[tok])
	if several := c.ofSeveral(tok, call); len(several) > 1 {
		return several
	}
	if senders := c.senders(tok); len(senders) > 1 && c.at(tok).country == c.names[senders[0]].labels[0].country {
		for _, i := range senders[1:] {
			all = append(all, c.actorOf(c.composed(tok, call, owner{c.dir.nation(c.names[i].labels[0].country), true}), c.extent(tok)))
		}
		return all
	}
	n := sort.Search(len(c.names), func(i int) bool { return c.names[i].end > c.calls[call].first })
	var owners []int
	for i := n - 1; i >= 0; i-- {
		m := c.names[i]
		next := c.callFrom(m.end) == call && m.labels[0].kind == country
		if !next && c.shared(m.end) != call {
			break
		}
		owners = append(owners, i)
	}
	slices.Reverse(owners)
	for _, i := range owners {
		m := c.names[i]
		id := c.composed(tok, call, owner{c.dir.nation(m.labels[0].country), true})
		if len(owners) > 1 && id.known() && id.id() != all[0].ID {
			all = append(all, c.actorOf(id, c.tokens(m.first, m.end)))
		}
	}
	return all
}

// together are those whom "they" means that were named in one breath: "the
// ministers and the judges said they would".
func (c *Cast) together(tok int) []griot.Actor {
	if tok < 0 || tok >= len(c.doc.Tokens) || c.doc.Tokens[tok].UPOS != "PRON" {
		return nil
	}
	switch fold(c.doc.Tokens[tok].Form) {
	case "they", "them", "their":
	default:
		return nil
	}
	first := c.antecedentOf(tok)
	if first < 0 || c.doc.Child(first, "conj") < 0 {
		return nil
	}
	r := text.Range{First: tok, End: tok + 1}
	var all []griot.Actor
	for _, k := range append([]int{first}, c.joined(first)...) {
		if id := c.at(k); id.known() {
			all = append(all, c.actorOf(id, r))
		}
	}
	return all
}

// ofSeveral are those whom a plural noun means that is of several countries: "the
// leaders of Ruritania and Borduria".
func (c *Cast) ofSeveral(tok, call int) []griot.Actor {
	if !plural(c.doc.Tokens[tok]) {
		return nil
	}
	var out []griot.Actor
	for of := range c.doc.Children(tok) {
		if prep := c.caseOf(of); !c.doc.Tokens[of].Is("nmod") || prep != "of" && prep != "from" {
			continue
		}
		for _, k := range append([]int{of}, c.joined(of)...) {
			if own := c.owning(k); own.kind == country && own.known() {
				out = append(out, c.actorOf(c.composed(tok, call, own), c.extent(tok)))
			}
		}
	}
	return out
}

// joined are the tokens that hang on one by "and" or a comma.
func (c *Cast) joined(tok int) []int {
	var all []int
	for k := range c.doc.Children(tok) {
		if c.doc.Tokens[k].Is("conj") {
			all = append(all, k)
		}
	}
	return all
}

// countriesBeside are the countries that a plural noun stands beside, or that "they"
// means that stands for such a noun: "Nigeria and Benin, two countries that have said
// they would".
func (c *Cast) countriesBeside(tok int) []griot.Actor {
	at := c.Meant(tok)
	if at < 0 || at >= len(c.callAt) || c.callAt[at] < 0 || c.calls[c.callAt[at]].scope != aCountry || !c.beside(at) || !plural(c.doc.Tokens[at]) {
		return nil
	}
	first := c.doc.Tokens[at].Head
	var out []griot.Actor
	for _, k := range append([]int{first}, c.joined(first)...) {
		if id := c.at(k); k != at && id.kind == country && id.known() {
			out = append(out, c.actorOf(id, c.extent(k)))
		}
	}
	return out
}

// beside tells whether a phrase is an apposition; trees take one to several names
// for one more of them, though no word joins it.
func (c *Cast) beside(tok int) bool {
	t := c.doc.Tokens[tok]
	return t.Is("appos") || t.Is("conj") && t.Head >= 0 && c.doc.Child(tok, "cc") < 0
}
