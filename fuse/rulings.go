package fuse

import (
	"cmp"
	"slices"

	"griot"
)

// rulings are the corrections that people have made, ready to be applied.
type rulings struct {
	retracted map[string]bool // IDs of claims, figures and reports
	merge     [][]string      // IDs of claims or events
	split     [][]string
	alias     map[string]string // actor ID by the ID that it is also known by
	initials  map[string]*griot.ActorFacts
}

// rule reads the corrections made by asOf (0: all), in order of day and ID. Of
// the names of one actor the first stays.
func rule(corrections []griot.Correction, asOf griot.Day) rulings {
	r := rulings{retracted: map[string]bool{}, alias: map[string]string{}}
	list := slices.Clone(corrections)
	slices.SortFunc(list, func(a, b griot.Correction) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	for _, c := range list {
		if asOf != 0 && c.Day > asOf {
			continue
		}
		switch c.Kind {
		case "retract":
			for _, id := range c.Args {
				r.retracted[id] = true
			}
		case "merge":
			r.merge = append(r.merge, c.Args)
		case "split":
			r.split = append(r.split, c.Args)
		case "alias":
			for _, id := range c.Args[min(1, len(c.Args)):] {
				if id != c.Args[0] {
					r.alias[id] = c.Args[0]
				}
			}
		}
	}
	return r
}

// actor is the ID that an actor goes by after aliases.
func (r *rulings) actor(id string) string {
	if full, ok := r.initials[id]; ok && r.alias[id] == "" {
		id = full.ID
	}
	for range len(r.alias) {
		to, ok := r.alias[id]
		if !ok {
			break
		}
		id = to
	}
	return id
}

// founders replaces the IDs of events by those of the claims that events are
// named after, since events are not there yet when rulings are applied.
func (r *rulings) founders(claims []*griot.Claim) {
	if len(r.merge) == 0 {
		return
	}
	founder := map[string]string{}
	for _, c := range claims {
		founder[eventID(c)] = c.ID
	}
	for i, row := range r.merge {
		row = slices.Clone(row)
		for j, id := range row {
			row[j] = cmp.Or(founder[id], id)
		}
		r.merge[i] = row
	}
}

// claims are the claims of a reading that stand, in the order of the text,
// with what corrections change in them.
func (r *rulings) claims(one *kept) []*griot.Claim {
	list := make([]*griot.Claim, 0, len(one.claims))
	for i := range one.claims {
		c := &one.claims[i]
		if r.retracted[c.ID] {
			continue
		}
		r.rename(c.Actors)
		r.rename(c.Recipients)
		if c.Background && c.When.Basis == griot.BasisPublished {
			c.When = griot.Interval{Basis: griot.BasisNone} // history is not of the day on which it is told again
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b *griot.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func source(r *griot.Report) griot.Source {
	return griot.Source{Report: r.ID, Ref: r.Ref, Outlet: r.Outlet, Published: r.Published}
}

// rename gives actors the names and IDs that they go by.
func (r *rulings) rename(actors []griot.Actor) {
	if len(r.alias)+len(r.initials) == 0 {
		return
	}
	for i := range actors {
		a := &actors[i]
		if full, ok := r.initials[a.ID]; ok {
			a.Name, a.Code = full.Name, cmp.Or(full.Code, a.Code)
		}
		a.ID = r.actor(a.ID)
	}
}
