package fuse

import (
	"slices"

	"griot"
	"griot/fuse/contest"
)

// near is how many bytes before a figure the claim stands at most to which a
// figure of its own sentence may belong: "Police spoke of 18,000."
const near = 400

// telling is from where a number is so large that whoever gives it again means the
// same figure.
const telling = 10

// counted are the acts to which a figure that no claim was read with may belong.
var counted = map[string][]griot.Type{
	"killed": {griot.Assault, griot.Protest}, "wounded": {griot.Assault, griot.Protest}, "protesters": {griot.Protest}, "detained": {griot.Coerce},
}

// nearby finds the figures that were read with no claim but stand close behind
// one they may belong to: by figure ID, the claim.
func (r *record) nearby() map[string]*griot.Claim {
	of := map[string]*griot.Claim{}
	for i := range r.readings {
		claims := r.claimsOf[r.readings[i].ID]
		giving := giving(claims)
		for _, f := range r.readings[i].figures {
			if f.Claim != "" || counted[f.Of] == nil {
				continue
			}
			c := retold(giving[quantity{f.Of, f.Min}], &f)
			if c == nil {
				c = before(claims, &f)
			}
			if c != nil {
				of[f.ID] = c
			}
		}
	}
	return of
}

// quantity is how many of what, at the least.
type quantity struct {
	of  string
	min int64
}

// giving lists the claims that give each quantity.
func giving(claims []*griot.Claim) map[quantity][]*griot.Claim {
	all := map[quantity][]*griot.Claim{}
	for _, c := range claims {
		for _, a := range c.Figures {
			n := quantity{a.Of, a.Min}
			all[n] = append(all[n], c)
		}
	}
	return all
}

// retold is the first of the claims that give a figure's quantity whose figure it
// tells again, nil when none is.
func retold(giving []*griot.Claim, f *griot.Figure) *griot.Claim {
	for _, c := range giving {
		if f.Min >= telling || !apart(f, c) {
			return c
		}
	}
	return nil
}

// before is the last claim before a figure, in reach, that it may belong to.
func before(claims []*griot.Claim, f *griot.Figure) *griot.Claim {
	n, _ := slices.BinarySearchFunc(claims, f.Start, func(c *griot.Claim, at int) int { return c.Start - at })
	var last *griot.Claim
	for _, c := range slices.Backward(claims[:n]) {
		if c.Start < f.Start-near {
			break
		}
		if !slices.Contains(counted[f.Of], c.Type) || !c.Status.Real() || apart(f, c) {
			continue
		}
		if slices.ContainsFunc(c.Figures, func(a griot.Amount) bool { return a.Of == f.Of }) {
			return c // it counts the same already
		}
		if last == nil {
			last = c
		}
	}
	return last
}

// apart tells whether a figure is of another time than a claim: of other days, or
// of so many more that it counts more than the one act ("so far this year").
func apart(f *griot.Figure, c *griot.Claim) bool {
	switch {
	case !f.When.Known():
		return false
	case !f.When.Overlaps(c.When):
		return true
	}
	return width(f.When) > width(c.When)+30
}

// width is how many days an interval spans, 0 where it is open.
func width(w griot.Interval) griot.Day {
	if !w.From.Known() || !w.To.Known() {
		return 0
	}
	return w.To - w.From
}

// loose are the figures near the claims of each event, by event ID.
func (r *record) loose(groups [][]*griot.Claim) map[string][]contest.Given {
	event := map[string]string{}
	for _, claims := range groups {
		for _, c := range claims {
			event[c.ID] = eventID(claims[0])
		}
	}
	all := map[string][]contest.Given{}
	for i := range r.readings {
		for _, f := range r.readings[i].figures {
			if c := r.near[f.ID]; c != nil && !r.rulings.retracted[f.ID] {
				id := event[c.ID]
				all[id] = append(all[id], contest.Given{Amount: f.Amount, Source: f.Source, Quote: f.Quote, Near: c})
			}
		}
	}
	return all
}
