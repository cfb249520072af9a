package data

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

// Cues holds the rows by which statements, factuality and figures are read.
//
//go:embed cues/*.tsv
var Cues embed.FS

// CueRows reads the table cues/name.tsv: tab-separated, the first line that is
// neither blank nor a comment (#) names the columns, which must be the ones
// asked for. Every row has all the columns; a column may be empty.
func CueRows(name string, columns ...string) ([][]string, error) {
	b, err := Cues.ReadFile("cues/" + name + ".tsv")
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
			return nil, fmt.Errorf("cues/%s.tsv:%d: columns are %q, want %q", name, i+1, row, columns)
		case header:
			header = false
		case len(row) != len(columns):
			return nil, fmt.Errorf("cues/%s.tsv:%d: %d columns, want %d", name, i+1, len(row), len(columns))
		default:
			rows = append(rows, row)
		}
	}
	return rows, nil
}
