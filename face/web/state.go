package web

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"griot"
	"griot/face/phrase"
	"griot/face/plot"
)

// statePage is the state of affairs on a day.
type statePage struct {
	On             griot.Day
	Keep           [][2]string
	Previous, Next named // the nearest days on which something changed
	Families       []stateFamily
	System, Lanes  template.HTML
	Ended          []stateRow // what ended on or before the day, the latest first
	Total          int
	CSV            string
	Days           string // on which something changed, for the scrubber
}

type stateFamily struct {
	Name string
	Rows []stateRow
}

// stateRow is one state of affairs.
type stateRow struct {
	ID, Subject, SubjectHref, Property, Value string
	Since                                     griot.Interval
	Until                                     *griot.Interval
	Contested, New                            bool // New: it began on the day
	Why                                       string
	Claims                                    []named
}

// began is the day from which a state is known to hold; 0 when no report says.
func began(h *griot.Holding) griot.Day { return firstDay(h.Since.From, h.Since.To) }

// families are the parts of a crisis, by the words that properties begin with.
var families = []struct {
	name  string
	words []string
}{
	{"Order in the country", []string{"borders", "airspace", "airport", "curfew", "state of emergency", "constitution", "institutions", "political parties", "internet", "strike"}},
	{"Force", []string{"forces", "cease-fire", "control", "siege", "fighting"}},
	{"Ties between states", []string{"ambassador", "aid", "cooperation", "agreements", "supplies", "membership", "sanctions", "assets", "talks", "embassy"}},
	{"People", []string{"liberty", "life", "whereabouts"}},
	{"Offices", []string{"office"}},
}

const otherFamily = "Other"

func familyOf(property string) string {
	for _, f := range families {
		if slices.ContainsFunc(f.words, func(w string) bool { return strings.HasPrefix(property, w) }) {
			return f.name
		}
	}
	return otherFamily
}

func (a *ask) state() (*content, error) {
	on, err := a.dayOf("on")
	if err != nil {
		return nil, err
	}
	if !on.Known() {
		on = a.now()
	}
	p := &statePage{On: on, Keep: keep(a.values, "on"), CSV: a.api("state", "format", "csv")}
	var holds, ended []*griot.Holding
	for i := range a.known.Holdings {
		h := &a.known.Holdings[i]
		switch {
		case began(h) > on:
		case h.Until == nil || h.Until.To > on || !h.Until.Known():
			holds = append(holds, h)
		default:
			ended = append(ended, h)
		}
	}
	from, to, pages := a.cut(len(holds), stateRows)
	p.Total = len(holds)
	slices.SortStableFunc(holds, func(x, y *griot.Holding) int {
		return cmp.Or(cmp.Compare(familyRank(x.Property), familyRank(y.Property)), cmp.Compare(x.Subject, y.Subject))
	})
	for _, h := range holds[from:to] {
		p.add(a.stateRow(h, on))
	}
	p.System = a.drawSystem(holds[from:to], on)
	slices.SortStableFunc(ended, func(x, y *griot.Holding) int { return cmp.Compare(y.Until.To, x.Until.To) })
	for _, h := range firstOf(ended, 20) {
		p.Ended = append(p.Ended, a.stateRow(h, on))
	}
	p.Lanes = a.stateLanes(on)
	a.stateSteps(p)
	return &content{title: "State of affairs on " + day(on), body: p, pages: pages}, nil
}

const stateRows = 90

func familyRank(property string) int {
	name := familyOf(property)
	for i, f := range families {
		if f.name == name {
			return i
		}
	}
	return len(families)
}

func (p *statePage) add(r stateRow) {
	name := familyOf(r.Property)
	if n := len(p.Families); n == 0 || p.Families[n-1].Name != name {
		p.Families = append(p.Families, stateFamily{Name: name})
	}
	f := &p.Families[len(p.Families)-1]
	f.Rows = append(f.Rows, r)
}

func (a *ask) stateRow(h *griot.Holding, on griot.Day) stateRow {
	r := stateRow{ID: h.ID, Subject: h.Subject, Property: h.Property, Value: h.Value, Since: h.Since, Until: h.Until, Contested: h.Contested, New: began(h) == on}
	if r.Value == "true" {
		r.Value = ""
	}
	if id := a.idNamed(h.Subject); id != "" {
		r.SubjectHref = a.links.actor(id)
	}
	seen := map[string]bool{}
	for _, id := range h.Claims {
		if c := a.known.Claim(id); c != nil && !seen[c.Outlet] && len(seen) < 3 {
			seen[c.Outlet] = true
			r.Claims = append(r.Claims, named{phrase.Or(c.Outlet, unnamed), a.span(c.Report, c.ID, c.Start)})
		}
	}
	if len(r.Claims) == 0 {
		_, r.Why, _ = strings.Cut(h.Rule, ": ")
	}
	return r
}

// stateSteps finds the nearest days on which something began or ended.
func (a *ask) stateSteps(p *statePage) {
	var changes []griot.Day
	for i := range a.known.Holdings {
		h := &a.known.Holdings[i]
		changes = append(changes, began(h))
		if h.Until != nil {
			changes = append(changes, h.Until.To)
		}
	}
	changes = slices.DeleteFunc(changes, func(d griot.Day) bool { return !d.Known() })
	if len(changes) == 0 {
		return
	}
	slices.Sort(changes)
	changes = slices.Compact(changes)
	if a.links.static {
		return
	}
	p.Days = dayList(changes)
	i, found := slices.BinarySearch(changes, p.On)
	if i > 0 {
		p.Previous = named{day(changes[i-1]), a.again("on", changes[i-1].String(), "page", "")}
	}
	if found {
		i++
	}
	if i < len(changes) {
		p.Next = named{day(changes[i]), a.again("on", changes[i].String(), "page", "")}
	}
}

// What the picture of states shows at most; older states begin at its edge.
const (
	maxStateLanes = 28
	maxStateDays  = 3 * 365
)

// stateLanes draws how long each state has held, offices apart.
func (a *ask) stateLanes(on griot.Day) template.HTML {
	var lanes []plot.Lane
	var first, last griot.Day
	for i := range a.known.Holdings {
		h := &a.known.Holdings[i]
		if h.Property == "office" || !began(h).Known() {
			continue
		}
		b := plot.Bar{From: began(h), Class: "holds", Href: a.links.to("state", "on", began(h).String()), Title: visible(clip(60, h.Subject) + ": " + clip(60, h.Property) + ", " + clip(60, h.Value) + ", since " + days(h.Since))}
		if h.Until != nil {
			b.To, b.Class = h.Until.To, "held"
			b.Title += ", until " + days(*h.Until)
		}
		if h.Contested {
			b.Class += " contested"
		}
		if !first.Known() || b.From < first {
			first = b.From
		}
		last = max(last, b.From, b.To)
		lanes = append(lanes, plot.Lane{Label: visible(clip(40, h.Subject+": "+h.Property)), Bars: []plot.Bar{b}})
	}
	if len(lanes) == 0 {
		return ""
	}
	slices.SortStableFunc(lanes, func(x, y plot.Lane) int { return cmp.Compare(x.Bars[0].From, y.Bars[0].From) })
	first = max(first, last-maxStateDays)
	return plot.Lanes(firstOf(lanes, maxStateLanes), first, max(last, on), on, "How long each state has held; the tables say the same")
}
