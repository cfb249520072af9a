package claim_test

import (
	"testing"

	"griot"
	"griot/claim"
	"griot/text"
	"griot/text/annotate"
)

// reading is what reads the claims of a report of 8 March 2024 that has one block.
func reading(t *testing.T) func(words string) []griot.Claim {
	t.Helper()
	r, err := claim.New()
	if err != nil {
		t.Fatal(err)
	}
	read, err := annotate.All()
	if err != nil {
		t.Fatal(err)
	}
	return func(words string) []griot.Claim {
		t.Helper()
		doc := &text.Doc{Report: griot.Report{ID: "r_1", Text: words, Published: griot.NewDay(2024, 3, 8), Language: "en", Blocks: []griot.Block{{Kind: griot.Body, End: len(words)}}}}
		if err := read(doc); err != nil {
			t.Fatal(err)
		}
		return r.Read(doc).Claims
	}
}
