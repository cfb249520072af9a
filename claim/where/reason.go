package where

import (
	"fmt"
	"strings"

	"griot/claim/where/atlas"
)

// reason says in words what spoke for a candidate among n meanings.
func (c *candidate) reason(n int) string {
	var why []string
	say := func(on bool, format string, args ...any) {
		if on {
			why = append(why, fmt.Sprintf(format, args...))
		}
	}
	e := &c.for_
	say(n == 1, "the only place of this name in the gazetteer")
	say(e.besideIn > 0, "its division is named beside it")
	say(e.beside > 0, "its country is named beside it")
	say(e.namedIn > 0 && e.besideIn == 0, "the report names its division")
	say(e.named > 0 && e.beside == 0 && c.Kind != atlas.Country, "the report names its country")
	say(e.nearest != "", "near %s", e.nearest)
	say(e.country >= 0.5 && (e.named == 0 || c.Kind == atlas.Country), "most of the report's places may lie in its country")
	say(e.homeIn > 0, "the outlet writes from its division")
	say(e.home > 0 && e.homeIn == 0, "the outlet writes from its country")
	say(n > 1 && e.share > 0.5 && c.Kind.Populated(), "the most people of %d places of this name", n)
	say(n > 1 && len(why) == 0, "the best known of %d places of this name", n)
	return strings.Join(why, "; ")
}

// describe names a place so that its namesakes differ: "Bangor, Maine, US".
func (r *Resolver) describe(p *atlas.Place) string {
	parts := []string{p.Name}
	if a := r.Admin1(p); a != "" && a != p.Name && p.Kind != atlas.Admin1 {
		parts = append(parts, a)
	}
	if p.Country != "" && p.Kind != atlas.Country {
		parts = append(parts, p.Country)
	}
	return strings.Join(parts, ", ")
}

// Admin1 is the name of the first-order division a place lies in, or "".
func (r *Resolver) Admin1(p *atlas.Place) string {
	if p.Admin1 == "" {
		return ""
	}
	return r.atlas.Division(p.Country, p.Admin1)
}
