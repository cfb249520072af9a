package fuse

import (
	"cmp"
	"slices"

	"griot"
	"griot/fuse/contest"
	"griot/fuse/dup"
)

// event is what a group of claims, in order of publication, tells of one event.
// Its ID is that of its first claim, so that it stays while reports are added.
func (r *record) event(claims []*griot.Claim, loose []contest.Given, families *dup.Families) griot.Event {
	best, given := speaker(claims), contest.Of(claims, loose)
	e := griot.Event{
		ID: eventID(claims[0]), Told: best.ID, Type: best.Type, Mode: best.Mode, Contexts: contexts(claims), Status: best.Status,
		Background: !slices.ContainsFunc(claims, func(c *griot.Claim) bool { return !c.Background }),
		Actors:     participants(claims, best, func(c *griot.Claim) []griot.Actor { return c.Actors }),
		Recipients: participants(claims, best, func(c *griot.Claim) []griot.Actor { return c.Recipients }),
		When:       when(claims, best), Where: where(claims, best), Figures: contest.Amounts(given),
		Claims: []string{}, Independent: families.Independent(claims), Disputes: contest.Find(claims, given, families.Source),
	}
	e.Quad, e.Scale = e.Type.Quad(), e.Type.Scale(e.Mode)
	reports := map[string]bool{}
	for _, c := range claims {
		e.Claims = append(e.Claims, c.ID)
		reports[c.Report] = true
		if c.Published.Known() {
			if !e.FirstReported.Known() {
				e.FirstReported = c.Published
			}
			e.LastReported = c.Published
		}
	}
	slices.Sort(e.Claims)
	e.Reports = len(reports)
	if e.Disputes == nil {
		e.Disputes = []griot.Dispute{}
	}
	e.Title = title(&e, best, r.clause(best), r.sentence(best))
	return e
}

// eventID is the ID of the event whose first claim is given.
func eventID(first *griot.Claim) string { return griot.NewID(griot.EventID, first.ID) }

// speaker is the claim that tells the event most fully: what came about before
// what is planned or denied, news before background, then the one that fills
// most slots, the earliest of equals.
func speaker(claims []*griot.Claim) *griot.Claim {
	return slices.MaxFunc(claims, func(a, b *griot.Claim) int { return cmp.Compare(fullness(a), fullness(b)) })
}

func fullness(c *griot.Claim) int {
	n := 0
	add := func(points int, ok bool) {
		if ok {
			n += points
		}
	}
	add(40, c.Status.Real())
	add(20, c.Status != griot.Denied && c.Status != griot.Possible)
	add(10, !c.Background)
	add(4, len(c.Actors) > 0)
	add(3, len(c.Recipients) > 0)
	add(1, c.When.Known())
	add(2, c.When.Known() && c.When.From == c.When.To && c.When.Basis == griot.BasisText)
	add(2, c.Where != nil && c.Where.RadiusKm < country)
	add(1, c.Mode != "")
	add(2, len(c.Figures) > 0)
	return n
}

func contexts(claims []*griot.Claim) []string {
	all := []string{}
	for _, c := range claims {
		all = append(all, c.Contexts...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// participants are those of the fullest claim and of the claims that its own
// sentence makes of the same act; those of any claim when it has none.
func participants(claims []*griot.Claim, best *griot.Claim, side func(*griot.Claim) []griot.Actor) []griot.Actor {
	list := []griot.Actor{}
	add := func(actors []griot.Actor) {
		for _, a := range actors {
			if !slices.ContainsFunc(list, func(b griot.Actor) bool { return a.ID == b.ID }) {
				list = append(list, a)
			}
		}
	}
	if own := side(best); len(own) == 1 {
		list = slices.Clip(own) // as in most events: not copied until somebody is added
	} else {
		add(own)
	}
	for _, c := range claims {
		if c.Report == best.Report && c.Sentence == best.Sentence && c.Lemma == best.Lemma && c.Status == best.Status {
			add(side(c))
		}
	}
	for _, c := range claims {
		if len(list) == 0 && c.Type == best.Type && c.Status.Real() == best.Status.Real() {
			add(side(c))
		}
	}
	return list
}

// when is the narrowest interval that any claim of the event's kind gives, the
// fullest claim's of equals. News whose day no report tells came about by the
// day of the first report.
func when(claims []*griot.Claim, best *griot.Claim) griot.Interval {
	w := best.When
	for _, c := range claims {
		if c.Status.Real() == best.Status.Real() && days(c.When) < days(w) {
			w = c.When
		}
	}
	if first := claims[0].Published; !w.Known() && best.Status.Real() && !best.Background && first.Known() {
		return griot.Interval{To: first, Basis: griot.BasisPublished, Reason: "no report gives a day; it was told by then"}
	}
	return w
}

// days orders intervals by how much they say: shorter first, firm ones before
// those for which the day of publication stands in.
func days(i griot.Interval) int {
	const open = 1 << 20
	n := open
	switch {
	case !i.Known():
		return 4 * open
	case i.From.Known() && i.To.Known():
		n = int(i.To - i.From)
	}
	if i.Basis == griot.BasisPublished || i.Basis == griot.BasisInferred {
		n += open
	}
	return n
}

// where is the narrowest place that any claim gives, the fullest claim's of equals.
func where(claims []*griot.Claim, best *griot.Claim) *griot.Place {
	place := best.Where
	for _, c := range claims {
		if c.Where != nil && (place == nil || c.Where.RadiusKm > 0 && c.Where.RadiusKm < place.RadiusKm) {
			place = c.Where
		}
	}
	return place
}
