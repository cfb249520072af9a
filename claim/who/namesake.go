package who

import "slices"

// byTitle is the one of a surname, or of a family name that stands first, who holds
// or held less than a year ago the office that the title right before it names.
func (c *Cast) byTitle(tok int, surname string) *entry {
	if tok == 0 || c.callAt[tok-1] < 0 {
		return nil
	}
	offices := titlesOf(c.calls[c.callAt[tok-1]].word)
	for i, among := range [][]*entry{c.dir.surnames[surname], c.dir.families[surname]} {
		for _, e := range among {
			t, past := e.on(c.day)
			holds := slices.Contains(offices, t.office) && t.from <= c.day && (!past || c.day-t.to < 366)
			if holds && (i == 0 || c.speaksOf(t.country)) && !c.gainsaid(tok, e) {
				return e
			}
		}
	}
	return nil
}

// gainsaid tells whether the title before a bare surname says that its bearer is only
// a namesake of a person of the tables: the title is another country's, as in "Gambian
// President Bush", or the person wore a crown and never had that title, as in "Prime
// Minister Sheikh Sabah".
func (c *Cast) gainsaid(tok int, e *entry) bool {
	t := tok - 1
	if t > 0 && c.dir.is("regal", fold(c.doc.Tokens[t].Form)) && c.callAt[t-1] >= 0 {
		t--
	}
	if t < 0 || c.callAt[t] < 0 || !slices.Contains(elected, c.calls[c.callAt[t]].word) {
		return false
	}
	own := c.nationBeside(c.pieces[c.calls[c.callAt[t]].first].tok, tok)
	if own != "" && !slices.ContainsFunc(e.terms, func(t term) bool { return t.country == own }) {
		return true
	}
	offices := titlesOf(c.calls[c.callAt[t]].word)
	return slices.ContainsFunc(e.terms, func(t term) bool { return slices.Contains(crowned, t.office) }) &&
		!slices.ContainsFunc(e.terms, func(t term) bool { return slices.Contains(offices, t.office) })
}

// nationBeside is the country named right before a title or right behind the surname
// that follows it, "" for none: "Gambia's new president Roe", "President Roe of the
// Gambia".
func (c *Cast) nationBeside(title, surname int) string {
	for i := title - 1; i >= max(0, title-3) && slices.Contains([]string{"ADJ", "PROPN", "NOUN", "PART"}, c.doc.Tokens[i].UPOS); i-- {
		if iso := c.nationAt(i); iso != "" {
			return iso
		}
	}
	i := surname + 1
	if i+2 >= len(c.doc.Tokens) || fold(c.doc.Tokens[i].Form) != "of" {
		return ""
	}
	if i++; c.doc.Tokens[i].UPOS == "DET" {
		i++
	}
	return c.nationAt(i)
}

// nationAt is the country whose name stands at a token, "" for none.
func (c *Cast) nationAt(tok int) string {
	if m := c.nameAt[tok]; m >= 0 && c.names[m].labels[0].kind == country {
		return c.names[m].labels[0].country
	}
	return ""
}

// elected are titles that tell namesakes apart; crowned are offices whose holders
// have none of them.
var (
	elected = []string{"president", "prime minister", "premier"}
	crowned = []string{"emir", "king", "queen", "sultan"}
)

// familyFirst are the countries whose people reports call by the word that stands
// first in their names: "President Yoon" is Yoon Suk Yeol.
var familyFirst = []string{"CHN", "KOR", "PRK", "TWN", "SGP", "MYS"}
