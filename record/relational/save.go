package relational

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"griot"
)

// The tables into which derived rows go.
var (
	derivedTable     = into(`derived (as_of, kind, n, type, status, day_from, day_to, background, disputed, holds, independent, reported, weight, report, digest, body)`)
	derivedNameTable = into(`derived_names (as_of, kind, of, name, n)`)
)

// SaveDerived keeps what was derived, in place of what was kept for another
// version. Of the rows that were kept for the same day it writes only those that
// changed. On a full disk it keeps what it has and returns ErrReadOnly.
func (s *Store) SaveDerived(ctx context.Context, version string, d griot.Derived) error {
	err := s.saveDerived(ctx, version, d)
	if err != nil && s.d.Full(err) {
		return fmt.Errorf("%w: %v", griot.ErrReadOnly, err)
	}
	return s.told(err)
}

func (s *Store) saveDerived(ctx context.Context, version string, d griot.Derived) error {
	totals, err := json.Marshal(d.Totals)
	if err != nil {
		return err
	}
	c, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer c.end()
	if err := c.forgetOthers(ctx, version, d.AsOf); err != nil {
		return err
	}
	if _, err := c.ExecContext(ctx, s.q(`INSERT INTO views (as_of, version, totals) VALUES (?, ?, ?) ON CONFLICT (as_of) DO UPDATE SET version = excluded.version, totals = excluded.totals`),
		int32(d.AsOf), version, totals); err != nil {
		return err
	}
	all, written := 0, 0
	for _, kind := range griot.Kinds {
		k := keeper{change: c, d: &d, kind: kind, day: int32(d.AsOf)}
		if err := k.save(ctx); err != nil {
			return err
		}
		all, written = all+k.rows, written+k.written
	}
	if s.d.Settle != "" && written > all/settleShare {
		if _, err := c.ExecContext(ctx, s.d.Settle); err != nil {
			return err
		}
	}
	return c.Commit()
}

// settleShare: plans are made good again when more than one in so many rows are new.
const settleShare = 20

// forgetOthers deletes what was kept for other days of other versions.
func (c *change) forgetOthers(ctx context.Context, version string, asOf griot.Day) error {
	const others = `SELECT as_of FROM views WHERE version <> ? AND as_of <> ?`
	for _, table := range []string{"derived", "derived_names", "views"} {
		if _, err := c.ExecContext(ctx, c.s.q(`DELETE FROM `+table+` WHERE as_of IN (`+others+`)`), version, int32(asOf)); err != nil {
			return err
		}
	}
	return nil
}

// keeper brings the rows of a kind that are kept for a day to those of d.
type keeper struct {
	*change
	d       *griot.Derived
	kind    griot.Kind
	day     int32
	rows    int // of d
	written int
}

// kept is a row that is there: its place among its kind, and its digest.
type kept struct{ n, digest int64 }

func (k *keeper) save(ctx context.Context) error {
	old, err := k.kept(ctx)
	if err != nil {
		return err
	}
	for range k.d.Each(k.kind) {
		k.rows++
	}
	places := make([]place, k.rows)
	if len(old) > 0 {
		places = match(old, k.digests())
	}
	stay := map[int64]bool{}
	for _, p := range places {
		if p.stays {
			stay[p.n] = true
		}
	}
	if len(stay) == 0 {
		places = inRow(places)
	}
	if err := k.drop(ctx, old, stay); err != nil {
		return err
	}
	return k.enter(ctx, places)
}

// kept lists the rows that are there, in their order.
func (k *keeper) kept(ctx context.Context) ([]kept, error) {
	rows, err := k.QueryContext(ctx, k.s.q(`SELECT n, digest FROM derived WHERE as_of = ? AND kind = ? ORDER BY n`), k.day, string(k.kind))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []kept
	for rows.Next() {
		var one kept
		if err := rows.Scan(&one.n, &one.digest); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// digests are those of the rows of d.
func (k *keeper) digests() []int64 {
	all := make([]int64, 0, k.rows)
	for _, row := range k.d.Each(k.kind) {
		_, digest := stored(row)
		all = append(all, digest)
	}
	return all
}

// drop deletes the old rows that do not stay, and their names.
func (k *keeper) drop(ctx context.Context, old []kept, stay map[int64]bool) error {
	if len(stay) == 0 {
		for _, table := range []string{"derived", "derived_names"} {
			if _, err := k.ExecContext(ctx, k.s.q(`DELETE FROM `+table+` WHERE as_of = ? AND kind = ?`), k.day, string(k.kind)); err != nil {
				return err
			}
		}
		return nil
	}
	var gone []any
	for _, row := range old {
		if !stay[row.n] {
			gone = append(gone, row.n)
		}
	}
	for some := range slices.Chunk(gone, droppedAtOnce) {
		if err := k.dropSome(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// droppedAtOnce bounds the parameters of a statement.
const droppedAtOnce = 500

// dropSome deletes the rows at some places, and the names that they had.
func (k *keeper) dropSome(ctx context.Context, places []any) error {
	of := []any{k.day, string(k.kind)}
	rows, err := k.QueryContext(ctx, k.s.q(`DELETE FROM derived WHERE as_of = ? AND kind = ? AND n IN (`+marks(len(places))+`) RETURNING n, body`), append(of, places...)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var at []int64
	var was griot.Derived
	for rows.Next() {
		var n int64
		var body []byte
		if err := rows.Scan(&n, &body); err != nil {
			return err
		}
		if err := was.Append(k.kind, body); err != nil {
			return err
		}
		at = append(at, n)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	stmt, err := k.PrepareContext(ctx, k.s.q(`DELETE FROM derived_names WHERE as_of = ? AND kind = ? AND of = ? AND name = ? AND n = ?`))
	if err != nil {
		return err
	}
	defer stmt.Close()
	i := 0
	for f := range was.Each(k.kind) {
		for _, name := range namesOf(f) {
			if _, err := stmt.ExecContext(ctx, k.day, string(k.kind), name[0], name[1], at[i]); err != nil {
				return err
			}
		}
		i++
	}
	return nil
}

// namesOf are the names by which a derived row is looked for, each with whose it is.
func namesOf(f griot.Facets) [][2]string {
	var all [][2]string
	for _, name := range f.Names {
		all = append(all, [2]string{"actor", name})
	}
	for _, name := range f.Places {
		all = append(all, [2]string{"place", name})
	}
	return all
}

// How many rows and names are held to be stored at once. Names are stored in the
// order in which their table has them; the more of them at once, the fewer of
// its pages are written twice.
const (
	derivedAtOnce = 10000
	namesAtOnce   = 100000
)

// enter stores the rows that do not stand at their places already.
func (k *keeper) enter(ctx context.Context, places []place) error {
	var rows, names [][]any
	flush := func(rowsFrom, namesFrom int) error {
		if len(rows) >= rowsFrom {
			if err := k.insert(ctx, derivedTable, rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
		if len(names) < namesFrom {
			return nil
		}
		slices.SortFunc(names, func(a, b []any) int {
			return cmp.Or(cmp.Compare(a[2].(string), b[2].(string)), cmp.Compare(a[3].(string), b[3].(string)), cmp.Compare(a[4].(int64), b[4].(int64)))
		})
		err := k.insert(ctx, derivedNameTable, names)
		names = names[:0]
		return err
	}
	i := -1
	for f, row := range k.d.Each(k.kind) {
		if i++; places[i].stays {
			continue
		}
		k.written++
		n := places[i].n
		body, digest := stored(row)
		rows = append(rows, []any{k.day, string(k.kind), n, string(f.Type), string(f.Status), from(f.When), until(f.When),
			bit(f.Background), bit(f.Disputed), bit(f.Current), f.Independent, int32(f.FirstReported), f.Weight, f.Report, digest, body})
		for _, name := range namesOf(f) {
			names = append(names, []any{k.day, string(k.kind), name[0], name[1], n})
		}
		if err := flush(derivedAtOnce, namesAtOnce); err != nil {
			return err
		}
	}
	return flush(0, 0)
}
