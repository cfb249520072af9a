package same

import (
	"math"
	"strings"
	"unicode"

	"griot"
	"griot/fuse/nation"
)

// wide is the radius in kilometres from which a place is a region rather than
// a spot.
const wide = 60

func comparePlaces(e *evidence, a, b *view) {
	p, q := a.Where, b.Where
	if p == nil || q == nil {
		return
	}
	unsure := a.taken || b.taken
	switch near := Kilometres(p, q); {
	case unsure && a.Report == b.Report:
		return // the one has it from the other
	case samePlace(p, q):
		if p.RadiusKm < wide && q.RadiusKm < wide {
			e.hold(1.5, "same place")
		} else {
			e.add(.5, "same region")
		}
	case p.Country != "" && q.Country != "" && p.Country != q.Country && (p.RadiusKm >= wide || q.RadiusKm >= wide):
		e.part(-1, "different countries")
	case !located(p) || !located(q):
		if named(p) && named(q) {
			e.part(-.75, "places of other names")
		}
	case within(p, q) || within(q, p):
		e.add(.5, "one place in the other")
	case near <= max(p.RadiusKm, q.RadiusKm)+10:
		if p.RadiusKm < wide && q.RadiusKm < wide {
			e.hold(1, "near by")
		} else {
			e.add(.5, "one place in the other")
		}
	case near <= p.RadiusKm+q.RadiusKm+10 && (p.Admin1 == q.Admin1 || p.Admin1 == "" || q.Admin1 == ""):
		e.part(-1, "places side by side")
	case unsure:
		e.part(-.5, "different places, as it seems")
	default:
		e.forbid("different places")
	}
}

// within tells whether q is the country or the region that p lies in.
func within(p, q *griot.Place) bool {
	if p.Country != q.Country || p.Country == "" {
		return false
	}
	return q.Name == nation.OfISO2(q.Country) || q.Name == q.Admin1 && q.Admin1 == p.Admin1
}

// named tells a place with a name from a description: "a village".
func named(p *griot.Place) bool { return p.Name != "" && !unicode.IsLower([]rune(p.Name)[0]) }

func samePlace(p, q *griot.Place) bool {
	return p.GeonameID != 0 && p.GeonameID == q.GeonameID ||
		strings.EqualFold(p.Name, q.Name) && p.Country == q.Country
}

func located(p *griot.Place) bool { return p.Lat != 0 || p.Lon != 0 }

// Kilometres is the great-circle distance between two places, rounded to a
// tenth so that it is the same on every machine.
func Kilometres(p, q *griot.Place) float64 {
	const radius = 6371
	rad := math.Pi / 180
	dLat, dLon := (q.Lat-p.Lat)*rad, (q.Lon-p.Lon)*rad
	h := math.Sin(dLat/2)*math.Sin(dLat/2) + math.Cos(p.Lat*rad)*math.Cos(q.Lat*rad)*math.Sin(dLon/2)*math.Sin(dLon/2)
	return math.Round(20*radius*math.Asin(math.Sqrt(min(1, h)))) / 10
}
