package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"griot"
)

// pageSize is how many readings are held at once.
const pageSize = 200

// cursor is where a page ends in the order of publication.
type cursor struct {
	known int32
	id    string
}

// Readings yields what was published by asOf; see griot.Record. It reads page by
// page, so that a record larger than memory can be walked.
func (s *Store) Readings(ctx context.Context, asOf griot.Day) iter.Seq2[griot.Reading, error] {
	return func(yield func(griot.Reading, error) bool) {
		corrections, err := s.Corrections(ctx, asOf)
		if err != nil {
			yield(griot.Reading{}, err)
			return
		}
		retracted := griot.Retracted(corrections)
		after := cursor{}
		for {
			page, last, err := s.page(ctx, after, asOf)
			if err != nil {
				yield(griot.Reading{}, err)
				return
			}
			for _, r := range page {
				if !yield(r.Without(retracted), nil) {
					return
				}
			}
			if len(page) < pageSize {
				return
			}
			after = last
		}
	}
}

// page reads the readings that follow a place.
func (s *Store) page(ctx context.Context, after cursor, asOf griot.Day) ([]griot.Reading, cursor, error) {
	page, last, err := s.heads(ctx, after, asOf)
	if err != nil || len(page) == 0 {
		return nil, after, err
	}
	at := make(map[string]*griot.Reading, len(page))
	for i := range page {
		at[page[i].Report.ID] = &page[i]
	}
	const between = ` WHERE (known, report) > (?, ?) AND (known, report) <= (?, ?) ORDER BY known, report, start, id`
	args := []any{after.known, after.id, last.known, last.id}
	for c, err := range scan[griot.Claim](ctx, s, `SELECT body, digest FROM claims`+between, args...) {
		if err != nil {
			return nil, after, err
		}
		if r := at[c.Report]; r != nil {
			r.Claims = append(r.Claims, c)
		}
	}
	for t, err := range scan[griot.Statement](ctx, s, `SELECT body, digest FROM statements`+between, args...) {
		if err != nil {
			return nil, after, err
		}
		if r := at[t.Report]; r != nil {
			r.Statements = append(r.Statements, t)
		}
	}
	for f, err := range scan[griot.Figure](ctx, s, `SELECT body, digest FROM figures`+between, args...) {
		if err != nil {
			return nil, after, err
		}
		if r := at[f.Report]; r != nil {
			r.Figures = append(r.Figures, f)
		}
	}
	return page, last, nil
}

// heads reads the reports of a page with what has no table of its own.
func (s *Store) heads(ctx context.Context, after cursor, asOf griot.Day) ([]griot.Reading, cursor, error) {
	rows, err := s.db.QueryContext(ctx, s.q(`SELECT id, known, meta, rest, digest, text FROM reports WHERE (known, id) > (?, ?) AND known <= ? ORDER BY known, id LIMIT ?`),
		after.known, after.id, asOf.Order(), pageSize)
	if err != nil {
		return nil, after, s.told(err)
	}
	defer rows.Close()
	var page []griot.Reading
	last := after
	for rows.Next() {
		var meta, rest []byte
		var digest sql.NullInt64
		var text string
		if err := rows.Scan(&last.id, &last.known, &meta, &rest, &digest, &text); err != nil {
			return nil, after, s.told(err)
		}
		if digest.Valid {
			if err := sound(digest.Int64, meta, rest); err != nil {
				return nil, after, err
			}
		}
		var r griot.Reading
		if err := json.Unmarshal(rest, &r); err != nil {
			return nil, after, fmt.Errorf("%w: report %s: %v", griot.ErrDamaged, last.id, err)
		}
		if r.Report, err = decodeReport(meta, text); err != nil {
			return nil, after, err
		}
		page = append(page, r)
	}
	return page, last, s.told(rows.Err())
}

// Correct appends a correction.
func (s *Store) Correct(ctx context.Context, correction griot.Correction) error {
	body, err := json.Marshal(correction)
	if err != nil {
		return err
	}
	c, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer c.end()
	res, err := c.ExecContext(ctx, s.q(`INSERT INTO corrections (id, day, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`), correction.ID, int32(correction.Day), body)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	if err := c.addToSum(ctx, correction.Digest()); err != nil {
		return err
	}
	return c.Commit()
}

// Corrections lists the corrections made by asOf.
func (s *Store) Corrections(ctx context.Context, asOf griot.Day) ([]griot.Correction, error) {
	rows, err := s.db.QueryContext(ctx, s.q(`SELECT body FROM corrections WHERE day <= ? ORDER BY day, id`), asOf.Order())
	if err != nil {
		return nil, s.told(err)
	}
	defer rows.Close()
	var out []griot.Correction
	for rows.Next() {
		var body []byte
		var c griot.Correction
		if err := rows.Scan(&body); err != nil {
			return nil, s.told(err)
		}
		if err := json.Unmarshal(body, &c); err != nil || c.Identify() != c.ID {
			return nil, fmt.Errorf("%w: a correction is not what was stored", griot.ErrDamaged)
		}
		out = append(out, c)
	}
	return out, s.told(rows.Err())
}

var _ griot.Record = (*Store)(nil)
