package relational

import (
	"context"
	"database/sql"
	"strings"
)

// change is a transaction that writes.
type change struct {
	*sql.Tx
	conn *sql.Conn
	s    *Store
}

// begin begins a transaction that writes; its end must be called.
func (s *Store) begin(ctx context.Context) (*change, error) {
	if s.readOnly != nil {
		return nil, s.readOnly
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		conn.Close()
		return nil, err
	}
	return &change{Tx: tx, conn: conn, s: s}, nil
}

// end undoes what was not committed and gives the connection back.
func (c *change) end() {
	_ = c.Rollback()
	c.conn.Close()
}

// table is a table into which rows go in bulk.
type table struct {
	name    string
	columns []string
}

// into is the table with columns, written "name (column, column)".
func into(layout string) table {
	name, columns, _ := strings.Cut(strings.TrimSuffix(layout, ")"), " (")
	return table{name, strings.Split(columns, ", ")}
}

// insert stores rows that are not there yet.
func (c *change) insert(ctx context.Context, t table, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	if c.s.d.Copy != nil {
		return c.s.d.Copy(ctx, c.conn, t.name, t.columns, rows)
	}
	stmt, err := c.PrepareContext(ctx, c.s.q(`INSERT INTO `+t.name+` (`+strings.Join(t.columns, ", ")+`) VALUES (`+marks(len(t.columns))+`)`))
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, row := range rows {
		if _, err := stmt.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	return nil
}
