package same

import (
	"strings"

	"griot"
)

// symmetric types have no doer and done-to: all take part.
var symmetric = map[griot.Type]bool{griot.Consult: true, griot.Agree: true, griot.Cooperate: true}

func compareParties(e *evidence, a, b *view) {
	if symmetric[a.Type] && symmetric[b.Type] {
		both := likeness(append(a.actors[:len(a.actors):len(a.actors)], a.objects...), append(b.actors[:len(b.actors):len(b.actors)], b.objects...))
		if len(a.actors)+len(a.objects) > 1 && len(b.actors)+len(b.objects) > 1 {
			both *= 2
		}
		e.party(both, "participants")
		return
	}
	actors := likeness(a.actors, b.actors)
	if actors < 0 && a.Type != griot.Assault {
		actors-- // who did it may be disputed of an attack, but makes another act of others
	}
	e.party(actors, "actors")
	e.party(likeness(a.objects, b.objects), "recipients")
}

// party adds what taking part says; a shared participant is particular.
func (e *evidence) party(points float64, note string) {
	if points >= 1.5 {
		e.hold(points, note)
		return
	}
	e.add(points, note)
}

// likeness is 1.5 when two sides share somebody, 0.5 when they may, −1.5 when
// they cannot, 0 when one is unknown.
func likeness(a, b []party) float64 {
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

func (x party) like(y party) float64 {
	switch {
	case x.id == y.id && x.id != "" && x.crowd:
		return 1
	case x.id == y.id && x.id != "":
		return 1.5
	case x.crowd && y.crowd && (strings.HasSuffix(x.name, " "+y.name) || strings.HasSuffix(y.name, " "+x.name)):
		return .5 // "the court" may be "the constitutional court"
	case x.person && y.person, domains[x.country] && x.country == y.country:
		return -1.5
	case x.country == "" || y.country == "":
		return 0
	case x.country != y.country:
		return -1.5
	case x.sector == y.sector || x.sector == "" || y.sector == "":
		return .5
	}
	return 0
}
