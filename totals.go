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
	of := map[string][]Copy{}
	for _, c := range copies {
		of[c.Report] = append(of[c.Report], c)
	}
	all := make([]ReportEntry, 0, len(readings))
	for i := range readings {
		r := &readings[i].Report
		e := ReportEntry{ID: r.ID, Ref: r.Ref, Outlet: r.Outlet, Title: r.Title, URL: r.URL, Published: r.Published, PublishedBasis: r.PublishedBasis,
			PublishedWhy: r.PublishedWhy, Language: r.Language, Words: len(strings.Fields(r.Text)), CopiesOf: []string{}, Claims: len(readings[i].Claims)}
		for _, c := range of[r.ID] {
			e.CopiesOf = append(e.CopiesOf, c.Of)
			e.Shared = max(e.Shared, c.Shared)
		}
		all = append(all, e)
	}
	return all
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
	t := &Totals{Reports: len(readings), Events: len(d.Events), Expectations: len(d.Expectations), Holdings: len(d.Holdings), Copies: len(d.Copies)}
	outlets := map[string]bool{}
	for i := range readings {
		r := &readings[i].Report
		outlets[r.Outlet] = true
		t.Claims += len(readings[i].Claims)
		t.Statements += len(readings[i].Statements)
		t.Last = max(t.Last, r.Published)
		t.Days = append(t.Days, r.Published)
		if !r.Published.Known() {
			if t.Undated++; t.Undated <= undatedRefs {
				t.UndatedRefs = append(t.UndatedRefs, r.Ref)
			}
		}
		if r.Language != "" && r.Language != "en" {
			t.Foreign++
		}
	}
	t.Outlets = len(outlets)
	slices.Sort(t.Days)
	t.Days = slices.DeleteFunc(slices.Compact(t.Days), func(d Day) bool { return !d.Known() })
	for i := range d.Events {
		e := &d.Events[i]
		t.Contested += min(1, len(e.Disputes))
		if e.Where == nil {
			t.Unplaced++
		}
		if !e.When.Known() {
			t.UndatedEvents++
		}
	}
	return t
}
