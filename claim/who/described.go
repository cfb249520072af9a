package who

import "griot/text"

// findDescribed finds what the report says unknown persons and organisations
// are, by the roles that stand beside them: "the interior minister, Jane Roe",
// "a rebel group, the Dawn Front". It gives them their codes, bodies first, for
// persons are theirs.
func (c *Cast) findDescribed() {
	c.described = map[string]ident{}
	for i := range c.calls {
		org := c.besideOrganisation(i)
		if org < 0 {
			continue
		}
		if id := c.at(org); id.entry == nil && id.kind == organisation && !id.organ {
			c.note(id, c.describe(c.callHead(i), i))
		}
	}
	for i := range c.owners {
		if said := c.described[c.owners[i].key]; said.code != "" {
			c.owners[i].code, c.owners[i].country = said.code, said.country
		}
	}
	for i := range c.calls {
		head := c.callHead(i)
		for _, who := range c.bearers(head, i) {
			if id := c.at(who); id.entry == nil && id.code == "" && id.kind == person && c.callAt[who] != int32(i) {
				c.note(id, c.describe(head, i))
			}
		}
	}
}

// note keeps the first code that is said of an actor.
func (c *Cast) note(id, said ident) {
	if said.code != "" && c.described[id.key].code == "" {
		c.described[id.key] = said
	}
}

// callHead is the token of a call on which its others hang.
func (c *Cast) callHead(call int) int {
	return c.headOf(c.tokens(c.calls[call].first, c.calls[call].end))
}

// describe is the code that a role gives whoever bears it: the country is the
// story's if the role is one of the country's and no other is said.
func (c *Cast) describe(head, call int) ident {
	n := c.calls[call].noun
	own := c.ownerOf(call)
	if !own.known() {
		own = c.context(head, call)
	}
	if !own.known() && !c.ofUnknown(head, call) && (n.sector == "REB" || n.sector == "PRM" || n.kind == person) && n.sector != "" {
		own = owner{c.dir.nation(c.story), false}
	}
	id := c.dir.compose(n, n.word, "", own, 0)
	if n.kind == organisation && n.sector == "" {
		return ident{}
	}
	return id
}

// besideOrganisation is the token of the organisation's name that stands right
// after a noun for a group, with or without a comma, or before it with one; or
// -1.
func (c *Cast) besideOrganisation(call int) int {
	n := c.calls[call].noun
	if n.kind != group && n.kind != organisation || n.sector == "" || n.sector == "CVL" || n.name != "" {
		return -1
	}
	r := c.tokens(c.calls[call].first, c.calls[call].end)
	s := c.doc.Tokens[r.First].Sentence
	for i := r.End; i < min(len(c.doc.Tokens), r.End+3) && c.doc.Tokens[i].Sentence == s; i++ {
		t := c.doc.Tokens[i]
		if c.organisationAt(i) {
			return c.headOf(c.organisationRange(i))
		}
		if t.Form != "," && t.UPOS != "DET" {
			break
		}
	}
	if i := c.pieces[c.beforeBracket(c.calls[call].first)].tok; i < r.First && i > 0 && c.organisationAt(i-1) && c.doc.Tokens[i-1].Sentence == s {
		return c.headOf(c.organisationRange(i - 1)) // "the Dawn League (DL) rebel group"
	}
	for i := r.First - 1; i > max(0, r.First-4) && c.doc.Tokens[i].Sentence == s; i-- {
		t := c.doc.Tokens[i]
		if t.Form == "," && c.organisationAt(i-1) && c.doc.Tokens[i-1].Sentence == s {
			return c.headOf(c.organisationRange(i - 1))
		}
		if t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NOUN" {
			break
		}
	}
	return -1
}

func (c *Cast) organisationAt(tok int) bool {
	return c.orgAt[tok] >= 0 || c.acronym(tok) && c.nameAt[tok] < 0 || c.doc.Name(tok) >= 0 && c.doc.Names[c.doc.Name(tok)].Type == "ORG" && c.nameAt[tok] < 0
}

func (c *Cast) organisationRange(tok int) text.Range {
	if r := c.properNoun(tok); r.Len() > 0 {
		return r
	}
	if n := c.doc.Name(tok); n >= 0 {
		return c.doc.Names[n].Range
	}
	return text.Range{First: tok, End: tok + 1}
}

// onlyRebels is the one armed group that the report names, for a bare "the
// rebels" after it; unknown when it names none or several.
func (c *Cast) onlyRebels() ident {
	if !c.rebelsAsked {
		c.rebelsAsked = true
		c.rebels = c.findRebels()
	}
	return c.rebels
}

func (c *Cast) findRebels() ident {
	var only ident
	see := func(tok int) bool {
		id := c.byName(tok)
		if id.kind != organisation || len(id.code) < 4 || id.code[len(id.code)-3:] != "REB" || id.key == only.key {
			return true
		}
		if only.known() {
			only = ident{}
			return false
		}
		only = id
		return true
	}
	for _, m := range c.names {
		if m.labels[0].sector == "REB" && !see(c.pieces[m.first].tok) {
			return ident{}
		}
	}
	for _, r := range c.orgs {
		if !see(r.First) {
			return ident{}
		}
	}
	for _, n := range c.doc.Names {
		if n.Type == "ORG" && !see(n.First) {
			return ident{}
		}
	}
	only.why = "the only armed group that the report names"
	if only.name == "" {
		return ident{}
	}
	return only
}
