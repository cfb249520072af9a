package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"griot"
	"griot/intake"
	"griot/pipeline"
	"griot/record/memory"
	"griot/record/sqlite"
)

// reader is loaded once: the models take a moment.
var reader = sync.OnceValues(func() (*pipeline.Reader, error) { return pipeline.NewReader() })

func theReader(t *testing.T) *pipeline.Reader {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// stories are the reports of the examples and of the invented crises.
func stories(t *testing.T) []intake.Item {
	t.Helper()
	folders, err := filepath.Glob("../testdata/stories/*")
	if err != nil {
		t.Fatal(err)
	}
	var items []intake.Item
	for _, dir := range append(folders, "../examples/niger-2023") {
		for it := range intake.Read([]string{dir}, intake.Options{}) {
			if !it.Lost() {
				items = append(items, it)
			}
		}
	}
	if len(items) < 20 {
		t.Fatalf("only %d reports found", len(items))
	}
	return items
}

func fill(t *testing.T, rec griot.Record, items []intake.Item, jobs int) {
	t.Helper()
	sum, err := pipeline.Fill(context.Background(), rec, theReader(t), slices.Values(items), jobs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range sum.Problems {
		t.Error(p)
	}
}

func know(t *testing.T, rec griot.Record, asOf griot.Day) *griot.Known {
	t.Helper()
	k, err := pipeline.Know(context.Background(), rec, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// form is everything a view says, for comparing.
func form(t *testing.T, k *griot.Known) []byte {
	t.Helper()
	b, err := json.Marshal([]any{k.Derived, k.Readings})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPromise1EveryFactShowsItsWords(t *testing.T) {
	claims := 0
	for _, it := range stories(t) {
		r, err := theReader(t).Read(it.Report)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Check(); err != nil {
			t.Error(err)
		}
		for _, c := range r.Claims {
			claims++
			checkWords(t, it.Report, &c)
		}
	}
	if claims < 50 {
		t.Errorf("only %d claims in all stories", claims)
	}
}

// checkWords checks what Check cannot know: that words are the report's, and
// that no claim stands in furniture.
func checkWords(t *testing.T, r griot.Report, c *griot.Claim) {
	t.Helper()
	text := []byte(r.Text)
	if c.Where != nil && c.Where.Words != "" && !bytes.Contains(text, []byte(c.Where.Words)) {
		t.Errorf("%s: the place's words %q are not in the report", r.Ref, c.Where.Words)
	}
	if c.When.Words != "" && !bytes.Contains(text, []byte(c.When.Words)) {
		t.Errorf("%s: the words of the time %q are not in the report", r.Ref, c.When.Words)
	}
	for _, v := range c.Voices {
		if !bytes.Contains(text, []byte(v.Words)) {
			t.Errorf("%s: the voice's words %q are not in the report", r.Ref, v.Words)
		}
	}
	for _, b := range r.Blocks {
		if b.Kind.Furniture() && c.Start < b.End && b.Start < c.End {
			t.Errorf("%s: the claim %q stands in a %s", r.Ref, c.Quote, b.Kind)
		}
	}
}

func TestPromise2SameReportsSameRecord(t *testing.T) {
	items := stories(t)
	want := memory.New()
	fill(t, want, items, 1)
	version, _ := want.Version(context.Background())
	first := form(t, know(t, want, 0))
	for seed, jobs := range map[uint64]int{1: 1, 2: 4, 3: 8} {
		shuffled := slices.Clone(items)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		rec, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "griot.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer rec.Close()
		fill(t, rec, shuffled, jobs)
		if got, _ := rec.Version(context.Background()); got != version {
			t.Errorf("order %d with %d jobs: version %s, want %s", seed, jobs, got, version)
		}
		if !bytes.Equal(form(t, know(t, rec, 0)), first) {
			t.Errorf("order %d with %d jobs: what follows differs", seed, jobs)
		}
	}
}

func TestPromise3ReadingTwiceAddsNothing(t *testing.T) {
	items, rec := stories(t), memory.New()
	fill(t, rec, items, 2)
	before, _ := rec.Version(context.Background())
	sum, err := pipeline.Fill(context.Background(), rec, theReader(t), slices.Values(items), 2, nil)
	if err != nil || sum.Read != 0 || sum.Known != len(items) {
		t.Errorf("second Fill: %+v, %v; want %d known", sum, err, len(items))
	}
	if after, _ := rec.Version(context.Background()); after != before {
		t.Error("reading twice changed the record")
	}
}

func TestPromise3DerivedCanBeMadeAgain(t *testing.T) {
	rec := memory.New()
	fill(t, rec, stories(t), 2)
	kept := know(t, rec, 0)
	again, err := pipeline.Derive(context.Background(), rec, kept.Readings, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(form(t, griot.NewKnown(kept.Readings, again)), form(t, kept)) {
		t.Error("what was derived again differs from what was kept")
	}
}

func TestPromise3AsOfEqualsRebuild(t *testing.T) {
	items := stories(t)
	whole := memory.New()
	fill(t, whole, items, 2)
	days := map[griot.Day]bool{}
	for _, it := range items {
		days[it.Report.Published] = true
	}
	delete(days, 0)
	for day := range days {
		var known []intake.Item
		for _, it := range items {
			if it.Report.Published.Known() && it.Report.Published <= day {
				known = append(known, it)
			}
		}
		part := memory.New()
		fill(t, part, known, 1)
		if !bytes.Equal(form(t, know(t, whole, day)), form(t, know(t, part, day))) {
			t.Errorf("as of %s differs from a record of what was published by then", day)
		}
	}
}

func TestPromise4UndatedReportsStayOpen(t *testing.T) {
	report := griot.Report{Ref: "undated", PublishedBasis: griot.PublishedUnknown, Language: "en",
		Text: "Rebels killed 17 soldiers near Torodi on Tuesday. The president was detained last week."}
	report.ID = report.Identify()
	r, err := theReader(t).Read(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Claims {
		if c.When.Known() {
			t.Errorf("%q has the day %s without a day to count from", c.Quote, c.When.From)
		}
	}
}

// TestPromise5ReadingAndDerivingKnowNoNetwork checks that what reads and derives
// is not even linked with a network, and starts no other program.
func TestPromise5ReadingAndDerivingKnowNoNetwork(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "griot/text/...", "griot/claim", "griot/fuse")
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := list.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("SKIPPED: the go command lists what is linked, and it is not on the path")
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, linked := range strings.Fields(string(out)) {
		if slices.Contains([]string{"net", "net/http", "os/exec", "runtime/cgo"}, linked) {
			t.Errorf("%s is linked", linked)
		}
	}
}
