package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"griot"
)

// Add stores a reading in one transaction; see griot.Record.
func (s *Store) Add(ctx context.Context, r griot.Reading) (bool, error) {
	if err := r.Check(); err != nil {
		return false, err
	}
	r.Normalize()
	tx, err := s.db.BeginTx(ctx, nil)
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

const (
	insertClaim = `INSERT INTO claims (id, report, known, start, type, status, day_from, day_to, place, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
	insertActor = `INSERT INTO claim_actors (actor, claim) VALUES (?, ?) ON CONFLICT (actor, claim) DO NOTHING`
	insertSaid  = `INSERT INTO statements (id, report, known, start, day_from, day_to, body) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
	insertCount = `INSERT INTO figures (id, report, known, start, day_from, day_to, place, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
)

func (s *Store) addRows(ctx context.Context, tx *sql.Tx, r *griot.Reading) error {
	known := r.Report.Published.Order()
	for i := range r.Claims {
		c := &r.Claims[i]
		if err := s.insert(ctx, tx, insertClaim, c, c.ID, c.Report, known, c.Start, string(c.Type), string(c.Status), from(c.When), to(c.When), placeKey(c.Where)); err != nil {
			return err
		}
		for _, actors := range [][]griot.Actor{c.Actors, c.Recipients} {
			for _, a := range actors {
				for _, key := range actorKeys(a) {
					if _, err := tx.ExecContext(ctx, s.q(insertActor), key, c.ID); err != nil {
						return err
					}
				}
			}
		}
	}
	for i := range r.Statements {
		t := &r.Statements[i]
		start := 0
		if len(t.Spans) > 0 {
			start = t.Spans[0][0]
		}
		if err := s.insert(ctx, tx, insertSaid, t, t.ID, t.Report, known, start, from(t.When), to(t.When)); err != nil {
			return err
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if err := s.insert(ctx, tx, insertCount, f, f.ID, f.Report, known, f.Start, from(f.When), to(f.When), placeKey(f.Where)); err != nil {
			return err
		}
	}
	return nil
}

// insert stores a row and, as its last column, its JSON form.
func (s *Store) insert(ctx context.Context, tx *sql.Tx, query string, row any, columns ...any) error {
	body, err := json.Marshal(row)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, s.q(query), append(columns, body)...)
	return err
}

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

// placeKey holds the folded names by which a place is looked for, each between
// bars.
func placeKey(p *griot.Place) string {
	if p == nil {
		return ""
	}
	return strings.ToLower("|" + p.Name + "|" + p.Country + "|" + p.Admin1 + "|")
}

// actorKeys are the folded names by which an actor is looked for.
func actorKeys(a griot.Actor) []string {
	return []string{a.ID, strings.ToLower(a.Name), strings.ToLower(a.Words)}
}
