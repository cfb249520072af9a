package griot

import "testing"

func TestExpectationsOfSomebodyComeFirst(t *testing.T) {
	due := NewDay(2024, 5, 6)
	ordered := []Expectation{
		{Status: "overdue", Kind: "demanded"},
		{Status: "open", Kind: "announced", By: Interval{To: due}},
		{Status: "open", Kind: "demanded", By: Interval{To: due + 1}, Who: "Union", Target: "Kazakhstan"},
		{Status: "open", Kind: "demanded", Who: "Union", Target: "Kazakhstan"},
		{Status: "open", Kind: "demanded", Who: "Union"},
		{Status: "open", Kind: "demanded", Who: "a mother"},
		{Status: "open", Kind: "demanded"},
		{Status: "fulfilled", Kind: "announced", By: Interval{To: due}, Who: "Union"},
	}
	for i := 1; i < len(ordered); i++ {
		if a, b := ordered[i-1].Weight(), ordered[i].Weight(); a <= b {
			t.Errorf("%+v weighs %d, no more than %+v with %d", ordered[i-1], a, ordered[i], b)
		}
	}
}
