package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"griot"
)

// Claims yields the claims that q lets through.
func (s *Store) Claims(ctx context.Context, q griot.Query) iter.Seq2[griot.Claim, error] {
	w := s.where(&q, true)
	if len(q.Types) > 0 {
		w.in("type", asStrings(q.Types))
	}
	if len(q.Statuses) > 0 {
		w.in("status", asStrings(q.Statuses))
	}
	w.places(q.Places)
	if len(q.Actors) > 0 {
		w.cond("id IN (SELECT claim FROM claim_actors WHERE actor IN ("+marks(len(q.Actors))+"))", actorArgs(q.Actors)...)
	}
	return listed(ctx, s, &q, "claims", w, q.Claim, func(c *griot.Claim) string { return c.ID })
}

// Statements yields the statements that q lets through.
func (s *Store) Statements(ctx context.Context, q griot.Query) iter.Seq2[griot.Statement, error] {
	return listed(ctx, s, &q, "statements", s.where(&q, true), q.Statement, func(t *griot.Statement) string { return t.ID })
}

// Figures yields the figures that q lets through.
func (s *Store) Figures(ctx context.Context, q griot.Query) iter.Seq2[griot.Figure, error] {
	w := s.where(&q, true)
	w.places(q.Places)
	return listed(ctx, s, &q, "figures", w, q.Figure, func(f *griot.Figure) string { return f.ID })
}

// filter is a WHERE clause in the making. It may let too much through, never
// too little: the Query itself has the last word.
type filter struct {
	conds []string
	args  []any
}

func (w *filter) cond(sql string, args ...any) {
	w.conds = append(w.conds, sql)
	w.args = append(w.args, args...)
}

func (w *filter) in(column string, values []any) {
	w.cond(column+" IN ("+marks(len(values))+")", values...)
}

func (w *filter) places(names []string) {
	if len(names) == 0 {
		return
	}
	var args []any
	for _, n := range names {
		args = append(args, `%|`+likeEscape.Replace(strings.ToLower(n))+`|%`)
	}
	w.cond("("+strings.Repeat(`place LIKE ? ESCAPE '!' OR `, len(names)-1)+`place LIKE ? ESCAPE '!')`, args...)
}

var likeEscape = strings.NewReplacer("!", "!!", "%", "!%", "_", "!_")

func (w *filter) sql() string {
	if len(w.conds) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conds, " AND ")
}

func (s *Store) where(q *griot.Query, days bool) *filter {
	w := &filter{}
	if q.AsOf != 0 {
		w.cond("known <= ?", int32(q.AsOf))
	}
	if q.Report != "" {
		w.cond("report = ?", q.Report)
	}
	if days && q.From != 0 {
		w.cond("day_to >= ?", int32(q.From))
	}
	if days && q.To != 0 {
		w.cond("day_from <= ?", int32(q.To))
	}
	return w
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func asStrings[T ~string](values []T) []any {
	var out []any
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

func actorArgs(names []string) []any {
	var out []any
	for _, n := range names {
		out = append(out, strings.ToLower(n))
	}
	return out
}

// listed runs a listing: the database narrows, passes decides, and paging counts
// only what passed and was not retracted.
func listed[T any](ctx context.Context, s *Store, q *griot.Query, table string, w *filter, passes func(*T) bool, id func(*T) string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		corrections, err := s.Corrections(ctx, q.AsOf)
		if err != nil {
			yield(zero, err)
			return
		}
		retracted := griot.Retracted(corrections)
		skip, left := q.Offset, q.Limit
		for row, err := range scan[T](ctx, s, `SELECT body FROM `+table+w.sql()+` ORDER BY known, report, start, id`, w.args...) {
			if err != nil {
				yield(zero, err)
				return
			}
			if !passes(&row) || retracted[id(&row)] {
				continue
			}
			if skip > 0 {
				skip--
				continue
			}
			if !yield(row, nil) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
}

// scan yields the JSON rows of a query with one column.
func scan[T any](ctx context.Context, s *Store, query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		rows, err := s.db.QueryContext(ctx, s.q(query), args...)
		if err != nil {
			yield(zero, err)
			return
		}
		defer rows.Close()
		var body sql.RawBytes
		for rows.Next() {
			var row T
			if err = rows.Scan(&body); err == nil {
				if err = json.Unmarshal(body, &row); err != nil {
					err = fmt.Errorf("a row of the record cannot be read (run griot doctor): %w", err)
				}
			}
			if err != nil {
				yield(zero, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(zero, err)
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
			yield(griot.Hit{}, err)
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
			yield(griot.Hit{}, err)
		}
	}
}
