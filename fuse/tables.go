package fuse

import (
	"cmp"
	"slices"

	"griot"
)

// figures are the figures of all readings, with the event of the claim that
// each was read with and whether that event's reports dispute it.
func (r *record) figures(events []griot.Event) []griot.Figure {
	eventOf := map[string]*griot.Event{}
	for i := range events {
		for _, id := range events[i].Claims {
			eventOf[id] = &events[i]
		}
	}
	n := 0
	for i := range r.readings {
		n += len(r.readings[i].figures)
	}
	list := make([]griot.Figure, 0, n)
	for i := range r.readings {
		for _, f := range r.readings[i].figures {
			if r.rulings.retracted[f.ID] {
				continue
			}
			f.Event, f.Contested = "", false
			claim := f.Claim
			if c := r.near[f.ID]; c != nil {
				claim = c.ID
			}
			if e := eventOf[claim]; e != nil && claim != "" {
				f.Event = e.ID
				f.Contested = slices.ContainsFunc(e.Disputes, func(d griot.Dispute) bool { return d.Slot == f.Of })
			}
			list = append(list, f)
		}
	}
	return list
}

// actors is the table of actors: what all reports say of each, joined by ID.
func (r *record) actors() []griot.ActorEntry {
	entries := map[string]*griot.ActorEntry{}
	var order []string
	seen := map[*griot.ActorFacts]bool{} // what reports repeat says nothing new
	entry := func(id, name string) *griot.ActorEntry {
		id = r.rulings.actor(id)
		if entries[id] == nil {
			entries[id] = &griot.ActorEntry{ActorFacts: griot.ActorFacts{ID: id, Name: name, Aliases: []string{}}, Roles: []griot.Role{}, Why: []string{}}
			order = append(order, id)
		}
		return entries[id]
	}
	for i := range r.readings {
		one := &r.readings[i]
		for _, a := range one.actors {
			if seen[a] {
				continue
			}
			seen[a] = true
			full := r.rulings.initials[a.ID]
			if full == nil {
				learn(entry(a.ID, a.Name), a)
				continue
			}
			e := entry(a.ID, cmp.Or(full.Name, a.Name))
			e.Why = append(e.Why, a.Name+" are the initials of "+full.Name)
			e.Code = cmp.Or(e.Code, full.Code)
			learn(e, a)
		}
		for _, role := range one.roles {
			e := entry(role.Actor, role.Name)
			e.Roles = append(e.Roles, role)
			if role.Identity != "" {
				e.Why = append(e.Why, role.Identity)
			}
		}
		for _, s := range one.speakers {
			if !r.rulings.retracted[s.statement] {
				entry(s.id, s.name).Statements++
			}
		}
	}
	r.countClaims(func(a griot.Actor) { entry(a.ID, a.Name).Claims++ })
	list := make([]griot.ActorEntry, 0, len(order))
	for _, id := range order {
		list = append(list, tidy(entries[id], r.rulings.alias))
	}
	slices.SortFunc(list, func(a, b griot.ActorEntry) int {
		return cmp.Or(cmp.Compare(b.Claims+b.Statements, a.Claims+a.Statements), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// countClaims calls count once for every actor of every claim.
func (r *record) countClaims(count func(griot.Actor)) {
	for _, c := range r.claims {
		var seen []string
		for _, a := range slices.Concat(c.Actors, c.Recipients) {
			if a.ID != "" && !slices.Contains(seen, a.ID) {
				seen = append(seen, a.ID)
				count(a)
			}
		}
	}
}

// places is the table of places that claims happened at.
func (r *record) places() []griot.PlaceEntry {
	entries := map[string]*griot.PlaceEntry{}
	var order []string
	for _, c := range r.claims {
		if c.Where == nil {
			continue
		}
		id := placeID(c.Where)
		if entries[id] == nil {
			entries[id] = &griot.PlaceEntry{ID: id, Place: *c.Where}
			order = append(order, id)
		}
		entries[id].Claims++
	}
	list := make([]griot.PlaceEntry, 0, len(order))
	for _, id := range order {
		list = append(list, *entries[id])
	}
	slices.SortFunc(list, func(a, b griot.PlaceEntry) int {
		return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// placeExpectations tells of expectations who takes part and where, as the claim
// that voices each has it.
func (r *record) placeExpectations(all []griot.Expectation) {
	at := map[string]*griot.Expectation{}
	for i := range all {
		at[all[i].Claim] = &all[i]
	}
	for _, c := range r.claims {
		if x := at[c.ID]; x != nil {
			x.Actors, x.Recipients, x.Where = c.Actors, c.Recipients, c.Where
		}
	}
}
