package data

import "embed"

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

// CountryRows reads the table of countries, whose columns are the code of three
// letters, that of two, the name, aliases, demonyms, capitals and seats of
// government, the last four with | between.
func CountryRows() ([][]string, error) {
	return ActorRows("countries", "iso3", "iso2", "name", "aliases", "demonyms", "capitals", "seats")
}
