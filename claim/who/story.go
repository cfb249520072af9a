package who

import (
	"net/url"
	"slices"
	"strings"
)

// speaksOf tells whether the report names a country or what belongs to it.
func (c *Cast) speaksOf(iso string) bool { return c.spoken[iso] > 0 }

// findStory counts which countries the report speaks of, those of its first
// sentences more, and takes the one that stands out as the story's; in a report
// that names none it is the country of its outlet.
func (c *Cast) findStory() {
	total := 0
	for _, m := range c.names {
		l := m.labels[0]
		if len(m.labels) > 1 || l.sector == "JRN" || c.dir.countries[l.country] == nil || l.doubtful() {
			continue
		}
		n := c.weight(c.pieces[m.first].tok, l)
		c.spoken[l.country] += n
		total += n
	}
	isos := make([]string, 0, len(c.spoken))
	for iso := range c.spoken {
		isos = append(isos, iso)
	}
	slices.SortFunc(isos, func(a, b string) int {
		if n := c.spoken[b] - c.spoken[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	switch {
	case total == 0:
		c.story = c.home()
	case 3*c.spoken[isos[0]] >= total && (len(isos) == 1 || 4*c.spoken[isos[0]] >= 5*c.spoken[isos[1]]):
		c.story = isos[0]
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
