package who

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot"
	"griot/data"
)

func list(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, "|")
}

// label makes text a name of e. A name in capitals must stand in capitals, one
// that begins with a capital must begin with one.
func (d *Directory) label(e *entry, s sense, text string) {
	pieces := words(strings.TrimPrefix(text, "the "))
	if len(pieces) == 0 {
		return
	}
	first := pieces[0]
	if first.key == "the" && len(pieces) > 1 {
		first = pieces[1]
	}
	d.names.add(pieces, label{e, s, text, len(pieces) == 1 && first.caps, first.upper, e.sector == "PTY" && d.everyday(pieces)})
}

// everyday tells whether a party's name is made of words that such names have
// everywhere.
func (d *Directory) everyday(pieces []piece) bool {
	for _, p := range pieces {
		if !d.is("party", p.key) {
			return false
		}
	}
	return true
}

func (d *Directory) readCountries() error {
	countries, err := data.NamedCountries()
	if err != nil {
		return err
	}
	for _, c := range countries {
		e := &entry{kind: country, name: c.Name, country: c.ISO3, aliases: c.Aliases}
		d.countries[c.ISO3], d.iso3[c.ISO2] = e, c.ISO3
		if !sold[c.ISO2] {
			d.domains[strings.ToLower(c.ISO2)] = c.ISO3
		}
		d.label(e, proper, c.Name)
		for _, s := range e.aliases {
			d.label(e, proper, s)
		}
		for _, s := range c.Demonyms {
			d.label(e, demonym, s)
			d.label(e, demonym, s+"s")
		}
		for _, s := range c.Capitals {
			d.label(e, capital, s)
		}
		for _, s := range slices.Concat([]string{c.Name}, c.Aliases, c.Demonyms, c.Capitals) {
			d.place(s, c.ISO3)
		}
		for _, s := range c.Seats {
			d.label(e, seat, s)
		}
	}
	return nil
}

// place notes a place's name as addresses have it.
func (d *Directory) place(name, iso string) {
	if s := runTogether(name); d.places[s] == "" {
		d.places[s] = iso
	}
}

// sold are the ends of addresses that are taken for their look.
var sold = map[string]bool{"CO": true, "TV": true, "ME": true, "LY": true, "FM": true, "TO": true, "LA": true, "WS": true}

func (d *Directory) readBodies() error {
	for _, table := range []string{"igos", "state", "groups", "ngos", "parties", "media", "companies"} {
		rows, err := data.ActorRows(table, "name", "aliases", "code")
		if err != nil {
			return err
		}
		for _, row := range rows {
			country, sector, _ := strings.Cut(row[2], " ")
			e := &entry{kind: organisation, name: row[0], country: country, sector: sector, aliases: list(row[1])}
			d.label(e, proper, row[0])
			for _, s := range e.aliases {
				d.label(e, proper, s)
				if rest, ok := strings.CutPrefix(s, "US "); ok {
					d.label(e, proper, "United States "+rest)
				}
			}
			if table == "media" {
				for _, s := range append(row[:1:1], e.aliases...) {
					d.hosts[runTogether(s)] = e
				}
			}
		}
	}
	return nil
}

func (d *Directory) readPeoples() error {
	rows, err := data.ActorRows("peoples", "name", "aliases", "country")
	if err != nil {
		return err
	}
	for _, row := range rows {
		e := &entry{kind: people, name: row[0], country: row[2], aliases: list(row[1])}
		for _, s := range append([]string{row[0]}, e.aliases...) {
			d.label(e, proper, s)
		}
	}
	return nil
}

func (d *Directory) readCities() error {
	rows, err := data.ActorRows("cities", "country", "names")
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, s := range list(row[1]) {
			d.label(&entry{kind: city, name: s, country: row[0]}, proper, s)
			d.place(s, row[0])
		}
	}
	return nil
}

func (d *Directory) readPeople() error {
	rows, err := data.ActorRows("people", "name", "aliases", "code", "office", "from", "to")
	if err != nil {
		return err
	}
	for _, row := range rows {
		country, sector, _ := strings.Cut(row[2], " ")
		t := term{country: country, sector: sector, office: row[3]}
		if t.from, t.to, err = dates(row[4], row[5]); err != nil {
			return fmt.Errorf("people, %s: %w", row[0], err)
		}
		e := d.people[row[0]]
		if e == nil {
			e = &entry{kind: person, name: row[0], country: country, sector: sector, aliases: list(row[1])}
			d.people[row[0]] = e
			d.label(e, proper, row[0])
			for _, s := range e.aliases {
				d.label(e, proper, s)
			}
			ps := words(row[0])
			last := ps[len(ps)-1].key
			d.surnames[last] = append(d.surnames[last], e)
			if slices.Contains(familyFirst, country) {
				d.families[ps[0].key] = append(d.families[ps[0].key], e)
			}
		}
		e.terms = append(e.terms, t)
		d.officers[country+" "+row[3]] = append(d.officers[country+" "+row[3]], e)
	}
	return nil
}

// dates reads the ends of a term: years, months or days, an empty end is open.
func dates(from, to string) (a, b griot.Day, err error) {
	if a, _, err = date(from); err == nil {
		_, b, err = date(to)
	}
	return a, b, err
}

func date(s string) (first, last griot.Day, err error) {
	if s == "" {
		return 0, 0, nil
	}
	var n [3]int
	for i, part := range strings.SplitN(s, "-", 3) {
		if n[i], err = strconv.Atoi(part); err != nil {
			return 0, 0, fmt.Errorf("%q is no date", s)
		}
	}
	switch len(s) {
	case 4:
		return griot.NewDay(n[0], 1, 1), griot.NewDay(n[0], 12, 31), nil
	case 7:
		return griot.NewDay(n[0], n[1], 1), griot.NewDay(n[0], n[1]+1, 0), nil
	}
	return griot.NewDay(n[0], n[1], n[2]), griot.NewDay(n[0], n[1], n[2]), nil
}

func (d *Directory) readNouns() error {
	rows, err := data.ActorRows("roles", "words", "sector", "name", "scope", "kind", "example")
	if err != nil {
		return err
	}
	for _, row := range rows {
		r := &role{row[1], row[2], scope(row[3]), kind(row[4])}
		for _, w := range list(row[0]) {
			d.nouns.add(words(w), noun{role: r, word: w})
		}
	}
	return nil
}

func (d *Directory) readTopics() error {
	rows, err := data.ActorRows("portfolios", "name", "words")
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, w := range list(row[1]) {
			d.topics.add(words(w), row[0])
		}
	}
	return nil
}

func (d *Directory) readTitles() error {
	rows, err := data.ActorRows("titles", "word")
	if err != nil {
		return err
	}
	for _, row := range rows {
		d.titles[row[0]] = true
	}
	return nil
}

func (d *Directory) readWords() error {
	rows, err := data.ActorRows("words", "class", "words", "example")
	if err != nil {
		return err
	}
	for _, row := range rows {
		class := map[string]bool{}
		for _, w := range list(row[1]) {
			class[w] = true
		}
		d.classes[row[0]] = class
	}
	return nil
}
