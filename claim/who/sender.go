package who

import "slices"

// sender is the country that has or sends those whom a noun means: "France has
// 1,500 troops there".
func (c *Cast) sender(tok int) owner {
	if all := c.senders(tok); len(all) > 0 {
		return owner{c.dir.nation(c.names[all[0]].labels[0].country), true}
	}
	return owner{}
}

// senders are the names of the countries before the verb whose object a noun
// is, in text order. It goes by the order of words, since trees often lose the
// subject of a coordinated clause.
func (c *Cast) senders(tok int) []int {
	t := c.doc.Tokens[tok]
	if !t.Is("obj") || t.Head < 0 || t.Head > tok || !c.dir.is("sending", c.doc.Tokens[t.Head].Lemma) {
		return nil
	}
	var found []int
	ands := 0
	for i, joined := t.Head-1, true; i >= max(0, t.Head-16); i-- {
		switch w := c.doc.Tokens[i]; {
		case w.Sentence != t.Sentence || ands > 1:
			i = -1 // a second "and" joins clauses, not names
		case c.nameAt[i] >= 0 && joined:
			m := c.names[c.nameAt[i]]
			if l := m.labels[0]; l.kind != country || l.sense == demonym {
				i = -1
				continue
			}
			found = append(found, int(c.nameAt[i]))
			i, joined = c.pieces[m.first].tok, false
		case w.UPOS == "CCONJ":
			joined = true
			ands++
		case w.Form == ",":
			joined = true
		case w.UPOS != "AUX" && w.UPOS != "ADV" && w.UPOS != "DET":
			i = -1
		}
	}
	slices.Reverse(found)
	return found
}
