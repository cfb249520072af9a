package fuse

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// learn adds what one report knows of the actor. The first report that knows a
// fact is believed.
func learn(e *griot.ActorEntry, a *griot.ActorFacts) {
	e.Name = cmp.Or(e.Name, a.Name)
	e.Kind = cmp.Or(e.Kind, a.Kind)
	e.Code = cmp.Or(e.Code, a.Code)
	e.Country = cmp.Or(e.Country, a.Country)
	e.Aliases = append(e.Aliases, a.Aliases...)
	if a.Name != e.Name {
		e.Aliases = append(e.Aliases, a.Name)
	}
}

// tidy sorts what was learned and drops repeats.
func tidy(e *griot.ActorEntry, aliases map[string]string) griot.ActorEntry {
	slices.Sort(e.Aliases)
	e.Aliases = slices.Compact(e.Aliases)
	e.Aliases = slices.DeleteFunc(e.Aliases, func(name string) bool { return name == e.Name || name == "" })
	for from, to := range aliases {
		if to == e.ID {
			e.Why = append(e.Why, fmt.Sprintf("a correction says that %s is the same", from))
		}
	}
	slices.Sort(e.Why)
	e.Why = slices.Compact(e.Why)
	return *e
}

// placeID is the ID of a place by the gazetteer, or by name and position.
func placeID(p *griot.Place) string {
	if p.GeonameID != 0 {
		return griot.NewID(griot.PlaceID, strconv.Itoa(p.GeonameID))
	}
	return griot.NewID(griot.PlaceID, strings.ToLower(p.Name), p.Country, p.Admin1)
}
