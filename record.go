package griot

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
)

// Record stores readings and corrections for good, and keeps a copy of what was
// derived from them. Nothing in it is overwritten; a claim is added or
// retracted, each at a known moment. All methods may be called at once from
// several goroutines.
type Record interface {
	// Add stores a reading whole, or nothing of it. It returns false, and
	// changes nothing, when the report is there already. A claim whose quote
	// does not match its offsets is refused with ErrMisquote.
	Add(ctx context.Context, r Reading) (bool, error)
	// Has tells whether the report is there.
	Has(ctx context.Context, reportID string) (bool, error)
	// Readings yields what was published by asOf (0: everything), in the order
	// of publication day, then ID; undated reports come last and only for asOf 0.
	// Retracted claims and figures are left out.
	Readings(ctx context.Context, asOf Day) iter.Seq2[Reading, error]
	// Report is one report with its text.
	Report(ctx context.Context, id string) (Report, error)
	// Claims, Statements and Figures yield rows that the query lets through, in
	// the order of publication day, report ID, start, ID.
	Claims(ctx context.Context, q Query) iter.Seq2[Claim, error]
	Statements(ctx context.Context, q Query) iter.Seq2[Statement, error]
	Figures(ctx context.Context, q Query) iter.Seq2[Figure, error]
	// Search yields the reports whose text holds all the words, best first.
	Search(ctx context.Context, words string, q Query) iter.Seq2[Hit, error]
	// Correct appends a correction; the same one again changes nothing.
	Correct(ctx context.Context, c Correction) error
	// Corrections lists them in order of day, then ID, up to asOf (0: all).
	Corrections(ctx context.Context, asOf Day) ([]Correction, error)
	// Version is the digest of all that was added and corrected: two records
	// with the same content have the same version.
	Version(ctx context.Context) (string, error)
	// SaveDerived keeps what was derived from the version for asOf.
	SaveDerived(ctx context.Context, version string, d Derived) error
	// Derived returns what was kept for the version and asOf, or ErrNotFound.
	Derived(ctx context.Context, version string, asOf Day) (Derived, error)
	Close() error
}

// Errors that a Record returns, wrapped in what and where.
var (
	ErrNotFound   = errors.New("not in the record")
	ErrMisquote   = errors.New("the quote is not the bytes it points at")
	ErrNewer      = errors.New("the record was written by a newer griot; update griot to open it")
	ErrNotARecord = errors.New("not a griot record")
)

// Hit is a report found by words.
type Hit struct {
	Report  Report // without Text
	Snippet string
	Start   int // byte in the text where the snippet begins
}

// Query selects rows. Its zero value lets everything through.
type Query struct {
	Types          []Type
	Statuses       []Status
	Actors         []string // names or IDs, compared without case; a row matches when any takes part
	Places         []string // names, countries or admin1
	From, To       Day      // valid time: rows whose days overlap; rows without days pass only when both are 0
	AsOf           Day      // known time: published by then
	Report         string
	MinIndependent int // events only
	Limit, Offset  int // 0: no limit
}

// Claim tells whether the query lets a claim through, paging apart.
func (q *Query) Claim(c *Claim) bool {
	return q.source(&c.Source) &&
		(len(q.Types) == 0 || slices.Contains(q.Types, c.Type)) &&
		(len(q.Statuses) == 0 || slices.Contains(q.Statuses, c.Status)) &&
		q.Days(c.When) && q.Place(c.Where) &&
		(len(q.Actors) == 0 || q.actors(c.Actors) || q.actors(c.Recipients))
}

// Statement tells whether the query lets a statement through.
func (q *Query) Statement(s *Statement) bool {
	return q.source(&s.Source) && q.Days(s.When) &&
		(len(q.Actors) == 0 || q.actors([]Actor{s.Speaker}) || s.Addressee != nil && q.actors([]Actor{*s.Addressee}))
}

// Figure tells whether the query lets a figure through.
func (q *Query) Figure(f *Figure) bool {
	return q.source(&f.Source) && q.Days(f.When) && q.Place(f.Where)
}

// Event tells whether the query lets an event through; AsOf is not asked, since
// events are derived for a day.
func (q *Query) Event(e *Event) bool {
	return (len(q.Types) == 0 || slices.Contains(q.Types, e.Type)) &&
		(len(q.Statuses) == 0 || slices.Contains(q.Statuses, e.Status)) &&
		q.Days(e.When) && q.Place(e.Where) && e.Independent >= q.MinIndependent &&
		(len(q.Actors) == 0 || q.actors(e.Actors) || q.actors(e.Recipients))
}

func (q *Query) source(s *Source) bool {
	return (q.Report == "" || q.Report == s.Report) &&
		(q.AsOf == 0 || s.Published.Known() && s.Published <= q.AsOf)
}

// Days tells whether an interval passes From and To.
func (q *Query) Days(i Interval) bool {
	if q.From == 0 && q.To == 0 {
		return true
	}
	return i.Known() && i.Overlaps(Interval{From: q.From, To: q.To})
}

// Place tells whether a place passes Places.
func (q *Query) Place(p *Place) bool {
	if len(q.Places) == 0 {
		return true
	}
	if p == nil {
		return false
	}
	return slices.ContainsFunc(q.Places, func(s string) bool {
		return strings.EqualFold(s, p.Name) || strings.EqualFold(s, p.Country) || strings.EqualFold(s, p.Admin1)
	})
}

func (q *Query) actors(as []Actor) bool {
	return slices.ContainsFunc(as, func(a Actor) bool {
		return slices.ContainsFunc(q.Actors, func(s string) bool {
			return s == a.ID || strings.EqualFold(s, a.Name) || strings.EqualFold(s, a.Words)
		})
	})
}
