package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"griot"
	"griot/face/phrase"
	"griot/face/plot"
)

// figuresPage is each quantity over time.
type figuresPage struct {
	Quantities []quantity
	Kinds      []quantityLink
	Only       string
	All        string
	CSV        string
	Total      int
}

type quantityLink struct {
	Name, Href string
	Count      int
	Current    bool
}

// quantity is what reports count, with every count of it.
type quantity struct {
	Of, Anchor string
	Plot       template.HTML
	Rows       []figureRow
	Count      int
	More       string
}

type figureRow struct {
	ID, Amount, Words, Who, Outlet string
	Voice                          string // who gives it, by the outlet
	When                           griot.Interval
	Published                      griot.Day
	Href                           string // in the report
	Event, EventHref               string
	Side                           int // 1, 2, … in a dispute; 0: none
}

const (
	quantitiesPerPage = 8
	figuresEach       = 12
	figuresAlone      = 80
	maxPoints         = 120
)

func (a *ask) figures() (*content, error) {
	groups := a.quantities()
	p := &figuresPage{Only: a.values.Get("of"), All: a.again("of", "", "page", ""), CSV: a.api("figures", "format", "csv"), Total: len(groups)}
	for _, g := range groups[:min(len(groups), 60)] {
		if a.links.static {
			break // there are no files for single quantities
		}
		p.Kinds = append(p.Kinds, quantityLink{g[0].Of, a.again("of", g[0].Of, "page", ""), len(g), g[0].Of == p.Only})
	}
	if p.Only != "" {
		groups = slices.DeleteFunc(groups, func(g []*griot.Figure) bool { return g[0].Of != p.Only })
		rows := 0
		if len(groups) == 1 {
			rows = len(groups[0])
		}
		from, to, pages := a.cut(rows, figuresAlone)
		if len(groups) == 1 {
			p.Quantities = []quantity{a.quantity(1, groups[0][from:to])}
		}
		return &content{title: "Figures: " + p.Only, body: p, pages: pages}, nil
	}
	from, to, pages := a.cut(len(groups), quantitiesPerPage)
	for i, g := range groups[from:to] {
		q := a.quantity(from+i+1, g)
		if len(q.Rows) > figuresEach && !a.links.static {
			q.Rows = q.Rows[:figuresEach]
			q.More = a.again("of", q.Of, "page", "")
		}
		p.Quantities = append(p.Quantities, q)
	}
	return &content{title: "Figures", body: p, pages: pages}, nil
}

// quantities are the figures that the filters let through, by what they count,
// in order of time; the quantity that is counted most comes first.
func (a *ask) quantities() [][]*griot.Figure {
	at := map[string]int{}
	var groups [][]*griot.Figure
	for i := range a.known.Figures {
		f := &a.known.Figures[i]
		if !a.query.Figure(f) || len(a.query.Actors) > 0 && !a.takesPart(f) {
			continue
		}
		j, ok := at[f.Of]
		if !ok {
			j = len(groups)
			at[f.Of] = j
			groups = append(groups, nil)
		}
		groups[j] = append(groups[j], f)
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(x, y *griot.Figure) int {
			return cmp.Or(cmp.Compare(begins(x.When), begins(y.When)), cmp.Compare(x.Published.Order(), y.Published.Order()), cmp.Compare(x.ID, y.ID))
		})
	}
	slices.SortStableFunc(groups, func(x, y []*griot.Figure) int {
		return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(x[0].Of, y[0].Of))
	})
	return groups
}

// takesPart tells whether an actor asked for takes part in a figure's event.
func (a *ask) takesPart(f *griot.Figure) bool {
	e := a.known.Event(f.Event)
	q := griot.Query{Actors: a.query.Actors}
	return e != nil && q.Event(e)
}

func (a *ask) quantity(n int, figures []*griot.Figure) quantity {
	q := quantity{Of: figures[0].Of, Anchor: fmt.Sprintf("q%d", n), Count: len(figures)}
	var points []plot.Point
	var first, last griot.Day
	for _, f := range figures {
		row := a.figureRow(f)
		q.Rows = append(q.Rows, row)
		when := griot.Interval{From: firstDay(f.When.From, f.When.To, f.Published), To: firstDay(f.When.To, f.When.From, f.Published)}
		if !when.From.Known() || len(points) == maxPoints {
			continue
		}
		if !first.Known() || when.From < first {
			first = when.From
		}
		last = max(last, when.To)
		points = append(points, plot.Point{From: when.From, To: when.To, Min: f.Min, Max: f.Max, Class: fmt.Sprintf("side%d", min(row.Side, 4)), Href: row.Href,
			Title: row.Amount + " " + visible(clip(40, f.Who)) + ", " + days(when) + ", " + visible(clip(40, row.Outlet))})
	}
	if len(points) > 0 {
		q.Plot = plot.Series(points, first, last, "Amounts of “"+visible(clip(40, q.Of))+"” over time; the table beside says the same")
	}
	return q
}

// firstDay is the first known day.
func firstDay(all ...griot.Day) griot.Day {
	for _, d := range all {
		if d.Known() {
			return d
		}
	}
	return 0
}

func (a *ask) figureRow(f *griot.Figure) figureRow {
	r := figureRow{ID: f.ID, Amount: amount(f.Amount), Words: f.Words, Who: f.Who, Outlet: phrase.Or(f.Outlet, unnamed), When: f.When, Published: f.Published,
		Href: a.span(f.Report, phrase.Or(f.Claim, f.ID), f.Start)}
	if len(f.Voices) > 0 {
		r.Voice = f.Voices[0].Name
	}
	if e := a.known.Event(f.Event); e != nil {
		r.Event, r.EventHref = e.Title, a.links.event(e.ID)
		r.Side = side(e, f)
	}
	return r
}

// side is the number of the side that a figure takes in a dispute of its event
// over that quantity.
func side(e *griot.Event, f *griot.Figure) int {
	for _, d := range e.Disputes {
		if d.Slot != f.Of {
			continue
		}
		for i, s := range d.Sides {
			if slices.Contains(s.Claims, f.Claim) {
				return i + 1
			}
		}
	}
	return 0
}

// amount writes a quantity: "17", "at least 17", "about 1,500", "1,000–9,999".
func amount(a griot.Amount) string {
	s := plot.Amount(a.Min)
	switch {
	case a.Max < 0:
		s = "at least " + s
	case a.Max > a.Min:
		s += "–" + plot.Amount(a.Max)
	case a.Approx:
		s = "about " + s
	}
	return s
}
