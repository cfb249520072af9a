package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"griot/claim/where/atlas"
)

// gone are countries that the sources still list.
var gone = map[string]bool{"CS": true, "AN": true}

func countryEntries(src *sources, tab *tables) ([]atlas.Entry, error) {
	var out []atlas.Entry
	left := maps.Clone(tab.countries)
	for _, c := range src.countries {
		row, ok := tab.countries[c.iso]
		if !ok {
			continue // uninhabited
		}
		delete(left, c.iso)
		if gone[c.iso] {
			continue
		}
		out = append(out, atlas.Entry{Place: atlas.Place{ID: c.id, Name: c.name, Kind: atlas.Country, Country: c.iso,
			Lat: row.lat, Lon: row.lon, Population: c.population, RadiusKm: math.Sqrt(c.area / math.Pi)}, Names: row.further, Peoples: row.peoples})
	}
	if len(left) > 0 {
		return nil, fmt.Errorf("countries.tsv has countries that the sources lack: %v", slices.Sorted(maps.Keys(left)))
	}
	return out, nil
}

// stateEntries are the first-order divisions that have a town.
func stateEntries(src *sources, tab *tables) ([]atlas.Entry, error) {
	towns := group(src.towns, func(t *town) string { return t.country + "." + t.admin1 })
	left := maps.Clone(tab.states)
	var out []atlas.Entry
	for _, d := range src.admin1 {
		own := tab.states[d.Code]
		delete(left, d.Code)
		if len(towns[d.Code]) == 0 {
			continue
		}
		iso, code, _ := strings.Cut(d.Code, ".")
		s, ok := src.shapes[iso+" "+divisionKey(d.Name)]
		if !ok {
			s = spread(towns[d.Code])
		}
		id := src.states[d.Code]
		e := atlas.Entry{Place: atlas.Place{ID: id.id, Name: divisionName(d.Name), Kind: atlas.Admin1, Country: iso, Admin1: code,
			Lat: s.lat, Lon: s.lon, Population: population(towns[d.Code]), RadiusKm: s.radius}, Peoples: own.peoples}
		e.Names = append(divisionNames(d.Name, id.ascii), own.further...)
		out = append(out, e)
	}
	if len(left) > 0 {
		return nil, fmt.Errorf("states.tsv has divisions that the sources lack: %v", slices.Sorted(maps.Keys(left)))
	}
	return out, nil
}

// districtEntries are the second-order divisions that have a town.
func districtEntries(src *sources) []atlas.Entry {
	towns := group(src.towns, func(t *town) string {
		if t.admin2 == "" {
			return ""
		}
		return t.country + "." + t.admin1 + "." + t.admin2
	})
	var out []atlas.Entry
	for _, d := range src.admin2 {
		in := towns[d.Code]
		f := strings.SplitN(d.Code, ".", 3)
		if len(in) == 0 || len(f) < 3 {
			continue
		}
		s := spread(in)
		out = append(out, atlas.Entry{Place: atlas.Place{Name: d.Name, Kind: atlas.Admin2, Country: f[0], Admin1: f[1], Admin2: f[2],
			Lat: s.lat, Lon: s.lon, Population: population(in), RadiusKm: s.radius}, Names: divisionNames(d.Name, "")})
	}
	return out
}

func townEntries(src *sources, tab *tables) ([]atlas.Entry, error) {
	out := make([]atlas.Entry, 0, len(src.towns))
	best := map[string]int{} // the largest town of an alias row
	for i := range src.towns {
		t := &src.towns[i]
		e := atlas.Entry{Place: atlas.Place{ID: t.id, Name: t.name, Kind: townKind(t.feature), Country: t.country, Admin1: t.admin1, Admin2: t.admin2,
			Lat: t.lat, Lon: t.lon, Population: t.population}, Names: townNames(t)}
		at := t.country + " " + atlas.Key(t.name)
		if _, ok := tab.aliases[at]; ok {
			if b, ok := best[at]; !ok || out[b].Population < t.population {
				best[at] = len(out)
			}
		}
		out = append(out, e)
	}
	for _, at := range slices.Sorted(maps.Keys(tab.aliases)) {
		b, ok := best[at]
		if !ok {
			return nil, fmt.Errorf("aliases.tsv: no town is called %q", at)
		}
		out[b].Names = append(out[b].Names, tab.aliases[at]...)
	}
	return out, nil
}

func townKind(feature string) atlas.Kind {
	switch feature {
	case "PPLC":
		return atlas.Capital
	case "PPLA":
		return atlas.Seat
	case "PPLX":
		return atlas.Section
	}
	return atlas.Town
}

func group(towns []town, key func(*town) string) map[string][]*town {
	out := map[string][]*town{}
	for i := range towns {
		if k := key(&towns[i]); k != "" {
			out[k] = append(out[k], &towns[i])
		}
	}
	return out
}

func population(towns []*town) int {
	n := 0
	for _, t := range towns {
		n += t.population
	}
	return n
}
