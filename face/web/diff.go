package web

import (
	"griot"
	"griot/face/explain"
)

// diffPage is what the record says on one day and did not say on another.
type diffPage struct {
	From, To    griot.Day
	First, Last string
	Groups      []diffGroup
	Total       int
	Keep        [][2]string
	JSON        string
}

type diffGroup struct {
	What, Kind string
	Rows       []diffRow
}

type diffRow struct{ Text, Was, Href string }

const diffRows = 80

func (a *ask) diff() (*content, error) {
	from, err := a.dayOf("day1")
	if err != nil {
		return nil, err
	}
	to, err := a.dayOf("day2")
	if err != nil {
		return nil, err
	}
	p := &diffPage{From: from, To: to, Keep: keep(a.values)}
	if len(a.days) > 0 {
		p.First, p.Last = a.days[0].String(), a.days[len(a.days)-1].String()
		p.To = firstDay(p.To, a.now())
		p.From = firstDay(p.From, a.before(p.To), p.To)
	}
	if !p.From.Known() {
		return &content{title: "Changes", body: p}, nil
	}
	p.JSON = a.links.to("api/v1/diff", "day1", p.From.String(), "day2", p.To.String())
	before, err := a.knownOn(p.From)
	if err != nil {
		return nil, err
	}
	after, err := a.knownOn(p.To)
	if err != nil {
		return nil, err
	}
	all := explain.Diff(before, after)
	start, end, pages := a.cut(len(all), diffRows)
	p.Total = len(all)
	for _, c := range all[start:end] {
		p.add(c, a.changeHref(c, p))
	}
	return &content{title: "Changes from " + day(p.From) + " to " + day(p.To), body: p, pages: pages}, nil
}

func (p *diffPage) add(c explain.Change, href string) {
	for i := range p.Groups {
		if g := &p.Groups[i]; g.What == c.What && g.Kind == c.Kind {
			g.Rows = append(g.Rows, diffRow{c.Text, c.Was, href})
			return
		}
	}
	p.Groups = append(p.Groups, diffGroup{c.What, c.Kind, []diffRow{{c.Text, c.Was, href}}})
}

// changeHref leads to what changed, on a day on which the record had it.
func (a *ask) changeHref(c explain.Change, p *diffPage) string {
	on := p.To
	if c.What == "gone" {
		on = p.From
	}
	switch c.Kind {
	case "event":
		return a.links.to("events/"+c.ID, "as-of", on.String())
	case "state":
		return a.links.to("state", "as-of", on.String()) + "#" + c.ID
	}
	return a.links.to("expectations", "as-of", on.String())
}
