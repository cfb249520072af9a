package recordtest

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"griot"
	"griot/record/memory"
)

// rounds is how often something is tried: n times, fewer when tests are to be short.
func rounds(n int) int {
	if testing.Short() {
		return max(1, n/6)
	}
	return n
}

// randomQuery draws a query that lets some of the rows of Many through.
func randomQuery(r *rand.Rand) griot.Query {
	day := func() griot.Day { return griot.NewDay(2023, 8, 1+r.IntN(30)) }
	some := func(n int) bool { return r.IntN(n) == 0 }
	var q griot.Query
	if some(2) {
		q.From = day()
	}
	if some(2) {
		q.To = day() + 10
	}
	if some(3) {
		q.AsOf = day()
	}
	for _, name := range []string{"rebels", "1 SOLDIERS", "nobody", "the ministry"} {
		if some(5) {
			q.Actors = append(q.Actors, name)
		}
	}
	for _, name := range []string{"NE", "tillabéri", "Nowhere", "Tor_di"} {
		if some(5) {
			q.Places = append(q.Places, name)
		}
	}
	if some(3) {
		q.Types = []griot.Type{griot.Assault, griot.Coerce}[:1+r.IntN(2)]
	}
	if some(4) {
		q.Statuses = []griot.Status{griot.Happened, griot.Denied}
	}
	if some(2) {
		q.Limit = 1 + r.IntN(20)
	}
	if some(3) {
		q.Offset = r.IntN(20)
	}
	q.ByWeight = some(3)
	return q
}

// stretch gives some rows long intervals, and some an open end.
func stretch(all []griot.Reading) {
	for i := range all {
		for _, when := range []*griot.Interval{&all[i].Claims[0].When, &all[i].Statements[0].When, &all[i].Figures[0].When} {
			switch {
			case !when.Known():
			case i%5 == 0:
				when.To += griot.Day(i)
			case i%7 == 0:
				when.From = 0
			case i%11 == 0:
				when.To = 0
			}
		}
	}
}

// sameAsMemory asks the record and one in memory the same questions.
func sameAsMemory(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	plain := memory.New()
	all := Many(120)
	stretch(all)
	add(t, rec, all...)
	add(t, plain, all...)
	gone := griot.Correction{Day: day0("2023-08-10"), By: "an editor", Kind: "retract", Args: []string{all[3].Claims[0].ID, all[4].Figures[0].ID}}
	gone.ID = gone.Identify()
	for _, r := range []griot.Record{rec, plain} {
		if err := r.Correct(ctx, gone); err != nil {
			t.Fatal(err)
		}
	}
	draw := rand.New(rand.NewPCG(7, 7))
	for range rounds(100) {
		q := randomQuery(draw)
		if draw.IntN(6) == 0 {
			q.IDs = []string{all[3].Claims[0].ID, all[9].Claims[0].ID, all[9].Statements[0].ID}
		}
		if draw.IntN(6) == 0 {
			q.Report = all[9].Report.ID
		}
		compare(t, q, "claims", collect(t, rec.Claims(ctx, q)), collect(t, plain.Claims(ctx, q)))
		compare(t, q, "statements", collect(t, rec.Statements(ctx, q)), collect(t, plain.Statements(ctx, q)))
		compare(t, q, "figures", collect(t, rec.Figures(ctx, q)), collect(t, plain.Figures(ctx, q)))
	}
}

// derivedQueries asks for rows of what was kept.
func derivedQueries(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	d := manyDerived(120)
	if err := rec.SaveDerived(ctx, "v1", d); err != nil {
		t.Fatal(err)
	}
	draw := rand.New(rand.NewPCG(8, 8))
	for i := range rounds(100) {
		q := randomQuery(draw)
		q.AsOf = 0
		q.Current, q.Disputed, q.MinIndependent = i%3 == 0, i%5 == 0, i%4
		if i%7 == 0 {
			q.Reported = griot.Interval{From: q.From, To: q.To}
		}
		if yes := i%2 == 0; i%3 == 1 {
			q.Background = &yes
		}
		got, err := rec.Derived(ctx, "v1", q, griot.Kinds...)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, q, "derived", got, d.Select(q, griot.Kinds...))
	}
}

// manyDerived is n rows of the main kinds, made of the readings of Many.
func manyDerived(n int) griot.Derived {
	all := Many(n)
	stretch(all)
	d := griot.Derived{Totals: &griot.Totals{Events: n}, Copies: []griot.Copy{{Report: all[0].Report.ID, Of: all[1].Report.ID}}}
	for i := range all {
		c := &all[i].Claims[0]
		e := griot.Event{ID: fmt.Sprint("e_", i), Type: c.Type, Status: c.Status, Background: i%3 == 0, Actors: c.Actors, When: c.When, Where: c.Where, Independent: i % 5, Scale: float64(i % 7), FirstReported: c.Published}
		if i%4 == 0 {
			e.Disputes, e.Where = []griot.Dispute{{Slot: "killed"}}, nil
		}
		d.Events = append(d.Events, e)
		d.Expectations = append(d.Expectations, griot.Expectation{ID: fmt.Sprint("x_", i), Type: c.Type, Status: []string{"open", "overdue"}[i%2], By: c.When, Actors: c.Actors, Where: c.Where})
		h := griot.Holding{ID: fmt.Sprint("h_", i), Subject: c.Actors[0].Name, Since: c.When}
		if i%2 == 0 {
			h.Until = &griot.Interval{From: c.When.From, To: c.When.To}
		}
		d.Holdings = append(d.Holdings, h)
		d.Figures = append(d.Figures, all[i].Figures...)
		d.Actors = append(d.Actors, griot.ActorEntry{ActorFacts: all[i].Actors[0]})
		d.Places = append(d.Places, griot.PlaceEntry{ID: fmt.Sprint("p_", i), Place: *c.Where})
	}
	d.Reports = griot.ReportEntries(all, d.Copies)
	return d
}

func compare(t *testing.T, q griot.Query, what string, got, want any) {
	t.Helper()
	g, _ := json.Marshal(got)
	w, _ := json.Marshal(want)
	if string(g) != string(w) {
		t.Fatalf("%s for %+v:\n%.600s\nwant\n%.600s", what, q, g, w)
	}
}
