package data

import (
	"embed"
	"fmt"
	"slices"
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

// LexiconRows reads the table lexicon/name.tsv: tab-separated, the first line
// that is neither blank nor a comment (#) names the columns, which must be the
// ones asked for. Trailing columns that are empty may be left out of a row; it
// is padded.
func LexiconRows(name string, columns ...string) ([][]string, error) {
	b, err := Lexicon.ReadFile("lexicon/" + name + ".tsv")
	if err != nil {
		return nil, err
	}
	var rows [][]string
	header := true
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		switch {
		case header && !slices.Equal(row, columns):
			return nil, fmt.Errorf("lexicon/%s.tsv:%d: columns are %q, want %q", name, i+1, row, columns)
		case header:
			header = false
		case len(row) > len(columns):
			return nil, fmt.Errorf("lexicon/%s.tsv:%d: %d columns, want %d", name, i+1, len(row), len(columns))
		default:
			rows = append(rows, append(row, make([]string, len(columns)-len(row))...))
		}
	}
	return rows, nil
}
