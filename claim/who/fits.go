package who

// fits tells whether a country can be the one whose head the noun of a call names:
// a republic has no king, and where provinces have premiers a premier is theirs.
func (c *Cast) fits(call int, own owner) bool {
	n := c.calls[call].noun
	if n.kind != person || own.kind != country {
		return true
	}
	switch iso := fold(own.country); {
	case c.dir.is("crowned", n.word):
		return c.dir.is("kingdom", iso)
	case n.word == "premier":
		return !c.dir.is("provincial", iso)
	}
	return true
}

// misfits tells whether neither the country that a phrase names nor that of the
// story can be the one of an office.
func (c *Cast) misfits(tok, call int) bool {
	if n := c.calls[call].noun; n.word != "premier" && !c.dir.is("crowned", n.word) {
		return false
	}
	return !c.fits(call, c.owner(tok, int32(call))) || !c.fits(call, owner{c.dir.nation(c.story), false})
}

// ofUnknown tells whether an office is said to be of something that has a name and
// is no country or body that is known: "the president of Casa Roja" is not the
// country's.
func (c *Cast) ofUnknown(tok, call int) bool {
	n := c.calls[call].noun
	if n.kind != person || n.scope != state || hasPortfolio(n.word) {
		return false
	}
	for k := range c.doc.Children(tok) {
		t := c.doc.Tokens[k]
		if k > tok && t.Is("nmod") && c.caseOf(k) == "of" && c.callAt[k] < 0 && (t.UPOS == "PROPN" || c.doc.Name(k) >= 0) {
			return !c.owning(k).known()
		}
	}
	return false
}
