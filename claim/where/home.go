package where

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"griot"
	"griot/claim/where/atlas"
)

// homeOf is the country that a report's outlet writes from as far as its
// address and its name tell: ".ng", "Jakarta Post". It is nil when they do not.
func (r *Resolver) homeOf(report *griot.Report) *Home {
	if u, err := url.Parse(report.URL); err == nil {
		host := u.Hostname()
		if top := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:]); len(top) == 2 && !anywhere[top] {
			if top == "UK" {
				top = "GB"
			}
			return &Home{Country: top}
		}
	}
	words := strings.Fields(report.Outlet)
	if len(words) > 8 {
		return nil
	}
	for n := min(3, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			if c := r.candidates(atlas.Key(strings.Join(words[i:i+n], " "))); len(c) > 0 && c[0].fame >= 6 && c[0].Country != "" {
				return &Home{Country: c[0].Country}
			}
		}
	}
	return nil
}

// anywhere are national domains that outlets of all countries use.
var anywhere = map[string]bool{"IO": true, "TV": true, "CO": true, "ME": true, "AI": true, "LY": true, "FM": true, "EU": true, "CC": true}

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
