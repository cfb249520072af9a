package recordtest

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"griot"
	"griot/record/memory"
)

// addAll adds in bulk what is partly there, and partly twice.
func addAll(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	plain := memory.New()
	all := Many(520) // more than one statement holds
	stretch(all)
	add(t, rec, all[2], all[510])
	got, err := rec.AddAll(ctx, append(slices.Clone(all), all[5], all[2]))
	if err != nil {
		t.Fatal(err)
	}
	for i, added := range got {
		if want := i != 2 && i != 510 && i < len(all); added != want {
			t.Errorf("reading %d of AddAll: added %v, want %v", i, added, want)
		}
	}
	add(t, plain, all...)
	want, _ := plain.Version(ctx)
	if v, err := rec.Version(ctx); err != nil || v != want {
		t.Errorf("Version = %s, %v; want that of memory, %s", v, err, want)
	}
	if got, err := rec.AddAll(ctx, all[:3]); err != nil || slices.Contains(got, true) {
		t.Errorf("AddAll of what is there = %v, %v", got, err)
	}
	if got, err := rec.AddAll(ctx, nil); err != nil || len(got) != 0 {
		t.Errorf("AddAll of nothing = %v, %v", got, err)
	}
	for _, q := range []griot.Query{{}, {Actors: []string{"Rebels"}, Offset: 90, Limit: 40}, {Places: []string{"ne"}, From: day0("2023-08-09"), To: day0("2023-08-11")}} {
		compare(t, q, "claims", collect(t, rec.Claims(ctx, q)), collect(t, plain.Claims(ctx, q)))
		compare(t, q, "statements", collect(t, rec.Statements(ctx, q)), collect(t, plain.Statements(ctx, q)))
		compare(t, q, "figures", collect(t, rec.Figures(ctx, q)), collect(t, plain.Figures(ctx, q)))
	}
	compare(t, griot.Query{}, "readings", collect(t, rec.Readings(ctx, 0)), collect(t, plain.Readings(ctx, 0)))
	if got := len(collect(t, rec.Search(ctx, "rebels", griot.Query{}))); got != len(all) {
		t.Errorf("Search finds %d of %d reports", got, len(all))
	}
}

func addAllOrNone(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	before, _ := rec.Version(ctx)
	all := Many(4)
	all[2].Claims[0].Quote = "Rebels killed 18 soldiers"
	if _, err := rec.AddAll(ctx, all); !errors.Is(err, griot.ErrMisquote) {
		t.Errorf("AddAll with a misquote: %v, want ErrMisquote", err)
	}
	after, _ := rec.Version(ctx)
	if got := collect(t, rec.Readings(ctx, 0)); len(got) != 0 || after != before {
		t.Errorf("a refused AddAll left %d readings, version %s", len(got), after)
	}
}

// bulkWriters add overlapping batches, each in its own order.
func bulkWriters(t *testing.T, rec griot.Record) {
	all := Many(60)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			mine := slices.Clone(all)
			rand.New(rand.NewPCG(uint64(w), 1)).Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] })
			for some := range slices.Chunk(mine, 15) {
				if _, err := rec.AddAll(context.Background(), some); err != nil {
					t.Errorf("AddAll: %v", err)
				}
			}
		})
	}
	wg.Wait()
	var want griot.Sum
	for _, r := range all {
		want.Add(r.Digest())
	}
	if v, err := rec.Version(context.Background()); err != nil || v != hexOf(want) {
		t.Errorf("Version = %s, %v; want %s", v, err, hexOf(want))
	}
}

// derivedChanges keeps one thing after another for a day: rows that come, go,
// change and move. What is there afterwards is what was kept last.
func derivedChanges(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	draw := rand.New(rand.NewPCG(9, 9))
	from := manyDerived(60)
	for round := range rounds(24) {
		d := some(draw, from, round)
		version := "v" + string(rune('a'+round))
		if err := rec.SaveDerived(ctx, version, d); err != nil {
			t.Fatal(err)
		}
		for _, q := range []griot.Query{{}, {Actors: []string{"rebels"}}, {Actors: []string{"40 soldiers"}}, {Places: []string{"torodi"}, Limit: 20, Offset: 3}, {ByWeight: true, Limit: 30}} {
			got, err := rec.Derived(ctx, version, q, griot.Kinds...)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, q, "derived", got, d.Select(q, griot.Kinds...))
		}
	}
}

// some is some of what was derived: most rows, a few of them changed, sometimes
// two of them in each other's place.
func some(draw *rand.Rand, d griot.Derived, round int) griot.Derived {
	keep := []int{1, 3, 10, 40}[round%4]
	out := griot.Derived{Totals: &griot.Totals{Events: round}, Figures: d.Figures, Copies: d.Copies}
	for _, e := range d.Events {
		if draw.IntN(keep) > 0 || round%8 == 7 {
			if draw.IntN(20) == 0 {
				e.Title, e.Actors = "It changed", d.Events[draw.IntN(len(d.Events))].Actors
			}
			out.Events = append(out.Events, e)
		}
	}
	for _, r := range d.Reports {
		if draw.IntN(keep) > 0 {
			out.Reports = append(out.Reports, r)
		}
	}
	if n := len(out.Events); n > 1 && round%3 == 0 {
		i, j := draw.IntN(n), draw.IntN(n)
		out.Events[i], out.Events[j] = out.Events[j], out.Events[i]
	}
	return out
}
