package state

import (
	"strings"
	"testing"

	"griot"
	"griot/data"
)

// TestOfficesDoWhatTheirExamplesSay runs the example of every row of offices.
func TestOfficesDoWhatTheirExamplesSay(t *testing.T) {
	rows, err := data.StateRows("offices", "class", "roles", "alone", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		subject, value, _ := strings.Cut(row[4], "|")
		role, of, _ := strings.Cut(value, " of ")
		of, to, _ := strings.Cut(of, " to ")
		if to != "" {
			role += " to " + to
		}
		if !strings.Contains(row[3], subject) {
			t.Errorf("%s: the example does not name %s", row[0], subject)
		}
		r := Role{Role: griot.Role{Actor: "a", Name: subject, Role: role, Of: of, Quote: row[3]}}
		made := inOffice([]Role{r}, map[string]bool{"a": true})
		if len(made) != 1 || made[0].value != value || made[0].alone != (row[2] == "yes") {
			t.Errorf("%s: %+v, want %s", row[0], made, value)
		}
	}
}

func TestNotEveryPresidentIsACountrys(t *testing.T) {
	for _, row := range []struct {
		name, role, of, quote string
		want                  bool
	}{
		{"Aida Serik", "president", "Kazakhstan", "President Aida Serik", true},
		{"Aida Serik", "president", "Kazakhstan", "The union's President, Aida Serik", false},
		{"Aida Serik", "president", "Kazakhstan", "the president of the club, Aida Serik", false},
		{"Aida Serik", "president", "Kazakhstan", "the Kazakh president of the council, Aida Serik", true},
		{"Sultan Akhmet", "sultan", "Oman", "director Sultan Akhmet", false},
		{"leader", "president", "Kazakhstan", "himself as president of Kazakhstan", false},
		{"Aida Serik", "mayor", "Kazakhstan", "Mayor Aida Serik", false},
		{"Aida Serik", "mayor", "Almaty", "mayor of Almaty Aida Serik", true},
	} {
		r := Role{Role: griot.Role{Actor: "a", Name: row.name, Role: row.role, Of: row.of, Quote: row.quote}}
		if got := len(inOffice([]Role{r}, map[string]bool{"a": true})) == 1; got != row.want {
			t.Errorf("%s: %v, want %v", row.quote, got, row.want)
		}
	}
}

func TestTitlesKeptByCourtesyDoNotBringBackAnOffice(t *testing.T) {
	person := griot.Actor{ID: "a", Name: "Aida Serik", Code: "KAZ GOV", Words: "President Serik"}
	day := griot.NewDay(2024, 5, 1)
	in := Input{
		Claims: []*griot.Claim{{
			ID: "c_1", Type: griot.Coerce, Mode: "seize", Lemma: "overthrow", Quote: "officers overthrew President Serik", Status: griot.Happened,
			Recipients: []griot.Actor{person}, When: griot.Interval{From: day, To: day}, Source: griot.Source{Published: day + 9},
		}},
		Roles: []Role{
			{Role: griot.Role{Source: griot.Source{Report: "r_1", Published: day - 3}, Actor: "a", Name: "Aida Serik", Role: "president", Of: "Kazakhstan"}},
			{Role: griot.Role{Source: griot.Source{Report: "r_2", Published: day + 2}, Actor: "a", Name: "Aida Serik", Role: "president", Of: "Kazakhstan"}},
		},
		Persons: map[string]bool{"a": true},
		Home:    func(*griot.Claim) string { return "" },
		Act:     func(c *griot.Claim) string { return c.Quote },
	}
	for _, h := range in.Find() {
		if h.Property == "office" && (h.Until == nil || h.Until.From != day) {
			t.Errorf("%+v: the office did not end on the day of the coup", h)
		}
	}
}

func TestWhoIsHeldWhileTheGovernmentFallsHoldsNoOffice(t *testing.T) {
	officers := griot.Actor{ID: "b", Name: "officers", Code: "KAZ MIL"}
	person := griot.Actor{ID: "a", Name: "Aida Serik", Code: "KAZ GOV", Words: "President Serik"}
	day := griot.NewDay(2024, 5, 1)
	act := func(id, mode, lemma, quote string, whom ...griot.Actor) *griot.Claim {
		return &griot.Claim{
			ID: id, Type: griot.Coerce, Mode: mode, Lemma: lemma, Quote: quote, Status: griot.Happened, Actors: []griot.Actor{officers}, Recipients: whom,
			When: griot.Interval{From: day, To: day}, Source: griot.Source{Published: day + 1},
		}
	}
	in := Input{
		Claims:  []*griot.Claim{act("c_1", "seize", "seize", "officers seized power"), act("c_2", "arrest", "detain", "officers detained President Serik", person)},
		Roles:   []Role{{Role: griot.Role{Source: griot.Source{Report: "r_1", Published: day + 1}, Actor: "a", Name: "Aida Serik", Role: "president", Of: "Kazakhstan"}}},
		Persons: map[string]bool{"a": true},
		Home:    func(*griot.Claim) string { return "" },
		Act:     func(c *griot.Claim) string { return c.Quote },
	}
	for _, h := range in.Find() {
		if h.Property == "office" {
			t.Errorf("%+v: a title that reports still give makes no president", h)
		}
	}
}
