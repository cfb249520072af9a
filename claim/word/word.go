// Package word finds the entry of a table that a token is a form of.
package word

import (
	"strings"

	"griot/data"
	"griot/text"
)

// Book is the words that some tables have entries for.
type Book struct {
	entries   map[string]bool
	irregular map[string]string
}

// New makes the book of some entries, all in lower case.
func New(entries []string) (*Book, error) {
	rows, err := data.CueRows("irregular", "verb", "forms")
	if err != nil {
		return nil, err
	}
	b := &Book{make(map[string]bool), make(map[string]string)}
	for _, e := range entries {
		b.entries[e] = true
	}
	for _, row := range rows {
		for _, form := range strings.Fields(row[1]) {
			b.irregular[form] = row[0]
		}
	}
	return b, nil
}

// Entry is the entry that token t is a form of: its lemma, or, since the lemma
// of a word never seen in training may be cut wrong, what the endings of its form
// lead to. A token without an entry gives its lemma.
func (b *Book) Entry(t *text.Token) string {
	lemma := strings.ToLower(t.Lemma)
	if b.entries[lemma] {
		return lemma
	}
	form := strings.ToLower(t.Form)
	if base, ok := b.irregular[form]; ok && b.entries[base] {
		return base
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.cut)
		if !ok || len(stem) < 2 {
			continue
		}
		if b.entries[stem+e.add] {
			return stem + e.add
		}
		if n := len(stem); e.doubles && stem[n-1] == stem[n-2] && b.entries[stem[:n-1]] {
			return stem[:n-1]
		}
	}
	return lemma
}

var endings = []struct {
	cut, add string
	doubles  bool // "begged": the last letter of the stem is doubled
}{
	{"ied", "y", false}, {"ed", "", true}, {"ed", "e", false},
	{"ing", "", true}, {"ing", "e", false}, {"ying", "ie", false},
	{"ies", "y", false}, {"es", "", false}, {"s", "", false}, {"", "", false},
}
