package data

import "embed"

// state holds the rules by which states of affairs are replayed, which acts
// fulfil which expectations, and the words of titles.
//
//go:embed state/*.tsv
var state embed.FS

// StateRows reads the table state/name.tsv, whose columns must be the ones
// asked for.
func StateRows(name string, columns ...string) ([][]string, error) {
	return rows(state, "state/"+name+".tsv", columns)
}
