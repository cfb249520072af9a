package explain

import (
	"testing"

	"griot"
)

func TestDiffTellsWhatIsNewChangedAndGone(t *testing.T) {
	day := griot.NewDay(2024, 5, 1)
	on := func(d griot.Day) griot.Interval { return griot.Interval{From: d, To: d} }
	event := func(id, title string, claims ...string) griot.Event {
		return griot.Event{ID: id, Title: title, Claims: claims, When: on(day)}
	}
	state := func(since griot.Interval) griot.Holding {
		return griot.Holding{ID: "h_1", Subject: "Kazakhstan", Property: "borders", Value: "closed", Since: since}
	}
	before := griot.NewKnown(nil, griot.Derived{
		Events:   []griot.Event{event("e_1", "Police detained 3 people", "c_1"), event("e_2", "A dam broke", "c_2")},
		Holdings: []griot.Holding{state(griot.Interval{To: day})},
	})
	after := griot.NewKnown(nil, griot.Derived{
		Events:       []griot.Event{event("e_1", "Police detained 5 people", "c_1", "c_3"), event("e_4", "The mayor resigned", "c_4")},
		Holdings:     []griot.Holding{state(on(day))},
		Expectations: []griot.Expectation{{ID: "x_1", Claim: "c_5", Status: "open", What: "The court will rule"}},
	})
	want := []Change{
		{"event", "new", "e_4", "2024-05-01 The mayor resigned", ""},
		{"event", "changed", "e_1", "2024-05-01 Police detained 5 people", "2024-05-01 Police detained 3 people"},
		{"event", "gone", "e_2", "2024-05-01 A dam broke", ""},
		{"state", "changed", "h_1", "Kazakhstan: borders closed since 2024-05-01", "Kazakhstan: borders closed since 2024-05-01 or before"},
		{"expectation", "new", "x_1", "open: The court will rule", ""},
	}
	got := Diff(before, after)
	if len(got) != len(want) {
		t.Fatalf("%d changes, want %d: %+v", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("change %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if same := Diff(after, after); len(same) > 0 {
		t.Errorf("a day differs from itself: %+v", same)
	}
}
