package data

import "embed"

// Time holds the words, names of days and rules of time expressions that
// claim/when reads.
//
//go:embed time/*.tsv
var Time embed.FS
