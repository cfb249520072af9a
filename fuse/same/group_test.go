package same

import (
	"testing"

	"griot"
)

// told is a claim on 12 May 2024 of report r_<report>.
func told(report string, typ griot.Type, lemma, quote, actor, recipient, place string, killed int64) *griot.Claim {
	day := griot.NewDay(2024, 5, 12)
	c := &griot.Claim{Type: typ, Lemma: lemma, Quote: quote, Status: griot.Happened, When: griot.Interval{From: day, To: day, Basis: griot.BasisText}}
	c.Report, c.Published = "r_"+report, day+1
	c.Sentence.Start = len(quote)
	if actor != "" {
		c.Actors = []griot.Actor{{ID: "a_" + actor, Name: actor, Words: actor}}
	}
	if recipient != "" {
		c.Recipients = []griot.Actor{{ID: "a_" + recipient, Name: recipient, Words: recipient}}
	}
	if at, ok := map[string][2]float64{"Gao": {16.27, -.04}, "Kidal": {18.44, 1.41}}[place]; ok {
		c.Where = &griot.Place{Name: place, Country: "ML", Lat: at[0], Lon: at[1], RadiusKm: 10, Words: place}
	}
	if killed > 0 {
		c.Figures = []griot.Amount{{Of: "killed", Who: "soldier", Min: killed, Max: killed}}
	}
	c.ID = griot.NewID(griot.ClaimID, report, quote)
	return c
}

func grouped(claims ...*griot.Claim) int {
	groups, _ := input(claims...).Groups()
	return len(groups)
}

func input(claims ...*griot.Claim) *Input {
	return &Input{
		Claims: claims, Near: func(string, string) float64 { return .2 }, Act: func(c *griot.Claim) string { return c.Quote },
		Home: func(string) string { return "" },
		Sentence: func(c *griot.Claim) string {
			if c.Where == nil {
				return c.Quote
			}
			return c.Quote + " near " + c.Where.Words
		},
		Copied: func(*griot.Claim) (string, int, int) { return "", 0, 0 },
	}
}

func TestWhatIsOneEvent(t *testing.T) {
	ambush := told("1", griot.Assault, "ambush", "rebels ambushed an army patrol", "rebels", "army", "Gao", 17)
	later := func(c *griot.Claim, days griot.Day) *griot.Claim {
		c.When.From += days
		c.When.To += days
		c.Published += days
		return c
	}
	for _, row := range []struct {
		name   string
		claims []*griot.Claim
		events int
	}{
		{"two reports of one attack", []*griot.Claim{ambush, told("2", griot.Assault, "kill", "17 soldiers killed by rebels", "rebels", "army", "Gao", 17)}, 1},
		{"rival tolls", []*griot.Claim{ambush, told("2", griot.Assault, "kill", "rebels killed 24 soldiers", "rebels", "army", "Gao", 24)}, 1},
		{"two attacks on one day in one region", []*griot.Claim{ambush, told("2", griot.Assault, "ambush", "rebels ambushed an army patrol", "rebels", "army", "Kidal", 3)}, 2},
		{"the same a week later", []*griot.Claim{ambush, later(told("2", griot.Assault, "ambush", "rebels ambushed an army patrol", "rebels", "army", "Gao", 17), 7)}, 2},
		{"two acts in one sentence", []*griot.Claim{
			told("1", griot.Coerce, "close", "the officers closed the borders", "officers", "", "", 0),
			told("1", griot.Coerce, "impose", "the officers imposed a curfew xx", "officers", "", "", 0),
		}, 2},
		{"the same demand by two bodies", []*griot.Claim{
			told("1", griot.Request, "urge", "the union urged the officers to free the editor", "union", "officers", "", 0),
			told("2", griot.Request, "demand", "the bloc demanded that the officers free the editor", "bloc", "officers", "", 0),
		}, 1}, // two bodies of which nothing is known may be one
	} {
		if got := grouped(row.claims...); got != row.events {
			t.Errorf("%s: %d events, want %d", row.name, got, row.events)
		}
	}
}

func TestKilometres(t *testing.T) {
	niamey, agadez := &griot.Place{Lat: 13.51, Lon: 2.11}, &griot.Place{Lat: 16.97, Lon: 7.99}
	if got := Kilometres(niamey, agadez); got < 730 || got > 745 {
		t.Errorf("Niamey to Agadez: %.1f km", got)
	}
}
