package parse

import "testing"

func TestReachTellsPlacesApart(t *testing.T) {
	for _, x := range []struct{ dep, head, want int }{
		{5, 0, 0},
		{5, 4, 1}, {5, 2, 3}, {5, 1, 4}, {6, 1, 4}, {9, 3, 5}, {9, 1, 6},
		{4, 5, reachSteps + 1}, {1, 4, reachSteps + 3}, {1, 150, 2 * reachSteps},
	} {
		if got := Reach(x.dep, x.head); got != x.want {
			t.Errorf("head %d of %d: %d, want %d", x.head, x.dep, got, x.want)
		}
	}
	for n := range 200 {
		if r, l := Reach(1, 1+n), Reach(1+n, 1); r >= Reaches || l >= Reaches || r < 0 || l < 0 {
			t.Errorf("distance %d: %d and %d of %d", n, r, l, Reaches)
		}
	}
}
