package data

import _ "embed"

//go:embed models/core.bin
var coreModel string

// CoreModel is the weights of tagger, parser and name finder, as text/parse
// reads them.
func CoreModel() string { return coreModel }
