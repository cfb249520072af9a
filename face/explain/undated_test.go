package explain

import (
	"strings"
	"testing"

	"griot"
)

// A report without a day is placed by the events it shares with reports that
// have one, and nothing of that is kept.
func TestUndatedReportIsPlacedByItsEvents(t *testing.T) {
	may1 := griot.NewDay(2024, 5, 1)
	claim := func(id string, s griot.Status) griot.Claim { return griot.Claim{ID: id, Status: s} }
	event := func(id, claim string, day, told griot.Day) griot.Event {
		return griot.Event{ID: id, Title: "title of " + id, Claims: []string{claim}, When: griot.Interval{From: day, To: day}, FirstReported: told, LastReported: told}
	}
	known := func(published griot.Day) *griot.Known {
		return griot.NewKnown([]griot.Reading{{
			Report: griot.Report{ID: "r_1", Published: published},
			Claims: []griot.Claim{claim("c_1", griot.Happened), claim("c_2", griot.Happened), claim("c_3", griot.Announced), claim("c_4", griot.Happened)},
		}}, griot.Derived{Events: []griot.Event{
			event("e_1", "c_1", may1-9, may1), event("e_2", "c_2", may1-2, may1), event("e_3", "c_3", may1-1, may1),
			event("e_4", "c_4", may1-1, 0), // told of in no report with a day
		}})
	}
	var out strings.Builder
	if err := Why(&out, known(0), "r_1"); err != nil {
		t.Fatal(err)
	}
	if want := "inferred: published on 2024-04-29 or later, for it tells of event e_2, title of e_2, which reports first told of on 2024-05-01"; !strings.Contains(out.String(), want) {
		t.Errorf("got %s\nwant in it %s", out.String(), want)
	}
	out.Reset()
	if err := Why(&out, known(may1), "r_1"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "inferred:") {
		t.Errorf("a report with a day is placed: %s", out.String())
	}
}
