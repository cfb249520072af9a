package data

import (
	"embed"
	"strings"
)

// lexicon holds the rows by which events are read: one table of triggers for
// each event type, the predicates that bear on other predicates, and classes
// of words.
//
//go:embed lexicon/*.tsv lexicon/small.txt lexicon/scowl.txt
var lexicon embed.FS

// SmallWords are English words that are written with a small letter: those of
// treebanks and those of a spelling checker's list.
func SmallWords() []string {
	var words []string
	for _, name := range []string{"small.txt", "scowl.txt"} {
		b, _ := lexicon.ReadFile("lexicon/" + name) // embedded: it is there
		words = append(words, strings.Fields(string(b))...)
	}
	return words
}

// LexiconRows reads the table lexicon/name.tsv, whose columns must be the ones
// asked for.
func LexiconRows(name string, columns ...string) ([][]string, error) {
	return rows(lexicon, "lexicon/"+name+".tsv", columns)
}
