package brief

import (
	"context"
	"io"
	"slices"

	"griot"
)

// WriteView composes the brief from a view and writes it. It reads no more of
// the record than the brief shows, so that its time hardly grows with the record.
func WriteView(ctx context.Context, w io.Writer, v *griot.View, o Options) error {
	k, err := Part(ctx, v, o)
	if err != nil {
		return err
	}
	return Write(w, k, o)
}

// Part is as much of what is known as a brief can show: the weightiest rows for
// each section, the claims they rest on, and their reports.
func Part(ctx context.Context, v *griot.View, o Options) (*griot.Known, error) {
	if o.Max == 0 {
		o.Max = DefaultMax
	}
	d, err := v.Rows(ctx, griot.Query{Actors: o.Query.Actors, Current: true, Limit: maxStates}, griot.Holdings)
	if err != nil {
		return nil, err
	}
	x, err := v.Rows(ctx, expectedQuery(o), griot.Expectations)
	if err != nil {
		return nil, err
	}
	d.Expectations = x.Expectations
	if d.Events, err = events(ctx, v, o); err != nil {
		return nil, err
	}
	said := o.Query
	said.AsOf, said.ByWeight, said.Limit, said.Offset = v.AsOf, true, maxQuotable, 0
	var statements []griot.Statement
	for s, err := range v.Record.Statements(ctx, said) {
		if err != nil {
			return nil, err
		}
		statements = append(statements, s)
	}
	return v.Known(ctx, d, cited(&d), quotable(statements))
}

// expectedQuery selects the expectations that the brief tells.
func expectedQuery(o Options) griot.Query {
	q := o.Query
	q.ByWeight, q.Limit, q.Offset = true, o.Max/2, 0
	return q
}

// events are those that the sections on events choose from, in their order.
func events(ctx context.Context, v *griot.View, o Options) ([]griot.Event, error) {
	yes, no := true, false
	real := o.Query
	real.Statuses = reals(o.Query.Statuses)
	if real.From == 0 && real.To == 0 {
		real.From = 1 // the dated ones
	}
	developments, background, contested := real, real, o.Query
	developments.Background, background.Background, contested.Disputed = &no, &yes, true
	all := []griot.Query{developments, background, contested}
	if o.Since.Known() {
		all[0].Reported = griot.Interval{To: o.Since}
		changes := o.Query
		changes.Background, changes.Reported = &no, griot.Interval{From: o.Since + 1}
		all = append(all, changes)
	}
	var found []griot.Event
	at := map[string]bool{}
	for _, q := range all {
		if q.Statuses != nil && len(q.Statuses) == 0 {
			continue // none of the statuses asked for
		}
		q.ByWeight, q.Limit, q.Offset = true, o.Max, 0
		d, err := v.Rows(ctx, q, griot.Events)
		if err != nil {
			return nil, err
		}
		for _, e := range d.Events {
			if !at[e.ID] {
				at[e.ID] = true
				found = append(found, e)
			}
		}
	}
	slices.SortFunc(found, func(a, b griot.Event) int { return griot.ByDay(&a, &b) })
	return found, nil
}

// reals are those of the statuses asked for, all if none is, that say that an act
// came about.
func reals(asked []griot.Status) []griot.Status {
	if len(asked) == 0 {
		asked = griot.Statuses
	}
	return slices.DeleteFunc(slices.Clone(asked), func(s griot.Status) bool { return !s.Real() })
}

// cited are the claims that lines may show.
func cited(d *griot.Derived) []string {
	var ids []string
	add := func(claims []string) { ids = append(ids, claims[:min(len(claims), maxSearched)]...) }
	for i := range d.Holdings {
		add(d.Holdings[i].Claims)
	}
	for i := range d.Expectations {
		ids = append(ids, d.Expectations[i].Claim)
		if by := d.Expectations[i].ResolvedBy; by != "" {
			ids = append(ids, by)
		}
	}
	for i := range d.Events {
		add(d.Events[i].Claims)
		for _, dispute := range d.Events[i].Disputes {
			for _, side := range dispute.Sides {
				add(side.Claims[:min(1, len(side.Claims))])
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
