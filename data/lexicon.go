package data

import (
	"embed"
	"strings"
)

// Lexicon holds the rows by which events are read: one table of triggers for
// each event type, the predicates that bear on other predicates, and classes
// of words.
//
//go:embed lexicon/*.tsv lexicon/*.txt
var Lexicon embed.FS

// SmallWords are English words that are written with a small letter.
func SmallWords() []string {
	b, _ := Lexicon.ReadFile("lexicon/small.txt") // embedded: it is there
	return strings.Fields(string(b))
}

// LexiconRows reads the table lexicon/name.tsv, whose columns must be the ones
// asked for.
func LexiconRows(name string, columns ...string) ([][]string, error) {
	return rows(Lexicon, "lexicon/"+name+".tsv", columns)
}
