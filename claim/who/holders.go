package who

// holding is an office that the report says somebody has by a title.
type holding struct {
	tok  int
	word string
	ident
}

// findHolders gathers the titles before names, so that a later "the president"
// is whom the report called so.
func (c *Cast) findHolders() {
	for i, call := range c.calls {
		if c.bearer[i] < 0 || call.kind != person || call.scope != state || c.lostBefore(i) {
			continue
		}
		r := c.doc.Names[c.doc.Name(c.bearer[i])].Range
		if id := c.personOf(r); id.known() {
			c.holders = append(c.holders, holding{r.First, call.word, id})
		}
	}
}

// heldAfter is the person whose title follows a country's name at once, where
// the tree makes the country the head of it all: "US Secretary of State Jane Roe".
func (c *Cast) heldAfter(tok int) ident {
	m := c.nameAt[tok]
	if m < 0 || c.names[m].end >= len(c.pieces) {
		return ident{}
	}
	call := c.callAt[c.pieces[c.names[m].end].tok]
	if call < 0 || c.bearer[call] < 0 {
		return ident{}
	}
	for i, steps := c.bearer[call], 0; i >= 0 && steps < 4; i, steps = c.doc.Tokens[i].Head, steps+1 {
		if i == tok {
			return c.personOf(c.doc.Names[c.doc.Name(c.bearer[call])].Range)
		}
		if !c.doc.Tokens[i].Is("flat") && !c.doc.Tokens[i].Is("appos") && !c.doc.Tokens[i].Is("compound") && !c.doc.Tokens[i].Is("nmod") {
			break
		}
	}
	return ident{}
}

// held is who the report called by the title of a call before, if it is the
// country's that the phrase means.
func (c *Cast) held(tok int, word, iso string) ident {
	var last ident
	for _, h := range c.holders {
		if h.tok > tok && last.known() {
			break
		}
		if h.word == word && (iso == "" || h.country == "" || h.country == iso) {
			last = h.ident
		}
	}
	if last.known() {
		last.why = "the report gives " + last.name + " that title"
	}
	return last
}
