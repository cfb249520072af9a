// Package nation names countries by their codes.
package nation

import (
	"strings"
	"sync"

	"griot/data"
)

type names struct {
	byISO3, byISO2 map[string]string
}

// loaded reads the table of countries once; it is part of the program.
var loaded = sync.OnceValue(func() names {
	countries, err := data.NamedCountries()
	if err != nil {
		panic(err)
	}
	n := names{map[string]string{}, map[string]string{}}
	for _, c := range countries {
		name := strings.TrimPrefix(c.Name, "the ") // as actors and places are named
		n.byISO3[c.ISO3], n.byISO2[c.ISO2] = name, name
	}
	return n
})

// OfCode is the name of the country that an actor's code ("NER MIL") begins
// with, "" when it begins with none.
func OfCode(code string) string {
	country, _, _ := strings.Cut(code, " ")
	return loaded().byISO3[country]
}

// OfISO2 is the name of a country by its ISO 3166-1 alpha-2 code, "" when
// there is none.
func OfISO2(code string) string { return loaded().byISO2[code] }
