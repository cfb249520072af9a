package who

import (
	"slices"
	"sort"
	"strings"

	"griot/text"
)

// personName is a person's name as the report gives it, titles apart.
type personName struct {
	text.Range
	keys []string
	full int // index of the fullest form of the name in the report
}

// findPeople gathers the names of persons and finds the fullest form of each.
func (c *Cast) findPeople() {
	c.surnames = map[string][]int{}
	for _, n := range c.doc.Names {
		if n.Type != "PER" {
			continue
		}
		r := c.untitled(n.Range)
		if c.dir.is("body", fold(c.doc.Tokens[r.First].Form)) {
			continue
		}
		if keys := c.keys(r); len(keys) > 0 {
			c.surnames[keys[len(keys)-1]] = append(c.surnames[keys[len(keys)-1]], len(c.people))
			c.people = append(c.people, personName{r, keys, len(c.people)})
		}
	}
	byAny := map[string][]int{}
	for i, p := range c.people {
		if len(p.keys) > 1 {
			for _, k := range p.keys[:len(p.keys)-1] {
				byAny[k] = append(byAny[k], i)
			}
		}
	}
	for i := range c.people {
		p := &c.people[i]
		last := p.keys[len(p.keys)-1]
		p.full = c.fullest(i, c.surnames[last])
		if first := c.firstNamed(i, byAny[last]); first >= 0 {
			p.full = first
		} else if len(p.keys) == 1 && p.full == i {
			p.full = c.fullest(i, byAny[last])
		}
	}
}

// knownSurname is the person of the report whose last name stands at a token
// that was not taken for a name.
func (c *Cast) knownSurname(tok int) ident {
	p := c.pieces[c.first[tok]:c.first[tok+1]]
	if len(p) != 1 || !p[0].upper || c.doc.Tokens[tok].UPOS != "PROPN" {
		return ident{}
	}
	for _, i := range c.surnames[p[0].key] {
		if full := c.people[c.people[i].full]; len(full.keys) > 1 {
			id := c.personOf(full.Range)
			id.why = "the report's full name for it is " + c.spell(full.Range)
			return id
		}
	}
	return ident{}
}

// firstNamed is the full name that begins with a single name which has a title that goes
// with first names, "Sheikh Sabah"; or -1.
func (c *Cast) firstNamed(i int, among []int) int {
	p := &c.people[i]
	if len(p.keys) != 1 || p.First == 0 || !c.dir.is("regal", fold(c.doc.Tokens[p.First-1].Form)) {
		return -1
	}
	for n, j := range among {
		if n > 200 {
			break
		}
		if c.people[j].keys[0] == p.keys[0] {
			return c.people[j].full
		}
	}
	return -1
}

// endOfName is the person of the report whose fuller name ends with the words of a
// range that was taken for another sort of name: "Roe Imperial" after "Jane Roe
// Imperial".
func (c *Cast) endOfName(r text.Range) ident {
	keys := c.keys(r)
	if len(keys) < 2 {
		return ident{}
	}
	for _, i := range c.surnames[keys[len(keys)-1]] {
		if p := c.people[i]; len(p.keys) > len(keys) && slices.Equal(p.keys[len(p.keys)-len(keys):], keys) {
			id := c.personOf(p.Range)
			id.why = "the report's full name for it is " + c.spell(p.Range)
			return id
		}
	}
	return ident{}
}

// courtesy tells whether a token is a title that only persons bear.
func (c *Cast) courtesy(tok int) bool {
	return c.dir.is("courtesy", fold(c.doc.Tokens[tok].Form))
}

// partly tells whether the person's name at a token is part of a fuller one
// that the report gives.
func (c *Cast) partly(tok int) bool {
	i := sort.Search(len(c.people), func(i int) bool { return c.people[i].End > tok })
	return i < len(c.people) && c.people[i].Has(tok) && c.people[i].full != i
}

// fullest is the longest of the names in which all the words of name i stand
// in order; of several as long, the nearest before it.
func (c *Cast) fullest(i int, among []int) int {
	best := i
	for n, j := range among {
		if n > 200 {
			break // a list of names; no report speaks of so many of one family
		}
		a, b := len(c.people[best].keys), len(c.people[j].keys)
		if (b > a || b == a && best != i && j < i) && within(c.people[i].keys, c.people[j].keys) {
			best = j
		}
	}
	return best
}

func within(short, long []string) bool {
	for _, k := range long {
		if len(short) > 0 && short[0] == k {
			short = short[1:]
		}
	}
	return len(short) == 0
}

// keys are the pieces of a name without initials.
func (c *Cast) keys(r text.Range) []string {
	var keys []string
	for _, p := range c.pieces[c.first[r.First]:c.first[r.End]] {
		if p.key[0] >= '0' && p.key[0] <= '9' {
			return nil // nobody is called by a number
		}
		if len(p.key) > 1 || len(keys) == 0 && r.Len() == 1 {
			if p.key != "s" && p.key != "jr" {
				keys = append(keys, p.key)
			}
		}
	}
	return keys
}

// untitled is a person's name without the titles before it and the possessive
// after it.
func (c *Cast) untitled(r text.Range) text.Range {
	for r.Len() > 1 {
		next := c.afterNation(r)
		if next >= r.End-1 || !c.dir.titles[fold(c.doc.Tokens[next].Form)] {
			break
		}
		r.First = next + 1
	}
	for i := r.End - 2; i >= r.First; i-- {
		if t := c.doc.Tokens[i]; t.UPOS == "NOUN" && strings.ToLower(t.Form) == t.Form {
			r.First = i + 1 // "Tucson carver Jane Roe"
			break
		}
	}
	for r.Len() > 1 && c.trailing(r.End-1) {
		r.End--
	}
	r.First = c.afterPortfolio(r)
	for r.Len() > 1 && c.doc.Tokens[r.First].UPOS == "PUNCT" {
		r.First++
	}
	return r
}

// trailing tells whether a token at the end of a name is none of it: a possessive,
// a mark, the day of what the name's bearer does.
func (c *Cast) trailing(tok int) bool {
	t := c.doc.Tokens[tok]
	return t.UPOS == "PUNCT" || fold(t.Form) == "s" || c.dir.is("weekday", fold(t.Form))
}

// afterPortfolio is the token after the portfolio with which a range begins that
// was taken for a person's name, or its first: "the minister of Health and Welfare
// Jane Roe".
func (c *Cast) afterPortfolio(r text.Range) int {
	if r.First == 0 || fold(c.doc.Tokens[r.First-1].Form) != "of" || c.dir.topic(c.pieces[c.first[r.First]:c.first[r.First+1]]) == "" {
		return r.First
	}
	i := r.First + 1
	for i+2 < r.End && (fold(c.doc.Tokens[i].Form) == "and" || c.doc.Tokens[i].Form == ",") {
		i += 2
	}
	if i >= r.End {
		return r.First
	}
	return i
}

// afterNation is the token after the name of a country or body with which a
// range begins, or its first: "Ruritanian" in "Ruritanian President Jane Roe".
func (c *Cast) afterNation(r text.Range) int {
	pieces := c.pieces[c.first[r.First]:c.first[r.End]]
	n, _ := c.dir.names.longest(pieces, nil, func(_ int, l label) bool { return l.kind != person && l.kind != city })
	if n == 0 || n == len(pieces) {
		return r.First
	}
	return pieces[n].tok
}

// personOf is who a person's name means: somebody of the tables, or whoever
// the fullest form of the name in the report says.
func (c *Cast) personOf(r text.Range) ident {
	r = c.untitled(r)
	full := r
	i := sort.Search(len(c.people), func(i int) bool { return c.people[i].End > r.First })
	if i < len(c.people) && c.people[i].First <= r.First && r.End <= c.people[i].End {
		full = c.people[c.people[i].full].Range
	}
	keys := c.keys(full)
	if len(keys) == 0 {
		return ident{}
	}
	why := ""
	if full != r && c.spell(full) != c.spell(r) {
		why = "the report's full name for it is " + c.spell(full)
	}
	e := c.inTables(keys)
	if m := c.nameAt[full.End-1]; m >= 0 && c.names[m].labels[0].kind == person && c.tokens(c.names[m].first, c.names[m].end).End >= full.End && (len(keys) == 1 || c.names[m].end-c.names[m].first > 1) {
		e = pick(c.names[m].labels, c).entry
	}
	if e != nil && len(keys) == 1 && c.gainsaid(full.First, e) {
		e = nil
	}
	if e == nil && len(keys) == 1 {
		e = c.byTitle(full.First, keys[0])
	}
	if e != nil {
		id := c.dir.ofLabel(label{entry: e}, c.day)
		if len(keys) == 1 && why == "" {
			why = "the only one so called who was in office then, in a country that the report speaks of"
		}
		id.why = why
		return c.titled(id, full)
	}
	id := ident{key: strings.Join(keys, " "), name: c.spell(full), kind: person, why: why}
	if said := c.described[id.key]; said.code != "" {
		id.code, id.country = said.code, said.country
	}
	return id
}

// titled is a person of the tables as a title right before the name has it: who
// is called president is in office, whatever the tables' years say.
func (c *Cast) titled(id ident, name text.Range) ident {
	t := name.First - 1
	if t >= 0 && c.callAt[t] >= 0 && c.calls[c.callAt[t]].scope == state && c.lostBefore(int(c.callAt[t])) {
		return outOfOffice(id)
	}
	if t >= 0 && c.callAt[t] >= 0 && !c.lostBefore(int(c.callAt[t])) {
		call := c.calls[c.callAt[t]]
		if code := holds(id.entry, call.word); code != "" {
			id.code = code
		} else if call.sector == "GOV" || call.scope == member {
			return inOffice(id)
		}
	}
	return id
}

// holds is the code of a person of the tables in the office that a title names,
// "" when the tables know of no such office.
func holds(e *entry, title string) string {
	if e == nil {
		return ""
	}
	offices := titlesOf(title)
	for _, t := range e.terms {
		if slices.Contains(offices, t.office) {
			return join(t.country, t.sector)
		}
	}
	return ""
}

// lostBefore tells whether the word before a title says that it is no longer
// held.
func (c *Cast) lostBefore(call int) bool {
	i := c.calls[call].first - 1
	return i >= 0 && c.dir.is("lost", c.pieces[i].key)
}

// spell is a name as the report writes it, on one line.
func (c *Cast) spell(r text.Range) string { return strings.Join(strings.Fields(c.doc.Words(r)), " ") }

// inTables finds a person of the tables by full name, or by surname alone when
// the report speaks of the country and the years fit.
func (c *Cast) inTables(keys []string) *entry {
	pieces := make([]piece, len(keys))
	for i, k := range keys {
		pieces[i] = piece{key: k, upper: true, caps: true}
	}
	n, labels := c.dir.names.longest(pieces, nil, func(n int, l label) bool { return n == len(pieces) && l.kind == person })
	if n == len(pieces) && n > 0 {
		return pick(labels, c).entry
	}
	if len(keys) > 1 {
		return nil
	}
	var best *entry
	for _, e := range c.dir.surnames[keys[0]] {
		t, past := e.on(c.day)
		if !c.speaksOf(t.country) && c.dir.countries[t.country] != nil {
			continue
		}
		inOffice := !past && (!c.day.Known() || t.from <= c.day)
		if inOffice || best == nil && c.day.Known() && past && c.day-t.to < 8*365 {
			best = e
		}
	}
	return best
}
