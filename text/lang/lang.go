// Package lang holds what differs between languages before any model runs:
// abbreviations, prefixes and words that are several in syntax. To add a
// language, add a folder under data/lang and an entry to languages.
package lang

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"griot/data"
)

// Kind tells when a word keeps its full stop.
type Kind string

// The kinds of abbreviation.
const (
	Title  Kind = "title"  // always, and no sentence ends after it: "Gen."
	Word   Kind = "word"   // always, and a sentence may end after it: "Inc."
	Number Kind = "number" // only before a digit: "No. 10"
	Unit   Kind = "unit"   // only after a number: "10 ft."
)

// Language is the small lexicon of one language.
type Language struct {
	Code          string
	Abbreviations map[string]Kind     // with the full stop; without capitals the form is known in any case
	Prefixes      map[string]bool     // lower case; they stay with the word after the hyphen
	Merged        map[string][]string // lower case word to its tokens; "its not" to those of "its" before "not"
	Double        map[string]bool     // lower case words that are merged before some words only
	Nouns         map[string]Noun     // lower case lemma
	Pronouns      map[string]Pronoun  // lower case form
	Alike         map[string][]int    // lower case noun to the numbers of the sets of nouns used for one another that it is in
	Given         map[string]byte     // lower case given name to the gender that it tells, 'm' or 'f'
	Known         map[string]byte     // lower case name, without article and full stops, to 'O' organisation or 'L' place
	Usual         map[string]string   // name of a country as in Known to its usual one
	Kinds         map[string][]string // lower case name to the nouns it is called by later on: "bloc"
	Saying        map[string]Saying   // lemma of a verb of saying
}

var english = sync.OnceValues(func() (*Language, error) { return load("en") })

// languages is every language there is, by ISO 639-1 code.
var languages = map[string]func() (*Language, error){"en": english}

// Of is the language with that ISO 639-1 code; an unknown one or "" is read as
// English. It fails only when the embedded data is broken.
func Of(code string) (*Language, error) {
	if load, ok := languages[code]; ok {
		return load()
	}
	return english()
}

func load(code string) (*Language, error) {
	l := &Language{
		Code:          code,
		Abbreviations: map[string]Kind{},
		Prefixes:      map[string]bool{},
		Merged:        map[string][]string{},
		Double:        map[string]bool{},
	}
	abbreviations, err1 := Table(code, "abbreviations", 3)
	prefixes, err2 := Table(code, "prefixes", 3)
	merged, err3 := Table(code, "merged", 2)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	for _, r := range abbreviations {
		l.Abbreviations[r[0]] = Kind(r[1])
	}
	for _, r := range prefixes {
		l.Prefixes[r[0]] = true
	}
	for _, r := range merged {
		words := strings.Fields(r[1])
		if first, _, ok := strings.Cut(r[0], " "); ok {
			l.Double[first] = true
			words = words[:len(words)-1]
		}
		l.Merged[r[0]] = words
	}
	return l, errors.Join(l.loadWords(), l.loadSaying())
}

// Table is the rows of a tab-separated file of a language, each of so many
// columns; lines that begin with "# " are remarks. The examples in its last
// columns are for tests to run.
func Table(code, name string, columns int) ([][]string, error) {
	file := "lang/" + code + "/" + name + ".tsv"
	b, err := fs.ReadFile(data.Lang, file)
	if err != nil {
		return nil, fmt.Errorf("lang: %w", err)
	}
	var rows [][]string
	line := 0
	for s := range bytes.Lines(b) {
		line++
		s := strings.TrimRight(string(s), "\n")
		if s == "" || strings.HasPrefix(s, "# ") {
			continue
		}
		f := strings.Split(s, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("lang: %s line %d has %d columns, not %d", file, line, len(f), columns)
		}
		rows = append(rows, f)
	}
	return rows, nil
}

// Abbreviation is the kind of a form that ends in a full stop, "" when it is
// none. A form that the table gives with a capital must have one.
func (l *Language) Abbreviation(form string) Kind {
	if k, ok := l.Abbreviations[form]; ok {
		return k
	}
	lower := strings.ToLower(form)
	if lower == form {
		return ""
	}
	if k, ok := l.Abbreviations[lower]; ok {
		return k
	}
	if form != strings.ToUpper(form) {
		return ""
	}
	kind := l.Abbreviations[form[:1]+lower[1:]] // "GEN." for "Gen."
	if kind == Word {
		return Number // "JAN. 27", but "they left the FRI. His men …"
	}
	return kind
}
