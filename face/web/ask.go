package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"griot"
	"griot/face/library"
)

// ask is what a reader asks for: the record on a day, the filters, the place in
// a long list.
type ask struct {
	ctx    context.Context
	site   *site
	known  *griot.Known  // as much of the record as the page needs
	totals *griot.Totals // of all that is known on the day
	days   []griot.Day   // on which reports came out, all of the record
	query  griot.Query
	values url.Values
	path   string // of the page, without its first slash
	id     string // of the thing the page is about
	number int    // of the page of a long list, from 1
	links  links
	chunks map[string][]chunk // how long reports are cut into pages
	named  map[string]string  // IDs of actors by their names; nil until asked for
}

// filterNames are the parameters that go along from page to page.
var filterNames = []string{"actor", "place", "type", "status", "from", "to"}

func (s *site) ask(ctx context.Context, r *http.Request) (*ask, error) {
	v := r.URL.Query()
	v.Del("token") // it must not stand in links
	q, err := library.ParseQuery(v)
	if err != nil {
		return nil, fmt.Errorf("%w%w", errQuestion, err)
	}
	a := &ask{ctx: ctx, site: s, query: q, values: v, path: r.URL.Path[1:], id: r.PathValue("id"), number: 1}
	if n := v.Get("page"); n != "" {
		if a.number, err = strconv.Atoi(n); err != nil || a.number < 1 {
			return nil, fmt.Errorf("%wpage: %q is no number of a page", errQuestion, n)
		}
	}
	a.links = links{asOf: q.AsOf, filters: url.Values{}}
	for _, name := range filterNames {
		if values := v[name]; len(values) > 0 && values[0] != "" {
			a.links.filters[name] = values
		}
	}
	if a.totals, err = a.totalsOn(q.AsOf); err != nil {
		return nil, err
	}
	all := a.totals
	if q.AsOf.Known() {
		if all, err = a.totalsOn(0); err != nil {
			return nil, err
		}
	}
	a.days = all.Days
	return a, nil
}

func (a *ask) totalsOn(day griot.Day) (*griot.Totals, error) {
	view, err := a.viewOf(day)
	if err != nil {
		return nil, err
	}
	d, err := view.Rows(a.ctx, griot.Query{})
	if err != nil || len(d.Totals.Days) > 0 || !d.Totals.Last.Known() {
		return d.Totals, err
	}
	d, err = view.Rows(a.ctx, griot.Query{}, griot.Reports) // an earlier griot counted, without the days
	for i := range d.Reports {
		d.Totals.Days = append(d.Totals.Days, d.Reports[i].Published)
	}
	slices.Sort(d.Totals.Days)
	d.Totals.Days = slices.DeleteFunc(slices.Compact(d.Totals.Days), func(d griot.Day) bool { return !d.Known() })
	return d.Totals, err
}

// whole is a page that needs all that is known on its day.
func whole(show func(*ask) (*content, error)) func(*ask) (*content, error) {
	return func(a *ask) (*content, error) {
		if a.known == nil {
			var err error
			if a.known, err = a.knownOn(a.query.AsOf); err != nil {
				return nil, err
			}
		}
		return show(a)
	}
}

// now is the day the page speaks of: the day asked for, else that of the latest
// report.
func (a *ask) now() griot.Day {
	if a.query.AsOf.Known() || len(a.days) == 0 {
		return a.query.AsOf
	}
	return a.days[len(a.days)-1]
}

// before and after are the nearest days with reports on either side of a day; 0
// when there is none.
func (a *ask) before(d griot.Day) griot.Day {
	i, _ := slices.BinarySearch(a.days, d)
	if i == 0 {
		return 0
	}
	return a.days[i-1]
}

func (a *ask) after(d griot.Day) griot.Day {
	i, found := slices.BinarySearch(a.days, d)
	if found {
		i++
	}
	if i >= len(a.days) {
		return 0
	}
	return a.days[i]
}

// dayOf reads a day from the address.
func (a *ask) dayOf(name string) (griot.Day, error) {
	s := a.values.Get(name)
	if s == "" {
		return 0, nil
	}
	d, err := griot.ParseDay(s)
	if err != nil {
		return 0, fmt.Errorf("%w%s: %w", errQuestion, name, err)
	}
	return d, nil
}

// cut is the part of a list of n rows that stands on this page of so many rows,
// and how many pages that makes.
func (a *ask) cut(n, rows int) (from, to, pages int) {
	pages = max(1, (n+rows-1)/rows)
	from = min(n, (a.number-1)*rows)
	return from, min(n, from+rows), pages
}

// missing says that nothing has the ID of the address.
func (a *ask) missing(what string) error {
	when := ""
	if a.query.AsOf.Known() {
		when = " as it was known on " + day(a.query.AsOf)
	}
	return fmt.Errorf("%s %s is %w%s", what, clip(40, a.id), griot.ErrNotFound, when)
}

// viewOf is the record as it stood on a day, for a few rows of it.
func (a *ask) viewOf(day griot.Day) (*griot.View, error) {
	ctx, cancel := context.WithTimeout(a.ctx, patience)
	defer cancel()
	return a.site.lib.View(ctx, day)
}

// knownOn is all of the record as it stood on a day.
func (a *ask) knownOn(day griot.Day) (*griot.Known, error) {
	ctx, cancel := context.WithTimeout(a.ctx, patience)
	defer cancel()
	known, _, err := a.site.lib.Known(ctx, day)
	return known, err
}
