package lang

import (
	"fmt"
	"strings"

	"griot/data"
)

// Noun is what is known of a common noun or title.
type Noun struct {
	Type   byte // 'P' person, 'O' organisation or group, 'L' place, 'T' time; 0 when unknown
	Gender byte // 'm', 'f', 'n', or '?' when it may be any; 0 when unknown
	Title  bool // it stands before a person's name
}

// Pronoun is what is known of a pronoun.
type Pronoun struct {
	Lemma  string // "they" for "their"
	Person byte   // '1', '2' or '3'
	Number byte   // 's', 'p', or '?' for either
	Gender byte   // 'm', 'f', 'n' or '?'
}

// loadWords fills the tables that say what words refer to.
func (l *Language) loadWords() error {
	l.Nouns, l.Pronouns, l.Known, l.Usual, l.Kinds = map[string]Noun{}, map[string]Pronoun{}, map[string]byte{}, map[string]string{}, map[string][]string{}
	l.Given, l.Alike = map[string]byte{}, map[string][]int{}
	rows, err := Table(l.Code, "pronouns", 5)
	if err != nil {
		return err
	}
	for _, r := range rows {
		l.Pronouns[r[0]] = Pronoun{Lemma: r[1], Person: r[2][0], Number: r[3][0], Gender: r[4][0]}
	}
	if rows, err = Table(l.Code, "nouns", 5); err != nil {
		return err
	}
	for _, r := range rows {
		for w := range strings.SplitSeq(strings.ToLower(r[0]), "|") {
			n := Noun{Type: r[1][0], Gender: r[2][0], Title: r[3] == "title" || l.Nouns[w].Title}
			l.Nouns[w] = n
		}
	}
	if rows, err = Table(l.Code, "kinds", 4); err != nil {
		return err
	}
	for _, r := range rows {
		for name := range strings.SplitSeq(plain(r[0]), "|") {
			l.Kinds[name], l.Known[name] = strings.Split(r[1], "|"), r[2][0]
		}
	}
	if rows, err = Table(l.Code, "given", 3); err != nil {
		return err
	}
	for _, r := range rows {
		for name := range strings.SplitSeq(r[0], " ") {
			l.Given[name] = r[1][0]
		}
	}
	if rows, err = Table(l.Code, "alike", 2); err != nil {
		return err
	}
	for set, r := range rows {
		for noun := range strings.SplitSeq(r[0], "|") {
			l.Alike[noun] = append(l.Alike[noun], set)
		}
	}
	return l.loadCountries()
}

// loadCountries takes in the names of countries and capitals.
func (l *Language) loadCountries() error {
	countries, err := data.NamedCountries()
	if err != nil {
		return fmt.Errorf("lang: %w", err)
	}
	add := func(name string, nouns ...string) string {
		name = strings.TrimPrefix(plain(name), "the ")
		l.Known[name], l.Kinds[name] = 'L', nouns
		return name
	}
	for _, c := range countries {
		usual := strings.TrimPrefix(plain(c.Name), "the ")
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			l.Usual[add(name, "country", "nation", "state", "republic")] = usual
		}
		for _, name := range c.Capitals {
			add(name, "capital", "city")
		}
	}
	return nil
}

// plain is how names are looked up: in lower case, without full stops.
func plain(s string) string { return strings.ReplaceAll(strings.ToLower(s), ".", "") }
