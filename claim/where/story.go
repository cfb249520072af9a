package where

import "griot"

// setStory finds the country that a report is about: the one that most of its
// places lie in or its people come from, if it is named. It is nil when none
// has a clear share.
func (p *Places) setStory() {
	weight := map[string]float64{}
	total, top := 0.0, ""
	for i := range p.All {
		t := &p.All[i]
		w := t.Place.Odds
		if t.Use != Literal {
			w /= 2
		}
		total += w
		if c := t.Place.Country; c != "" {
			weight[c] += w
			if top == "" || weight[c] > weight[top] || weight[c] == weight[top] && c < top {
				top = c
			}
		}
	}
	if top == "" || weight[top] < 1.5 || weight[top] < 0.45*total {
		return
	}
	for i := range p.All {
		if t := &p.All[i].Place; t.Country == top && t.Admin1 == "" && t.GeonameID != 0 {
			p.story = &griot.Place{Name: t.Name, Country: top, Lat: t.Lat, Lon: t.Lon, GeonameID: t.GeonameID, RadiusKm: t.RadiusKm, Words: t.Words,
				Odds: round(0.2 + 0.2*weight[top]/total), Reason: "the country that the report is about"}
			return
		}
	}
}
