package who

import (
	"slices"
	"strings"

	"griot/text"
)

// findOrganisations finds names that begin with what the organisation is and go
// on with what it is for: "Front for the Renewal of Ruritania", "Union of Free
// Farmers". Names that only say which organ of which state they mean are none.
func (c *Cast) findOrganisations() {
	c.orgAt = make([]int32, len(c.doc.Tokens))
	for i := range c.orgAt {
		c.orgAt[i] = -1
	}
	for i, call := range c.calls {
		r := c.properRange(c.tokens(call.first, call.end), i)
		if r.Len() == 0 || c.orgAt[r.First] >= 0 {
			continue
		}
		for t := r.First; t < r.End; t++ {
			c.orgAt[t] = int32(len(c.orgs))
		}
		c.orgs = append(c.orgs, r)
	}
}

// properRange is the name that begins with a call in capitals, or an empty
// range.
func (c *Cast) properRange(r text.Range, call int) text.Range {
	n := c.calls[call].noun
	if n.kind == person || n.scope == state && n.word != "army" && n.word != "forces" || !c.pieces[c.calls[call].first].upper {
		return text.Range{}
	}
	if r.End+1 >= len(c.doc.Tokens) || (fold(c.doc.Tokens[r.End].Form) != "for" && n.scope == state) {
		return text.Range{}
	}
	end, capitals := c.capitalsAfter(r)
	if capitals == 0 {
		return text.Range{}
	}
	starts := c.doc.Sentences[c.doc.Tokens[r.First].Sentence].First == r.First
	if starts && fold(c.doc.Tokens[r.End].Form) != "for" {
		return text.Range{} // "Members of Amnesty" is no name
	}
	for r.First > 0 && c.capital(r.First-1) && c.doc.Tokens[r.First-1].Sentence == c.doc.Tokens[r.First].Sentence && (c.nameAt[r.First-1] < 0 || c.names[c.nameAt[r.First-1]].labels[0].kind == city) && c.doc.Tokens[r.First-1].UPOS != "DET" {
		r.First--
	}
	r.End = end
	more, _, _ := c.content(r)
	if !more && fold(c.doc.Tokens[r.First+1].Form) != "for" {
		return text.Range{}
	}
	return r
}

// capitalsAfter is the end of the words in capitals that follow a range, joined
// by "of", "for" and "and", and how many they are.
func (c *Cast) capitalsAfter(r text.Range) (end, capitals int) {
	end = r.End
	s := c.doc.Tokens[r.First].Sentence
	for i := r.End; i < min(len(c.doc.Tokens), r.End+12) && c.doc.Tokens[i].Sentence == s; i++ {
		switch form := fold(c.doc.Tokens[i].Form); {
		case c.capital(i) && i > r.End:
			end, capitals = i+1, capitals+1
		case form == "of" || form == "for", (form == "the" || form == "and") && i > r.End:
		default:
			return end, capitals
		}
	}
	return end, capitals
}

func (c *Cast) capital(tok int) bool {
	return c.first[tok] < c.first[tok+1] && c.pieces[c.first[tok]].upper
}

// properNoun is the name that findOrganisations found at a token, or an empty
// range.
func (c *Cast) properNoun(tok int) text.Range {
	if o := c.orgAt[tok]; o >= 0 {
		return c.orgs[o]
	}
	return text.Range{}
}

// spelledOut is the full name that the report gives before or around an acronym
// in brackets: "Sahel Peace Forum (SPF)".
func (c *Cast) spelledOut(r text.Range) (text.Range, bool) {
	if r.Len() != 1 || c.first[r.First] == c.first[r.End] || !c.pieces[c.first[r.First]].caps {
		return text.Range{}, false
	}
	full, ok := c.acronyms[c.doc.Tokens[r.First].Form]
	return full, ok && full != r
}

// findAcronyms finds the acronyms of the report's organisations: those in
// brackets after them, and words in capitals made of their initials.
func (c *Cast) findAcronyms() {
	c.acronyms = map[string]text.Range{}
	full := slices.Clone(c.orgs)
	for _, n := range c.doc.Names {
		if n.Type == "ORG" && n.Len() > 1 && c.orgAt[n.First] < 0 {
			full = append(full, n.Range)
		}
	}
	slices.SortStableFunc(full, func(a, b text.Range) int { return a.First - b.First })
	for _, r := range full {
		initials := c.initials(r)
		if r.End+1 < len(c.doc.Tokens) && c.doc.Tokens[r.End].Form == "(" && len(initials) > 0 {
			if short := c.doc.Tokens[r.End+1].Form; len(short) > 1 && strings.ToUpper(short) == short && strings.IndexByte(initials, short[0]) >= 0 && strings.IndexByte(short, initials[0]) >= 0 {
				c.shorten(short, r)
			}
		}
		if len(initials) > 2 {
			c.shorten(initials, r)
		}
	}
}

func (c *Cast) shorten(short string, r text.Range) {
	if _, ok := c.acronyms[short]; !ok {
		c.acronyms[short] = r
	}
}

func (c *Cast) initials(r text.Range) string {
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		if c.capital(i) {
			b.WriteRune([]rune(strings.ToUpper(c.pieces[c.first[i]].key))[0])
		}
	}
	return b.String()
}
