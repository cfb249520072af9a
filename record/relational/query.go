package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"griot"
)

// inOrder is the order of claims, statements and figures.
const inOrder = "known, report, start, id"

// Claims yields the claims that q lets through.
func (s *Store) Claims(ctx context.Context, q griot.Query) iter.Seq2[griot.Claim, error] {
	return listed[griot.Claim](ctx, s, claimListing(&q), &q)
}

func claimListing(q *griot.Query) *listing {
	l := newListing("claims", inOrder)
	l.names("names", q.Actors, "of = '"+claimActor+"'")
	l.names("names", q.Places, "of = '"+claimPlace+"'")
	l.in("t.type", asStrings(q.Types))
	l.in("t.status", asStrings(q.Statuses))
	return l.read(q)
}

// Statements yields the statements that q lets through.
func (s *Store) Statements(ctx context.Context, q griot.Query) iter.Seq2[griot.Statement, error] {
	return listed[griot.Statement](ctx, s, statementListing(&q), &q)
}

func statementListing(q *griot.Query) *listing {
	l := newListing("statements", inOrder)
	l.names("names", q.Actors, "of = '"+statementActor+"'")
	if q.ByWeight {
		l.order = "t.weight DESC, " + l.order
	}
	return l.read(q)
}

// Figures yields the figures that q lets through.
func (s *Store) Figures(ctx context.Context, q griot.Query) iter.Seq2[griot.Figure, error] {
	return listed[griot.Figure](ctx, s, figureListing(&q), &q)
}

func figureListing(q *griot.Query) *listing {
	l := newListing("figures", inOrder)
	l.names("names", q.Places, "of = '"+figurePlace+"'")
	return l.read(q)
}

// read asks what is asked of all rows that were read.
func (l *listing) read(q *griot.Query) *listing {
	if q.Report != "" {
		l.cond("t.report = ?", q.Report)
	}
	l.in("t.id", asStrings(q.IDs))
	l.days(q)
	switch {
	case q.AsOf == 0:
	case l.window(q):
		l.cond("+t.known <= ?", int32(q.AsOf))
	default:
		l.cond("t.known <= ?", int32(q.AsOf))
	}
	return l
}

// listed runs a listing of what was read, less what was retracted.
func listed[T any](ctx context.Context, s *Store, l *listing, q *griot.Query) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		corrections, err := s.Corrections(ctx, q.AsOf)
		if err != nil {
			var zero T
			yield(zero, err)
			return
		}
		if gone := slices.Sorted(maps.Keys(griot.Retracted(corrections))); len(gone) > 0 {
			l.cond("t.id NOT IN ("+marks(len(gone))+")", asStrings(gone)...)
		}
		query, args := l.sql(q)
		scan[T](ctx, s, query, args...)(yield)
	}
}

// scan yields the JSON rows of a query for bodies and their digests.
func scan[T any](ctx context.Context, s *Store, query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		rows, err := s.db.QueryContext(ctx, s.q(query), args...)
		if err != nil {
			yield(zero, s.told(err))
			return
		}
		defer rows.Close()
		var body sql.RawBytes
		var digest int64
		for rows.Next() {
			var row T
			if err = rows.Scan(&body, &digest); err == nil {
				err = errors.Join(sound(digest, body), json.Unmarshal(body, &row))
			}
			if err != nil {
				yield(zero, s.told(err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(zero, s.told(err))
		}
	}
}

// Search yields the reports that hold all the words, best first.
func (s *Store) Search(ctx context.Context, words string, q griot.Query) iter.Seq2[griot.Hit, error] {
	return func(yield func(griot.Hit, error) bool) {
		terms := strings.Fields(strings.ToLower(words))
		match := s.d.Match(words)
		if match == "" {
			return
		}
		limit := q.Limit
		if limit == 0 {
			limit = 1000
		}
		known := q.AsOf.Order()
		rows, err := s.db.QueryContext(ctx, s.q(s.d.Search), match, known, limit, q.Offset)
		if err != nil {
			yield(griot.Hit{}, s.told(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var meta []byte
			var text string
			var r griot.Report
			if err = rows.Scan(&meta, &text); err == nil {
				r, err = decodeReport(meta, text)
			}
			if err != nil {
				yield(griot.Hit{}, err)
				return
			}
			if !yield(griot.NewHit(r, terms), nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(griot.Hit{}, s.told(err))
		}
	}
}

// Explain shows how the database finds the rows of a query, for the listing of
// claims, statements, figures and each kind of derived rows.
func (s *Store) Explain(ctx context.Context, q griot.Query) (map[string]string, error) {
	listings := map[string]*listing{"claims": claimListing(&q), "statements": statementListing(&q), "figures": figureListing(&q)}
	for _, kind := range griot.Kinds {
		asked := q.For(kind)
		listings[string(kind)] = derivedListing(kind, &asked)
	}
	plans := map[string]string{}
	for name, l := range listings {
		query, args := l.sql(&q)
		plan, err := s.explain(ctx, query, args)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		plans[name] = plan
	}
	return plans, nil
}

func (s *Store) explain(ctx context.Context, query string, args []any) (string, error) {
	rows, err := s.db.QueryContext(ctx, s.d.Explain+s.q(query), args...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return "", err
	}
	var plan strings.Builder
	for rows.Next() {
		row := make([]any, len(columns))
		for i := range row {
			row[i] = new(sql.NullString)
		}
		if err := rows.Scan(row...); err != nil {
			return "", err
		}
		plan.WriteString(row[len(row)-1].(*sql.NullString).String + "\n")
	}
	return plan.String(), rows.Err()
}
