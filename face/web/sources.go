package web

import (
	"cmp"
	"slices"

	"griot"
	"griot/face/phrase"
)

// sourcesPage is the outlets, their reports, and who repeats whom.
type sourcesPage struct {
	Outlets  []outletRow
	Families []family
	Reports  []reportRow
	Total    int
	Outlet   string // the only one shown, "" for all
	All      string // address without that
	CSV      string
}

type outletRow struct {
	Name, Href      string
	Reports, Copies int
	Claims          int
	First, Last     griot.Day
}

// family is a report and those that repeat it.
type family struct {
	Of     reportRow
	Copies []copyRow
}

type copyRow struct {
	reportRow
	Shared   float64
	Why      string
	Passages []passage
}

// passage is words that stand in both reports.
type passage struct{ Words, Here, There string }

type reportRow struct {
	ID, Href, Title, Outlet, Ref, Language string
	Published                              griot.Day
	Basis                                  griot.PublishedBasis
	Why                                    string
	Claims                                 int
	CopyOf                                 string
}

const (
	reportRows  = 60
	maxOutlets  = 60
	maxFamilies = 15
	maxPassages = 3
)

func (a *ask) sources() (*content, error) {
	p := &sourcesPage{Outlet: a.values.Get("outlet"), All: a.again("outlet", "", "page", ""), CSV: a.api("reports", "format", "csv")}
	all := a.readingsOf(p.Outlet)
	p.Total = len(all)
	from, to, pages := a.cut(len(all), reportRows)
	for _, r := range all[from:to] {
		p.Reports = append(p.Reports, a.reportRow(r))
	}
	if a.number == 1 && p.Outlet == "" {
		p.Outlets, p.Families = a.outlets(), a.families()
	}
	return &content{title: "Sources", body: p, pages: pages}, nil
}

// unnamed stands for the outlet of reports that name none.
const unnamed = "unnamed outlet"

// readingsOf are the readings of an outlet's reports; "" is all outlets.
func (a *ask) readingsOf(outlet string) []*griot.Reading {
	var all []*griot.Reading
	for i := range a.known.Readings {
		if r := &a.known.Readings[i]; outlet == "" || phrase.Or(r.Report.Outlet, unnamed) == outlet {
			all = append(all, r)
		}
	}
	return all
}

func (a *ask) reportRow(r *griot.Reading) reportRow {
	row := reportRow{ID: r.Report.ID, Href: a.report(r.Report.ID, 0), Title: phrase.Or(r.Report.Title, r.Report.Ref, "untitled"), Outlet: phrase.Or(r.Report.Outlet, unnamed), Ref: r.Report.Ref,
		Language: r.Report.Language, Published: r.Report.Published, Basis: r.Report.PublishedBasis, Why: r.Report.PublishedWhy, Claims: len(r.Claims)}
	if c := a.known.CopiesOf(r.Report.ID); len(c) > 0 {
		row.CopyOf = c[0].Of
	}
	return row
}

func (a *ask) outlets() []outletRow {
	at := map[string]int{}
	var all []outletRow
	for i := range a.known.Readings {
		r := &a.known.Readings[i]
		j, ok := at[r.Report.Outlet]
		if !ok {
			j = len(all)
			at[r.Report.Outlet] = j
			row := outletRow{Name: phrase.Or(r.Report.Outlet, unnamed)}
			if !a.links.static {
				row.Href = a.again("outlet", row.Name, "page", "")
			}
			all = append(all, row)
		}
		o := &all[j]
		o.Reports++
		o.Claims += len(r.Claims)
		if len(a.known.CopiesOf(r.Report.ID)) > 0 {
			o.Copies++
		}
		if d := r.Report.Published; d.Known() {
			o.First, o.Last = firstDay(min(firstDay(o.First, d), d)), max(o.Last, d)
		}
	}
	slices.SortStableFunc(all, func(x, y outletRow) int {
		return cmp.Or(cmp.Compare(y.Reports, x.Reports), cmp.Compare(x.Name, y.Name))
	})
	return firstOf(all, maxOutlets)
}

// families are the reports that others repeat, those repeated most first.
func (a *ask) families() []family {
	at := map[string]int{}
	var all []family
	for _, c := range a.known.Copies {
		of, by := a.known.Reading(c.Of), a.known.Reading(c.Report)
		if of == nil || by == nil {
			continue
		}
		i, ok := at[c.Of]
		if !ok {
			i = len(all)
			at[c.Of] = i
			all = append(all, family{Of: a.reportRow(of)})
		}
		if len(all[i].Copies) < 10 {
			all[i].Copies = append(all[i].Copies, copyRow{a.reportRow(by), c.Shared, c.Why, a.passages(c)})
		}
	}
	slices.SortStableFunc(all, func(x, y family) int { return cmp.Compare(len(y.Copies), len(x.Copies)) })
	return firstOf(all, maxFamilies)
}

// passages are the longest of the words that both reports have.
func (a *ask) passages(c griot.Copy) []passage {
	spans := slices.Clone(c.Spans)
	slices.SortStableFunc(spans, func(x, y [4]int) int { return cmp.Compare(y[1]-y[0], x[1]-x[0]) })
	text := a.known.Report(c.Report).Text
	var all []passage
	for _, s := range firstOf(spans, maxPassages) {
		if s[0] < 0 || s[1] < s[0] || s[1] > len(text) {
			continue
		}
		all = append(all, passage{text[s[0]:s[1]], a.report(c.Report, s[0]), a.report(c.Of, s[2])})
	}
	return all
}
