//go:build unix

package bench

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"griot"
	"griot/face/brief"
	"griot/face/table"
	"griot/record"
	"path/filepath"
)

var (
	scaleClaims = flag.Int("claims", 0, "measure listings over so many synthetic claims")
	scaleRecord = flag.String("record", "", "the record to fill, or that an earlier run has filled; default: an SQLite file that is deleted")
)

// TestScale measures listings, brief and as-of over a synthetic record and, with
// -update, keeps the figures:
//
//	go test ./eval/bench -run Scale -claims 1000000 -record /tmp/scale.db -timeout 1h -update
func TestScale(t *testing.T) {
	if *scaleClaims == 0 {
		t.Skip("SKIPPED: measuring is asked for with: go test ./eval/bench -run Scale -claims 100000")
	}
	rec, url := scaleRecordOf(t)
	figures := map[string]float64{"claims": float64(*scaleClaims)}
	view := filled(t, rec, figures)
	measure(t, view, figures)
	keep(t, "scale-"+store(url)+"-"+fmt.Sprint(*scaleClaims), figures)
}

// scaleRecordOf opens the record that -record names, else one that goes with the
// test.
func scaleRecordOf(t *testing.T) (rec griot.Record, url string) {
	t.Helper()
	if url = *scaleRecord; url == "" {
		url = filepath.Join(t.TempDir(), "scale.db")
	}
	rec, err := record.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { rec.Close() })
	return rec, url
}

func store(url string) string {
	if strings.HasPrefix(url, "postgres") {
		return "postgres"
	}
	return "sqlite"
}

// filled is the view of the record as of the middle of the crisis, after filling
// it when it is empty.
func filled(t *testing.T, rec griot.Record, figures map[string]float64) *griot.View {
	t.Helper()
	ctx := context.Background()
	asOf := firstDay + crisisDays
	version, err := rec.Version(ctx)
	if err != nil {
		t.Fatal(err)
	}
	view := &griot.View{Record: rec, Version: version, AsOf: asOf}
	if _, err := view.Rows(ctx, griot.Query{}); !errors.Is(err, griot.ErrNotFound) {
		return view
	}
	began := time.Now()
	for some := range batches(readings(*scaleClaims), 2000) {
		if _, err := rec.AddAll(ctx, some); err != nil {
			t.Fatal(err)
		}
	}
	figures["fill_claims_per_s"] = float64(*scaleClaims) / time.Since(began).Seconds()
	if view.Version, err = rec.Version(ctx); err != nil {
		t.Fatal(err)
	}
	d := derived(*scaleClaims, asOf)
	began = time.Now()
	if err := rec.SaveDerived(ctx, "before", d); err != nil {
		t.Fatal(err)
	}
	figures["save_derived_s"] = time.Since(began).Seconds()
	// One more report changes a few events, and one comes in the midst.
	one := d.Events[len(d.Events)/2]
	one.ID, one.Title = griot.NewID(griot.EventID, "one more"), "One more"
	d.Events = slices.Insert(d.Events, len(d.Events)/3, one)
	for i := range 20 {
		d.Events[i*len(d.Events)/20].Reports++
	}
	began = time.Now()
	if err := rec.SaveDerived(ctx, view.Version, d); err != nil {
		t.Fatal(err)
	}
	figures["save_changed_s"] = time.Since(began).Seconds()
	return view
}

// questions are what listings are asked, each a page of a hundred rows.
func questions() []griot.Query {
	day := firstDay + crisisDays/2
	return []griot.Query{
		{},
		{Offset: 20000},
		{Types: []griot.Type{griot.Assault}},
		{Types: []griot.Type{griot.Types[len(griot.Types)-1]}},
		{Statuses: []griot.Status{griot.Denied}},
		{Actors: []string{"group 0"}},
		{Actors: []string{"Group 2900"}},
		{Actors: []string{"Group 7", "Group 2000"}},
		{Places: []string{"C3"}},
		{Places: []string{"Town 700"}},
		{From: day, To: day},
		{From: day, To: day + 30},
		{From: firstDay + 10, To: firstDay + 12},
		{From: day},
		{To: firstDay + 40},
		{From: day, To: day + 30, Types: []griot.Type{griot.Assault}, Actors: []string{"Group 1"}},
		{Places: []string{"Region 7"}, Actors: []string{"Group 3"}},
		{MinIndependent: 5},
		{Types: []griot.Type{griot.Assault}, Statuses: []griot.Status{griot.Denied}, From: day},
	}
}

// repeats is how often each question is asked; the median counts.
const repeats = 5

// measure times every table with every question, the brief and what was known on
// an earlier day, each as its own program would ask, in milliseconds.
func measure(t *testing.T, view *griot.View, figures map[string]float64) {
	t.Helper()
	ctx := context.Background()
	list := func(tab table.Table, q griot.Query) func() error {
		q.Limit = 100
		src := &table.Source{Record: view.Record, Query: q, View: func() (*griot.View, error) { return view, nil }}
		return func() error { return tab.Write(ctx, io.Discard, "jsonl", src) }
	}
	var all []float64
	began := cpuTime(t)
	for _, tab := range table.Tables() {
		var mine []float64
		for n, q := range questions() {
			q.AsOf = view.AsOf
			ms := timed(t, list(tab, q))
			mine = append(mine, ms)
			if ms > 100 {
				t.Logf("%s, question %d: %.0f ms", tab.Name, n, ms)
			}
		}
		show(t, tab.Name, mine, figures)
		all = append(all, mine...)
	}
	figures["listing_cpu_ms_mean"] = float64((cpuTime(t) - began).Microseconds()) / 1000 / float64(repeats*len(all))
	show(t, "listing", all, figures)
	figures["brief_ms"] = timed(t, func() error { return brief.WriteView(ctx, io.Discard, view, brief.Options{}) })
	figures["brief_since_actor_ms"] = timed(t, func() error {
		return brief.WriteView(ctx, io.Discard, view, brief.Options{Since: view.AsOf - 30, Query: griot.Query{Actors: []string{"Group 1"}}})
	})
	var earlier []float64
	for _, name := range []string{"claims", "statements", "figures", "events"} {
		tab, _ := table.Find(name)
		for _, q := range questions() {
			q.AsOf = firstDay + crisisDays/2
			if name == "events" {
				q.AsOf = view.AsOf // the day that is kept
			}
			earlier = append(earlier, timed(t, list(tab, q)))
		}
	}
	show(t, "as_of", earlier, figures)
	figures["load"] = load()
}

// show keeps the median, the 95th percentile and the worst of times.
func show(t *testing.T, name string, ms []float64, figures map[string]float64) {
	slices.Sort(ms)
	p50, p95, worst := ms[len(ms)/2], ms[len(ms)*95/100], ms[len(ms)-1]
	t.Logf("%-14s p50 %7.1f  p95 %7.1f  worst %7.1f ms", name, p50, p95, worst)
	figures[name+"_ms_p50"], figures[name+"_ms_p95"], figures[name+"_ms_worst"] = p50, p95, worst
}

// load is how many programs wanted a processor in the last minute.
func load() float64 {
	b, _ := os.ReadFile("/proc/loadavg")
	var one float64
	_, _ = fmt.Sscan(string(b), &one)
	return one
}

// timed is the median time of some runs, in milliseconds.
func timed(t *testing.T, do func() error) float64 {
	t.Helper()
	var ms []float64
	for range repeats {
		began := time.Now()
		if err := do(); err != nil {
			t.Error(err)
		}
		ms = append(ms, float64(time.Since(began).Microseconds())/1000)
	}
	slices.Sort(ms)
	return ms[repeats/2]
}

// keep shows figures and, with -update, writes them into scale.json.
func keep(t *testing.T, name string, figures map[string]float64) {
	t.Helper()
	b, err := json.MarshalIndent(figures, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %s", name, b)
	if !*update {
		return
	}
	all := map[string]map[string]float64{}
	if b, err := os.ReadFile("scale.json"); err == nil {
		if err := json.Unmarshal(b, &all); err != nil {
			t.Fatal(err)
		}
	}
	if all[name] == nil {
		all[name] = map[string]float64{}
	}
	maps.Copy(all[name], figures) // what an earlier run that filled the record found stays
	if b, err = json.MarshalIndent(all, "", "  "); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("scale.json", append(b, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
}
