package parse

import (
	"slices"
	"strings"

	"griot/data"
	"griot/learn"
	"griot/text"
)

// fit is how well each type fits a name, in the fixed point of learn.
type fit [len(nameTypes)]int64

// What is known of a name in advance counts as much as that many units of score,
// so that clear signs in a report still tell otherwise: "Michael Jordan".
const (
	countryWeight      = 8 * learn.One
	peopleWeight       = 6 * learn.One
	organisationWeight = 4 * learn.One
	phraseWeight       = 64 * learn.One
	givenWeight        = 6 * learn.One  // of a word, for two and three that begin with a given name
	bodyWeight         = 12 * learn.One // of a name that ends with a word for a body
	acronymWeight      = 5 * learn.One  // of a word of capitals among words that are not
)

// leaning is f with what its words tell: "HRW" and "Okoro Holdings" are
// organisations, and "Aida Serik" is a person unless much speaks against it.
func (m *Model) leaning(d *text.Doc, f found) found {
	switch {
	case m.acronym(d, f.Range):
		f.fit[typeOf(NameLabel("ORG", 0, 1))] += acronymWeight
	case m.body(d, f.Range):
		f.fit[typeOf(NameLabel("ORG", 0, 1))] += bodyWeight
	case m.givenFirst(d, f.Range):
		f.fit[typeOf(NameLabel("PER", 0, 1))] += int64(f.Len()) * givenWeight
	default:
		return f
	}
	f.Type = bestFit(f.fit)
	return f
}

// givenFirst tells whether a name is two or three words that begin with a given
// name.
func (m *Model) givenFirst(d *text.Doc, r text.Range) bool {
	return r.Len() > 1 && r.Len() < 4 && m.given[strings.ToLower(d.Tokens[r.First].Form)] != 0
}

// acronym tells whether a name is a word of three to six capitals in a sentence
// that has small letters, and no given name.
func (m *Model) acronym(d *text.Doc, r text.Range) bool {
	form := d.Tokens[r.First].Form
	if r.Len() > 1 || len(form) < 3 || len(form) > 6 || strings.ContainsFunc(form, notCapital) || m.given[strings.ToLower(form)] != 0 {
		return false
	}
	s := d.Sentences[d.Tokens[r.First].Sentence].Range
	for i := s.First; i < s.End; i++ {
		if d.Tokens[i].UPOS == "VERB" || d.Tokens[i].UPOS == "AUX" {
			return strings.ToUpper(d.Tokens[i].Form) != d.Tokens[i].Form
		}
	}
	return false
}

func notCapital(r rune) bool { return r < 'A' || r > 'Z' }

// knownNames are the names whose type is known in advance, by the key under
// which names are compared: countries are places, peoples MISC.
func knownNames() (map[string]fit, error) {
	known := map[string]fit{}
	for _, table := range []string{"igos", "groups", "ngos", "media", "companies"} {
		rows, err := data.ActorRows(table, "name", "aliases", "code")
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			know(known, append([]string{row[0]}, strings.Split(row[1], "|")...), "ORG", organisationWeight)
		}
	}
	countries, err := data.NamedCountries()
	if err != nil {
		return nil, err
	}
	for _, c := range countries {
		for _, people := range c.Demonyms {
			know(known, []string{people, people + "s"}, "MISC", peopleWeight) // "Nigerien", "Nigeriens"
		}
		know(known, slices.Concat([]string{c.Name}, c.Aliases, c.Capitals), "LOC", countryWeight)
	}
	return known, nil
}

// know adds names of a type. What several words of a name together are known to
// be, they are: "Boko Haram" is no person.
func know(known map[string]fit, names []string, typ string, weight int64) {
	for _, name := range names {
		words := strings.Fields(strings.ReplaceAll(strings.TrimPrefix(name, "the "), "-", " - "))
		if len(words) == 0 || strings.ToLower(name) == name {
			continue
		}
		for i, w := range words {
			words[i] = calm(w)
		}
		var f fit
		for t := range nameTypes {
			if nameTypes[t] == typ {
				f[t] = weight
				if len(words) > 1 {
					f[t] = phraseWeight
				}
			}
		}
		known[strings.Join(words, " ")] = f
	}
}
