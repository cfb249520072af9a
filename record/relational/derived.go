package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"griot"
)

// Derived returns rows of what was kept.
func (s *Store) Derived(ctx context.Context, version string, q griot.Query, kinds ...griot.Kind) (griot.Derived, error) {
	nothing := griot.Derived{AsOf: q.AsOf}
	d := nothing.Select(q, kinds...) // empty tables, not none
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return d, err
	}
	defer conn.Close()
	// All rows are read as they stood at one moment.
	if _, err := conn.ExecContext(ctx, s.d.Snapshot); err != nil {
		return d, err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
	var totals []byte
	err = conn.QueryRowContext(ctx, s.q(`SELECT totals FROM views WHERE version = ? AND as_of = ?`), version, int32(q.AsOf)).Scan(&totals)
	if errors.Is(err, sql.ErrNoRows) {
		return d, fmt.Errorf("what follows on %q: %w", q.AsOf, griot.ErrNotFound)
	}
	if err != nil {
		return d, s.told(err)
	}
	if err := json.Unmarshal(totals, &d.Totals); err != nil {
		return d, fmt.Errorf("%w: the totals of %q: %v", griot.ErrDamaged, q.AsOf, err)
	}
	for _, kind := range kinds {
		if err := s.loadKind(ctx, conn, &d, kind, q.For(kind)); err != nil {
			return d, err
		}
	}
	return d, nil
}

func (s *Store) loadKind(ctx context.Context, conn *sql.Conn, d *griot.Derived, kind griot.Kind, q griot.Query) error {
	query, args := derivedListing(kind, &q).sql(&q)
	rows, err := conn.QueryContext(ctx, s.q(query), args...)
	if err != nil {
		return s.told(err)
	}
	defer rows.Close()
	var body sql.RawBytes
	var digest int64
	for rows.Next() {
		if err := rows.Scan(&body, &digest); err != nil {
			return s.told(err)
		}
		if err := sound(digest, body); err != nil {
			return err
		}
		if err := d.Append(kind, body); err != nil {
			return err
		}
	}
	return s.told(rows.Err())
}

// derivedListing lists the rows of a kind that q, as it is asked of the kind,
// lets through.
func derivedListing(kind griot.Kind, q *griot.Query) *listing {
	l := newListing("derived", "n")
	day := fmt.Sprint("as_of = ", int32(q.AsOf))
	l.names("derived_names", q.Actors, day, "kind = '"+string(kind)+"'", "of = 'actor'")
	l.names("derived_names", q.Places, day, "kind = '"+string(kind)+"'", "of = 'place'")
	l.cond("t.as_of = ? AND t.kind = ?", int32(q.AsOf), string(kind))
	if q.ByWeight {
		l.order = "t.weight DESC, t.n"
	}
	l.in("t.type", asStrings(q.Types))
	if q.ByWeight {
		l.in("t.status || ''", asStrings(q.Statuses)) // most rows are of one status: weight leads
	} else {
		l.in("t.status", asStrings(q.Statuses))
	}
	l.days(q)
	if q.Report != "" {
		l.cond("t.report = ? AND t.report <> ''", q.Report)
	}
	if q.MinIndependent > 0 {
		l.cond("t.independent >= ?", q.MinIndependent)
	}
	if q.Background != nil {
		l.flag("t.background", *q.Background)
	}
	if q.Disputed {
		l.flag("t.disputed", true)
	}
	if q.Current {
		l.flag("t.holds", true)
	}
	if q.Reported.Known() {
		l.cond("t.reported BETWEEN ? AND ?", int32(q.Reported.From), q.Reported.To.Order())
	}
	return l
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
