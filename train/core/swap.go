package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/data"
	"griot/text"
)

// nameBook is names that can stand for one another: by type and pattern, the
// words of each name.
type nameBook map[string][][]string

// pattern is the words of a name with its capitalised ones left blank: names of
// one pattern have the same tree, as good as always.
func pattern(typ string, forms []string) string {
	var b strings.Builder
	b.WriteString(typ)
	for _, f := range forms {
		b.WriteByte(' ')
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			b.WriteByte('X')
		} else {
			b.WriteString(f)
		}
	}
	return b.String()
}

func (b nameBook) add(typ string, forms []string) {
	if len(forms) > 0 && strings.Contains(pattern("", forms), "X") {
		p := pattern(typ, forms)
		b[p] = append(b[p], slices.Clone(forms))
	}
}

// addSample enters the names of a sample.
func (b nameBook) addSample(s *sample) {
	for _, n := range goldNames(s.names[1:]) {
		b.add(n.Type, s.forms[n.First:n.End])
	}
}

// swapped is s with some of its names swapped for others of their type and
// pattern, afresh each time it is seen, or s itself: names are to be known by what
// stands around them and by what others of their like have in common, not by heart.
func (t *trainer) swapped(s *sample) *sample {
	var r *sample
	for _, n := range goldNames(s.names[1:]) {
		if t.rng.Float64() >= t.recipe.swapped || !t.swappable(s, n) {
			continue
		}
		others := t.book[pattern(n.Type, s.forms[n.First:n.End])]
		if len(others) < 10 {
			continue
		}
		if r == nil {
			c := *s
			c.forms, c.script = slices.Clone(s.forms), slices.Clone(s.script)
			r = &c
		}
		for i, form := range t.another(n, others) {
			if r.forms[n.First+i] != form {
				r.forms[n.First+i], r.script[n.First+i+1] = form, -1
			}
		}
	}
	if r == nil {
		return s
	}
	r.rows = t.rows(r.forms)
	return r
}

// another is one of others; a person's given name and surname may come from two.
func (t *trainer) another(n text.Name, others [][]string) []string {
	one := others[t.rng.IntN(len(others))]
	if n.Type == "PER" && n.Len() == 2 {
		return []string{one[0], others[t.rng.IntN(len(others))][1]}
	}
	return one
}

// swappable tells whether the capitalised words of a name are proper nouns, as
// far as is known.
func (t *trainer) swappable(s *sample, n text.Name) bool {
	for i := n.First; i < n.End; i++ {
		r, _ := utf8.DecodeRuneInString(s.forms[i])
		if tag := s.tag[i+1]; tag >= 0 && unicode.IsUpper(r) && t.tags.list[tag] != "PROPN|NNP" {
			return false
		}
	}
	return true
}

// nameBook is the names of the samples, and those of our tables and of
// GeoNames' cities.
func (c *corpus) nameBook(cities string) (nameBook, error) {
	b := nameBook{}
	for _, s := range c.samples {
		b.addSample(s)
	}
	people, err := data.ActorRows("people", "name", "aliases", "code", "office", "from", "to")
	if err != nil {
		return nil, err
	}
	for _, row := range people {
		b.add("PER", strings.Fields(row[0]))
	}
	for _, table := range tablesOfBodies {
		rows, err := data.ActorRows(table, "name", "aliases", "code")
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			for name := range strings.SplitSeq(row[0]+"|"+row[1], "|") {
				b.add("ORG", strings.Fields(strings.TrimPrefix(name, "the ")))
			}
		}
	}
	return b, b.addCities(cities)
}

func (b nameBook) addCities(path string) error {
	return eachCity(path, cityPeople, func(name, _ string, _ int) {
		b.add("LOC", strings.Fields(strings.ReplaceAll(name, "-", " - ")))
	})
}
