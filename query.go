package griot

import (
	"cmp"
	"slices"
	"strings"
)

// Query selects rows. Its zero value lets everything through. What a kind of row
// does not have is not asked of it.
type Query struct {
	Types          []Type
	Statuses       []Status
	Actors         []string // names or IDs, compared without case; a row matches when any takes part
	Places         []string // names, countries or admin1, compared without case
	From, To       Day      // valid time: rows whose days overlap; rows without days pass only when both are 0
	AsOf           Day      // known time: published by then
	Report         string
	IDs            []string // rows with one of these IDs; claims, statements and figures only
	MinIndependent int      // events only
	Background     *bool    // events only: those that lie well before their story, or those that do not
	Disputed       bool     // events only: those that reports contest
	Current        bool     // states only: those that still hold
	Reported       Interval // events only: those first reported on these days
	ByWeight       bool     // the rows that matter most come first; see Event.Weight, Statement.Weight, Expectation.Weight
	Limit, Offset  int      // 0: no limit
}

// Claim tells whether the query lets a claim through, paging apart.
func (q *Query) Claim(c *Claim) bool {
	return q.source(&c.Source) && q.id(c.ID) &&
		(len(q.Types) == 0 || slices.Contains(q.Types, c.Type)) &&
		(len(q.Statuses) == 0 || slices.Contains(q.Statuses, c.Status)) &&
		q.Days(c.When) && q.Place(c.Where) && q.named(c.Names())
}

// Statement tells whether the query lets a statement through.
func (q *Query) Statement(s *Statement) bool {
	return q.source(&s.Source) && q.id(s.ID) && q.Days(s.When) && q.named(s.Names())
}

// Figure tells whether the query lets a figure through.
func (q *Query) Figure(f *Figure) bool {
	return q.source(&f.Source) && q.id(f.ID) && q.Days(f.When) && q.Place(f.Where)
}

// Event tells whether the query lets an event through; AsOf is not asked, since
// events are derived for a day.
func (q *Query) Event(e *Event) bool { return q.facets(Events, e.facets()) }

func (q *Query) source(s *Source) bool {
	return (q.Report == "" || q.Report == s.Report) &&
		(q.AsOf == 0 || s.Published.Known() && s.Published <= q.AsOf)
}

func (q *Query) id(id string) bool { return len(q.IDs) == 0 || slices.Contains(q.IDs, id) }

// Days tells whether an interval passes From and To.
func (q *Query) Days(i Interval) bool {
	if q.From == 0 && q.To == 0 {
		return true
	}
	return i.Known() && i.Overlaps(Interval{From: q.From, To: q.To})
}

// Place tells whether a place passes Places.
func (q *Query) Place(p *Place) bool { return len(q.Places) == 0 || anyFolded(q.Places, p.Names()) }

func (q *Query) named(names []string) bool {
	return len(q.Actors) == 0 || anyFolded(q.Actors, names)
}

// anyFolded tells whether any of the names asked for is among folded ones.
func anyFolded(asked, folded []string) bool {
	return slices.ContainsFunc(asked, func(s string) bool { return slices.Contains(folded, Fold(s)) })
}

// Fold is the form in which names are compared.
func Fold(name string) string { return strings.ToLower(name) }

// fold is the folded forms of names, each once, without empty ones.
func fold(names ...string) []string {
	var all []string
	for _, n := range names {
		if n = Fold(n); n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// Names are the folded names by which the participants of a claim are looked for.
func (c *Claim) Names() []string { return actorNames(c.Actors, c.Recipients) }

// Names are the folded names by which speaker and addressee are looked for.
func (s *Statement) Names() []string {
	names := []string{s.Speaker.ID, s.Speaker.Name, s.Speaker.Words}
	if a := s.Addressee; a != nil {
		names = append(names, a.ID, a.Name, a.Words)
	}
	return fold(names...)
}

// Names are the folded names by which a place is looked for; p may be nil.
func (p *Place) Names() []string {
	if p == nil {
		return nil
	}
	return fold(p.Name, p.Country, p.Admin1)
}

func actorNames(lists ...[]Actor) []string {
	var names []string
	for _, actors := range lists {
		for _, a := range actors {
			names = append(names, a.ID, a.Name, a.Words)
		}
	}
	return fold(names...)
}

// Page is the rows that Offset and Limit leave.
func Page[T any](rows []T, q *Query) []T {
	rows = rows[min(q.Offset, len(rows)):]
	if q.Limit > 0 {
		rows = rows[:min(q.Limit, len(rows))]
	}
	return rows
}

// Weightiest puts rows with the greatest weight first; the others keep their order.
func Weightiest[T any](rows []T, weight func(*T) int) {
	slices.SortStableFunc(rows, func(a, b T) int { return cmp.Compare(weight(&b), weight(&a)) })
}
