package main

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/data"
	"griot/text"
	"griot/text/parse"
)

// The least number of people for a place to count.
const (
	cityPeople = 100_000
	townPeople = 5_000
)

// gazette collects the classes of words.
type gazette struct {
	classes map[string]parse.Class
	common  map[string]bool
}

// loadGazette makes the entries of the gazette from GeoNames' table of cities
// and our tables of countries, organisations and people. Common words are left out.
func loadGazette(cities string, common map[string]bool) ([]int32, error) {
	g := &gazette{classes: map[string]parse.Class{}, common: common}
	countries, err := data.NamedCountries()
	if err != nil {
		return nil, err
	}
	for _, c := range countries {
		g.add(c.Name, parse.Country, parse.PlacePart)
		g.addAll(c.Demonyms, parse.Demonym, parse.Demonym)
		g.addAll(c.Capitals, parse.City, parse.PlacePart)
	}
	for _, table := range tablesOfBodies {
		orgs, err := data.ActorRows(table, "name", "aliases", "code")
		if err != nil {
			return nil, err
		}
		for _, row := range orgs {
			g.add(row[0], parse.Organisation, parse.OrganisationPart)
			g.addAll(strings.Split(row[1], "|"), parse.Organisation, parse.OrganisationPart)
		}
	}
	people, err := data.ActorRows("people", "name", "aliases", "code", "office", "from", "to")
	if err != nil {
		return nil, err
	}
	for _, row := range people {
		g.add(row[0], parse.Person, parse.Person)
	}
	if err := g.addCities(cities); err != nil {
		return nil, err
	}
	var entries []int32
	for word, class := range g.classes {
		entries = append(entries, parse.GazetteEntry(word, class))
	}
	slices.Sort(entries)
	return slices.Compact(entries), nil
}

// tablesOfBodies are the tables of actors that hold organisations.
var tablesOfBodies = []string{"igos", "groups", "ngos", "parties", "media", "companies"}

func (g *gazette) addCities(path string) error {
	return eachCity(path, townPeople, func(name, ascii string, people int) {
		class := parse.Town
		if people >= cityPeople {
			class = parse.City
		}
		g.add(name, class, parse.PlacePart)
		g.add(ascii, class, parse.PlacePart)
	})
}

// eachCity calls do for every city of a table of GeoNames that has so many people.
func eachCity(path string, least int, do func(name, ascii string, people int)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		col := strings.Split(in.Text(), "\t")
		if len(col) < 15 {
			continue
		}
		if people, err := strconv.Atoi(col[14]); err == nil && people >= least {
			do(col[1], col[2], people)
		}
	}
	return in.Err()
}

func (g *gazette) addAll(names []string, whole, part parse.Class) {
	for _, name := range names {
		g.add(name, whole, part)
	}
}

// add enters a name under whole, and the capitalised words of a longer one under
// part.
func (g *gazette) add(name string, whole, part parse.Class) {
	words := strings.Fields(strings.ReplaceAll(name, "-", " - "))
	class := part
	if len(words) == 1 {
		class = whole
	} else if first, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(first) {
		g.enter(parse.Normal(strings.Join(words, " ")), whole)
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		low := parse.Normal(w)
		short := len(w) < 3 && (len(w) < 2 || strings.ToUpper(w) != w)
		if short || !unicode.IsUpper(first) || g.common[low] {
			continue
		}
		g.enter(low, class)
	}
}

// enter notes a class of a word or phrase; the smallest counts.
func (g *gazette) enter(word string, class parse.Class) {
	if old := g.classes[word]; old == parse.NoClass || class < old {
		g.classes[word] = class
	}
}

// commonWords is the words that are often written in lower case.
func commonWords(docs []*text.Doc) map[string]bool {
	count := map[string]int{}
	common := map[string]bool{}
	for _, d := range docs {
		for _, t := range d.Tokens {
			if r, _ := utf8.DecodeRuneInString(t.Form); unicode.IsLower(r) && t.UPOS != "PROPN" {
				low := parse.Normal(t.Form)
				count[low]++
				common[low] = count[low] >= 3
			}
		}
	}
	return common
}
