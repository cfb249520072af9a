// Package relational is a record on a relational database. What differs between
// databases is in a Dialect; sqlite and postgres each bring one.
package relational

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"griot"
)

// Dialect is what one database does in its own way.
type Dialect struct {
	Name     string
	Numbered bool              // placeholders are $1, $2 instead of ?
	Steered  bool              // a plus sign before a column keeps its indexes from being used; a database that plans by statistics needs none
	LockSum  string            // statement that makes other writers wait until this transaction ends; "" when writers exclude one another anyway
	LockLead string            // statement that makes leaders in other processes wait until this transaction ends; "" when the record is one process's
	Snapshot string            // statement that begins a transaction which only reads, all of it as of one moment
	Settle   string            // statement that makes plans good at once when derived rows were stored; "" when none is needed
	Words    *strings.Replacer // from PostgreSQL's words for the schema to this database's; nil when they are the same
	Explain  string            // what shows a query's plan when it stands before it
	// Damaged tells the errors by which the database says that its files are
	// damaged.
	Damaged func(error) bool
	// Full tells the error by which the database says that its disk is full.
	Full func(error) bool
	// Copy stores many rows at once, on a connection whose transaction is under
	// way; nil when a prepared statement is as quick.
	Copy func(ctx context.Context, conn *sql.Conn, table string, columns []string, rows [][]any) error
	// Search selects id and snippet of the reports that match parameter 1 and
	// were published by parameter 2, best first.
	Search string
	// Match turns words into the query language of Search.
	Match func(words string) string
}

// Store is a griot.Record on a database whose schema is in place.
type Store struct {
	db       *sql.DB
	d        Dialect
	readOnly error         // why it cannot be written to, nil when it can
	leading  chan struct{} // holds one while somebody in this process leads
}

// New is the record on a database.
func New(db *sql.DB, d Dialect) *Store { return &Store{db: db, d: d, leading: make(chan struct{}, 1)} }

// NewReadOnly is the record on a database that cannot be written to, and why.
func NewReadOnly(db *sql.DB, d Dialect, why error) *Store {
	s := New(db, d)
	s.readOnly = fmt.Errorf("%w: %v", griot.ErrReadOnly, why)
	return s
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// unsteered takes out the signs that keep indexes from being used.
var unsteered = strings.NewReplacer("+t.", "t.", "+k.", "k.")

// q puts a query into the words of the dialect.
func (s *Store) q(query string) string {
	if !s.d.Steered {
		query = unsteered.Replace(query)
	}
	if !s.d.Numbered {
		return query
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString("$" + strconv.Itoa(n))
		query = after
	}
}

// Has tells whether a report is there.
func (s *Store) Has(ctx context.Context, reportID string) (bool, error) {
	var one int
	err := s.db.QueryRowContext(ctx, s.q(`SELECT 1 FROM reports WHERE id = ?`), reportID).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, s.told(err)
}

// Report returns one report with its text.
func (s *Store) Report(ctx context.Context, id string) (griot.Report, error) {
	var meta []byte
	var text string
	err := s.db.QueryRowContext(ctx, s.q(`SELECT meta, text FROM reports WHERE id = ?`), id).Scan(&meta, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return griot.Report{}, fmt.Errorf("report %s: %w", id, griot.ErrNotFound)
	}
	if err != nil {
		return griot.Report{}, s.told(err)
	}
	return decodeReport(meta, text)
}

func decodeReport(meta []byte, text string) (griot.Report, error) {
	var r griot.Report
	err := json.Unmarshal(meta, &r)
	r.Text = text
	if err != nil || r.Identify() != r.ID {
		return r, fmt.Errorf("%w: a report is not what was stored", griot.ErrDamaged)
	}
	return r, nil
}

// Version is the digest of the content.
func (s *Store) Version(ctx context.Context) (string, error) {
	var v string
	err := s.db.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'sum'`).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return hex.EncodeToString(make([]byte, 32)), nil
	}
	return v, s.told(err)
}

// addToSum takes digests into the version, inside a transaction that no other
// writer shares.
func (c *change) addToSum(ctx context.Context, digests ...[32]byte) error {
	if lock := c.s.d.LockSum; lock != "" {
		if _, err := c.ExecContext(ctx, lock); err != nil {
			return err
		}
	}
	var sum griot.Sum
	var v string
	err := c.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'sum'`).Scan(&v)
	if err == nil {
		var b []byte
		if b, err = hex.DecodeString(v); err != nil || len(b) != len(sum) {
			return fmt.Errorf("%w: its sum is %q", griot.ErrDamaged, v)
		}
		copy(sum[:], b)
	} else if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	for _, d := range digests {
		sum.Add(d)
	}
	_, err = c.ExecContext(ctx, c.s.q(`INSERT INTO meta (key, value) VALUES ('sum', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`), hex.EncodeToString(sum[:]))
	return err
}
