package data

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// rows reads a table: tab-separated, the first line that is neither blank nor a
// comment (#) names the columns, which must be the ones asked for. Trailing
// columns that are empty may be left out of a row; it is padded.
func rows(fsys fs.FS, path string, columns []string) ([][]string, error) {
	b, err := fs.ReadFile(fsys, path)
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
			return nil, fmt.Errorf("%s:%d: columns are %q, want %q", path, i+1, row, columns)
		case header:
			header = false
		case len(row) > len(columns):
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", path, i+1, len(row), len(columns))
		default:
			rows = append(rows, append(row, make([]string, len(columns)-len(row))...))
		}
	}
	return rows, nil
}
