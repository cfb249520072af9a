package who

import (
	"strings"

	"griot"
)

// ident is who an actor is.
type ident struct {
	key     string // what the ID is made of
	name    string
	code    string
	kind    kind
	country string // ISO-3 or domain of the code, "" when unknown
	entry   *entry // of the tables, or nil
	organ   bool   // an organ of the state: the army, a ministry
	why     string // what made the words mean this actor, "" when they are its name
}

// named is an actor whose name alone makes it.
func named(name, code string, k kind, country string) ident {
	return ident{key: normal(name), name: name, code: code, kind: k, country: country}
}

func (id ident) id() string { return griot.NewID(griot.ActorID, id.key) }

func (id ident) known() bool { return id.name != "" }

// nation is the actor that a country is, as a whole.
func (d *Directory) nation(iso string) ident {
	e := d.countries[iso]
	if e == nil {
		return ident{}
	}
	return ident{key: normal(e.bare()), name: e.bare(), code: e.country, kind: country, country: e.country, entry: e}
}

// ofLabel is the actor that a name of the tables stands for on a day.
func (d *Directory) ofLabel(l label, day griot.Day) ident {
	switch {
	case l.kind == country && l.sense == seat:
		return d.ofCountry(noun{role: &role{"GOV", "Government of {}", state, organisation}, word: "government"}, l.country)
	case l.kind == country:
		return d.nation(l.country)
	}
	country := l.country
	if l.kind == person {
		t, _ := l.on(day)
		country = t.country
	}
	return ident{key: normal(l.name), name: l.name, code: l.code(day), kind: l.kind, country: country, entry: l.entry}
}

// citizens are the people of a country: "Nigeriens".
func (d *Directory) citizens(iso string) ident {
	e := d.countries[iso]
	if e == nil {
		return ident{}
	}
	name := "people of " + e.name
	return named(name, join(iso, "CVL"), people, iso)
}

// army is the armed forces of a country.
func (d *Directory) army(iso string) ident {
	_, nouns := d.nouns.longest([]piece{{key: "army"}}, nil, func(int, noun) bool { return true })
	if len(nouns) == 0 {
		return ident{}
	}
	return d.ofCountry(nouns[0], iso)
}

// ofCountry is what a noun with a name of its own means in a country: "army".
func (d *Directory) ofCountry(n noun, iso string) ident {
	whose := iso
	if e := d.countries[iso]; e != nil {
		whose = e.name
	}
	id := named(strings.ReplaceAll(n.name, "{}", whose), join(iso, n.sector), n.kind, iso)
	id.organ = true
	return id
}

// owner is whose a role is: a country, a body, or somebody.
type owner struct {
	ident
	said bool // the phrase says so; else the story does
}

// compose is the actor that a noun means, given its phrase, the portfolio of a
// ministry or minister, and whose it is.
func (d *Directory) compose(n noun, phrase, topic string, own owner, day griot.Day) ident {
	iso := own.country
	sector := n.sector
	if own.organ && n.kind == person && n.scope != member && !strings.HasPrefix(n.word, "spokes") {
		own.ident = d.nation(iso) // the junta's ambassador is the country's
	}
	switch {
	case n.scope == aCountry:
		return own.ident
	case n.sector == "LEG" && n.kind == organisation && strings.HasSuffix(own.code, " PTY") && d.countries[iso] != nil:
		return generic(n, phrase, iso, sector) // "opposition lawmakers" are of the parliament
	case strings.HasSuffix(own.code, " PTY") && d.is("ruled", n.word) && d.countries[iso] != nil:
		return d.ofCountry(n, iso) // the government that a party forms is the country's
	case own.kind == organisation && own.known() && (n.kind == person || n.kind == group && sector != "CVL" || n.name != "" || sector == ""):
		return d.ofBody(n, own, day)
	case topic != "" && hasPortfolio(n.word):
		return d.portfolio(n, topic, iso, day)
	case n.kind == person && iso != "" && d.countries[iso] != nil:
		if id := d.officer(iso, n.word, day); id.known() {
			return id
		}
		if sector == "" {
			sector = "GOV"
		}
		if n.scope == state || own.said && own.kind == country {
			return named(n.text()+" of "+d.countries[iso].name, join(iso, sector), office, iso)
		}
	case n.name != "" && d.countries[iso] != nil:
		return d.ofCountry(n, iso)
	case own.said && d.is("national", n.word) && d.countries[iso] != nil && own.kind == country:
		return d.citizens(iso)
	}
	if domain, rest, both := strings.Cut(sector, " "); both {
		return generic(n, phrase, iso0(iso, domain), rest)
	}
	if iso == "" && (sector == "NGO" || sector == "IGO") {
		iso = sector
	}
	return generic(n, phrase, iso, sector)
}

// iso0 keeps a domain that is itself international, else takes the one of the
// noun.
func iso0(iso, domain string) string {
	if iso == "UNO" || iso == "EUR" {
		return iso
	}
	return domain
}

// generic is an actor that is named by its phrase alone; those of one country
// are told from those of another.
func generic(n noun, phrase, iso, sector string) ident {
	k := n.kind
	if k == "" {
		k = group
	}
	if sector == "IGO" {
		iso = sector
	}
	return ident{key: fold(phrase) + "|" + iso, name: phrase, code: join(iso, sector), kind: k, country: iso}
}

// ofBody is a part of a body or somebody who speaks for it: the body itself,
// unless it is one person with a part of his own.
func (d *Directory) ofBody(n noun, own owner, day griot.Day) ident {
	id := own.ident
	domain, sector := id.country, n.sector
	if n.kind == person && n.scope == state {
		sector = "" // the president of a club is none of a country
	}
	if _, s, ok := strings.Cut(id.code, " "); ok && (sector == "" || n.scope == member || sector == "GOV" && n.kind == person && n.scope != state) {
		sector = s
	}
	if _, s, ok := strings.Cut(sector, " "); ok {
		sector = s
	}
	whole := n.word == "member" || n.word == "official" || strings.HasPrefix(n.word, "spokes") || n.kind == organisation ||
		n.kind == group && (sector == "" || strings.HasSuffix(id.code, sector))
	if whole && n.name != "" && domain != "" && id.code == domain && d.countries[domain] == nil {
		return named(n.text()+" of "+id.name, join(domain, sector), group, domain) // "UN troops"
	}
	if whole {
		return id
	}
	if n.kind == person {
		if holder := d.officerOf(id, n.word, day); holder.known() {
			return holder
		}
	}
	return named(n.text()+" of "+id.name, join(domain, sector), n.kind, domain)
}

// hasPortfolio tells whether a noun is for somebody in charge of a part of
// government.
func hasPortfolio(word string) bool {
	return word == "ministry" || word == "department" || strings.HasSuffix(word, "minister") || word == "secretary"
}

// portfolio is a ministry or a minister.
func (d *Directory) portfolio(n noun, topic, iso string, day griot.Day) ident {
	if n.kind == person {
		if id := d.officer(iso, topic+" minister", day); id.known() {
			return id
		}
	}
	name := "Ministry of " + topic
	if n.kind == person {
		name = "Minister of " + topic
		if strings.HasPrefix(n.word, "deputy") || strings.HasPrefix(n.word, "vice") {
			name = "Deputy " + name
		}
	}
	k := organisation
	if n.kind == person {
		k = office
	}
	if e := d.countries[iso]; e != nil {
		name += " of " + e.name
	}
	return named(name, join(iso, "GOV"), k, iso)
}
