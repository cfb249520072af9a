package data

import (
	"embed"
	"strings"
)

// Actors holds who acts and is acted on: countries, organisations, armed
// groups, media, peoples, people in office, and the nouns that name actors by
// what they are.
//
//go:embed actors/*.tsv
var Actors embed.FS

// ActorRows reads the table actors/name.tsv, whose columns must be the ones
// asked for. Comment lines "# example: phrase => code : name" say what the
// table must yield; claim/who runs them as tests.
func ActorRows(name string, columns ...string) ([][]string, error) {
	return rows(Actors, "actors/"+name+".tsv", columns)
}

// NamedCountry is what texts call a country and those who speak for it.
type NamedCountry struct {
	ISO3, ISO2 string
	Name       string   // with the article that it has in a sentence: "the United States"
	Aliases    []string // other names, likewise
	Demonyms   []string // "Nigerien"; the plural in s is left out
	Capitals   []string
	Seats      []string // of government: "the Kremlin"
}

// NamedCountries lists the countries of the world in the order of their table.
func NamedCountries() ([]NamedCountry, error) {
	table, err := ActorRows("countries", "iso3", "iso2", "name", "aliases", "demonyms", "capitals", "seats")
	if err != nil {
		return nil, err
	}
	all := make([]NamedCountry, len(table))
	for i, f := range table {
		all[i] = NamedCountry{f[0], f[1], f[2], list(f[3]), list(f[4]), list(f[5]), list(f[6])}
	}
	return all, nil
}

// list is a cell of several values with | between.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
