package who

import (
	"net/url"
	"strings"
)

// home is the country of the report's outlet, by its name or its address, or "";
// local tells that it is no agency or broadcaster that reports from everywhere.
func (c *Cast) home() (iso string, local bool) {
	for _, m := range c.dir.marks(words(c.doc.Report.Outlet), false, nil) {
		if l := m.labels[0]; c.dir.countries[l.country] != nil {
			return l.country, !c.dir.is("worldwide", normal(l.name))
		}
	}
	u, err := url.Parse(c.doc.Report.URL)
	if err != nil {
		return "", false
	}
	parts := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
	if iso := c.dir.domains[parts[len(parts)-1]]; iso != "" {
		return iso, true
	}
	for _, part := range parts {
		part = strings.TrimPrefix(part, "the")
		if e := c.dir.hosts[part]; e != nil && c.dir.countries[e.country] != nil {
			return e.country, !c.dir.is("worldwide", normal(e.name))
		}
		if iso := c.dir.placeIn(part); iso != "" {
			return iso, true
		}
	}
	return "", false
}

// shortestPlace is how long a name must be to be believed where it is run
// together with other words.
const shortestPlace = 4

// placeIn is the country of the place with whose name words that are run
// together begin or end: "bangkokpost", "newsghana".
func (d *Directory) placeIn(words string) string {
	for n := len(words) - 1; n >= shortestPlace; n-- {
		for _, part := range []string{words[:n], words[len(words)-n:]} {
			if iso := d.places[part]; iso != "" {
				return iso
			}
		}
	}
	return ""
}

// runTogether is a name as it stands in an address: "koreaherald".
func runTogether(name string) string {
	return strings.ReplaceAll(strings.TrimPrefix(normal(name), "the "), " ", "")
}
