package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"griot"
)

// reenter enters the rows of the tables claims, statements and figures whose
// names end in suffix, in the layout of an earlier schema, into those of today,
// and drops the old ones. It needs of them only the columns id and body.
func reenter(ctx context.Context, tx *sql.Tx, d Dialect, suffix string) error {
	d.Copy = nil // the connection is not ours
	c := &change{Tx: tx, s: &Store{d: d}}
	for table, enter := range map[string]func(*griot.Reading, []byte) error{
		"claims":     func(r *griot.Reading, body []byte) error { return appendJSON(&r.Claims, body) },
		"statements": func(r *griot.Reading, body []byte) error { return appendJSON(&r.Statements, body) },
		"figures":    func(r *griot.Reading, body []byte) error { return appendJSON(&r.Figures, body) },
	} {
		for after := ""; ; {
			var r griot.Reading
			last, err := c.oldRows(ctx, table+suffix, after, func(body []byte) error { return enter(&r, body) })
			if err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
			if last == "" {
				break
			}
			var rows batch
			rows.take(&r)
			if err := c.addRows(ctx, &rows); err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
			after = last
		}
		if _, err := tx.ExecContext(ctx, `DROP TABLE `+table+suffix); err != nil {
			return err
		}
	}
	return nil
}

// oldRowsAtOnce bounds how many rows are held.
const oldRowsAtOnce = 500

// oldRows gives the bodies of the next rows by ID, and returns the last ID, ""
// when there are none left.
func (c *change) oldRows(ctx context.Context, table, after string, enter func([]byte) error) (string, error) {
	rows, err := c.QueryContext(ctx, c.s.q(`SELECT id, body FROM `+table+` WHERE id > ? ORDER BY id LIMIT ?`), after, oldRowsAtOnce)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	last := ""
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&last, &body); err != nil {
			return "", err
		}
		if err := enter(body); err != nil {
			return "", err
		}
	}
	return last, rows.Err()
}

func appendJSON[T any](rows *[]T, body []byte) error {
	var row T
	if err := json.Unmarshal(body, &row); err != nil {
		return err
	}
	*rows = append(*rows, row)
	return nil
}
