package fuse

import (
	"strings"

	"griot"
)

// shareVillages gives places that no gazetteer has, and that a report does not
// anchor or anchors widely, the narrowest anchor that another report gives to
// the same name in the same country. The claims of r are its own copies.
func (r *record) shareVillages() {
	anchors := map[string]*griot.Place{}
	for _, c := range r.claims {
		if p := c.Where; unlisted(p) && p.RadiusKm > 0 {
			key := villageKey(p.Name, p.Country)
			if best := anchors[key]; best == nil || p.RadiusKm < best.RadiusKm {
				anchors[key] = p
			}
		}
	}
	for _, c := range r.claims {
		p := c.Where
		if !unlisted(p) {
			continue
		}
		best := anchors[villageKey(p.Name, p.Country)]
		if best == nil || best == p || p.RadiusKm > 0 && p.RadiusKm <= best.RadiusKm {
			continue
		}
		shared := *p
		shared.Lat, shared.Lon, shared.RadiusKm, shared.Admin1 = best.Lat, best.Lon, best.RadiusKm, best.Admin1
		shared.Reason = "as another report places “" + best.Words + "”: " + best.Reason
		c.Where = &shared
	}
}

// unlisted tells a place with a name that no gazetteer has.
func unlisted(p *griot.Place) bool { return p != nil && p.GeonameID == 0 && p.Name != "" }

func villageKey(name, country string) string { return strings.ToLower(name) + "\x00" + country }
