package fuse

import (
	"cmp"
	"slices"
	"strings"

	"griot"
)

// rulings are the corrections that people have made, ready to be applied.
type rulings struct {
	retracted map[string]bool // IDs of claims, figures and reports
	merge     [][]string      // IDs of claims or events
	split     [][]string
	alias     map[string]string // actor ID by the ID that it is also known by
	roles     map[string][]roleFix
}

// roleFix sets who fills a slot of a claim.
type roleFix struct{ slot, name string }

// rule reads the corrections made by asOf (0: all), in order of day and ID.
// Their arguments are: retract ID…; merge ID ID…; split CLAIM…; alias ACTOR
// ACTOR (the first is the one that stays); role CLAIM actor|recipient NAME,
// with NAME empty to leave the slot empty. What has other arguments is ignored.
func rule(corrections []griot.Correction, asOf griot.Day) rulings {
	r := rulings{retracted: map[string]bool{}, alias: map[string]string{}, roles: map[string][]roleFix{}}
	list := slices.Clone(corrections)
	slices.SortFunc(list, func(a, b griot.Correction) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	for _, c := range list {
		if asOf != 0 && c.Day > asOf {
			continue
		}
		switch {
		case c.Kind == "retract":
			for _, id := range c.Args {
				r.retracted[id] = true
			}
		case c.Kind == "merge" && len(c.Args) > 1:
			r.merge = append(r.merge, c.Args)
		case c.Kind == "split":
			r.split = append(r.split, c.Args)
		case c.Kind == "alias" && len(c.Args) == 2 && c.Args[0] != c.Args[1]:
			r.alias[c.Args[1]] = c.Args[0]
		case c.Kind == "role" && len(c.Args) == 3:
			r.roles[c.Args[0]] = append(r.roles[c.Args[0]], roleFix{c.Args[1], c.Args[2]})
		}
	}
	return r
}

// actor is the ID that an actor goes by after aliases.
func (r *rulings) actor(id string) string {
	for range len(r.alias) {
		to, ok := r.alias[id]
		if !ok {
			break
		}
		id = to
	}
	return id
}

// claims are the claims of a reading that stand, in the order of the text,
// with what corrections change in them.
func (r *rulings) claims(one *griot.Reading) []*griot.Claim {
	var list []*griot.Claim
	for i := range one.Claims {
		if r.retracted[one.Claims[i].ID] {
			continue
		}
		c := one.Claims[i]
		c.Source = source(&one.Report)
		c.Actors, c.Recipients = r.aliased(c.Actors), r.aliased(c.Recipients)
		for _, fix := range r.roles[c.ID] {
			fix.apply(&c)
		}
		list = append(list, &c)
	}
	slices.SortFunc(list, func(a, b *griot.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func source(r *griot.Report) griot.Source {
	return griot.Source{Report: r.ID, Ref: r.Ref, Outlet: r.Outlet, Published: r.Published}
}

func (r *rulings) aliased(actors []griot.Actor) []griot.Actor {
	if len(r.alias) == 0 {
		return actors
	}
	list := slices.Clone(actors)
	for i := range list {
		list[i].ID = r.actor(list[i].ID)
	}
	return list
}

func (f roleFix) apply(c *griot.Claim) {
	actors := []griot.Actor{}
	if f.name != "" {
		actors = []griot.Actor{{ID: griot.NewID(griot.ActorID, strings.ToLower(f.name)), Name: f.name, Words: f.name}}
		for _, a := range slices.Concat(c.Actors, c.Recipients) {
			if strings.EqualFold(a.Name, f.name) || strings.EqualFold(a.Words, f.name) {
				actors[0] = a
				break
			}
		}
	}
	switch f.slot {
	case "actor":
		c.Actors = actors
	case "recipient":
		c.Recipients = actors
	}
}
