package who

import (
	"slices"
	"strings"

	"griot"
)

// officer is who held an office of a country or body on a day; not known when
// nobody did, as far as the tables know.
func (d *Directory) officer(iso, office string, day griot.Day) ident {
	if !day.Known() {
		return ident{}
	}
	for _, title := range titlesOf(office) {
		for _, e := range d.officers[iso+" "+title] {
			t, past := e.on(day)
			if !past && t.office == title && t.country == iso && t.from <= day && (t.sector == "GOV" || t.sector == "MIL" || d.countries[iso] == nil) {
				return ident{key: normal(e.name), name: e.name, code: e.code(day), kind: person, country: iso, entry: e,
					why: "held the office on the day of the report"}
			}
		}
	}
	return ident{}
}

// officerOf is who held an office of a body on a day: "the head of the IMF".
func (d *Directory) officerOf(body ident, word string, day griot.Day) ident {
	names := []string{body.name}
	if body.entry != nil {
		names = append(names, body.entry.aliases...)
	}
	for _, name := range names {
		for _, of := range []string{" of ", " of the "} {
			if id := d.officer(body.country, word+of+name, day); id.known() {
				return id
			}
		}
	}
	if body.name == "United Nations" {
		return d.officer(body.country, word, day)
	}
	return ident{}
}

// titlesOf are the offices of the tables that a noun may mean.
func titlesOf(word string) []string {
	switch word {
	case "vice-president":
		return []string{"vice president"}
	case "prime minister", "premier", "head of government":
		return []string{"prime minister", "chancellor"}
	case "head of state":
		return []string{"head of state", "president", "king", "emir"}
	case "Foreign Affairs minister", "secretary of state":
		return []string{"foreign minister"}
	case "Defence minister":
		return []string{"defence minister"}
	}
	return []string{strings.ReplaceAll(word, "secretary general", "secretary-general")}
}

// ruledBy is the country of the one of a surname who led a government on a day: "the
// Biden administration".
func (d *Directory) ruledBy(surname string, day griot.Day) ident {
	for _, e := range d.surnames[surname] {
		if t, past := e.on(day); day.Known() && !past && t.from <= day && slices.Contains(topOffices, t.office) {
			return d.nation(t.country)
		}
	}
	return ident{}
}

var topOffices = []string{"president", "prime minister", "chancellor", "head of state", "leader"}

// fallen is who last lost a country's highest office within a year of a day:
// "the ousted leader".
func (d *Directory) fallen(iso string, day griot.Day) ident {
	for _, office := range topOffices {
		var last *entry
		var end griot.Day
		for _, e := range d.officers[iso+" "+office] {
			for _, t := range e.terms {
				if t.office == office && t.country == iso && t.to != 0 && t.to <= day && t.to > day-366 && t.to > end {
					last, end = e, t.to
				}
			}
		}
		if last != nil {
			return ident{key: normal(last.name), name: last.name, code: last.code(day), kind: person, country: iso, entry: last,
				why: "lost the office in the year before the report"}
		}
	}
	return ident{}
}
