// Package claimtest reads sentences for the tests of the claim rooms.
package claimtest

import (
	"sync"
	"testing"

	"griot"
	"griot/text"
	"griot/text/parse"
	"griot/text/segment"
)

var chain = sync.OnceValues(func() (func(*text.Doc) error, error) {
	model, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return text.Chain(append([]text.Stage{segment.Stage()}, parse.Stages(model)...)...)
})

// Doc is the document of a text, with segments, tags, trees and names from the
// model that ships.
func Doc(t *testing.T, s string) *text.Doc {
	t.Helper()
	run, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Doc{Report: griot.Report{ID: "r_test", Text: s, Language: "en"}}
	if err := run(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}
