package when

import (
	"os"
	"strings"
	"testing"

	"griot"
	"griot/text"
)

// trees reads a file of own sentences with trees made by hand, as published on
// a day.
func trees(t *testing.T, file string, day griot.Day) []*text.Doc {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		d.Report.Published = day
	}
	return docs
}

func token(t *testing.T, d *text.Doc, form string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Tokens[i].Form == form {
			return i
		}
	}
	t.Fatalf("no word %q", form)
	return -1
}

func TestOf(t *testing.T) {
	d := trees(t, "acts.conllu", published)[0]
	times := Find(d)
	for _, c := range []struct {
		act, from, to string
		basis         griot.Basis
	}{
		{"killed", "2023-08-15", "2023-08-15", griot.BasisText},        // not Wednesday, when it was said
		{"said", "2023-08-16", "2023-08-16", griot.BasisText},          // not Tuesday, when it happened
		{"evacuated", "2023-08-15", "2023-08-15", griot.BasisAnaphora}, // the day of the paragraph
		{"arrested", "2023-08-17", "2023-08-18", griot.BasisPublished}, // last week was the coup
		{"coup", "2023-08-07", "2023-08-13", griot.BasisText},
		{"occupied", "", "", griot.BasisNone}, // for how long is not when
		{"exploded", "2023-08-14", "2023-08-14", griot.BasisText},
		{"wounding", "2023-08-14", "2023-08-14", griot.BasisText},   // goes with exploded
		{"seized", "2023-08-13", "2023-08-14", griot.BasisInferred}, // announced on Monday
		{"meet", "2023-08-20", "2023-08-20", griot.BasisText},       // to come
		{"attacked", "2023-08-12", "2023-08-12", griot.BasisText},   // joined to burned
		{"raid", "2023-08-11", "2023-08-11", griot.BasisText},       // took place then
		{"ruled", "2010-01-01", "2012-12-31", griot.BasisText},
		{"detained", "", "2023-08-18", griot.BasisPublished},           // since then, up to now
		{"resigned", "2023-08-17", "2023-08-18", griot.BasisPublished}, // news that nothing dates
	} {
		iv := times.Of(token(t, d, c.act))
		if iv.From.String() != c.from || iv.To.String() != c.to || iv.Basis != c.basis || iv.Reason == "" {
			t.Errorf("%s: %s to %s, %s (%s); want %s to %s, %s", c.act, iv.From, iv.To, iv.Basis, iv.Reason, c.from, c.to, c.basis)
		}
		if iv.Known() != (iv.Odds > 0) {
			t.Errorf("%s: odds %.2f for %s to %s", c.act, iv.Odds, iv.From, iv.To)
		}
	}
}

// TestOfDistance dates what lies a distance before the act it is told with, and
// leaves undated what the perfect tells below the opening.
func TestOfDistance(t *testing.T) {
	d := trees(t, "distance.conllu", published)[0]
	times := Find(d)
	if iv := times.Of(token(t, d, "detained")); iv.From.String() != "2023-08-16" || iv.To != iv.From || iv.Basis != griot.BasisAnaphora {
		t.Errorf("detained: %+v, want two days before Friday 2023-08-18", iv)
	}
	if iv := times.Of(token(t, d, "pledged")); iv.Known() {
		t.Errorf("pledged: %+v, want no day", iv)
	}
}

// TestOfTold dates acts by what else the report tells: each row is a report of
// testdata/told.conllu, published on Friday 2023-08-18.
func TestOfTold(t *testing.T) {
	docs := trees(t, "told.conllu", published)
	rows := []struct{ act, from, to string }{
		{"asked", "2016-01-01", "2016-12-31"},    // in 2016, when he asked
		{"asked", "2019-03-14", "2019-03-14"},    // to submit them on that day
		{"seized", "2023-07-17", "2023-07-18"},   // one month ago
		{"detained", "2022-01-01", "2022-12-31"}, // a year since
		{"held", "2023-07-28", "2023-08-18"},     // has been, for three weeks
		{"talks", "2023-08-14", "2023-08-15"},    // two days, then signed on Tuesday
		{"fire", "2023-03-01", "2023-03-01"},     // came into force then
		{"leaving", "", ""},                      // had fled
		{"killed", "2023-08-14", "2023-08-14"},   // they had been, as told of before
		{"raid", "2023-08-14", "2023-08-14"},     // the raid of Monday
		{"burned", "2019-01-01", "2019-12-31"},   // after they entered in 2019
		{"promised", "2023-08-18", "2023-08-22"}, // by Tuesday
		{"strike", "2023-08-23", "2023-08-23"},   // announced from Wednesday
	}
	if len(docs) != len(rows) {
		t.Fatalf("%d reports, %d rows", len(docs), len(rows))
	}
	for i, c := range rows {
		d := docs[i]
		last := -1
		for k := range d.Tokens {
			if d.Tokens[k].Form == c.act {
				last = k
			}
		}
		if iv := Find(d).Of(last); iv.From.String() != c.from || iv.To.String() != c.to {
			t.Errorf("%q: %s to %s (%s), want %s to %s", d.Report.Text, iv.From, iv.To, iv.Reason, c.from, c.to)
		}
	}
}

// TestWordsAndDeadlines dates what is said of an act to come.
func TestWordsAndDeadlines(t *testing.T) {
	d := trees(t, "words.conllu", published)[0]
	times := Find(d)
	if iv, ok := times.Said(token(t, d, "march")); !ok || iv.From.String() != "2023-08-14" {
		t.Errorf("march: said %+v, want on Monday 2023-08-14", iv)
	}
	if _, ok := times.Said(token(t, d, "said")); ok {
		t.Error("said: nobody says it")
	}
	spoken := griot.Interval{From: published, To: published}
	if by, ok := times.Deadline(token(t, d, "gave"), spoken); !ok || by.String() != "2023-09-02" {
		t.Errorf("gave: %s, want 15 days after %s", by, published)
	}
	if _, ok := times.Deadline(token(t, d, "said"), spoken); ok {
		t.Error("said: it sets no deadline")
	}
}

// TestOfUndated reads the same acts from a report without a date.
func TestOfUndated(t *testing.T) {
	d := trees(t, "acts.conllu", 0)[0]
	times := Find(d)
	for _, c := range []struct{ act, from, words string }{
		{"killed", "", "Tuesday afternoon"}, {"arrested", "", ""}, {"coup", "", "last week"}, {"ruled", "2010-01-01", "2010 to 2012"},
	} {
		iv := times.Of(token(t, d, c.act))
		if iv.From.String() != c.from || iv.Words != c.words || iv.Reason == "" || iv.Known() != (iv.Basis != griot.BasisNone) {
			t.Errorf("%s: %+v, want from %q by %q", c.act, iv, c.from, c.words)
		}
	}
}

// TestVerbs runs the examples of data/time/verbs.tsv.
func TestVerbs(t *testing.T) {
	docs := trees(t, "verbs.conllu", published)
	if err := eachRow("time/verbs.tsv", func(fields []string) error {
		want := strings.Split(fields[3], " | ")
		for _, d := range docs {
			if d.Report.Text != fields[2] {
				continue
			}
			iv := Find(d).Of(token(t, d, want[0]))
			if iv.From.String() != want[1] || iv.To.String() != want[2] || string(iv.Basis) != want[3] {
				t.Errorf("%s: %q: %s to %s, %s (%s); want %s", fields[0], fields[2], iv.From, iv.To, iv.Basis, iv.Reason, fields[3])
			}
			return nil
		}
		t.Errorf("%s: no tree for %q in testdata", fields[0], fields[2])
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
