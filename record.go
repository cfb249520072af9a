package griot

import (
	"context"
	"errors"
	"iter"
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
	// AddAll stores several readings, all of them or none, and tells of each what
	// Add would. It is the quick way to store many.
	AddAll(ctx context.Context, all []Reading) ([]bool, error)
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
	// Lead waits until nobody else, in this process or another one on the same
	// database, leads on the record, and leads until release is called or the
	// process ends. Who derives for all leads, so that it is done once.
	Lead(ctx context.Context) (release func(), err error)
	// SaveDerived keeps what was derived from the version for d.AsOf, and forgets
	// what was derived from other versions.
	SaveDerived(ctx context.Context, version string, d Derived) error
	// Derived returns of what was kept for the version and q.AsOf the rows of the
	// kinds that q lets through, each kind paged by itself, and always Totals. It
	// returns ErrNotFound when nothing was kept.
	Derived(ctx context.Context, version string, q Query, kinds ...Kind) (Derived, error)
	Close() error
}

// Errors that a Record returns, wrapped in what and where.
var (
	ErrNotFound   = errors.New("not in the record")
	ErrMisquote   = errors.New("the quote is not the bytes it points at")
	ErrNewer      = errors.New("the record was written by a newer griot; update griot to open it")
	ErrNotARecord = errors.New("not a griot record")
	ErrDamaged    = errors.New("the record is damaged; restore it from a copy, or read the reports into a new one")
	ErrReadOnly   = errors.New("the record can only be read")
)

// Hit is a report found by words.
type Hit struct {
	Report  Report // without Text
	Snippet string
	Start   int // byte in the text where the snippet begins
}
