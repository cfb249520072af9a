package state

import (
	"cmp"
	"slices"
	"strings"

	"griot"
	"griot/fuse/nation"
)

// slot is what a rule makes of a claim: one cell of the state of affairs.
type slot struct{ subject, property, value string }

// slots fills in a rule for a claim: one slot for each subject and each
// recipient that the property names; none when the claim leaves out somebody
// whom the rule needs. The subject is "" when the claim does not say whose
// state of affairs it is.
func (in *Input) slots(r *rule, c *griot.Claim, act string) []slot {
	var list []slot
	about := in.Home(c)
	home := cmp.Or(country(c), about)
	for _, subject := range r.subjects(c, act, home, in.Persons) {
		for _, s := range r.fill(c, subject, home, about) {
			if !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}

func (r *rule) subjects(c *griot.Claim, act, home string, persons map[string]bool) []string {
	switch r.subject {
	case "actor":
		return r.named(c.Actors, persons)
	case "recipient":
		return r.named(c.Recipients, persons)
	case "state":
		return slices.DeleteFunc(places(c.Actors), func(name string) bool { return name == strings.ToLower(name) }) // "a neighbour" is not said which
	case "participants":
		sides := principals(known(slices.Concat(c.Actors, c.Recipients)))
		all := r.named(sides, persons)
		switch {
		case len(all) == 0 && len(sides) > 0:
			return nil // private people make no truce
		case len(all) < 2:
			return []string{""}
		}
		slices.Sort(all)
		return []string{strings.Join(all, " and ")}
	case "where-or-country":
		if c.Where != nil && c.Where.Name != "" && strings.Contains(act, c.Where.Words) {
			return []string{c.Where.Name}
		}
	}
	return []string{home}
}

func (r *rule) named(actors []griot.Actor, persons map[string]bool) []string {
	var list []string
	for _, a := range actors {
		name := cmp.Or(a.Name, a.Words)
		if name != "" && r.takes(a, persons[a.ID]) && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// takes tells whether the rule can have an actor as its subject.
func (r *rule) takes(a griot.Actor, single bool) bool {
	return (!r.person || single) && (!r.group || !single) && (!r.official || official(a)) && (!r.party || side(a, single))
}

// side tells whether an actor can be a side of a conflict: not a private person,
// nor people, a firm or the press.
func side(a griot.Actor, single bool) bool {
	domain, sector, _ := strings.Cut(a.Code, " ")
	switch {
	case sector == "":
		return domain != "MNC" && (domain != "" || !single)
	case sector == "REB" || sector == "UAF" || sector == "SPY" || sector == "COP" || sector == "LAB":
		return true
	}
	return official(a)
}

// sovereign are those who can put others under sanctions: states, with their
// organs, and bodies of states.
func sovereign(actors []griot.Actor) []griot.Actor {
	return slices.DeleteFunc(slices.Clone(actors), func(a griot.Actor) bool {
		domain, sector, _ := strings.Cut(a.Code, " ")
		return domain == "MNC" || domain == "NGO" || sector != "" && !official(a)
	})
}

// known leaves out the actors of whom it is not known what they are.
func known(actors []griot.Actor) []griot.Actor {
	return slices.DeleteFunc(actors, func(a griot.Actor) bool { return a.Code == "" })
}

// principals are sides with the state in place of those who only speak for it: the
// talks of a delegation are its country's.
func principals(sides []griot.Actor) []griot.Actor {
	for i := range sides {
		head, _, _ := strings.Cut(strings.ToLower(sides[i].Name), " of ")
		if state := nation.OfCode(sides[i].Code); state != "" && slices.Contains(envoys, head[strings.LastIndex(head, " ")+1:]) {
			sides[i].Name = state
		}
	}
	return sides
}

// envoys are words for those who act for the state that sends them.
var envoys = []string{"delegation", "delegations", "delegates", "representative", "representatives", "envoy", "envoys", "diplomat", "diplomats", "negotiator", "negotiators", "mediator", "mediators", "ambassador", "mission"}

// official tells whether an actor is of the state or of its politics, and not a
// crowd.
func official(a griot.Actor) bool {
	_, sector, _ := strings.Cut(a.Code, " ")
	return slices.Contains([]string{"GOV", "LEG", "JUD", "MIL", "PTY", "OPP", "ELI"}, sector)
}

// country is the country whose affairs a claim tells of: that of its actors,
// of its place or of its recipients.
func country(c *griot.Claim) string {
	for _, a := range c.Actors {
		if name := nation.OfCode(a.Code); name != "" {
			return name
		}
	}
	if c.Where != nil {
		if name := nation.OfISO2(c.Where.Country); name != "" {
			return name
		}
	}
	for _, a := range c.Recipients {
		if name := nation.OfCode(a.Code); name != "" {
			return name
		}
	}
	return ""
}

// fill puts names into the places that property and value leave open.
func (r *rule) fill(c *griot.Claim, subject, home, about string) []slot {
	list := []slot{{subject, r.property, r.value}}
	towards := places(c.Recipients)
	if len(towards) == 0 && about != "" && about != subject {
		towards = []string{about} // what a report of one country tells of another is towards the one
	}
	by := c.Actors
	if r.property == "sanctions" {
		if by = sovereign(by); len(by) < len(c.Actors) && len(by) == 0 {
			return nil
		}
	}
	for _, open := range []struct {
		place string
		names []string
	}{{"{actor}", places(by)}, {"{recipient}", towards}, {"{country}", []string{home}}} {
		if !strings.Contains(r.property+r.value, open.place) {
			continue
		}
		if len(open.names) == 0 { // it is not said who
			list[0].property = cutBefore(list[0].property, open.place)
			list[0].value = cmp.Or(cutBefore(list[0].value, open.place), "in force")
			continue
		}
		var filled []slot
		for _, s := range list {
			for _, name := range open.names {
				if name != "" && name != subject {
					filled = append(filled, slot{s.subject, strings.ReplaceAll(s.property, open.place, name), strings.ReplaceAll(s.value, open.place, name)})
				}
			}
		}
		list = filled
	}
	return list
}

// cutBefore leaves out an open place with the word before it: "aid to {recipient}"
// is "aid" when it is not said to whom.
func cutBefore(property, open string) string {
	words := strings.Fields(property)
	if i := slices.Index(words, open); i > 0 {
		return strings.Join(words[:i-1], " ")
	}
	return property
}

// places are the countries of actors, or their names when they have none.
func places(actors []griot.Actor) []string {
	var list []string
	for _, a := range actors {
		name := cmp.Or(nation.OfCode(a.Code), a.Name, a.Words)
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}
