package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"griot"
)

// The columns of the tables into which derived rows go.
const (
	derivedColumns     = `derived (as_of, kind, n, type, status, day_from, day_to, background, disputed, holds, independent, reported, weight, report, body)`
	derivedNameColumns = `derived_names (as_of, kind, of, name, n)`
)

// SaveDerived keeps what was derived, in place of what was kept for another version.
func (s *Store) SaveDerived(ctx context.Context, version string, d griot.Derived) error {
	totals, err := json.Marshal(d.Totals)
	if err != nil {
		return err
	}
	tx, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.forget(ctx, tx, version, d.AsOf); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, s.q(`INSERT INTO views (as_of, version, totals) VALUES (?, ?, ?)`), int32(d.AsOf), version, totals); err != nil {
		return err
	}
	for _, kind := range griot.Kinds {
		if err := s.saveKind(ctx, tx, &d, kind); err != nil {
			return err
		}
	}
	if s.d.Settle != "" {
		if _, err := tx.ExecContext(ctx, s.d.Settle); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// forget deletes what was kept for other versions, and for the day.
func (s *Store) forget(ctx context.Context, tx *sql.Tx, version string, asOf griot.Day) error {
	var old int
	err := tx.QueryRowContext(ctx, s.q(`SELECT count(*) FROM views WHERE version <> ?`), version).Scan(&old)
	if err != nil {
		return err
	}
	for _, table := range []string{"views", "derived", "derived_names"} {
		if old > 0 {
			_, err = tx.ExecContext(ctx, `DELETE FROM `+table)
		} else {
			_, err = tx.ExecContext(ctx, s.q(`DELETE FROM `+table+` WHERE as_of = ?`), int32(asOf))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// saveKind stores the rows of a kind, numbered in their order.
func (s *Store) saveKind(ctx context.Context, tx *sql.Tx, d *griot.Derived, kind griot.Kind) error {
	var rows, names [][]any
	flush := func() error {
		err := errors.Join(s.insert(ctx, tx, derivedColumns, rows), s.insert(ctx, tx, derivedNameColumns, names))
		rows, names = rows[:0], names[:0]
		return err
	}
	day, n := int32(d.AsOf), 0
	for f, row := range d.Each(kind) {
		rows = append(rows, []any{day, string(kind), n, string(f.Type), string(f.Status), from(f.When), to(f.When),
			bit(f.Background), bit(f.Disputed), bit(f.Current), f.Independent, int32(f.FirstReported), f.Weight, f.Report, jsonOf(row)})
		for _, name := range f.Names {
			names = append(names, []any{day, string(kind), "actor", name, n})
		}
		for _, name := range f.Places {
			names = append(names, []any{day, string(kind), "place", name, n})
		}
		if n++; len(rows) == rowsAtOnce {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

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
		return d, err
	}
	if err := json.Unmarshal(totals, &d.Totals); err != nil {
		return d, fmt.Errorf("what follows on %q cannot be read: %w", q.AsOf, err)
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
		return err
	}
	defer rows.Close()
	var body sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if err := d.Append(kind, body); err != nil {
			return err
		}
	}
	return rows.Err()
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
