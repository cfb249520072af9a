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
