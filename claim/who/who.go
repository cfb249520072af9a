// Package who tells which actor a phrase means: "17 soldiers" in a story about
// Niger are the Armed Forces of Niger, "Paris" may be France, "he" whoever was
// spoken of, and a name that no table knows is a new actor that all reports
// which name it have in common.
//
// An actor's identity is its name in the tables, its full name as the report
// gives it, or its kind and country; so reports agree on IDs without having
// been read together. Codes are those of the ontology: a country (ISO 3166-1
// alpha-3) or a domain such as IGO, then a sector, "NER MIL".
package who

import "fmt"

// Directory is all that the tables of data/actors know. It is safe for use by
// many goroutines.
type Directory struct {
	names     trie[label]
	nouns     trie[noun]
	topics    trie[string]
	countries map[string]*entry   // by ISO-3
	people    map[string]*entry   // by name
	surnames  map[string][]*entry // by last piece of the name
	families  map[string][]*entry // by first piece of the name, where that is the family's
	officers  map[string][]*entry // by country and office: "FRA president"
	titles    map[string]bool
	classes   map[string]map[string]bool // words by what they tell of the actor beside them
	domains   map[string]string          // ISO-3 by the last part of an address, "ng"
	iso3      map[string]string          // ISO-3 by ISO-2
	hosts     map[string]*entry          // media by their names as addresses have them, "bangkokpost"
	places    map[string]string          // ISO-3 by the names of countries and cities, likewise
}

// New reads the tables. It fails only if they are not as they should be.
func New() (*Directory, error) {
	d := &Directory{
		countries: map[string]*entry{}, people: map[string]*entry{},
		surnames: map[string][]*entry{}, families: map[string][]*entry{}, officers: map[string][]*entry{}, titles: map[string]bool{}, classes: map[string]map[string]bool{}, domains: map[string]string{"uk": "GBR"}, iso3: map[string]string{},
		hosts: map[string]*entry{}, places: map[string]string{},
	}
	for _, read := range []func(*Directory) error{
		(*Directory).readWords, (*Directory).readCountries, (*Directory).readBodies, (*Directory).readPeoples,
		(*Directory).readCities, (*Directory).readPeople, (*Directory).readNouns, (*Directory).readTopics, (*Directory).readTitles,
	} {
		if err := read(d); err != nil {
			return nil, fmt.Errorf("who: %w", err)
		}
	}
	return d, nil
}

// is tells whether a word, in small letters, is of a class of words.tsv.
func (d *Directory) is(class, word string) bool { return d.classes[class][word] }
