package where

import (
	"math"

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
