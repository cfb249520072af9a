package who

import (
	"net/url"
	"slices"
	"strings"
)

// speaksOf tells whether the report names a country or what belongs to it.
func (c *Cast) speaksOf(iso string) bool { return c.spoken[iso] > 0 }

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
	for _, m := range c.names {
		if l := m.labels[0]; len(m.labels) == 1 {
			speak(l, c.weight(c.pieces[m.first].tok, l))
		}
	}
	if total == 0 {
		c.story = c.home()
		return
	}
	most := 0
	for _, iso := range isos {
		most = max(most, c.spoken[iso])
	}
	for _, iso := range isos {
		if n := c.spoken[iso]; n >= 4 && 3*n >= total && 5*n >= 4*most {
			c.story = iso
			return
		}
	}
}

// weight is how much a name at a token tells of the story's country.
func (c *Cast) weight(tok int, l label) int {
	switch {
	case c.doc.Kind(tok).Furniture():
		return 0
	case l.kind == person:
		return 1
	case c.doc.Tokens[tok].Sentence < 4:
		return 5
	}
	return 2
}

// home is the country of the report's outlet, by its name or the end of its
// address, or "".
func (c *Cast) home() string {
	for _, m := range c.dir.marks(words(c.doc.Report.Outlet), false, nil) {
		if l := m.labels[0]; c.dir.countries[l.country] != nil {
			return l.country
		}
	}
	u, err := url.Parse(c.doc.Report.URL)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	return c.dir.domains[host[strings.LastIndex(host, ".")+1:]]
}

// doubtful tells whether a name is an acronym of something national, which in
// another country is likely to mean something else.
func (l label) doubtful() bool {
	return l.caps && l.kind == organisation && len(l.text) <= 5 && l.sector != "JRN" && l.country != "USA"
}

// dropDoubtful forgets the acronyms of countries that the report does not
// speak of.
func (c *Cast) dropDoubtful() {
	kept := c.names[:0]
	for _, m := range c.names {
		m.labels = slices.DeleteFunc(slices.Clone(m.labels), func(l label) bool {
			return l.doubtful() && c.dir.countries[l.country] != nil && !c.speaksOf(l.country) && c.story != l.country
		})
		if len(m.labels) > 0 {
			kept = append(kept, m)
		}
	}
	c.names = kept
	c.nameAt = c.spread(len(c.names), func(i int) (int, int) { return c.names[i].first, c.names[i].end })
}
