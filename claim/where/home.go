package where

import (
	"cmp"
	"slices"

	"griot/claim/where/atlas"
)

// HomeOf is where an outlet writes from, judged by the places that its reports
// name: the division with the most odds among its towns, and the middle of
// them. It is nil when no town is known.
func HomeOf(choices []Choice) *Home {
	weight := map[[2]string]float64{}
	var order [][2]string
	for _, c := range choices {
		if !inHome(&c) {
			continue
		}
		at := [2]string{c.Country, c.Admin1}
		if _, ok := weight[at]; !ok {
			order = append(order, at)
		}
		weight[at] += c.Odds
	}
	if len(order) == 0 {
		return nil
	}
	at := slices.MaxFunc(order, func(a, b [2]string) int { return cmp.Compare(weight[a], weight[b]) })
	var lats, lons []float64
	for _, c := range choices {
		if inHome(&c) && c.Country == at[0] && c.Admin1 == at[1] {
			lats, lons = append(lats, c.Lat), append(lons, c.Lon)
		}
	}
	return &Home{Country: at[0], Admin1: at[1], Lat: median(lats), Lon: median(lons)}
}

func inHome(c *Choice) bool {
	return c.Known() && (c.Kind.Populated() || c.Kind == atlas.Admin2)
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
