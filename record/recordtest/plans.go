package recordtest

import (
	"context"
	"regexp"
	"testing"

	"griot"
)

// Explainer shows how a store finds the rows of a query, by listing.
type Explainer interface {
	Explain(ctx context.Context, q griot.Query) (map[string]string, error)
}

// Plans checks that every listing finds its rows by an index, whatever is asked.
// full matches the line of a plan that reads a whole table.
func Plans(t *testing.T, rec Explainer, full *regexp.Regexp) {
	day := griot.NewDay(2023, 8, 4)
	for name, q := range map[string]griot.Query{
		"a page":    {Limit: 100, Offset: 1000, AsOf: day},
		"type":      {Types: []griot.Type{griot.Assault}, Limit: 100},
		"status":    {Statuses: []griot.Status{griot.Denied}, Limit: 100},
		"an actor":  {Actors: []string{"rebels"}, Limit: 100, AsOf: day},
		"actors":    {Actors: []string{"rebels", "police"}, Limit: 100},
		"a place":   {Places: []string{"Torodi"}, Actors: []string{"rebels"}, Limit: 100},
		"few days":  {From: day, To: day + 7, Limit: 100},
		"days":      {From: day, Limit: 100},
		"weightily": {ByWeight: true, Limit: 10, Statuses: []griot.Status{griot.Happened}},
	} {
		plans, err := rec.Explain(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		for listing, plan := range plans {
			if full.MatchString(plan) {
				t.Errorf("%s of %s reads a whole table:\n%s", name, listing, plan)
			}
		}
	}
}
