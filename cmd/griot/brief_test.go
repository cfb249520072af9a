package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"griot"
	"griot/face/brief"
	"griot/intake"
	"griot/pipeline"
	"griot/record/sqlite"
)

// A brief that reads only what it shows says what a brief of all that is known says.
func TestBriefOfAViewIsTheBriefOfAll(t *testing.T) {
	ctx := context.Background()
	rec, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	items := intake.Read([]string{"../../testdata/stories", "../../examples/niger-2023"}, intake.Options{})
	if _, err := pipeline.Fill(ctx, rec, reader, items, 1, nil); err != nil {
		t.Fatal(err)
	}
	day, _ := griot.ParseDay("2023-07-30")
	for name, o := range map[string]brief.Options{
		"all":       {},
		"short":     {Max: 4},
		"since":     {Since: day},
		"place":     {Query: griot.Query{Places: []string{"Niger", "NE", "Niamey"}}, Max: 5},
		"actor":     {Query: griot.Query{Actors: []string{"Mohamed Bazoum"}}},
		"announced": {Query: griot.Query{Statuses: []griot.Status{griot.Announced}}, Since: day},
		"from":      {Query: griot.Query{From: day}, Max: 6},
	} {
		for _, asOf := range []griot.Day{0, day + 3} {
			var whole, part strings.Builder
			known, err := pipeline.Know(ctx, rec, asOf)
			if err != nil {
				t.Fatal(err)
			}
			view, err := pipeline.View(ctx, rec, asOf)
			if err != nil {
				t.Fatal(err)
			}
			o.Format = "json"
			if err := brief.Write(&whole, known, o); err != nil {
				t.Fatal(err)
			}
			if err := brief.WriteView(ctx, &part, view, o); err != nil {
				t.Fatal(err)
			}
			if whole.String() != part.String() {
				t.Errorf("%s as of %s: the brief of the view is not that of all:\n%s\n---\n%s", name, asOf, part.String(), whole.String())
			}
		}
	}
}
