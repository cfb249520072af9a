package relational

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMatchKeepsWhatCanStay(t *testing.T) {
	row := func(n, digest int64) kept { return kept{n, digest} }
	const a = apart
	for name, test := range map[string]struct {
		old  []kept
		rows []int64
		want []place
	}{
		"the same":        {[]kept{row(a, 1), row(2*a, 2)}, []int64{1, 2}, []place{{a, true}, {2 * a, true}}},
		"one between":     {[]kept{row(a, 1), row(2*a, 2)}, []int64{1, 9, 2}, []place{{a, true}, {a + a/2, false}, {2 * a, true}}},
		"one before":      {[]kept{row(a, 1), row(2*a, 2)}, []int64{9, 1, 2}, []place{{0, false}, {a, true}, {2 * a, true}}},
		"one after":       {[]kept{row(a, 1), row(2*a, 2)}, []int64{1, 2, 9}, []place{{a, true}, {2 * a, true}, {3 * a, false}}},
		"one gone":        {[]kept{row(a, 1), row(2*a, 2), row(3*a, 3)}, []int64{1, 3}, []place{{a, true}, {3 * a, true}}},
		"one moved":       {[]kept{row(a, 1), row(2*a, 2), row(3*a, 3)}, []int64{3, 1, 2}, []place{{0, false}, {a, true}, {2 * a, true}}},
		"one twice":       {[]kept{row(a, 1)}, []int64{1, 1}, []place{{a, true}, {2 * a, false}}},
		"no room between": {[]kept{row(1, 1), row(2, 2)}, []int64{1, 9, 2}, make([]place, 3)},
		"most are new":    {[]kept{row(a, 1)}, []int64{1, 7, 8, 9}, make([]place, 4)},
	} {
		if got := match(test.old, test.rows); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// Rows come and go at one spot until there is no room: places must stay in order
// all the time.
func TestPlacesStayInOrder(t *testing.T) {
	draw := rand.New(rand.NewPCG(3, 3))
	var rows []int64
	var old []kept
	for next := int64(1); next < 3000; next++ {
		at := min(len(rows), 7)
		if draw.IntN(10) == 0 {
			at = draw.IntN(len(rows) + 1)
		}
		rows = slices.Insert(rows, at, next)
		places := match(old, rows)
		if !slices.ContainsFunc(places, func(p place) bool { return p.stays }) {
			places = inRow(places)
		}
		old = old[:0]
		for i, p := range places {
			if i > 0 && p.n <= places[i-1].n {
				t.Fatalf("after %d rows, place %d is %d, that before it %d", len(rows), i, p.n, places[i-1].n)
			}
			old = append(old, kept{p.n, rows[i]})
		}
	}
}
