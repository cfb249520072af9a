package fuse

import (
	"slices"

	"griot"
	"griot/fuse/state"
)

// roles are the roles that reports give, each with the claims of its report in
// which the same actor takes part, in the role's own sentence if there is one.
func (r *record) roles() []state.Role {
	byReport := map[string][]*griot.Claim{}
	for _, c := range r.claims {
		byReport[c.Report] = append(byReport[c.Report], c)
	}
	var list []state.Role
	for i := range r.readings {
		one := &r.readings[i]
		for _, role := range one.Roles {
			role.Source = source(&one.Report)
			role.Actor = r.rulings.actor(role.Actor)
			list = append(list, state.Role{Role: role, Claims: showing(byReport[one.Report.ID], &role)})
		}
	}
	return list
}

// showing lists the claims that show a role's actor at work.
func showing(claims []*griot.Claim, role *griot.Role) []string {
	var near, all []string
	for _, c := range claims {
		is := func(a griot.Actor) bool { return a.ID == role.Actor }
		if !slices.ContainsFunc(c.Actors, is) && !slices.ContainsFunc(c.Recipients, is) {
			continue
		}
		all = append(all, c.ID)
		if c.Sentence.Start <= role.Start && role.Start < c.Sentence.End {
			near = append(near, c.ID)
		}
	}
	if len(near) > 0 {
		return near
	}
	return all[:min(1, len(all))]
}
