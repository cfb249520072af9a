package who

import (
	"slices"
	"strings"

	"griot"
)

// speaksOf tells whether the report names a country or what belongs to it.
func (c *Cast) speaksOf(iso string) bool { return c.spoken[iso] > 0 }

// homeWeight is what the country of a local outlet counts for before a report
// has named any: a paper need not say in which country its police are.
const homeWeight = 6

// findStory counts which countries the report speaks of, those of its title and
// first sentences more, and takes the one that stands out as the story's; of
// two that do the first named. In a report that names none it is the country of
// its outlet.
func (c *Cast) findStory() {
	total := 0
	var isos []string // in order of appearance
	speak := func(l label, n int) {
		if l.sector == "JRN" || c.dir.countries[l.country] == nil || l.doubtful() || n == 0 {
			return
		}
		if c.spoken[l.country] == 0 {
			isos = append(isos, l.country)
		}
		c.spoken[l.country] += n
		total += n
	}
	for _, m := range c.dir.marks(words(c.doc.Report.Title), false, nil) {
		speak(m.labels[0], 8)
	}
	dated := false
	for _, m := range c.names {
		tok := c.pieces[m.first].tok
		if l := m.labels[0]; len(m.labels) == 1 && !(dated && c.doc.Kind(tok) == griot.Dateline) {
			dated = dated || c.doc.Kind(tok) == griot.Dateline
			speak(l, c.weight(tok, l))
		}
	}
	for _, m := range c.names { // "Congolese", where a town of one of two countries is named
		if l, ok := c.either(m.labels); ok {
			speak(l, c.weight(c.pieces[m.first].tok, l))
		}
	}
	home, local := c.home()
	if total == 0 {
		c.story = home
		return
	}
	c.story = c.outstanding(isos, total, home, local)
}

// either is the label of a name of several countries of which the report surely
// speaks, if it is of one of them.
func (c *Cast) either(labels []label) (label, bool) {
	var one label
	n := 0
	for _, l := range labels {
		if c.spoken[l.country] > 0 {
			one = l
			n++
		}
	}
	return one, len(labels) > 1 && n == 1
}

// outstanding is the country of which the report speaks most, where one stands
// out. That of a local outlet is spoken of without being named.
func (c *Cast) outstanding(isos []string, total int, home string, local bool) string {
	spoken := func(iso string) int {
		if local && iso == home {
			return c.spoken[iso] + homeWeight
		}
		return c.spoken[iso]
	}
	if local {
		isos = append([]string{home}, isos...)
	}
	most := 0
	for _, iso := range isos {
		most = max(most, spoken(iso))
	}
	for _, iso := range isos {
		if n := spoken(iso); n >= 4 && 3*n >= total && 5*n >= 4*most {
			return iso
		}
	}
	return ""
}

// weight is how much a name at a token tells of the story's country.
func (c *Cast) weight(tok int, l label) int {
	switch kind := c.doc.Kind(tok); {
	case kind == griot.Dateline:
		return 8
	case kind.Furniture():
		return 0
	case l.kind == person:
		return 1
	case c.doc.Tokens[tok].Sentence < 4:
		return 5
	}
	return 2
}

// doubtful tells whether a name is an acronym of something national, which in
// another country is likely to mean something else. Armed groups and governments
// are known by theirs everywhere.
func (l label) doubtful() bool {
	if l.kind == organisation && l.sector == "PTY" && l.country != "USA" && strings.HasSuffix(l.text, "s") && !strings.Contains(l.text, " ") {
		return true // any country may have its Maoists
	}
	if l.common {
		return true // and its Democratic Party
	}
	return l.caps && l.kind == organisation && len(l.text) <= 5 && l.country != "USA" &&
		l.sector != "JRN" && l.sector != "REB" && l.sector != "PRM" && l.sector != "GOV"
}

// isNoun tells whether a name is also a noun for a role: any country may have a
// House of Representatives.
func (d *Directory) isNoun(name string) bool {
	pieces := words(name)
	n, _ := d.nouns.longest(pieces, singular, func(n int, _ noun) bool { return n == len(pieces) })
	return n > 0
}

// generic tells whether a name is made of nouns for roles and portfolios alone:
// "National Security Council".
func (d *Directory) generic(name string) bool {
	pieces := words(name)
	for i := 0; i < len(pieces); {
		n, _ := d.nouns.longest(pieces[i:], singular, func(int, noun) bool { return true })
		if t, _ := d.topics.longest(pieces[i:], nil, func(int, string) bool { return true }); t > n {
			n = t
		}
		switch {
		case n > 0:
			i += n
		case pieces[i].key == "of" || pieces[i].key == "the" || pieces[i].key == "national" || pieces[i].key == "for":
			i++
		default:
			return false
		}
	}
	return true
}

// dropDoubtful forgets the acronyms and general names of organs of countries
// that the report does not speak of.
func (c *Cast) dropDoubtful() {
	kept := c.names[:0]
	for _, m := range c.names {
		m.labels = slices.DeleteFunc(slices.Clone(m.labels), func(l label) bool {
			if l.kind != organisation || c.dir.countries[l.country] == nil || c.story == l.country {
				return false
			}
			if l.common && len(c.spoken) == 0 {
				return false
			}
			return (l.doubtful() || c.dir.generic(l.text)) && !c.speaksOf(l.country) || c.story != "" && c.dir.isNoun(l.text)
		})
		if len(m.labels) > 0 {
			kept = append(kept, m)
		}
	}
	c.names = kept
	c.nameAt = c.spread(len(c.names), func(i int) (int, int) { return c.names[i].first, c.names[i].end })
}
