package claim_test

import (
	"testing"

	"griot"
	"griot/claim"
	"griot/text"
	"griot/text/annotate"
)

func TestGamesAreNoConflict(t *testing.T) {
	r, err := claim.New()
	if err != nil {
		t.Fatal(err)
	}
	read, err := annotate.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		text string
		want int
	}{
		{"The visitors attacked from the start, and the midfielder scored his third goal of the season. They clash with the champions in the semi-final.", 0},
		{"Police arrested 12 fans after clashes outside the stadium before the football match.", 1},
		{"Rebels attacked the town with mortars.", 1},
	} {
		doc := &text.Doc{Report: griot.Report{ID: "r_1", Text: row.text, Published: griot.NewDay(2024, 3, 8), Language: "en", Blocks: []griot.Block{{Kind: griot.Body, End: len(row.text)}}}}
		if err := read(doc); err != nil {
			t.Fatal(err)
		}
		if got := r.Read(doc).Claims; len(got) != row.want {
			t.Errorf("%s: %d claims, want %d: %+v", row.text, len(got), row.want, got)
		}
	}
}
