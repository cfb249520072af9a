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
	for _, n := range c.doc.Names {
		if n.Type != "PER" {
			continue
		}
		r := c.untitled(n.Range)
		before := r.First - 1
		if before < 0 || c.callAt[before] < 0 || c.doc.Tokens[before].Sentence != c.doc.Tokens[r.First].Sentence {
			continue
		}
		call := c.calls[c.callAt[before]]
		if call.kind != person || call.scope != state {
			continue
		}
		if id := c.personOf(n.Range); id.known() {
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
