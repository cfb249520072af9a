// Package postgres keeps a record in a PostgreSQL database, for several readers
// and writers on several machines.
package postgres

import (
	"context"
	"database/sql"
	_ "embed" // for the schema
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"griot"
	"griot/record/relational"
)

//go:embed schema.sql
var reportsSchema string

// Keys of the advisory locks, the same in every griot.
const (
	lockSchema = 0x6772696f01 // while the schema is made or changed
	lockSum    = 0x6772696f02 // while a transaction changes the record's sum
	lockLead   = 0x6772696f   // with the schema: while one process derives from the record in it
)

// Open opens the record in the database at a postgres:// URL and makes its
// tables when they are not there. The URL's search_path chooses the schema.
func Open(ctx context.Context, url string) (*relational.Store, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("record: the address of the PostgreSQL database is wrong: %w", err)
	}
	db := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(noticeDeath))
	db.SetMaxOpenConns(maxConnections)
	db.SetMaxIdleConns(maxConnections)
	if err := prepare(ctx, db); err != nil {
		db.Close()
		var apart *pgconn.ConnectError
		if errors.As(err, &apart) {
			err = fmt.Errorf("%w; check that PostgreSQL runs there and that address, user and password are right", err)
		}
		return nil, fmt.Errorf("record on %s, database %s: %w", config.Host, config.Database, err)
	}
	return relational.New(db, dialect), nil
}

// maxConnections of one griot leave room for its neighbours under the server's
// usual limit of 100.
const maxConnections = 12

// noticeDeath has the server look after half a minute whether a silent griot is
// still there. One that was cut off from it may hold a lock that all wait for.
func noticeDeath(ctx context.Context, conn *pgx.Conn) error {
	_, err := conn.Exec(ctx, `SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET tcp_user_timeout = '30s'`)
	return err
}

// prepare makes the tables in an empty schema and checks their version in any
// other, one griot at a time.
func prepare(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1)`, lockSchema); err != nil {
		return err
	}
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	switch {
	case version > relational.SchemaVersion:
		return fmt.Errorf("%w (schema %d, this griot knows %d)", griot.ErrNewer, version, relational.SchemaVersion)
	case version == relational.SchemaVersion:
		return nil
	}
	if version == 0 {
		_, err = tx.ExecContext(ctx, reportsSchema+dialect.Schema())
	} else {
		err = relational.Migrate(ctx, tx, dialect, version)
	}
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO meta (key, value) VALUES ('schema', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, strconv.Itoa(relational.SchemaVersion)); err != nil {
		return err
	}
	return tx.Commit()
}

// schemaVersion is the version of the tables that are there, 0 when none are.
func schemaVersion(ctx context.Context, tx *sql.Tx) (int, error) {
	var there bool
	if err := tx.QueryRowContext(ctx, `SELECT to_regclass('meta') IS NOT NULL`).Scan(&there); err != nil || !there {
		return 0, err
	}
	var v string
	err := tx.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'schema'`).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("%w: the schema has a table «meta» of another program; name another search_path", griot.ErrNotARecord)
	}
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(v)
}

var dialect = relational.Dialect{
	Name:     "postgres",
	Numbered: true,
	Snapshot: `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`,
	Explain:  `EXPLAIN `,
	Settle:   `ANALYZE reports, claims, statements, figures, names, views, derived, derived_names`,
	LockSum:  fmt.Sprintf(`SELECT pg_advisory_xact_lock(%d)`, lockSum),
	LockLead: fmt.Sprintf(`SELECT pg_advisory_xact_lock(%d, hashtext(current_schema()))`, lockLead),
	Search: `SELECT meta, text FROM reports, to_tsquery('simple', ?) AS asked
		WHERE words @@ asked AND known <= ? ORDER BY ts_rank(words, asked) DESC, id LIMIT ? OFFSET ?`,
	Match: match,
	Copy:  copyRows,

	Damaged: func(err error) bool { return code(err) == "XX001" || code(err) == "XX002" }, // damaged data, damaged index
	Full:    func(err error) bool { return code(err) == "53100" },
}

// code is PostgreSQL's code of an error, "" of any other.
func code(err error) string {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return ""
	}
	return e.Code
}

// copyRows stores rows with COPY, in the transaction that the connection is in.
func copyRows(ctx context.Context, conn *sql.Conn, table string, columns []string, rows [][]any) error {
	return conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	})
}

// match asks for reports with all the words, as prefixes, and nothing else of
// the query language.
func match(words string) string {
	var terms []string
	for _, w := range strings.Fields(words) {
		w = strings.ReplaceAll(w, `\`, `\\`)
		terms = append(terms, "'"+strings.ReplaceAll(w, "'", "''")+"':*")
	}
	return strings.Join(terms, " & ")
}
