package data

import "embed"

// Gazetteer holds the packed places of the world that claim/where opens.
//
//go:embed gazetteer/places.bin
var Gazetteer embed.FS
