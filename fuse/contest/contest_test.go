package contest

import (
	"testing"

	"griot"
)

// says is a claim of report r_<id> on the given day of May 2024, by a voice.
func says(id string, day int, voice string, a griot.Amount) *griot.Claim {
	c := &griot.Claim{ID: id, Type: griot.Assault, Status: griot.Happened, Quote: "soldiers died", When: griot.Interval{From: griot.NewDay(2024, 5, 1), To: griot.NewDay(2024, 5, 1)}}
	c.Report, c.Outlet, c.Published = "r_"+id, "Outlet "+id, griot.NewDay(2024, 5, day)
	if voice != "" {
		c.Voices = []griot.Voice{{ID: voice, Name: voice}}
	}
	if a.Of != "" {
		c.Figures = []griot.Amount{a}
	}
	return c
}

func killed(low, high int64, who string) griot.Amount {
	return griot.Amount{Of: "killed", Who: who, Min: low, Max: high}
}

func own(c *griot.Claim) string { return c.Outlet }

func find(claims ...*griot.Claim) []griot.Dispute { return Find(claims, Of(claims, nil), own) }

func TestWhichFiguresConflict(t *testing.T) {
	nearly := killed(24, 24, "soldier")
	nearly.Approx = true
	risen := says("b", 2, "", killed(41, 41, "people"))
	risen.Quote = "the toll has risen to 41"
	part := says("b", 1, "army", killed(5, 5, "people"))
	part.Report = "r_a"
	for _, row := range []struct {
		name  string
		a, b  *griot.Claim
		sides int
	}{
		{"a part, by the same voice in one report", says("a", 1, "army", killed(40, 40, "people")), part, 0},
		{"a part, by another voice", says("a", 1, "church", killed(40, 40, "people")), part, 2},
		{"the same", says("a", 1, "army", killed(17, 17, "soldier")), says("b", 1, "hospital", killed(17, 17, "soldiers")), 0},
		{"precision", says("a", 1, "army", killed(17, 17, "soldier")), says("b", 1, "hospital", killed(17, -1, "soldier")), 0},
		{"about", says("a", 1, "army", killed(23, 23, "soldier")), says("b", 1, "hospital", nearly), 0},
		{"scope", says("a", 1, "army", killed(17, 17, "soldier")), says("b", 1, "hospital", killed(20, 20, "people")), 0},
		{"rival counts", says("a", 1, "army", killed(34, 34, "people")), says("b", 2, "church", killed(60, 60, "people")), 2},
		{"the same voice later", says("a", 1, "army", killed(34, 34, "people")), says("b", 2, "army", killed(60, 60, "people")), 0},
		{"a toll that rises", says("a", 1, "army", killed(12, -1, "people")), risen, 0},
		{"nobody in particular, at once", says("a", 1, "", killed(12, 12, "people")), says("b", 2, "", killed(15, 15, "people")), 0},
		{"nobody in particular, days later", says("a", 1, "", killed(12, 12, "people")), says("b", 9, "", killed(15, 15, "people")), 2},
		{"lower later", says("a", 1, "army", killed(20, 20, "people")), says("b", 2, "army", killed(15, 15, "people")), 2},
	} {
		got := find(row.a, row.b)
		if row.sides == 0 && len(got) > 0 || row.sides > 0 && (len(got) != 1 || len(got[0].Sides) != row.sides) {
			t.Errorf("%s: %+v, want %d sides", row.name, got, row.sides)
		}
	}
}

func TestWhoDidItAndWhether(t *testing.T) {
	by := func(c *griot.Claim, id, code string) *griot.Claim {
		c.Actors = []griot.Actor{{ID: id, Name: id, Code: code}}
		return c
	}
	none := griot.Amount{}
	got := find(by(says("a", 1, "army", none), "rebels", "COD REB"), by(says("b", 1, "rebels", none), "army", "COD MIL"))
	if len(got) != 1 || got[0].Slot != "actors" || len(got[0].Sides) != 2 {
		t.Errorf("rival attributions: %+v", got)
	}
	got = find(by(says("a", 1, "army", none), "rebels", "COD REB"), by(says("b", 1, "church", none), "gunmen", ""))
	if len(got) != 0 {
		t.Errorf("gunmen may be rebels: %+v", got)
	}
	got = find(by(says("a", 1, "union", none), "police", "COD COP"), by(says("b", 1, "envoy", none), "government", "COD GOV"))
	if len(got) != 0 {
		t.Errorf("a government and its police are one side: %+v", got)
	}
	no := says("b", 1, "ministry", none)
	no.Status = griot.Denied
	got = find(says("a", 1, "family", none), no)
	if len(got) != 1 || got[0].Slot != "status" {
		t.Errorf("said and denied: %+v", got)
	}
}
