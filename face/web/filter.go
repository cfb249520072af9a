package web

import (
	"cmp"
	"slices"

	"griot"
)

// filterBar is the form that narrows a list.
type filterBar struct {
	Action                 string
	Keep                   [][2]string
	Actor, Place, From, To string
	Type, Status           string
	Types                  []griot.Type
	Statuses               []griot.Status
	Actors, Places         []string // offered while typing
	Active                 []active
	Clear                  string
	Static                 bool
}

// active is a filter that is set, and the address without it.
type active struct{ Name, Value, Without string }

// maxOffered names are offered while typing.
const maxOffered = 40

func (a *ask) filterBar() *filterBar {
	v := a.values
	f := &filterBar{
		Action: "/" + a.path, Keep: keep(v, filterNames...), Actor: v.Get("actor"), Place: v.Get("place"), From: v.Get("from"), To: v.Get("to"),
		Type: v.Get("type"), Status: v.Get("status"), Types: griot.Types, Statuses: griot.Statuses, Static: a.links.static,
	}
	var without []string
	for _, name := range append([]string{"only"}, filterNames...) {
		without = append(without, name, "")
		for _, value := range v[name] {
			if value != "" {
				f.Active = append(f.Active, active{name, value, a.again(name, "", "page", "")})
			}
		}
	}
	f.Clear = a.again(append(without, "page", "")...)
	if f.Static {
		return f
	}
	actors := slices.Clone(a.known.Actors)
	slices.SortStableFunc(actors, func(x, y griot.ActorEntry) int { return cmp.Compare(y.Claims, x.Claims) })
	for _, x := range firstOf(actors, maxOffered) {
		f.Actors = append(f.Actors, visible(clip(nameLetters, x.Name)))
	}
	places := slices.Clone(a.known.Places)
	slices.SortStableFunc(places, func(x, y griot.PlaceEntry) int { return cmp.Compare(y.Claims, x.Claims) })
	for _, x := range firstOf(places, maxOffered) {
		f.Places = append(f.Places, visible(clip(nameLetters, x.Name)))
	}
	return f
}

// events are those that the filters let through, in order of time; undated ones
// come last.
func (a *ask) events() []*griot.Event {
	only := a.values.Get("only")
	var all []*griot.Event
	for i := range a.known.Events {
		e := &a.known.Events[i]
		switch {
		case !a.query.Event(e), only == "contested" && len(e.Disputes) == 0, only == "unplaced" && e.Where != nil, only == "undated" && e.When.Known():
			continue
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(x, y *griot.Event) int {
		return cmp.Or(cmp.Compare(begins(x.When), begins(y.When)), cmp.Compare(x.When.To.Order(), y.When.To.Order()), cmp.Compare(x.ID, y.ID))
	})
	return all
}

// begins is the day by which an interval is sorted.
func begins(i griot.Interval) int32 {
	if i.From.Known() {
		return i.From.Order()
	}
	return i.To.Order()
}
