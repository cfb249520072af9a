// Package claimtest reads sentences for the tests of the claim rooms.
package claimtest

import (
	"testing"

	"griot"
	"griot/text"
	"griot/text/annotate"
)

// Doc is the document of a text, with segments, tags, trees and names from the
// model that ships.
func Doc(t *testing.T, s string) *text.Doc {
	t.Helper()
	run, err := annotate.Trees()
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Doc{Report: griot.Report{ID: "r_test", Text: s, Language: "en"}}
	if err := run(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}
