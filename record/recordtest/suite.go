// Package recordtest is the suite that every store of records must pass.
package recordtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"griot"
)

// Run tests the records that open returns; each call must give a fresh, empty one.
func Run(t *testing.T, open func(t *testing.T) griot.Record) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, griot.Record)
	}{
		{"AddKeepsAllAndAddsOnce", addOnce},
		{"AddRefusesMisquotes", refuseMisquotes},
		{"AddAllIsAddOfEach", addAll},
		{"AddAllStoresAllOrNone", addAllOrNone},
		{"ReadingsComeInOrderOfPublication", readingsInOrder},
		{"AsOfShowsWhatWasPublished", asOf},
		{"QueriesFilter", queries},
		{"QueriesPage", paging},
		{"SearchFindsWords", search},
		{"RetractionHidesFromItsDayOn", retraction},
		{"VersionFollowsFromContentAlone", version},
		{"DerivedIsKeptForItsVersion", derived},
		{"DerivedRowsAreSelectedAsInMemory", derivedQueries},
		{"DerivedRowsChange", derivedChanges},
		{"ListingsAreThoseOfMemory", sameAsMemory},
		{"SeveralWritersAtOnce", writers},
		{"SeveralBulkWritersAtOnce", bulkWriters},
		{"OneLeadsAtATime", lead},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func add(t *testing.T, rec griot.Record, readings ...griot.Reading) {
	t.Helper()
	for _, r := range readings {
		if ok, err := rec.Add(context.Background(), r); err != nil || !ok {
			t.Fatalf("Add(%s) = %v, %v; want true", r.Report.Ref, ok, err)
		}
	}
}

func collect[T any](t *testing.T, seq func(func(T, error) bool)) []T {
	t.Helper()
	var out []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func addOnce(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	r := Reading("a.txt", "Daily", "2023-08-04", "Rebels killed 17 soldiers.")
	add(t, rec, r)
	if ok, err := rec.Add(ctx, r); err != nil || ok {
		t.Fatalf("second Add = %v, %v; want false, nil", ok, err)
	}
	if ok, _ := rec.Has(ctx, r.Report.ID); !ok {
		t.Error("Has = false after Add")
	}
	back := collect(t, rec.Readings(ctx, 0))
	if len(back) != 1 {
		t.Fatalf("%d readings, want 1", len(back))
	}
	if back[0].Digest() != r.Digest() {
		t.Errorf("the reading came back changed:\n%+v\n%+v", back[0], r)
	}
	if src := back[0].Claims[0].Source; src.Ref != "a.txt" || src.Outlet != "Daily" || src.Published != r.Report.Published {
		t.Errorf("the claim's source is %+v", src)
	}
	rep, err := rec.Report(ctx, r.Report.ID)
	if err != nil || rep.Text != r.Report.Text {
		t.Errorf("Report = %+v, %v", rep, err)
	}
	if _, err := rec.Report(ctx, "r_nothing"); !errors.Is(err, griot.ErrNotFound) {
		t.Errorf("Report of an unknown ID: %v, want ErrNotFound", err)
	}
}

func refuseMisquotes(t *testing.T, rec griot.Record) {
	r := Reading("a.txt", "Daily", "2023-08-04", "Rebels killed 17 soldiers.")
	r.Claims[0].Quote = "Rebels killed 18 soldiers"
	if _, err := rec.Add(context.Background(), r); !errors.Is(err, griot.ErrMisquote) {
		t.Errorf("Add of a misquote: %v, want ErrMisquote", err)
	}
	if got := collect(t, rec.Readings(context.Background(), 0)); len(got) != 0 {
		t.Errorf("a refused reading left %d readings", len(got))
	}
}

func readingsInOrder(t *testing.T, rec griot.Record) {
	all := Many(450)
	shuffled := slices.Clone(all)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	add(t, rec, shuffled...)
	got := collect(t, rec.Readings(context.Background(), 0))
	if len(got) != len(all) {
		t.Fatalf("%d readings, want %d", len(got), len(all))
	}
	for i := 1; i < len(got); i++ {
		a, b := got[i-1].Report, got[i].Report
		if a.Published.Order() > b.Published.Order() || a.Published == b.Published && a.ID >= b.ID {
			t.Fatalf("reading %d (%s %s) comes before (%s %s)", i-1, a.Published, a.ID, b.Published, b.ID)
		}
	}
	for _, r := range got {
		if len(r.Claims) != 1 || len(r.Statements) != 1 || len(r.Figures) != 1 || len(r.Actors) == 0 {
			t.Fatalf("reading %s came back with %d claims, %d statements, %d figures, %d actors", r.Report.Ref, len(r.Claims), len(r.Statements), len(r.Figures), len(r.Actors))
		}
	}
}

func asOf(t *testing.T, rec griot.Record) {
	add(t, rec, Reading("1", "A", "2023-08-01", "Rebels killed 1 soldier."), Reading("2", "A", "2023-08-03", "Rebels killed 2 soldiers."), Reading("3", "A", "", "Rebels killed 3 soldiers."))
	for day, want := range map[string]int{"2023-07-31": 0, "2023-08-01": 1, "2023-08-02": 1, "2023-08-03": 2, "": 3} {
		q := griot.Query{AsOf: day0(day)}
		if got := len(collect(t, rec.Readings(context.Background(), q.AsOf))); got != want {
			t.Errorf("as of %q: %d readings, want %d", day, got, want)
		}
		if got := len(collect(t, rec.Claims(context.Background(), q))); got != want {
			t.Errorf("as of %q: %d claims, want %d", day, got, want)
		}
	}
}

func queries(t *testing.T, rec griot.Record) {
	r := Reading("1", "A", "2023-08-01", "Rebels killed 17 soldiers.")
	add(t, rec, r, Reading("2", "A", "2023-08-03", "Police arrested 3 men."))
	for _, test := range []struct {
		q    griot.Query
		want int
	}{
		{griot.Query{}, 2},
		{griot.Query{Types: []griot.Type{griot.Assault}}, 1},
		{griot.Query{Types: []griot.Type{griot.Assault, griot.Coerce}}, 2},
		{griot.Query{Statuses: []griot.Status{griot.Denied}}, 0},
		{griot.Query{Actors: []string{"rebels"}}, 1},
		{griot.Query{Actors: []string{r.Claims[0].Actors[0].ID}}, 1},
		{griot.Query{Actors: []string{"rebel"}}, 0},
		{griot.Query{Places: []string{"torodi"}}, 2},
		{griot.Query{Places: []string{"NE"}}, 2},
		{griot.Query{Places: []string{"Tor%"}}, 0},
		{griot.Query{From: day0("2023-08-02")}, 1},
		{griot.Query{To: day0("2023-08-02")}, 1},
		{griot.Query{From: day0("2023-08-01"), To: day0("2023-08-03")}, 2},
		{griot.Query{Report: r.Report.ID}, 1},
	} {
		if got := len(collect(t, rec.Claims(context.Background(), test.q))); got != test.want {
			t.Errorf("Claims(%+v): %d, want %d", test.q, got, test.want)
		}
	}
	if got := len(collect(t, rec.Figures(context.Background(), griot.Query{Places: []string{"Torodi"}, From: day0("2023-08-02")}))); got != 1 {
		t.Errorf("Figures: %d, want 1", got)
	}
	if got := len(collect(t, rec.Statements(context.Background(), griot.Query{Actors: []string{"the ministry"}}))); got != 2 {
		t.Errorf("Statements: %d, want 2", got)
	}
}

func paging(t *testing.T, rec griot.Record) {
	add(t, rec, Many(10)...)
	all := collect(t, rec.Claims(context.Background(), griot.Query{}))
	page := collect(t, rec.Claims(context.Background(), griot.Query{Offset: 3, Limit: 4}))
	if len(page) != 4 || page[0].ID != all[3].ID || page[3].ID != all[6].ID {
		t.Errorf("rows 3 to 6 are not what paging returns")
	}
}

func search(t *testing.T, rec griot.Record) {
	add(t, rec, Reading("1", "A", "2023-08-01", "Rebels killed 17 soldiers near Tillabéri."), Reading("2", "A", "2023-08-03", "Police arrested 3 men."))
	for words, want := range map[string]int{"soldiers": 1, "SOLDIERS rebels": 1, "soldiers men": 0, "": 0, `"`: 0, "police OR rebels": 0, "arrested": 1} {
		if got := len(collect(t, rec.Search(context.Background(), words, griot.Query{}))); got != want {
			t.Errorf("Search(%q): %d, want %d", words, got, want)
		}
	}
	hits := collect(t, rec.Search(context.Background(), "men", griot.Query{AsOf: day0("2023-08-02")}))
	if len(hits) != 0 {
		t.Error("Search found what was published after AsOf")
	}
}

func retraction(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	r := Reading("1", "A", "2023-08-01", "Rebels killed 17 soldiers.")
	add(t, rec, r)
	c := griot.Correction{Day: day0("2023-08-05"), By: "an editor", Kind: "retract", Args: []string{r.Claims[0].ID}, Reason: "misread"}
	c.ID = c.Identify()
	for range 2 {
		if err := rec.Correct(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	for day, want := range map[string]int{"2023-08-04": 1, "2023-08-05": 0, "": 0} {
		if got := len(collect(t, rec.Claims(ctx, griot.Query{AsOf: day0(day)}))); got != want {
			t.Errorf("as of %q: %d claims, want %d", day, got, want)
		}
		for _, got := range collect(t, rec.Readings(ctx, day0(day))) {
			if len(got.Claims) != want {
				t.Errorf("as of %q: the reading has %d claims, want %d", day, len(got.Claims), want)
			}
		}
	}
	if all, err := rec.Corrections(ctx, 0); err != nil || len(all) != 1 || all[0].By != "an editor" {
		t.Errorf("Corrections = %+v, %v", all, err)
	}
}

func version(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	empty, _ := rec.Version(ctx)
	all := Many(5)
	add(t, rec, all...)
	v, err := rec.Version(ctx)
	if err != nil || v == empty {
		t.Errorf("Version = %q, %v after adding to %q", v, err, empty)
	}
	var want griot.Sum
	for _, r := range all {
		want.Add(r.Digest())
	}
	if v != hexOf(want) {
		t.Errorf("Version = %s, want the sum of the digests %s", v, hexOf(want))
	}
}

func hexOf(s griot.Sum) string { return fmt.Sprintf("%x", s[:]) }

func derived(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	d := griot.Derived{AsOf: day0("2023-08-01"), Events: []griot.Event{{ID: "e_1", Title: "x"}}, Totals: &griot.Totals{Events: 1}}
	if err := rec.SaveDerived(ctx, "v1", d); err != nil {
		t.Fatal(err)
	}
	q := griot.Query{AsOf: d.AsOf}
	if got, err := rec.Derived(ctx, "v1", q, griot.Events); err != nil || len(got.Events) != 1 || got.Events[0].Title != "x" {
		t.Errorf("Derived = %+v, %v", got, err)
	}
	if got, err := rec.Derived(ctx, "v1", q); err != nil || got.Totals == nil || got.Totals.Events != 1 || len(got.Events) != 0 {
		t.Errorf("Derived without kinds = %+v, %v; want the totals alone", got, err)
	}
	if _, err := rec.Derived(ctx, "v1", griot.Query{}); !errors.Is(err, griot.ErrNotFound) {
		t.Errorf("Derived for another day: %v, want ErrNotFound", err)
	}
	if err := rec.SaveDerived(ctx, "v2", d); err != nil {
		t.Fatal(err)
	}
	if _, err := rec.Derived(ctx, "v1", q); !errors.Is(err, griot.ErrNotFound) {
		t.Errorf("Derived for an old version: %v, want ErrNotFound", err)
	}
}

func writers(t *testing.T, rec griot.Record) {
	all := Many(40)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range all { // every writer tries all of them, from its own start
				r := all[(i+w*10)%len(all)]
				if _, err := rec.Add(context.Background(), r); err != nil {
					t.Errorf("Add: %v", err)
				}
			}
		})
	}
	wg.Wait()
	if got := collect(t, rec.Readings(context.Background(), 0)); len(got) != len(all) {
		t.Errorf("%d readings, want %d", len(got), len(all))
	}
}
