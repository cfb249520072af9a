package data

import "embed"

// Gazetteer holds the packed places of the world that claim/where opens, and
// the words that are names of small places but mostly common words.
//
//go:embed gazetteer/places.bin gazetteer/common.txt
var Gazetteer embed.FS
