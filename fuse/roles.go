package fuse

import (
	"slices"
	"strings"

	"griot"
	"griot/fuse/nation"
	"griot/fuse/state"
)

// roles are the roles that reports give, each with the claims of its report in
// which the same actor takes part, in the role's own sentence if there is one.
// A role in a country that its report is not about, and that of somebody who
// takes no part in what it tells, or only in what is long past, is a bystander's
// and left out.
func (r *record) roles(home func(string) string) []state.Role {
	var list []state.Role
	for i := range r.readings {
		one := &r.readings[i]
		parts := takingPart(r.claimsOf[one.ID])
		for _, role := range one.roles {
			role.Actor = r.rulings.actor(role.Actor)
			if claims := parts[role.Actor]; !bygone(claims) && concerns(&role, home(one.ID)) {
				list = append(list, state.Role{Role: role, Claims: showing(claims, &role)})
			}
		}
	}
	return list
}

// takingPart lists, by the ID of an actor, the claims in which he takes part.
func takingPart(claims []*griot.Claim) map[string][]*griot.Claim {
	parts := map[string][]*griot.Claim{}
	for _, c := range claims {
		for _, a := range slices.Concat(c.Actors, c.Recipients) {
			if list := parts[a.ID]; len(list) == 0 || list[len(list)-1] != c {
				parts[a.ID] = append(list, c)
			}
		}
	}
	return parts
}

// bygone tells whether all that a report tells of somebody is background: the
// titles of history are held no longer.
func bygone(claims []*griot.Claim) bool {
	return !slices.ContainsFunc(claims, func(c *griot.Claim) bool { return !c.Background })
}

// concerns tells whether a role is one in the country that its report is about,
// or to it, as an ambassador's is.
func concerns(role *griot.Role, home string) bool {
	return role.Of == "" || home == "" || role.Of == home || strings.HasSuffix(role.Role, " to "+home)
}

// showing lists, of the claims in which a role's actor takes part, those that
// show him at work: those of the role's sentence, else the first.
func showing(claims []*griot.Claim, role *griot.Role) []string {
	var near []string
	for _, c := range claims {
		if c.Sentence.Start <= role.Start && role.Start < c.Sentence.End {
			near = append(near, c.ID)
		}
	}
	if len(near) > 0 {
		return near
	}
	return []string{claims[0].ID}
}

// homes finds the country that a report is about, by its ID: the one to which most
// of its actors belong, the first of equals by name.
func (r *record) homes() func(string) string {
	counts := map[string]map[string]int{}
	for _, c := range r.claims {
		if counts[c.Report] == nil {
			counts[c.Report] = map[string]int{}
		}
		for _, a := range slices.Concat(c.Actors, c.Recipients) {
			if name := nation.OfCode(a.Code); name != "" {
				counts[c.Report][name]++
			}
		}
	}
	home := map[string]string{}
	for report, count := range counts {
		for name, n := range count {
			if best := home[report]; best == "" || n > count[best] || n == count[best] && name < best {
				home[report] = name
			}
		}
	}
	return func(report string) string { return home[report] }
}
