package main

import (
	"bufio"
	"embed"
	"fmt"
	"strconv"
	"strings"

	"griot/claim/where/atlas"
)

//go:embed tables/*.tsv
var tableFiles embed.FS

// tables is what we wrote down ourselves because no source says it.
type tables struct {
	countries map[string]countryRow // by ISO code
	states    map[string]names      // by "CC.code"
	aliases   map[string][]string   // by country and key of the known name
	regions   []atlas.Entry
}

type countryRow struct {
	lat, lon float64
	names
}

type names struct{ peoples, further []string }

var regionKinds = map[string]atlas.Kind{"continent": atlas.Continent, "region": atlas.Region, "sea": atlas.Water, "river": atlas.Water,
	"lake": atlas.Water, "mountain": atlas.Land, "island": atlas.Land, "landmark": atlas.Landmark}

func readTables() (*tables, error) {
	t := &tables{countries: map[string]countryRow{}, states: map[string]names{}, aliases: map[string][]string{}}
	for _, f := range []struct {
		name   string
		fields int
		row    func([]string) error
	}{{"countries", 5, t.country}, {"states", 3, t.state}, {"aliases", 3, t.alias}, {"regions", 9, t.region}} {
		if err := table("tables/"+f.name+".tsv", f.fields, f.row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func table(path string, fields int, row func([]string) error) error {
	f, err := tableFiles.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		if in.Text() == "" || strings.HasPrefix(in.Text(), "#") {
			continue
		}
		c := strings.Split(in.Text(), "\t")
		if len(c) != fields {
			return fmt.Errorf("%s:%d: %d fields, want %d", path, n, len(c), fields)
		}
		if err := row(c); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}

func (t *tables) country(c []string) error {
	lat, lon, err := point(c[1], c[2])
	t.countries[c[0]] = countryRow{lat, lon, names{list(c[3]), list(c[4])}}
	return err
}

func (t *tables) state(c []string) error {
	n := t.states[c[0]]
	t.states[c[0]] = names{append(n.peoples, list(c[2])...), append(n.further, list(c[1])...)}
	return nil
}

func (t *tables) alias(c []string) error {
	t.aliases[c[0]+" "+atlas.Key(c[1])] = list(c[2])
	return nil
}

func (t *tables) region(c []string) error {
	kind, ok := regionKinds[c[1]]
	if !ok {
		return fmt.Errorf("no kind of region is called %q", c[1])
	}
	lat, lon, err := point(c[2], c[3])
	if err != nil {
		return err
	}
	radius, err := strconv.ParseFloat(c[4], 64)
	if err != nil {
		return err
	}
	e := atlas.Entry{Place: atlas.Place{ID: number(c[5]), Name: c[0], Kind: kind, Lat: lat, Lon: lon, RadiusKm: radius}, Names: list(c[8]), Peoples: list(c[7])}
	if len(c[6]) == 2 {
		e.Country = c[6]
	}
	t.regions = append(t.regions, e)
	return nil
}

func point(lat, lon string) (float64, float64, error) {
	a, err := strconv.ParseFloat(lat, 64)
	if err != nil {
		return 0, 0, err
	}
	b, err := strconv.ParseFloat(lon, 64)
	return a, b, err
}

// list splits a cell; blank cells hold nothing.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
