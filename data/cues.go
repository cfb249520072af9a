package data

import "embed"

// cues holds the rows by which statements, factuality and figures are read.
//
//go:embed cues/*.tsv
var cues embed.FS

// CueRows reads the table cues/name.tsv, whose columns must be the ones asked for.
func CueRows(name string, columns ...string) ([][]string, error) {
	return rows(cues, "cues/"+name+".tsv", columns)
}
