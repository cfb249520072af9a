package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"griot"
)

// filterOptions select rows of a listing.
type filterOptions struct {
	from, to                        string
	types, statuses, actors, places []string
	minIndependent                  int
	limit, offset                   int
}

func (o *filterOptions) addTo(c *cobra.Command) {
	c.Flags().StringVar(&o.from, "from", "", "what happened on this day or later, YYYY-MM-DD")
	c.Flags().StringVar(&o.to, "to", "", "what happened on this day or earlier, YYYY-MM-DD")
	c.Flags().StringSliceVar(&o.types, "type", nil, "event type, as ASSAULT; may be given several times")
	c.Flags().StringSliceVar(&o.statuses, "status", nil, "status, as happened or announced; may be given several times")
	c.Flags().StringArrayVar(&o.actors, "actor", nil, "name or ID of an actor who takes part; may be given several times")
	c.Flags().StringArrayVar(&o.places, "place", nil, "name of a place, a region or a country; may be given several times")
	c.Flags().IntVar(&o.minIndependent, "min-independent", 0, "events told by at least so many independent sources")
	c.Flags().IntVar(&o.limit, "limit", 0, "at most so many rows")
	c.Flags().IntVar(&o.offset, "offset", 0, "leave out so many rows first")
}

// expectationStatuses are those of the ledger; claims and events have their own.
var expectationStatuses = []griot.Status{"open", "fulfilled", "partly", "denied", "withdrawn", "overdue"}

// allStatuses are those of whatever a brief or an export shows.
var allStatuses = slices.Concat(griot.Statuses, expectationStatuses)

// query is what the options select among rows that have those statuses.
func (o *filterOptions) query(statuses []griot.Status) (griot.Query, error) {
	q := griot.Query{Actors: o.actors, Places: o.places, MinIndependent: o.minIndependent, Limit: o.limit, Offset: o.offset}
	var err error
	if q.From, err = dayFlag("from", o.from); err != nil {
		return q, err
	}
	if q.To, err = dayFlag("to", o.to); err != nil {
		return q, err
	}
	if q.From.Known() && q.To.Known() && q.From > q.To {
		return q, usage("--from %s lies after --to %s", o.from, o.to)
	}
	if o.limit < 0 || o.offset < 0 || o.minIndependent < 0 {
		return q, usage("--limit, --offset and --min-independent cannot be negative")
	}
	for _, s := range o.types {
		t := griot.Type(strings.ToUpper(s))
		if !slices.Contains(griot.Types, t) {
			return q, usage("--type %q is no event type; they are %s", s, joined(griot.Types))
		}
		q.Types = append(q.Types, t)
	}
	for _, s := range o.statuses {
		status := griot.Status(strings.ToLower(s))
		if !slices.Contains(statuses, status) {
			return q, usage("--status %q is unknown here; it is one of %s", s, joined(statuses))
		}
		q.Statuses = append(q.Statuses, status)
	}
	return q, nil
}

func joined[T ~string](values []T) string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return strings.Join(all, ", ")
}
