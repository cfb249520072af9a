package who

import "griot/text"

// findBearers finds, for every noun for a role, the person named right beside
// it, by the order of words, which outlives a bad tree: "US Secretary of State
// Jane Roe", "the leader of the party, Jane Roe,", "Jane Roe, head of the party".
func (c *Cast) findBearers() {
	c.bearer = make([]int, len(c.calls))
	for i, call := range c.calls {
		c.bearer[i] = -1
		r := c.tokens(call.first, call.end)
		if last := c.pieces[call.end-1].key; last != singular(last) {
			continue
		}
		if n := c.doc.Name(r.First); n >= 0 && c.doc.Names[n].Type == "PER" {
			if own := c.untitled(c.doc.Names[n].Range); r.End <= own.First {
				c.bearer[i] = own.First
			}
			continue
		}
		k := call.kind
		if c.dir.is("individual", call.word) {
			k = person
		}
		if tok := c.namedAfter(r, k); tok >= 0 {
			c.bearer[i] = tok
		} else if k == person || k == group {
			c.bearer[i] = c.namedBefore(r)
		}
	}
}

// reach is how many words may stand between a role and who bears it.
const reach = 12

// namedAfter is the first token of the person's name that follows a role at
// once or after its complement, with or without a comma; or -1.
func (c *Cast) namedAfter(r text.Range, k kind) int {
	s := c.doc.Tokens[r.First].Sentence
	for i := r.End; i < min(len(c.doc.Tokens), r.End+reach) && c.doc.Tokens[i].Sentence == s; i++ {
		if tok := c.personAt(i); tok == i && i > r.End && c.nameAt[i] < 0 && fold(c.doc.Tokens[i-1].Form) == "of" { // "the son of Jane Roe"
			i = c.doc.Names[c.doc.Name(i)].End - 1
			continue
		} else if tok >= 0 {
			return tok
		}
		if k != person && c.doc.Tokens[i].UPOS != "PUNCT" && c.doc.Tokens[i].UPOS != "VERB" && c.doc.Tokens[i].UPOS != "ADP" {
			return -1
		}
		switch t := c.doc.Tokens[i]; t.UPOS {
		case "PROPN", "NOUN", "ADJ", "DET", "PART":
			if i == r.End && c.callAt[i] < 0 && t.UPOS != "PROPN" {
				return -1
			}
		case "VERB":
			if i != r.End || !c.dir.is("naming", t.Lemma) {
				return -1
			}
		case "ADP":
			if f := fold(t.Form); f != "of" && f != "for" && f != "to" && f != "at" && f != "as" {
				return -1
			}
		case "CCONJ":
			portfolio := i > r.End && c.doc.Tokens[i-1].UPOS == "PROPN" && i+1 < len(c.doc.Tokens) && c.doc.Tokens[i+1].UPOS == "PROPN" && fold(c.doc.Tokens[r.End].Form) == "of"
			if k != person || !portfolio && (i != r.End || !c.twoTitles(r.First, i)) {
				return -1 // but "the minister of Labour and Industry, Jane Roe"
			}
		case "PUNCT":
			if t.Form != "," || k != person && k != group {
				return -1
			}
			return c.between(i + 1)
		default:
			return -1
		}
	}
	return -1
}

// twoTitles tells whether "and" joins a title to another of the same person: "trade
// minister and party leader Jane Roe", but not "the king and prime minister Jane Roe".
func (c *Cast) twoTitles(title, and int) bool {
	next := and + 1
	return fold(c.doc.Tokens[and].Form) == "and" && next < len(c.doc.Tokens) && c.doc.Tokens[next].UPOS != "DET" && c.personAt(next) < 0 &&
		c.doc.Tokens[c.doc.Subtree(title).First].UPOS != "DET" && (title == 0 || c.doc.Tokens[title-1].UPOS != "DET")
}

// between is the name of a person that begins at token i, titles before it,
// and ends at a comma, a bracket or the sentence's end; or -1.
func (c *Cast) between(i int) int {
	for n := i; n < min(len(c.doc.Tokens), i+4); n++ {
		tok := c.personAt(n)
		if tok < 0 {
			if c.callAt[n] < 0 && !c.dir.titles[fold(c.doc.Tokens[n].Form)] {
				return -1
			}
			continue
		}
		end := c.doc.Names[c.doc.Name(tok)].End
		if end < len(c.doc.Tokens) && c.doc.Tokens[end].UPOS != "PUNCT" || end < len(c.doc.Tokens) && c.doc.Tokens[end].Form == "-" {
			return -1
		}
		return tok
	}
	return -1
}

// personAt is the token at which the name of a person starts, titles apart,
// when the whole name starts at token i; or -1.
func (c *Cast) personAt(i int) int {
	n := c.doc.Name(i)
	if n < 0 || c.doc.Names[n].Type != "PER" || c.doc.Names[n].First != i {
		return -1
	}
	return c.untitled(c.doc.Names[n].Range).First
}

// namedBefore is the person whose name, with a comma, stands before the phrase
// of a role; or -1.
func (c *Cast) namedBefore(r text.Range) int {
	s := c.doc.Tokens[r.First].Sentence
	if r.End < len(c.doc.Tokens) {
		switch c.doc.Tokens[r.End].UPOS {
		case "PART", "NOUN", "PROPN":
			return -1 // "Jane Roe, the company's director" is no company
		}
	}
	for i := r.First - 1; i > max(0, r.First-7) && c.doc.Tokens[i].Sentence == s; i-- {
		switch t := c.doc.Tokens[i]; t.UPOS {
		case "DET", "ADJ", "NOUN", "PART", "PROPN":
		case "PUNCT":
			if t.Form != "," {
				return -1
			}
			if n := c.doc.Name(i - 1); n >= 0 && c.doc.Names[n].Type == "PER" && c.doc.Tokens[i-1].Sentence == s {
				return c.untitled(c.doc.Names[n].Range).First
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}
