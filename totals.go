package griot

import (
	"slices"
	"strings"
)

// ReportEntry is a row of the table of reports.
type ReportEntry struct {
	ID             string         `json:"id"`
	Ref            string         `json:"ref"`
	Outlet         string         `json:"outlet"`
	Title          string         `json:"title"`
	URL            string         `json:"url"`
	Published      Day            `json:"published"`
	PublishedBasis PublishedBasis `json:"published_basis"`
	PublishedWhy   string         `json:"published_why,omitempty"`
	Language       string         `json:"language"`
	Words          int            `json:"words"`
	CopiesOf       []string       `json:"copies_of"`
	Shared         float64        `json:"shared"` // the greatest share of its text that stands in one of them
	Claims         int            `json:"claims"`
}

// ReportEntries are the rows of the table of reports, in the order of readings.
func ReportEntries(readings []Reading, copies []Copy) []ReportEntry {
	all := make([]ReportEntry, 0, len(readings))
	for i := range readings {
		all = append(all, readings[i].Entry())
	}
	NoteCopies(all, copies)
	return all
}

// Entry is the row of the reading's report, which does not say yet what it copies.
func (r *Reading) Entry() ReportEntry {
	words := 0
	for range strings.FieldsSeq(r.Report.Text) {
		words++
	}
	return ReportEntry{ID: r.Report.ID, Ref: r.Report.Ref, Outlet: r.Report.Outlet, Title: r.Report.Title, URL: r.Report.URL,
		Published: r.Report.Published, PublishedBasis: r.Report.PublishedBasis, PublishedWhy: r.Report.PublishedWhy,
		Language: r.Report.Language, Words: words, CopiesOf: []string{}, Claims: len(r.Claims)}
}

// NoteCopies enters into rows what their reports copy.
func NoteCopies(entries []ReportEntry, copies []Copy) {
	of := map[string][]Copy{}
	for _, c := range copies {
		of[c.Report] = append(of[c.Report], c)
	}
	for i := range entries {
		e := &entries[i]
		for _, c := range of[e.ID] {
			e.CopiesOf = append(e.CopiesOf, c.Of)
			e.Shared = max(e.Shared, c.Shared)
		}
	}
}

// Totals count what is known on a day, for those who do not read all of it.
type Totals struct {
	Reports       int      `json:"reports"`
	Outlets       int      `json:"outlets"`
	Claims        int      `json:"claims"`
	Statements    int      `json:"statements"`
	Events        int      `json:"events"`
	Contested     int      `json:"contested"` // events
	Expectations  int      `json:"expectations"`
	Holdings      int      `json:"holdings"`
	Copies        int      `json:"copies"`
	Undated       int      `json:"undated"`      // reports
	UndatedRefs   []string `json:"undated_refs"` // the first few of them
	Foreign       int      `json:"foreign"`      // reports in other languages than English
	UndatedEvents int      `json:"undated_events"`
	Unplaced      int      `json:"unplaced"` // events
	Last          Day      `json:"last"`     // the day of the last report
	Days          []Day    `json:"days"`     // on which reports came out, the earliest first
}

// undatedRefs is how many undated reports Totals names.
const undatedRefs = 3

// Count counts readings and what follows from them.
func Count(readings []Reading, d *Derived) *Totals {
	var t Tally
	for i := range readings {
		t.Add(&readings[i])
	}
	return t.Totals(d)
}

// Tally counts readings that come one by one, in any order. Its zero value is
// ready.
type Tally struct {
	totals  Totals
	outlets map[string]bool
}

// Add counts a reading.
func (t *Tally) Add(one *Reading) {
	if t.outlets == nil {
		t.outlets = map[string]bool{}
	}
	r, sum := &one.Report, &t.totals
	t.outlets[r.Outlet] = true
	sum.Reports++
	sum.Claims += len(one.Claims)
	sum.Statements += len(one.Statements)
	sum.Last = max(sum.Last, r.Published)
	if n := len(sum.Days); n == 0 || sum.Days[n-1] != r.Published {
		sum.Days = append(sum.Days, r.Published)
	}
	if !r.Published.Known() {
		if sum.Undated++; sum.Undated <= undatedRefs {
			sum.UndatedRefs = append(sum.UndatedRefs, r.Ref)
		}
	}
	if r.Language != "" && r.Language != "en" {
		sum.Foreign++
	}
}

// Totals are the counts, with what follows from the readings.
func (t *Tally) Totals(d *Derived) *Totals {
	sum := t.totals
	sum.Outlets = len(t.outlets)
	sum.Events, sum.Expectations, sum.Holdings, sum.Copies = len(d.Events), len(d.Expectations), len(d.Holdings), len(d.Copies)
	sum.Days = slices.Clone(sum.Days)
	slices.Sort(sum.Days)
	sum.Days = slices.DeleteFunc(slices.Compact(sum.Days), func(d Day) bool { return !d.Known() })
	for i := range d.Events {
		e := &d.Events[i]
		sum.Contested += min(1, len(e.Disputes))
		if e.Where == nil {
			sum.Unplaced++
		}
		if !e.When.Known() {
			sum.UndatedEvents++
		}
	}
	return &sum
}
