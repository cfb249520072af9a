package who

// takers are those who took power, whom a bare "the coup" means where somebody
// is for or against it.
func (c *Cast) takers(tok int) ident {
	t := c.doc.Tokens[tok]
	if c.dir.is("related", t.Lemma) && !plural(t) {
		return c.related(tok)
	}
	if !c.dir.is("overthrow", t.Lemma) || plural(t) || !c.definite(tok) || !c.homeOf(tok).known() {
		return ident{}
	}
	_, found := c.dir.nouns.longest([]piece{{key: "junta"}}, nil, func(int, noun) bool { return true })
	if len(found) == 0 {
		return ident{}
	}
	id := c.dir.compose(found[0], "junta", "", c.homeOf(tok), c.day)
	id.why = "the report speaks of their coup"
	return id
}

// homeOf is the country in which a phrase says that something was done, else the
// one that the report is about.
func (c *Cast) homeOf(tok int) owner {
	for k := range c.doc.Children(tok) {
		if c.doc.Tokens[k].Is("nmod") && c.caseOf(k) == "in" {
			return c.owning(k)
		}
	}
	return owner{c.dir.nation(c.story), false}
}

// related is the country of the story where another's "colony" can only mean it.
func (c *Cast) related(tok int) ident {
	k := c.doc.Child(tok, "nmod:poss")
	if k < 0 || c.story == "" {
		return ident{}
	}
	if own := c.owning(k); own.known() && own.country != c.story {
		return c.dir.nation(c.story)
	}
	return ident{}
}
