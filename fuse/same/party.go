package same

import (
	"slices"
	"strings"

	"griot"
	"griot/fuse/nation"
)

// symmetric types have no doer and done-to: all take part.
var symmetric = map[griot.Type]bool{griot.Consult: true, griot.Agree: true, griot.Cooperate: true}

func compareParties(e *evidence, a, b *view) {
	if symmetric[a.Type] && symmetric[b.Type] {
		both := likeness(append(a.actors[:len(a.actors):len(a.actors)], a.objects...), append(b.actors[:len(b.actors):len(b.actors)], b.objects...))
		met := a.Type == griot.Consult || b.Type == griot.Consult
		if met && len(a.actors)+len(a.objects) > 1 && len(b.actors)+len(b.objects) > 1 {
			both *= 2
		}
		if both < 0 && met && body(a.actors) != body(b.actors) {
			both = 0 // a head of state may speak for the bloc that meets
		}
		e.party(both, "participants")
		return
	}
	actors := a.sides(b, a.actors, b.actors)
	if actors < 0 && a.Type != griot.Assault {
		actors-- // who did it may be disputed of an attack, but makes another act of others
	}
	objects := a.sides(b, a.objects, b.objects)
	if power(a, b) {
		actors, objects = max(actors, 0), max(objects, 1.5)
	}
	e.party(actors, "actors")
	e.party(objects, "recipients")
}

// power tells whether two claims say that power was seized in one country: its
// president and its government fall together.
func power(a, b *view) bool {
	return a.falls != "" && a.falls == b.falls
}

// falls is the country in which a claim says that power was seized, "" for none:
// that of the government or, when a coup is only named, the one that its report
// is about.
func (g *grouping) falls(v *view) string {
	if v.Type != griot.Coerce || v.Mode != "seize" {
		return ""
	}
	for _, x := range v.objects {
		if name := nation.OfCode(x.country); name != "" && x.sector == "GOV" {
			return name
		}
	}
	if len(v.objects) == 0 && Kindred(v.lemma, "coup") {
		return g.Home(v.Report)
	}
	return ""
}

// sides is the likeness of one side of two claims. Where they differ but one
// claim speaks of the other's participant without giving it a part, the parts
// may have been read amiss.
func (v *view) sides(w *view, a, b []*party) float64 {
	points := likeness(a, b)
	if points < 0 && (w.mentions(a) || v.mentions(b)) {
		return 0
	}
	return points
}

// body tells whether one of a side is a body of states.
func body(list []*party) bool {
	return slices.ContainsFunc(list, func(x *party) bool { return domains[x.country] })
}

func (v *view) mentions(list []*party) bool {
	return slices.ContainsFunc(list, func(x *party) bool {
		if x.state() || len(x.words) == 0 || x.in(v.actors) || x.in(v.objects) {
			return false
		}
		return !slices.ContainsFunc(x.words, func(w word) bool {
			_, ok := slices.BinarySearch(v.around, w)
			return !ok
		})
	})
}

func (x *party) in(list []*party) bool {
	return slices.ContainsFunc(list, func(y *party) bool { return x.id == y.id })
}

// party adds what taking part says; a shared participant is particular.
func (e *evidence) party(points float64, note string) {
	if points >= 1.5 {
		e.hold(points, note)
		return
	}
	if points < 0 {
		e.part(points, note)
		return
	}
	e.add(points, note)
}

// likeness is 1.5 when two sides share somebody, 0.5 when they may, −1.5 when
// they cannot, 0 when one is unknown.
func likeness(a, b []*party) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := -1.5
	for _, x := range a {
		for _, y := range b {
			best = max(best, x.like(y))
		}
	}
	return best
}

func (x *party) like(y *party) float64 {
	switch {
	case x.id == y.id && x.id != "" && x.crowd:
		return 1
	case x.id == y.id && x.id != "":
		return 1.5
	case x.crowd && y.crowd && (strings.HasSuffix(x.name, " "+y.name) || strings.HasSuffix(y.name, " "+x.name)):
		return .5 // "the court" may be "the constitutional court"
	case x.head != "" && x.head == y.head && (x.country == y.country || x.country == "" || y.country == ""):
		return .5
	case x.person && y.person, domains[x.country] && x.country == y.country && (x.head == "") == (y.head == ""):
		return -1.5
	case domains[x.country] && x.country == y.country:
		return 0 // a body, or some of it
	case x.country == "" || y.country == "":
		return 0
	case x.country != y.country:
		return -1.5
	case x.sector == y.sector || x.sector == "" || y.sector == "":
		return .5
	}
	return 0
}
