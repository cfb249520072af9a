package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"griot"
	"griot/face/plot"
)

// timelinePage is what happened, day by day.
type timelinePage struct {
	Filter *filterBar
	Lanes  template.HTML
	Days   []timelineDay
	Total  int
	From   int // number of the first event on this page, from 1
	To     int
	CSV    string
}

type timelineDay struct {
	When   string
	Anchor string
	Events []eventRow
}

const (
	timelineRows = 50
	maxLanes     = 10
)

func (a *ask) timeline() (*content, error) {
	all := a.events()
	from, to, pages := a.cut(len(all), timelineRows)
	p := &timelinePage{Filter: a.filterBar(), Total: len(all), From: from + 1, To: to, CSV: a.api("events", "format", "csv")}
	shown := all[from:to]
	last := ""
	for _, e := range shown {
		when := days(e.When)
		if e.When.From == e.When.To {
			when = longDay(e.When.From)
		}
		if when != last || len(p.Days) == 0 {
			p.Days = append(p.Days, timelineDay{When: capital(when), Anchor: fmt.Sprintf("d%d", len(p.Days)+1)})
			last = when
		}
		d := &p.Days[len(p.Days)-1]
		d.Events = append(d.Events, a.eventRow(e))
	}
	p.Lanes = a.eventLanes(shown)
	return &content{title: "Timeline", body: p, pages: pages}, nil
}

// eventLanes draws the dated events by who acts in them: the actors with most of
// them each in a lane, the others in one.
func (a *ask) eventLanes(events []*griot.Event) template.HTML {
	events = slices.DeleteFunc(slices.Clone(events), func(e *griot.Event) bool { return !e.When.Known() || e.Background })
	if len(events) == 0 {
		return ""
	}
	names, counts := map[string]string{}, map[string]int{}
	for _, e := range events {
		for _, n := range firstActor(e) {
			names[n.ID] = n.Name
			counts[n.ID]++
		}
	}
	var ids []string
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y string) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(names[x], names[y]), cmp.Compare(x, y))
	})
	ids = firstOf(ids, maxLanes)
	lanes := make([]plot.Lane, len(ids)+1)
	for i, id := range ids {
		lanes[i].Label = visible(names[id])
	}
	lanes[len(ids)].Label = "others, or nobody named"
	for _, e := range events {
		lane := len(ids)
		if n := firstActor(e); len(n) > 0 {
			if i := slices.Index(ids, n[0].ID); i >= 0 {
				lane = i
			}
		}
		lanes[lane].Bars = append(lanes[lane].Bars, a.bar(e))
	}
	lanes = slices.DeleteFunc(lanes, func(l plot.Lane) bool { return len(l.Bars) == 0 })
	first, last := extent(events)
	return plot.Lanes(lanes, first, last, 0, "Events by who acts, over time; the list below says the same")
}

func firstActor(e *griot.Event) []griot.Actor { return firstOf(e.Actors, 1) }

func (a *ask) bar(e *griot.Event) plot.Bar {
	class := fmt.Sprintf("q%d", e.Quad)
	if !e.Status.Real() {
		class += " unreal"
	}
	if len(e.Disputes) > 0 {
		class += " contested"
	}
	return plot.Bar{From: e.When.From, To: e.When.To, Class: class, Title: days(e.When) + ": " + visible(clip(120, e.Title)), Href: a.links.event(e.ID)}
}

// extent is the first and the last day of events with days.
func extent(events []*griot.Event) (first, last griot.Day) {
	for _, e := range events {
		for _, d := range []griot.Day{e.When.From, e.When.To} {
			if !d.Known() {
				continue
			}
			if !first.Known() || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	return first, last
}

// api is the address of a table of the API with the day and filters of the page;
// a static site has none.
func (a *ask) api(table string, pairs ...string) string {
	if a.links.static {
		return ""
	}
	return a.links.filtered("api/v1/"+table, append(pairs, "page", "")...)
}
