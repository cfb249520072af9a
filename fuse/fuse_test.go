package fuse

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/fuse/dup"
)

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOrderOfReadingsDoesNotMatter(t *testing.T) {
	readings := world(120, 1)
	want := asJSON(t, Derive(readings, nil, 0))
	random := rand.New(rand.NewPCG(7, 7))
	for range 3 {
		random.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
		if asJSON(t, Derive(readings, nil, 0)) != want {
			t.Fatal("another order gives another record")
		}
	}
}

func TestAsOfEqualsRebuild(t *testing.T) {
	readings := world(120, 2)
	for _, day := range []griot.Day{griot.NewDay(2023, 7, 2), griot.NewDay(2023, 7, 4), griot.NewDay(2023, 7, 6)} {
		known := slices.DeleteFunc(slices.Clone(readings), func(r griot.Reading) bool { return r.Report.Published > day })
		whole, rebuilt := Derive(readings, nil, day), Derive(known, nil, 0)
		rebuilt.AsOf = day
		if asJSON(t, whole) != asJSON(t, rebuilt) {
			t.Errorf("as of %s differs from a record of what was published by then", day)
		}
	}
}

func TestDerivingChangesNoReading(t *testing.T) {
	readings := world(60, 3)
	before := asJSON(t, readings)
	Derive(readings, []griot.Correction{{Kind: "retract", Args: []string{readings[0].Claims[0].ID}}}, 0)
	if asJSON(t, readings) != before {
		t.Error("deriving changed a reading")
	}
}

func TestCopiesAreOneSource(t *testing.T) {
	d := Derive(world(100, 4), nil, 0)
	if len(d.Copies) < 20 {
		t.Errorf("%d copies found, want at least 20", len(d.Copies))
	}
	for _, e := range d.Events {
		if e.Independent < 1 || e.Independent > e.Reports {
			t.Errorf("%q: %d sources behind %d reports", e.Title, e.Independent, e.Reports)
		}
	}
}

func TestCorrections(t *testing.T) {
	readings := world(20, 5)
	d := Derive(readings, nil, 0)
	a, b := d.Events[0], d.Events[1]
	merged := Derive(readings, []griot.Correction{{ID: "k_1", Day: 1, Kind: "merge", Args: []string{a.ID, b.ID}}}, 0)
	if len(merged.Events) != len(d.Events)-1 {
		t.Errorf("merging two of %d events leaves %d", len(d.Events), len(merged.Events))
	}
	gone := a.Claims[0]
	retracted := Derive(readings, []griot.Correction{{ID: "k_2", Day: 1, Kind: "retract", Args: []string{gone}}}, 0)
	for _, e := range retracted.Events {
		if slices.Contains(e.Claims, gone) {
			t.Errorf("the retracted claim %s is still in %q", gone, e.Title)
		}
	}
	for _, e := range d.Events {
		if len(e.Claims) < 2 {
			continue
		}
		split := Derive(readings, []griot.Correction{{ID: "k_3", Day: 1, Kind: "split", Args: e.Claims}}, 0)
		for _, f := range split.Events {
			n := 0
			for _, id := range e.Claims {
				if slices.Contains(f.Claims, id) {
					n++
				}
			}
			if n > 1 {
				t.Errorf("%d claims that were split are together in %q", n, f.Title)
			}
		}
		return
	}
	t.Error("no event has two claims to split")
}

func TestAnEditThatIsRetractedReplacesNothing(t *testing.T) {
	first := finish(griot.Report{Text: "Rebels killed a farmer.", Published: 1000}, []griot.Claim{{End: 22, Type: griot.Assault, Status: griot.Happened, Lemma: "kill"}})
	edit := finish(griot.Report{Text: "Nobody was killed.", Published: 1001, Replaces: first.Report.ID}, nil)
	for corrections, want := range map[*griot.Correction]int{
		{Kind: "retract", Args: []string{"c_none"}}:       0,
		{Kind: "retract", Args: []string{edit.Report.ID}}: 1,
	} {
		if d := Derive([]griot.Reading{first, edit}, []griot.Correction{*corrections}, 0); len(d.Events) != want {
			t.Errorf("with %v there are %d events, want %d", corrections.Args, len(d.Events), want)
		}
	}
}

func BenchmarkDerive(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		readings := world(n, 1)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Derive(readings, nil, 0)
			}
		})
	}
}

// TestHostileTextsCostNoMore derives from a report of one endless sentence with
// many claims in it, which would not come to an end if each claim cost the whole
// of its sentence.
func TestHostileTextsCostNoMore(t *testing.T) {
	text := strings.Repeat("if the demand is not met within ten days they will act ", 40000)
	var claims []griot.Claim
	for i := range 500 {
		at := i * 55 * 80
		claims = append(claims, griot.Claim{
			Start: at, End: at + 20, Type: griot.Request, Status: griot.Conditional, Lemma: "demand", Sentence: griot.Span{End: len(text)},
		})
	}
	Derive([]griot.Reading{finish(griot.Report{Text: text, Published: 1000}, claims)}, nil, 0)
}

func BenchmarkCopies(b *testing.B) {
	r := gather(slices.Values(world(3000, 1)), nil, 0)
	for b.Loop() {
		dup.Find(r.reports)
	}
	b.ReportMetric(float64(b.N*len(r.reports))/b.Elapsed().Seconds(), "reports/s")
}
