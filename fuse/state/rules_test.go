package state

import (
	"strings"
	"testing"

	"griot"
)

// TestRulesDoWhatTheirExamplesSay runs the example of every row.
func TestRulesDoWhatTheirExamplesSay(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules() {
		t.Run(r.id, func(t *testing.T) {
			if seen[r.id] {
				t.Error("the id stands twice")
			}
			seen[r.id] = true
			c, persons := exampleClaim(t, &r)
			in := &Input{Persons: persons, Home: func(*griot.Claim) string { return "Kazakhstan" }}
			words := ruleWords(c, c.Quote)
			if !r.fires(c, words) {
				t.Fatalf("does not fire on %q", c.Quote)
			}
			got := []string{}
			for _, s := range in.slots(&r, c, c.Quote) {
				got = append(got, s.subject+"|"+s.property+"|"+s.value)
			}
			if strings.Join(got, "; ") != r.yields {
				t.Errorf("yields %q, want %q", strings.Join(got, "; "), r.yields)
			}
			for _, typ := range r.types {
				if typ.Quad() == 0 {
					t.Errorf("%s is no type", typ)
				}
			}
			for _, mode := range r.modes {
				if !hasMode(r.types, mode) {
					t.Errorf("none of %v has the mode %s", r.types, mode)
				}
			}
		})
	}
}

func TestTalksAreOfThoseWhoSendEnvoys(t *testing.T) {
	got := principals([]griot.Actor{{Name: "delegation of Norway", Code: "NOR GOV"}, {Name: "junta", Code: "KAZ MIL"}})
	if got[0].Name != "Norway" || got[1].Name != "junta" {
		t.Errorf("%+v", got)
	}
}

func hasMode(types []griot.Type, mode string) bool {
	for _, t := range types {
		if t.HasMode(mode) {
			return true
		}
	}
	return false
}

// exampleClaim builds the claim that a row's example describes.
func exampleClaim(t *testing.T, r *rule) (*griot.Claim, map[string]bool) {
	t.Helper()
	c := &griot.Claim{ID: "c_1", Type: r.types[0], Status: griot.Happened}
	if len(r.modes) > 0 {
		c.Mode = r.modes[0]
	}
	persons := map[string]bool{}
	for part := range strings.SplitSeq(r.example, ";") {
		key, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok {
			t.Fatalf("%q is not key=value", part)
		}
		switch key {
		case "A", "R":
			f := append(strings.Split(value, ":"), "", "")
			a := griot.Actor{ID: "a_" + f[0], Name: f[0], Words: f[0], Code: f[1]}
			persons[a.ID] = f[2] == "person"
			if key == "A" {
				c.Actors = append(c.Actors, a)
			} else {
				c.Recipients = append(c.Recipients, a)
			}
		case "W":
			c.Where = &griot.Place{Name: value}
		case "L":
			c.Lemma = value
		case "Q":
			c.Quote = value
		}
	}
	return c, persons
}

func TestPrivateAffairsAreNoAffairsOfState(t *testing.T) {
	day := griot.NewDay(2024, 5, 1)
	person := griot.Actor{ID: "a", Name: "Aida Serik", Code: "KAZ CVL"}
	other := griot.Actor{ID: "b", Name: "Dana Orlov", Code: "KAZ CVL"}
	firm := griot.Actor{ID: "c", Name: "Aral Cloud", Code: "KAZ BUS"}
	act := func(typ griot.Type, mode, lemma, quote string, actors, recipients []griot.Actor) *griot.Claim {
		return &griot.Claim{
			ID: "c_" + lemma, Type: typ, Mode: mode, Lemma: lemma, Quote: quote, Status: griot.Happened, Actors: actors, Recipients: recipients,
			When: griot.Interval{From: day, To: day}, Source: griot.Source{Published: day},
		}
	}
	in := Input{
		Claims: []*griot.Claim{
			act(griot.Protest, "strike", "strike", "Aida Serik struck in the 80th minute", []griot.Actor{person}, nil),
			act(griot.Agree, "", "truce", "signed a truce", []griot.Actor{person}, []griot.Actor{other}),
			act(griot.Sanction, "", "sanction", "imposed sanctions on Dana Orlov", []griot.Actor{firm}, []griot.Actor{other}),
			act(griot.Reject, "meet", "refuse", "refused to hold talks", []griot.Actor{person}, nil),
		},
		Persons: map[string]bool{"a": true, "b": true},
		Home:    func(*griot.Claim) string { return "Kazakhstan" },
		Act:     func(c *griot.Claim) string { return c.Quote },
	}
	for _, h := range in.Find() {
		t.Errorf("%s, %s: %s", h.Subject, h.Property, h.Value)
	}
}
