package recordtest

import (
	"context"
	"sync"
	"testing"

	"griot"
)

// Migrated checks a record that holds the one reading of an earlier schema's
// testdata after it was opened: nothing is lost, and all of it is found.
func Migrated(t *testing.T, rec griot.Record) {
	t.Helper()
	ctx := context.Background()
	want := Reading("a.txt", "Daily", "2023-08-04", "Rebels killed 17 soldiers.")
	back := collect(t, rec.Readings(ctx, 0))
	if len(back) != 1 || back[0].Digest() != want.Digest() {
		t.Errorf("the reading came back changed: %+v", back)
	}
	var sum griot.Sum
	sum.Add(want.Digest())
	if v, err := rec.Version(ctx); err != nil || v != hexOf(sum) {
		t.Errorf("Version = %s, %v; want %s", v, err, hexOf(sum))
	}
	q := griot.Query{Actors: []string{"rebels"}, Places: []string{"TILLABÉRI"}, From: want.Report.Published, To: want.Report.Published}
	if got := len(collect(t, rec.Claims(ctx, q))); got != 1 {
		t.Errorf("%d claims found by actor, place and day; want 1", got)
	}
	if got := len(collect(t, rec.Statements(ctx, griot.Query{Actors: []string{"the ministry"}}))); got != 1 {
		t.Errorf("%d statements found by speaker; want 1", got)
	}
	if got := len(collect(t, rec.Figures(ctx, griot.Query{Places: []string{"torodi"}}))); got != 1 {
		t.Errorf("%d figures found by place; want 1", got)
	}
	add(t, rec, Reading("b.txt", "Daily", "2023-08-05", "Rebels killed 18 soldiers."))
}

// OpenedAtOnce opens a record several times at once; all must succeed.
func OpenedAtOnce(t *testing.T, open func() (griot.Record, error)) {
	t.Helper()
	const many = 6
	var wg sync.WaitGroup
	start := make(chan bool)
	for range many {
		wg.Go(func() {
			<-start
			rec, err := open()
			if err != nil {
				t.Errorf("Open: %v", err)
				return
			}
			defer rec.Close()
			for _, err := range rec.Claims(context.Background(), griot.Query{}) {
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	close(start)
	wg.Wait()
}
