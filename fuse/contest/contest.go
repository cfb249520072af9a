// Package contest finds what reports of one event contradict one another in:
// values of a slot that cannot all be true.
//
// Values that differ in precision ("17", "at least 17"), in scope (soldiers,
// people) or in the day they were given for agree. A toll that rises is an
// update. What remains is a dispute, and every side shows who takes it.
package contest

import (
	"cmp"
	"slices"
	"strings"

	"griot"
)

// Source names who stands behind a claim, so that copies count once.
type Source func(*griot.Claim) string

// Find lists the disputes over one event's claims, which are in order of
// publication: first over the amounts given, by what is counted, then over who
// did it, then over whether it happened.
func Find(claims []*griot.Claim, given []Given, source Source) []griot.Dispute {
	disputes := figures(given, source)
	if d, ok := doers(claims, source); ok {
		disputes = append(disputes, d)
	}
	if d, ok := status(claims, source); ok {
		disputes = append(disputes, d)
	}
	return disputes
}

// side makes a side of a dispute from the claims that take it.
func side(value string, claims []*griot.Claim, source Source) griot.Side {
	s := griot.Side{Value: value, Claims: []string{}, Outlets: []string{}}
	sources := map[string]bool{}
	for _, c := range claims {
		s.Claims = append(s.Claims, c.ID)
		if c.Outlet != "" {
			s.Outlets = append(s.Outlets, c.Outlet)
		}
		sources[source(c)] = true
	}
	slices.Sort(s.Claims)
	slices.Sort(s.Outlets)
	s.Claims, s.Outlets = slices.Compact(s.Claims), slices.Compact(s.Outlets)
	s.Independent = len(sources)
	return s
}

// status is the dispute over whether an act came about.
func status(claims []*griot.Claim, source Source) (griot.Dispute, bool) {
	var yes, no []*griot.Claim
	for _, c := range claims {
		if c.Status.Real() {
			yes = append(yes, c)
		}
	}
	for _, c := range claims {
		himself := func(d *griot.Claim) bool { return named(d, c) }
		if c.Status == griot.Denied && !slices.ContainsFunc(yes, himself) { // who tells both speaks of two acts
			no = append(no, c)
		}
	}
	if len(yes) == 0 || len(no) == 0 {
		return griot.Dispute{}, false
	}
	return griot.Dispute{Slot: "status", Sides: []griot.Side{
		side(string(yes[0].Status), yes, source), side(string(griot.Denied), no, source),
	}}, true
}

// blamed are the acts whose doer is a matter of blame; of others, a second
// name is mostly another participant.
var blamed = map[griot.Type]bool{griot.Assault: true, griot.Coerce: true}

// doers is the dispute over who did it: rival names from different voices.
func doers(claims []*griot.Claim, source Source) (griot.Dispute, bool) {
	var order []string
	by := map[string][]*griot.Claim{}
	names := map[string]griot.Actor{}
	for _, c := range claims {
		if !blamed[c.Type] || !c.Status.Real() || len(c.Actors) != 1 || c.Actors[0].ID == "" {
			continue
		}
		a := c.Actors[0]
		if by[a.ID] == nil {
			order = append(order, a.ID)
			names[a.ID] = a
		}
		by[a.ID] = append(by[a.ID], c)
	}
	var rivals []string
	for _, id := range order {
		if slices.ContainsFunc(order, func(other string) bool { return rival(names[id], names[other], by[id], by[other]) }) {
			rivals = append(rivals, id)
		}
	}
	if len(rivals) < 2 {
		return griot.Dispute{}, false
	}
	d := griot.Dispute{Slot: "actors"}
	for _, id := range rivals {
		d.Sides = append(d.Sides, side(cmp.Or(names[id].Name, names[id].Words), by[id], source))
	}
	return d, true
}

// rival tells whether two actors exclude each other: both are known for what
// they are, differ in it, and different voices name them. "Men of the general"
// may be the guard that another report names.
func rival(a, b griot.Actor, ofA, ofB []*griot.Claim) bool {
	if country(a) == country(b) && (described(a) != described(b) || ofState(a) && ofState(b)) {
		return false // a government and its own forces are one side
	}
	return a.ID != b.ID && a.Code != "" && b.Code != "" && a.Code != b.Code && voice(ofA[0]) != voice(ofB[0])
}

// described tells whether an actor has a description in place of a name.
func described(a griot.Actor) bool {
	first := firstWord(a.Name)
	return first == strings.ToLower(first)
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// ofState tells whether an actor is a state, its government or one of its forces.
func ofState(a griot.Actor) bool {
	_, sector, _ := strings.Cut(a.Code, " ")
	return slices.Contains([]string{"", "GOV", "MIL", "COP", "SPY"}, sector)
}

func country(a griot.Actor) string { return firstWord(a.Code) }

// voice is who says a claim first: its nearest voice, or its outlet.
func voice(c *griot.Claim) string {
	if len(c.Voices) > 0 {
		return cmp.Or(c.Voices[0].ID, c.Voices[0].Name)
	}
	return cmp.Or(c.Outlet, c.Report)
}
