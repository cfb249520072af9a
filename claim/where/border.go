package where

import (
	"math"
	"regexp"

	"griot/claim/where/atlas"
)

// borderland is how far from the other country's towns a town may lie and
// still be near the border, in kilometres.
const borderland = 60

// border is where one country borders another: the middle of its towns that
// have a town of the other nearby, and the distance to the farthest of them. It
// is false when the two share no border that towns show.
func (r *Resolver) border(country, other string) (anchor, bool) {
	cells := map[[2]int][]atlas.Place{}
	for t := range r.atlas.Towns(other) {
		cells[cell(&t)] = append(cells[cell(&t)], t)
	}
	var near []atlas.Place
	for t := range r.atlas.Towns(country) {
		if beside(&t, cells) {
			near = append(near, t)
		}
	}
	if len(near) == 0 {
		return anchor{}, false
	}
	a := anchor{country: country, firm: true}
	for _, t := range near {
		a.lat += t.Lat / float64(len(near))
		a.lon += t.Lon / float64(len(near))
	}
	for _, t := range near {
		a.radius = max(a.radius, atlas.Km(a.lat, a.lon, t.Lat, t.Lon))
	}
	a.radius = math.Round(max(a.radius+borderland, 150)) // few towns show little of a border
	return a, true
}

// cell is the square degree that a place lies in.
func cell(p *atlas.Place) [2]int { return [2]int{int(math.Floor(p.Lat)), int(math.Floor(p.Lon))} }

// beside tells whether one of the towns in the cells lies near a town.
func beside(t *atlas.Place, cells map[[2]int][]atlas.Place) bool {
	c := cell(t)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			for _, o := range cells[[2]int{c[0] + dy, c[1] + dx}] {
				if atlas.Km(t.Lat, t.Lon, o.Lat, o.Lon) <= borderland {
					return true
				}
			}
		}
	}
	return false
}

// bordering ends before the name of a country whose border something is at.
var bordering = regexp.MustCompile(`\b(?:near|at|along|on|across|to)\s+(?:the\s+|its\s+|their\s+)?(?:[a-z]+\s+)?(borders?\s+(?:area\s+|region\s+)?with\s+(?:the\s+)?)$`)

// atBorder is how many bytes before a toponym tell that its border is meant,
// "border with ", when something is said to be there; else 0.
func (p *Places) atBorder(t *Toponym) int {
	if !addressed(&t.Place) {
		return 0
	}
	m := bordering.FindStringSubmatch(p.doc.Report.Text[max(0, t.Start-60):t.Start])
	if m == nil {
		return 0
	}
	return len(m[1])
}
