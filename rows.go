package griot

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Kind names the rows of one table of what is derived.
type Kind string

// The kinds of derived rows.
const (
	Events       Kind = "event"
	Expectations Kind = "expectation"
	Holdings     Kind = "holding"
	Figures      Kind = "figure"
	Actors       Kind = "actor"
	Places       Kind = "place"
	Reports      Kind = "report"
	Copies       Kind = "copy"
	Links        Kind = "link"
)

// Kinds lists every kind of derived rows.
var Kinds = []Kind{Events, Expectations, Holdings, Figures, Actors, Places, Reports, Copies, Links}

// Facets are what a Query asks of a derived row, whatever its kind; what a row
// does not have is zero.
type Facets struct {
	Type          Type
	Status        Status
	When          Interval
	Background    bool
	Disputed      bool
	Current       bool // a state that still holds
	Independent   int
	FirstReported Day
	Weight        int
	Report        string   // ID
	Names         []string // folded, of actors
	Places        []string // folded
}

func (e *Event) facets() Facets {
	return Facets{Type: e.Type, Status: e.Status, When: e.When, Background: e.Background, Disputed: len(e.Disputes) > 0,
		Independent: e.Independent, FirstReported: e.FirstReported, Weight: e.Weight(), Names: actorNames(e.Actors, e.Recipients), Places: e.Where.Names()}
}

func (x *Expectation) facets() Facets {
	return Facets{Type: x.Type, Status: Status(x.Status), When: x.By, Weight: x.Weight(), Names: actorNames(x.Actors, x.Recipients), Places: x.Where.Names()}
}

func (h *Holding) facets() Facets {
	return Facets{When: h.span(), Current: h.Until == nil, Names: fold(h.Subject, h.Value)}
}

func (f *Figure) facets() Facets {
	return Facets{When: f.When, Report: f.Report, Places: f.Where.Names()}
}

func (a *ActorEntry) facets() Facets {
	return Facets{Names: fold(append([]string{a.ID, a.Name}, a.Aliases...)...)}
}

func (p *PlaceEntry) facets() Facets { return Facets{Places: p.Place.Names()} }

func (r *ReportEntry) facets() Facets {
	return Facets{When: Interval{From: r.Published, To: r.Published}, Report: r.ID}
}

func (*Copy) facets() Facets { return Facets{} }
func (*Link) facets() Facets { return Facets{} }

// For is the query as it is asked of rows of a kind: without what they do not
// have.
func (q *Query) For(kind Kind) Query {
	asked := Query{AsOf: q.AsOf, ByWeight: q.ByWeight, Limit: q.Limit, Offset: q.Offset}
	if slices.Contains([]Kind{Events, Expectations}, kind) {
		asked.Types, asked.Statuses = q.Types, q.Statuses
	}
	if kind == Events {
		asked.MinIndependent, asked.Background, asked.Disputed, asked.Reported = q.MinIndependent, q.Background, q.Disputed, q.Reported
	}
	if slices.Contains([]Kind{Events, Expectations, Holdings, Actors}, kind) {
		asked.Actors = q.Actors
	}
	if slices.Contains([]Kind{Events, Expectations, Figures, Places}, kind) {
		asked.Places = q.Places
	}
	if slices.Contains([]Kind{Events, Expectations, Holdings, Figures, Reports}, kind) {
		asked.From, asked.To = q.From, q.To
	}
	if slices.Contains([]Kind{Figures, Reports}, kind) {
		asked.Report = q.Report
	}
	asked.Current = q.Current && kind == Holdings
	return asked
}

// facets tells whether the query lets a derived row through, paging apart.
func (q *Query) facets(kind Kind, f Facets) bool {
	asked := q.For(kind)
	return (len(asked.Types) == 0 || slices.Contains(asked.Types, f.Type)) &&
		(len(asked.Statuses) == 0 || slices.Contains(asked.Statuses, f.Status)) &&
		(asked.Report == "" || asked.Report == f.Report) &&
		asked.Days(f.When) && f.Independent >= asked.MinIndependent &&
		(asked.Background == nil || *asked.Background == f.Background) &&
		(!asked.Disputed || f.Disputed) && (!asked.Current || f.Current) &&
		(!asked.Reported.Known() || asked.Reported.From <= f.FirstReported && int32(f.FirstReported) <= asked.Reported.To.Order()) &&
		(len(asked.Actors) == 0 || anyFolded(asked.Actors, f.Names)) &&
		(len(asked.Places) == 0 || anyFolded(asked.Places, f.Places))
}

// span is the days on which a state may hold.
func (h *Holding) span() Interval {
	i := Interval{From: max(h.Since.From, 1)}
	if h.Until != nil {
		i.To = h.Until.To
	}
	return i
}

// Select is the rows of the kinds that q lets through, each kind paged by
// itself, and Totals.
func (d *Derived) Select(q Query, kinds ...Kind) Derived {
	out := Derived{AsOf: d.AsOf, Totals: d.Totals}
	for _, kind := range kinds {
		d.table(kind).selectInto(out.table(kind), &q, kind)
	}
	return out
}

// Each yields the rows of a kind in their order, each as a value with a JSON form.
func (d *Derived) Each(kind Kind) func(yield func(Facets, any) bool) { return d.table(kind).each }

// Append adds a row of a kind by its JSON form.
func (d *Derived) Append(kind Kind, body []byte) error { return d.table(kind).append(body) }

// rowTable is one of the tables of a Derived.
type rowTable interface {
	each(yield func(Facets, any) bool)
	append(body []byte) error
	selectInto(to rowTable, q *Query, kind Kind)
}

func (d *Derived) table(kind Kind) rowTable {
	switch kind {
	case Events:
		return &rowsOf[Event]{&d.Events, (*Event).facets}
	case Expectations:
		return &rowsOf[Expectation]{&d.Expectations, (*Expectation).facets}
	case Holdings:
		return &rowsOf[Holding]{&d.Holdings, (*Holding).facets}
	case Figures:
		return &rowsOf[Figure]{&d.Figures, (*Figure).facets}
	case Actors:
		return &rowsOf[ActorEntry]{&d.Actors, (*ActorEntry).facets}
	case Places:
		return &rowsOf[PlaceEntry]{&d.Places, (*PlaceEntry).facets}
	case Reports:
		return &rowsOf[ReportEntry]{&d.Reports, (*ReportEntry).facets}
	case Copies:
		return &rowsOf[Copy]{&d.Copies, (*Copy).facets}
	default:
		return &rowsOf[Link]{&d.Links, (*Link).facets}
	}
}

// rowsOf is a table whose rows have the type T.
type rowsOf[T any] struct {
	rows   *[]T
	facets func(*T) Facets
}

func (t *rowsOf[T]) each(yield func(Facets, any) bool) {
	for i := range *t.rows {
		if !yield(t.facets(&(*t.rows)[i]), &(*t.rows)[i]) {
			return
		}
	}
}

func (t *rowsOf[T]) append(body []byte) error {
	var row T
	if err := json.Unmarshal(body, &row); err != nil {
		return fmt.Errorf("a derived row cannot be read: %w", err)
	}
	*t.rows = append(*t.rows, row)
	return nil
}

func (t *rowsOf[T]) selectInto(to rowTable, q *Query, kind Kind) {
	kept := []T{}
	for i := range *t.rows {
		if q.facets(kind, t.facets(&(*t.rows)[i])) {
			kept = append(kept, (*t.rows)[i])
		}
	}
	if q.ByWeight {
		Weightiest(kept, func(row *T) int { return t.facets(row).Weight })
	}
	*to.(*rowsOf[T]).rows = Page(kept, q)
}
