package who

import (
	"strings"

	"griot"
)

// kind tells what sort of actor an entry of the tables is.
type kind string

const (
	country      kind = "country"
	people       kind = "people"
	organisation kind = "organisation"
	person       kind = "person"
	group        kind = "group"
	office       kind = "office"
	city         kind = "place"
)

// entry is an actor that the tables know, or a place that tells a country.
type entry struct {
	kind    kind
	name    string // with its article: "the United States"
	country string // ISO 3166-1 alpha-3, or a domain: UNO, EUR, IGO, NGO, IMG, MNC
	sector  string
	aliases []string
	terms   []term // of a person, in the order of the table
}

// term is a time in office; an end that is 0 is open.
type term struct {
	country, sector, office string
	from, to                griot.Day
}

// sense tells how a name stands for its entry.
type sense int

const (
	proper  sense = iota
	demonym       // "Nigerien"
	capital       // "Niamey"
	seat          // "the Kremlin"
)

// label is a name of an entry and how it must be written to count.
type label struct {
	*entry
	sense  sense
	text   string
	caps   bool // all capitals: "WHO" is no "who"
	upper  bool // a capital first
	common bool // a party's name that any country may have: "Democratic Party"
}

// bare is the name without its article.
func (e *entry) bare() string { return strings.TrimPrefix(e.name, "the ") }

// on is the term of a person that holds on a day: the latest to begin of those
// that cover it; else the last one that was over by then; else the first. Past
// tells that it was over.
func (e *entry) on(day griot.Day) (t term, past bool) {
	if len(e.terms) == 0 {
		return term{country: e.country, sector: e.sector}, false
	}
	best, held := -1, false
	for i, t := range e.terms {
		covers := !day.Known() || t.from <= day && (t.to == 0 || day <= t.to)
		over := day.Known() && t.to != 0 && t.to < day
		switch {
		case covers && (!held || t.from > e.terms[best].from):
			best, held = i, true
		case !held && over && (best < 0 || t.to > e.terms[best].to):
			best = i
		}
	}
	if best < 0 {
		return e.terms[0], false
	}
	return e.terms[best], !held
}

// code is the code of an entry on a day. Somebody who left the government more
// than a year ago is one of the elite.
func (e *entry) code(day griot.Day) string {
	if e.kind != person {
		return join(e.country, e.sector)
	}
	t, past := e.on(day)
	if past && t.sector == "GOV" && day-t.to > 365 {
		return join(t.country, "ELI")
	}
	return join(t.country, t.sector)
}

func join(country, sector string) string {
	switch {
	case country == "":
		return ""
	case sector == "" || strings.HasPrefix(sector, country):
		return country
	}
	return country + " " + sector
}

// role is a row of the nouns that name actors by what they are.
type role struct {
	sector string
	name   string // "Armed Forces of {}", "" when the phrase itself is the name
	scope  scope
	kind   kind
}

// scope tells whose a role is when nothing is said.
type scope string

const (
	state     scope = "state"   // every state has one: the country of the story
	abroad    scope = "office"  // somewhere else than at home
	member    scope = "member"  // of the body that its complement names
	aCountry  scope = "country" // it is a country
	aBloc     scope = "bloc"    // the organisation of states named last
	noSpecial scope = ""
)

// noun is a word or phrase for a role.
type noun struct {
	*role
	word string // singular, lower case
	many bool   // it stands in the plural
}

// text is the noun in its number.
func (n noun) text() string {
	first, rest, of := strings.Cut(n.word, " of ")
	switch {
	case of && n.many:
		return noun{n.role, first, true}.text() + " of " + rest
	case !n.many || n.word == "police" || singular(n.word) != n.word:
		return n.word
	case strings.HasSuffix(n.word, "man"):
		return n.word[:len(n.word)-2] + "en"
	case strings.HasSuffix(n.word, "y") && !strings.HasSuffix(n.word, "ey"):
		return n.word[:len(n.word)-1] + "ies"
	}
	return n.word + "s"
}
