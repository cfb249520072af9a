package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
	"griot/text/lang"
)

// titleRow is a row of the table of titles: a word before a person's name that
// is no part of it.
type titleRow struct{ word, example, name string }

func readTitles() ([]titleRow, error) {
	lines, err := lang.Table("en", "titles", 3)
	if err != nil {
		return nil, err
	}
	var rows []titleRow
	for _, col := range lines {
		rows = append(rows, titleRow{col[0], col[1], col[2]})
	}
	return rows, nil
}

// titles is the set of the words of rows.
func titles(rows []titleRow) map[string]bool {
	set := make(map[string]bool, len(rows))
	for _, r := range rows {
		set[strings.ToLower(r.word)] = true
	}
	return set
}

// trimmed cuts titles off the front of a person's name, and tells whether what
// is left can be a name at all: not what is only titles, what holds no proper
// noun, or what is in lower case in a sentence that is not,
// but for places, which many write so.
func (m *Model) trimmed(d *text.Doc, f found) (found, bool) {
	if f.Type == "PER" {
		f.First = m.afterTitles(d, f.Range)
	}
	words := d.Tokens[f.First:f.End]
	name := func(t text.Token) bool { return couldName(t) && !m.isTitle(t.Form) }
	if !slices.ContainsFunc(words, name) {
		return f, false
	}
	start := d.Tokens[d.Sentences[d.Tokens[f.First].Sentence].First]
	return f, f.Type == "LOC" || slices.ContainsFunc(words, capital) || !capital(start)
}

// afterTitles is where a person's name begins after the last title in it and
// what belongs to that: "US Secretary of State Antony Blinken".
func (m *Model) afterTitles(d *text.Doc, r text.Range) int {
	first := r.First
	for i := r.First; i < r.End; i++ {
		if !m.isTitle(d.Tokens[i].Form) && !(i == first && lowerNoun(d.Tokens[i])) {
			continue
		}
		first = i + 1
		if first+2 < r.End && d.Tokens[first].UPOS == "ADP" {
			first += 2
		}
	}
	return first
}

// capital tells whether a word holds a capital letter.
func capital(t text.Token) bool { return strings.ContainsFunc(t.Form, unicode.IsUpper) }

func (m *Model) isTitle(form string) bool {
	return m.titles[strings.ToLower(strings.TrimSuffix(form, "."))]
}

// lowerNoun tells whether a word before a name is a common noun: "secretary".
func lowerNoun(t text.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Form)
	return t.UPOS == "NOUN" && unicode.IsLower(first)
}

// couldName tells whether a word can be what makes a phrase a name.
func couldName(t text.Token) bool {
	switch t.UPOS {
	case "PROPN", "ADJ", "X":
		return true
	case "NOUN", "PUNCT":
		return strings.ToUpper(t.Form) == t.Form && capital(t)
	}
	return capital(t)
}
