// Package annotate joins the stages of reading a text in the order in which the
// program runs them.
package annotate

import (
	"slices"
	"sync"

	"griot/text"
	"griot/text/parse"
	"griot/text/refer"
	"griot/text/segment"
)

// model is the one that ships. Reading it takes a while, and no use changes it.
var model = sync.OnceValues(parse.Load)

// Parser gives tags, trees and names to a document that has segments. It reads the
// model the first time it is called, and is safe for use by several goroutines, each
// with its own document.
func Parser() (func(*text.Doc), error) {
	m, err := model()
	if err != nil {
		return nil, err
	}
	return m.Parse, nil
}

// Trees is the function that gives a document with a report its segments, tags,
// trees and names: what claims about single sentences are read from. It is safe
// for use by several goroutines, each with its own document.
func Trees() (func(*text.Doc) error, error) {
	stages, err := trees()
	if err != nil {
		return nil, err
	}
	return text.Chain(stages...)
}

// All is Trees and then references: every layer of a document.
func All() (func(*text.Doc) error, error) {
	stages, err := trees()
	if err != nil {
		return nil, err
	}
	return text.Chain(append(stages, refer.Stage())...)
}

func trees() ([]text.Stage, error) {
	m, err := model()
	if err != nil {
		return nil, err
	}
	return slices.Concat([]text.Stage{segment.Stage()}, parse.Stages(m)), nil
}
