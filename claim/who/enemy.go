package who

import "strings"

// attacks tells whether a country, or its army, does what the phrase at a token
// suffers: those are not its own soldiers.
func (c *Cast) attacks(tok int, iso string) bool {
	for hops := 0; hops < 3 && c.doc.Tokens[tok].Is("conj"); hops++ {
		tok = c.doc.Tokens[tok].Head
	}
	v := c.doc.Tokens[tok].Head
	if v < 0 || !c.doc.Tokens[tok].Is("obj") {
		return false
	}
	for hops := 0; hops < 3; hops++ {
		if s := c.doc.Child(v, "nsubj"); s >= 0 {
			own := c.owning(s)
			return own.country == iso && (own.kind == country || own.organ && strings.HasSuffix(own.code, " MIL"))
		}
		if t := c.doc.Tokens[v]; !t.Is("advcl") && !t.Is("conj") && !t.Is("xcomp") || t.Head < 0 {
			return false
		}
		v = c.doc.Tokens[v].Head
	}
	return false
}

// attacked is the other country that the sentence of a phrase names or places
// things in, the nearest before it or else the first after it: "struck Ruritania,
// killing three soldiers".
func (c *Cast) attacked(tok int, iso string) owner {
	s := c.doc.Sentences[c.doc.Tokens[tok].Sentence].Range
	for i := tok - 1; i >= s.First; i-- {
		if own := c.placeAt(i); own.known() && own.country != iso {
			return own
		}
	}
	for i := tok + 1; i < s.End; i++ {
		if own := c.placeAt(i); own.known() && own.country != iso {
			return own
		}
	}
	return owner{}
}

// placeAt is the country of a country's or city's name at a token.
func (c *Cast) placeAt(tok int) owner {
	m := c.nameAt[tok]
	if m < 0 {
		return owner{}
	}
	if l := pick(c.names[m].labels, c); l.kind == country || l.kind == city {
		return owner{c.dir.nation(l.country), false}
	}
	return owner{}
}
