package where

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"griot/claim/where/atlas"
)

// Entry is a place of the user's own for New.
type Entry = atlas.Entry

// ReadPlaces reads places from a GeoNames dump of a country ("NE.txt": 19
// tab-separated columns, no header) or, when name ends in ".csv", from a table
// whose header has name, lat and lon, and may have country, admin1 (a GeoNames
// code), population, geonameid and names (further names, separated by "|").
// Errors tell the line.
func ReadPlaces(r io.Reader, name string) ([]Entry, error) {
	var entries []Entry
	var err error
	if strings.HasSuffix(strings.ToLower(name), ".csv") {
		entries, err = readTable(r)
	} else {
		entries, err = readDump(r)
	}
	if err == nil && len(entries) == 0 {
		err = errors.New("no places in it")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return entries, nil
}

func readDump(r io.Reader) ([]Entry, error) {
	var entries []Entry
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		c := strings.Split(in.Text(), "\t")
		if len(c) != 19 {
			return nil, fmt.Errorf("line %d has %d columns, a GeoNames dump has 19", n, len(c))
		}
		kind, ok := dumpKind(c[6], c[7])
		if !ok {
			continue
		}
		e := Entry{Place: atlas.Place{Name: c[1], Kind: kind, Country: c[8], Admin1: c[10], Admin2: c[11]}, Names: strings.Split(c[2]+","+c[3], ",")}
		if err := place(&e.Place, c[4], c[5], c[14], c[0]); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		entries = append(entries, e)
	}
	return entries, in.Err()
}

// dumpKind maps GeoNames feature classes. Towns and lower divisions are taken;
// countries and divisions are in the gazetteer already, and hills, streams,
// buildings and roads would take the names of towns.
func dumpKind(class, feature string) (atlas.Kind, bool) {
	switch class {
	case "P":
		switch feature {
		case "PPLC":
			return atlas.Capital, true
		case "PPLA":
			return atlas.Seat, true
		case "PPLX":
			return atlas.Section, true
		}
		return atlas.Town, true
	case "A":
		return atlas.Admin2, strings.HasPrefix(feature, "ADM") && feature > "ADM1"
	}
	return 0, false
}

func readTable(r io.Reader) ([]Entry, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, h := range header {
		column[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))] = i
	}
	for _, need := range []string{"name", "lat", "lon"} {
		if _, ok := column[need]; !ok {
			return nil, fmt.Errorf("the header %q lacks %q", strings.Join(header, ","), need)
		}
	}
	var entries []Entry
	for {
		row, err := in.Read()
		if err == io.EOF {
			return entries, nil
		}
		if err != nil {
			return nil, err
		}
		cell := func(name string) string {
			if i, ok := column[name]; ok && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		e := Entry{Place: atlas.Place{Name: cell("name"), Kind: atlas.Town, Country: strings.ToUpper(cell("country")), Admin1: cell("admin1")}}
		if names := cell("names"); names != "" {
			e.Names = strings.Split(names, "|")
		}
		if err := place(&e.Place, cell("lat"), cell("lon"), cell("population"), cell("geonameid")); err != nil {
			line, _ := in.FieldPos(0)
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		entries = append(entries, e)
	}
}

// place fills in the numbers of a place; population and ID may be blank.
func place(p *atlas.Place, lat, lon, population, id string) error {
	if p.Name == "" {
		return errors.New("the place has no name")
	}
	var err error
	if p.Lat, err = degrees(lat, 90); err != nil {
		return err
	}
	if p.Lon, err = degrees(lon, 180); err != nil {
		return err
	}
	if p.Population, err = whole(population); err != nil {
		return err
	}
	p.ID, err = whole(id)
	p.RadiusKm = 5
	return err
}

func degrees(s string, limit float64) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || !(x >= -limit && x <= limit) {
		return 0, fmt.Errorf("%q is not a coordinate within ±%g degrees", s, limit)
	}
	return x, nil
}

func whole(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a whole number", s)
	}
	return n, nil
}
