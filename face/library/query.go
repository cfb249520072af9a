package library

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// MaxRows is the most rows that one request is answered with.
const MaxRows = 1000

// ParseQuery reads the filters of an address: as-of, from, to, type, status,
// actor, place, min-independent, limit and offset, as on the command line.
func ParseQuery(v url.Values) (griot.Query, error) {
	q := griot.Query{Actors: nonEmpty(v["actor"]), Places: nonEmpty(v["place"])}
	for name, day := range map[string]*griot.Day{"as-of": &q.AsOf, "from": &q.From, "to": &q.To} {
		if s := v.Get(name); s != "" {
			d, err := griot.ParseDay(s)
			if err != nil {
				return q, fmt.Errorf("%s: %w", name, err)
			}
			*day = d
		}
	}
	for name, n := range map[string]*int{"limit": &q.Limit, "offset": &q.Offset, "min-independent": &q.MinIndependent} {
		if s := v.Get(name); s != "" {
			i, err := strconv.Atoi(s)
			if err != nil || i < 0 {
				return q, fmt.Errorf("%s: %q is no number of rows", name, s)
			}
			*n = i
		}
	}
	if q.Limit == 0 || q.Limit > MaxRows {
		q.Limit = MaxRows
	}
	for _, s := range nonEmpty(v["type"]) {
		t := griot.Type(strings.ToUpper(s))
		if !slices.Contains(griot.Types, t) {
			return q, fmt.Errorf("type: %q is no event type", s)
		}
		q.Types = append(q.Types, t)
	}
	for _, s := range nonEmpty(v["status"]) {
		q.Statuses = append(q.Statuses, griot.Status(strings.ToLower(s)))
	}
	return q, nil
}

func nonEmpty(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return strings.TrimSpace(s) == "" })
}
