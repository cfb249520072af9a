package relational

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"griot"
)

// Add stores a reading in one transaction; see griot.Record.
func (s *Store) Add(ctx context.Context, r griot.Reading) (bool, error) {
	if err := r.Check(); err != nil {
		return false, err
	}
	r.Normalize()
	tx, err := s.begin(ctx)
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	added, err := s.addReport(ctx, tx, &r)
	if err != nil || !added {
		return false, err
	}
	if err := s.addRows(ctx, tx, &r); err != nil {
		return false, err
	}
	if err := s.addToSum(ctx, tx, r.Digest()); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

func (s *Store) addReport(ctx context.Context, tx *sql.Tx, r *griot.Reading) (bool, error) {
	head := r.Report
	head.Text = ""
	meta, err := json.Marshal(head)
	if err != nil {
		return false, err
	}
	rest, err := json.Marshal(griot.Reading{Roles: r.Roles, Actors: r.Actors})
	if err != nil {
		return false, err
	}
	res, err := tx.ExecContext(ctx, s.q(`INSERT INTO reports (id, known, outlet, title, meta, rest, text) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`),
		head.ID, head.Published.Order(), head.Outlet, head.Title, meta, rest, r.Report.Text)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	if err != nil || n == 0 {
		return false, err
	}
	if s.d.Index != "" {
		_, err = tx.ExecContext(ctx, s.q(s.d.Index), head.ID, head.Title, r.Report.Text)
	}
	return true, err
}

// The columns of the tables into which readings go.
const (
	claimColumns     = `claims (id, report, known, start, type, status, day_from, day_to, body)`
	statementColumns = `statements (id, report, known, start, day_from, day_to, weight, body)`
	figureColumns    = `figures (id, report, known, start, day_from, day_to, body)`
	nameColumns      = `names (of, name, known, report, start, id)`
)

// What names a row is looked for by: whose they are.
const (
	claimActor     = "claim actor"
	claimPlace     = "claim place"
	statementActor = "statement actor"
	figurePlace    = "figure place"
)

// addRows stores the rows of a reading, whose sources are set.
func (s *Store) addRows(ctx context.Context, tx *sql.Tx, r *griot.Reading) error {
	var claims, statements, figures, names [][]any
	name := func(of string, all []string, from griot.Source, start int, id string) {
		for _, n := range all {
			names = append(names, []any{of, n, from.Published.Order(), from.Report, start, id})
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		claims = append(claims, []any{c.ID, c.Report, c.Published.Order(), c.Start, string(c.Type), string(c.Status), from(c.When), to(c.When), jsonOf(c)})
		name(claimActor, c.Names(), c.Source, c.Start, c.ID)
		name(claimPlace, c.Where.Names(), c.Source, c.Start, c.ID)
	}
	for i := range r.Statements {
		t := &r.Statements[i]
		statements = append(statements, []any{t.ID, t.Report, t.Published.Order(), startOf(t), from(t.When), to(t.When), t.Weight(), jsonOf(t)})
		name(statementActor, t.Names(), t.Source, startOf(t), t.ID)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		figures = append(figures, []any{f.ID, f.Report, f.Published.Order(), f.Start, from(f.When), to(f.When), jsonOf(f)})
		name(figurePlace, f.Where.Names(), f.Source, f.Start, f.ID)
	}
	return errors.Join(
		s.insert(ctx, tx, claimColumns, claims),
		s.insert(ctx, tx, statementColumns, statements),
		s.insert(ctx, tx, figureColumns, figures),
		s.insert(ctx, tx, nameColumns, names))
}

func startOf(s *griot.Statement) int {
	if len(s.Spans) == 0 {
		return 0
	}
	return s.Spans[0][0]
}

// rowsAtOnce bounds the parameters of a statement; databases allow 32766.
const rowsAtOnce = 500

// insert stores rows, many with one statement; those that are there already stay.
func (s *Store) insert(ctx context.Context, tx *sql.Tx, into string, rows [][]any) error {
	for chunk := range slices.Chunk(rows, rowsAtOnce) {
		row := "(" + marks(len(chunk[0])) + ")"
		query := `INSERT INTO ` + into + ` VALUES ` + row + strings.Repeat(","+row, len(chunk)-1) + ` ON CONFLICT DO NOTHING`
		if _, err := tx.ExecContext(ctx, s.q(query), slices.Concat(chunk...)...); err != nil {
			return err
		}
	}
	return nil
}

// jsonOf is the JSON form of a row, whose types always have one.
func jsonOf(row any) driver.Valuer { return form{row} }

// form is a value stored as JSON.
type form struct{ row any }

// Value makes the JSON form.
func (f form) Value() (driver.Value, error) { return json.Marshal(f.row) }

// An interval's open end reaches to the end of time, an unknown one nowhere.
func from(i griot.Interval) any {
	if !i.Known() {
		return nil
	}
	return int32(i.From)
}

func to(i griot.Interval) any {
	if !i.Known() {
		return nil
	}
	return i.To.Order()
}
