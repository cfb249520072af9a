package fuse

import (
	"slices"

	"griot"
	"griot/fuse/nation"
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

// homes finds the country that a claim's report is about: the one to which most
// of its actors belong, the first of equals by name.
func (r *record) homes() func(*griot.Claim) string {
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
	return func(c *griot.Claim) string { return home[c.Report] }
}
