package griot

import (
	"cmp"
	"context"
	"slices"
)

// View is the record as it stood on a day, for those who read only rows of it.
type View struct {
	Record  Record
	Version string // whose derived rows the record keeps
	AsOf    Day
	Kept    *Derived // all of them, when the record cannot keep them
}

// Rows are the derived rows of the kinds that q lets through, and Totals.
func (v *View) Rows(ctx context.Context, q Query, kinds ...Kind) (Derived, error) {
	if v.Kept != nil {
		return v.Kept.Select(q, kinds...), nil
	}
	q.AsOf = v.AsOf
	return v.Record.Derived(ctx, v.Version, q, kinds...)
}

// Known joins derived rows with the claims, the statements and the reports that
// the IDs name: a Known with less in it, but with the Totals of the whole.
func (v *View) Known(ctx context.Context, d Derived, claims []string, statements []Statement) (*Known, error) {
	at := map[string]*Reading{}
	reading := func(id string) (*Reading, error) {
		if at[id] == nil {
			report, err := v.Record.Report(ctx, id)
			if err != nil {
				return nil, err
			}
			at[id] = &Reading{Report: report}
		}
		return at[id], nil
	}
	if len(claims) > 0 {
		for c, err := range v.Record.Claims(ctx, Query{IDs: claims, AsOf: v.AsOf}) {
			if err != nil {
				return nil, err
			}
			r, err := reading(c.Report)
			if err != nil {
				return nil, err
			}
			r.Claims = append(r.Claims, c)
		}
	}
	for _, s := range statements {
		r, err := reading(s.Report)
		if err != nil {
			return nil, err
		}
		r.Statements = append(r.Statements, s)
	}
	var readings []Reading
	for _, r := range at {
		readings = append(readings, *r)
	}
	slices.SortFunc(readings, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.Report.Published.Order(), b.Report.Published.Order()), cmp.Compare(a.Report.ID, b.Report.ID))
	})
	return NewKnown(readings, d), nil
}
