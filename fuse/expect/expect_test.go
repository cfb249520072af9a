package expect

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/data"
	"griot/fuse/same"
)

func texts() Texts {
	quote := func(c *griot.Claim) string { return c.Quote }
	return Texts{Sentence: quote, Act: quote, Line: quote}
}

// claim is a claim of report r_<id> published on the given day of May 2024.
func claim(id string, day int, typ griot.Type, mode string, status griot.Status, actor, recipient, lemma, quote string) *griot.Claim {
	c := &griot.Claim{ID: id, Type: typ, Mode: mode, Status: status, Lemma: lemma, Quote: quote}
	c.Report, c.Published = "r_"+id, griot.NewDay(2024, 5, day)
	if actor != "" {
		c.Actors = []griot.Actor{{ID: "a_" + actor, Name: actor, Words: actor}}
	}
	if recipient != "" {
		c.Recipients = []griot.Actor{{ID: "a_" + recipient, Name: recipient, Words: recipient}}
	}
	return c
}

// TestOutcomesDoWhatTheirExamplesSay runs the example of every row: the later
// sentence must be taken for the outcome of the first.
func TestWhatSomebodyWouldDoIsNotExpected(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The mayor would often visit the camp.":          true,
		"The mayor would visit the camp if it is quiet.": false,
		"The mayor will visit the camp.":                 false,
	} {
		c := &griot.Claim{End: len(sentence) - 1, Sentence: griot.Span{End: len(sentence)}, Type: griot.Consult}
		if wont(c, sentence) != want {
			t.Errorf("%q", sentence)
		}
	}
}

func TestOutcomesDoWhatTheirExamplesSay(t *testing.T) {
	rows, err := data.StateRows("outcomes", "type", "mode", "outcomes", "example", "later", "outcome")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, name := range append(strings.Fields(row[2]), row[0], row[5]) {
			if !slices.Contains(griot.Types, griot.Type(name)) {
				t.Errorf("%s %s: %s is no type", row[0], row[1], name)
			}
		}
		actor, asked, status := "one", "", griot.Announced
		if row[0] == string(griot.Request) {
			actor, asked, status = "two", "one", griot.Demanded
		}
		first := claim("c_1", 1, griot.Type(row[0]), row[1], status, actor, asked, strings.Fields(row[3])[2], row[3])
		later := claim("c_2", 5, griot.Type(row[5]), "", griot.Happened, "one", "", strings.Fields(row[4])[1], row[4])
		got := Find([][]*griot.Claim{{first}, {later}}, griot.NewDay(2024, 5, 9), texts())
		if len(got) != 1 || got[0].Status != "fulfilled" || got[0].ResolvedBy != later.ID {
			t.Errorf("%q, then %q: %+v", row[3], row[4], got)
		}
	}
}

func TestWhatBecomesOfExpectations(t *testing.T) {
	until := func(c *griot.Claim, day int) *griot.Claim {
		c.When = griot.Interval{From: c.Published, To: griot.NewDay(2024, 5, day), Basis: griot.BasisText}
		return c
	}
	promise := func() *griot.Claim {
		return claim("c_1", 1, griot.Agree, "", griot.Announced, "ministry", "villages", "promise", "the ministry promised the villages 90 tents")
	}
	tents := promise()
	tents.Figures = []griot.Amount{{Of: "tents", Min: 90, Max: 90}}
	some := claim("c_2", 6, griot.Aid, "", griot.Happened, "ministry", "villages", "bring", "the ministry brought 20 tents")
	some.Figures = []griot.Amount{{Of: "tents", Min: 20, Max: 20}}
	for _, row := range []struct {
		name         string
		first, later *griot.Claim
		status       string
	}{
		{"nothing said", until(promise(), 20), nil, "open"},
		{"the day is past", until(promise(), 8), nil, "overdue"},
		{"done", until(promise(), 8), claim("c_2", 6, griot.Aid, "", griot.Happened, "ministry", "villages", "bring", "the ministry brought tents"), "fulfilled"},
		{"done by another", promise(), claim("c_2", 6, griot.Aid, "", griot.Happened, "club", "towns", "bring", "the club brought soup"), "open"},
		{"another act", promise(), claim("c_2", 6, griot.Aid, "", griot.Happened, "ministry", "", "pay", "the ministry paid teachers"), "open"},
		{"told before", promise(), claim("c_2", 0, griot.Aid, "", griot.Happened, "ministry", "villages", "bring", "the ministry brought tents"), "open"},
		{"in part", tents, some, "partly"},
		{"denied", promise(), claim("c_2", 6, griot.Aid, "", griot.Denied, "ministry", "villages", "bring", "the ministry brought no tents"), "denied"},
		{"withdrawn", promise(), claim("c_2", 6, griot.Concede, "", griot.Happened, "ministry", "villages", "cancel", "the ministry cancelled the tents"), "withdrawn"},
	} {
		events := [][]*griot.Claim{{row.first}}
		if row.later != nil {
			events = append(events, []*griot.Claim{row.later})
		}
		got := Find(events, griot.NewDay(2024, 5, 10), texts())
		if len(got) != 1 || got[0].Status != row.status {
			t.Errorf("%s: %+v, want %s", row.name, got, row.status)
			continue
		}
		if resolved := got[0].ResolvedBy != ""; resolved != (row.status != "open" && row.status != "overdue") {
			t.Errorf("%s: resolved by %q", row.name, got[0].ResolvedBy)
		}
	}
}

func TestDeadlines(t *testing.T) {
	published := griot.NewDay(2024, 5, 10)
	for _, row := range []struct {
		sentence string
		days     int // 0: none
	}{
		{"The bloc gave the soldiers who seized power one week to reinstate him.", 7},
		{"The union later gave the officers 15 days to return to their barracks.", 15},
		{"The court ordered a new vote within 30 days.", 30},
		{"The envoy was given 48 hours to leave.", 2},
		{"The bloc urged the soldiers to leave.", 0},
	} {
		c := &griot.Claim{Type: griot.Request, Status: griot.Demanded, Source: griot.Source{Published: published}}
		got := deadline(c, row.sentence)
		if row.days == 0 && got.Known() || row.days > 0 && got.To != published+griot.Day(row.days) {
			t.Errorf("%q: %v, want %d days", row.sentence, got, row.days)
		}
	}
}

func TestConditions(t *testing.T) {
	c := &griot.Claim{Status: griot.Conditional}
	for sentence, want := range map[string]string{
		"If the demand is not met, the bloc may use force.":        "If the demand is not met",
		"Senegal will send soldiers if the bloc decides to act.":   "if the bloc decides to act",
		"The rebels will stay away unless the raids stop, he said": "unless the raids stop",
	} {
		if got := condition(c, sentence); got != want {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
}

func TestWordsOfExpectations(t *testing.T) {
	r := loaded()
	if !r.withdrawn[same.Stem("cancelled")] || !r.promise[same.Stem("pledged")] || r.promise[same.Stem("said")] {
		t.Error("the words of expectation-words.tsv are not what they should be")
	}
}

func TestWhatAPromiseMeansIsNotExpected(t *testing.T) {
	for quote, want := range map[string]bool{
		"the troops promised by the state": true, "Aid was promised by the state": false, "the state promised troops": false,
	} {
		if got := premise(&griot.Claim{Quote: quote, Status: griot.Announced}, quote); got != want {
			t.Errorf("%s: %v", quote, got)
		}
	}
}
