package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"griot"
	"griot/data"
	"griot/face/phrase"
	"griot/face/plot"
)

// mapView is where things happened.
type mapView struct {
	Filter   *filterBar
	Map      template.HTML
	World    bool
	Other    string // address of the other view
	Beyond   int    // places outside the view
	Places   []mapPlace
	Total    int
	Unplaced mapPlace
	GeoJSON  string
}

// mapPlace is a place and what happened there.
type mapPlace struct {
	Anchor, Name, Region string
	RadiusKm             float64
	Count                int
	Unknown              bool // no gazetteer knows where it lies
	Events               []eventRow
	More                 string // address of the rest, "" when all are shown
}

const (
	mapRows        = 15
	eventsPerPlace = 3
	unplacedRows   = 6
)

func (a *ask) mapPage() (*content, error) {
	groups, unplaced := a.byPlace()
	view := &mapView{Filter: a.filterBar(), Total: len(groups), World: a.values.Get("view") == "world", GeoJSON: a.api("places", "format", "csv")}
	from, to, pages := a.cut(len(groups), mapRows)
	var marks []plot.Mark
	for i, g := range groups {
		p := g[0].Where
		anchor := fmt.Sprintf("p%d", i+1)
		href := "#" + anchor
		if i < from || i >= to {
			href = a.again("page", itoa(i/mapRows+1)) + href
		}
		if p.Lat != 0 || p.Lon != 0 { // else no gazetteer knows where it lies
			marks = append(marks, plot.Mark{Lat: p.Lat, Lon: p.Lon, RadiusKm: p.RadiusKm, Count: len(g), Label: visible(clip(30, p.Name)), Href: href,
				Title: visible(clip(60, p.Name)) + ": " + phrase.Many(len(g), "event")})
		}
		if i >= from && i < to {
			view.Places = append(view.Places, a.mapPlace(anchor, g, eventsPerPlace))
		}
	}
	view.Map, view.Beyond = a.draw(marks, view.World)
	view.Other = a.again("view", map[bool]string{true: "", false: "world"}[view.World])
	view.Unplaced = a.mapPlace("noplace", unplaced, unplacedRows)
	return &content{title: "Map", body: view, pages: pages}, nil
}

// maxMarks keeps the picture small; the list has all.
const maxMarks = 80

func (a *ask) draw(marks []plot.Mark, world bool) (template.HTML, int) {
	marks = firstOf(marks, maxMarks)
	view, beyond := plot.World, 0
	if !world && len(marks) > 0 {
		view, beyond = plot.Fit(marks)
	}
	base, borders := a.site.world, (*data.Basemap)(nil)
	if view.East-view.West < 70 {
		base, borders = a.site.detail, a.site.borders
	}
	return plot.Map(base, borders, view, marks, "Map of where events happened; the list beside it says the same"), beyond
}

// byPlace puts events that happened at one place together, the places with most
// events first, and tells which have none.
func (a *ask) byPlace() (groups [][]*griot.Event, unplaced []*griot.Event) {
	type spot struct {
		name     string
		lat, lon float64
	}
	at := map[spot]int{}
	for _, e := range a.events() {
		if e.Where == nil {
			unplaced = append(unplaced, e)
			continue
		}
		key := spot{"", e.Where.Lat, e.Where.Lon}
		if key.lat == 0 && key.lon == 0 {
			key.name = e.Where.Name
		}
		i, ok := at[key]
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], e)
	}
	slices.SortStableFunc(groups, func(x, y []*griot.Event) int {
		return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(x[0].Where.Name, y[0].Where.Name))
	})
	return groups, unplaced
}

func (a *ask) mapPlace(anchor string, events []*griot.Event, most int) mapPlace {
	p := mapPlace{Anchor: anchor, Count: len(events)}
	if len(events) == 0 {
		return p
	}
	if w := events[0].Where; w != nil {
		p.Name, p.RadiusKm, p.Region = w.Name, w.RadiusKm, w.Country
		p.Unknown = w.Lat == 0 && w.Lon == 0
		if w.Admin1 != "" && w.Admin1 != w.Name {
			p.Region = w.Admin1 + ", " + w.Country
		}
		if w.Name == w.Country {
			p.Region = ""
		}
	}
	for _, e := range firstOf(events, most) {
		p.Events = append(p.Events, a.eventRow(e))
	}
	if len(events) > most && !a.links.static {
		p.More = a.links.filtered("timeline", "place", p.Name, "page", "")
		if events[0].Where == nil {
			p.More = a.links.filtered("timeline", "only", "unplaced", "page", "")
		}
	}
	return p
}
