package table

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"griot"
)

// wide is a column of the CSV form alone, narrow one of the aligned form too.
func wide[T any](name string, cell func(*T) string) column {
	return column{name, false, func(row any) string { return cell(row.(*T)) }}
}

func narrow[T any](name string, cell func(*T) string) column {
	return column{name, true, func(row any) string { return cell(row.(*T)) }}
}

// fromRecord makes a table's rows of what a record yields.
func fromRecord[T any](list func(griot.Record, context.Context, griot.Query) iter.Seq2[T, error]) func(context.Context, *Source) iter.Seq2[any, error] {
	return func(ctx context.Context, src *Source) iter.Seq2[any, error] {
		return func(yield func(any, error) bool) {
			for row, err := range list(src.Record, ctx, src.Query) {
				if !yield(&row, err) || err != nil {
					return
				}
			}
		}
	}
}

// fromView makes a table's rows of what follows from the record: those of a kind
// that the query lets through.
func fromView[T any](kind griot.Kind, rows func(*griot.Derived) []T) func(context.Context, *Source) iter.Seq2[any, error] {
	return func(ctx context.Context, src *Source) iter.Seq2[any, error] {
		return func(yield func(any, error) bool) {
			view, err := src.View()
			if err != nil {
				yield(nil, err)
				return
			}
			q := src.Query
			q.Current = q.From == 0 && q.To == 0
			d, err := view.Rows(ctx, q, kind)
			if err != nil {
				yield(nil, err)
				return
			}
			all := rows(&d)
			for i := range all {
				if !yield(&all[i], nil) {
					return
				}
			}
		}
	}
}

// names joins the names of actors.
func names(actors []griot.Actor) string {
	var all []string
	for _, a := range actors {
		all = append(all, a.Name)
	}
	return strings.Join(all, "; ")
}

func codes(actors []griot.Actor) string {
	var all []string
	for _, a := range actors {
		all = append(all, a.Code)
	}
	return strings.Join(all, "; ")
}

func placeName(p *griot.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func coordinate(p *griot.Place, of func(*griot.Place) float64) string {
	if p == nil || p.Lat == 0 && p.Lon == 0 {
		return ""
	}
	return strconv.FormatFloat(of(p), 'f', -1, 64)
}

// days is an interval as people write it: one day, a range, or nothing.
func days(i griot.Interval) string {
	switch {
	case !i.Known():
		return ""
	case i.From == i.To:
		return i.From.String()
	default:
		return i.From.String() + "/" + i.To.String()
	}
}

// Amount is an amount as people write it: 17, 40–60, ≥17, ~24.
func Amount(a griot.Amount) string {
	s := strconv.FormatInt(a.Min, 10)
	switch {
	case a.Max < 0:
		s = "≥" + s
	case a.Max != a.Min:
		s += "–" + strconv.FormatInt(a.Max, 10)
	}
	if a.Approx {
		s = "~" + s
	}
	return s
}

func amounts(all []griot.Amount) string {
	var parts []string
	for _, a := range all {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s %s", Amount(a), a.Who, a.Of)))
	}
	return strings.Join(parts, "; ")
}

func voices(all []griot.Voice) string {
	var parts []string
	for _, v := range all {
		parts = append(parts, v.Name)
	}
	return strings.Join(parts, "; ")
}
