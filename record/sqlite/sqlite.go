// Package sqlite keeps a record in one SQLite file, which can be copied to back
// it up when no griot is writing to it.
package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed" // for the schema
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	driver "modernc.org/sqlite" // named "sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"griot"
	"griot/record/relational"
)

//go:embed schema.sql
var reportsSchema string

// schema makes all tables of a record.
func schema() string { return reportsSchema + dialect.Schema() }

// applicationID marks an SQLite file as a griot record ("grio").
const applicationID = 0x6772696f

// Open opens the record in a file and makes the file when it is not there. A
// file that may not be written to is opened for reading.
func Open(ctx context.Context, path string) (*relational.Store, error) {
	if err := checkFile(path); err != nil {
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	address, prepared := dsn(path), prepare
	why := writable(path)
	if why != nil {
		address, prepared = readOnlyDSN(path), checkReadable
	}
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	if err := whenFree(ctx, func() error { return prepared(ctx, db) }); err != nil {
		db.Close()
		err = bereft(path, err)
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	if why != nil {
		return relational.NewReadOnly(db, dialect, why), nil
	}
	return relational.New(db, dialect), nil
}

// patience is how long a griot waits for others to let it into a file.
const patience = 10 * time.Second

// whenFree does again what others were in the way of. A connection waits for them
// by itself, but not while one of them makes the file or takes its journal away:
// then SQLite refuses at once.
func whenFree(ctx context.Context, do func() error) error {
	for began := time.Now(); ; {
		err := do()
		if class(err) != sqlite3.SQLITE_BUSY || time.Since(began) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(patience / 500):
		}
	}
}

// writable tells why the file can be neither written to nor made.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	f.Close()
	return roomFor(filepath.Dir(path))
}

// journalBytes is more than the files beside a record take when it is opened.
const journalBytes = 64 << 10

// roomFor tells why SQLite could not make its journal in a folder.
func roomFor(dir string) error {
	f, err := os.CreateTemp(dir, ".griot-*")
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, journalBytes))
	return errors.Join(err, f.Close(), os.Remove(f.Name()))
}

// dsn names the file and how connections behave: writers wait for one another,
// readers do not wait, and every transaction begins as a writer's so that two
// can never deadlock. IDs are hashes, so that a reading touches pages all over
// the file: each connection keeps 16 MB of them (64 MB would save a twentieth of
// the time), and 64 MB of changes are gathered before they are carried from the
// journal into the file. What a file made by
// somebody else says in its schema is not trusted.
func dsn(path string) string {
	return address(path, url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)", "journal_mode(wal)", "synchronous(normal)", "foreign_keys(on)",
		"trusted_schema(off)", "cell_size_check(on)", "cache_size(-16384)", "wal_autocheckpoint(16384)"}})
}

// readOnlyDSN names a file that cannot be written to: one that does not change,
// unless the journal beside it says that somebody else is at it.
func readOnlyDSN(path string) string {
	v := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)", "trusted_schema(off)", "cell_size_check(on)"}}
	if _, err := os.Stat(path + "-wal"); err != nil {
		v.Set("immutable", "1")
	}
	return address(path, v)
}

func address(path string, v url.Values) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + v.Encode()
}

var fileHeader = []byte("SQLite format 3\x00")

// Where the SQLite file format (sqlite.org/fileformat2.html) keeps two numbers.
const (
	headerBytes     = 100
	pageSizeAt      = 16
	userVersionAt   = 60
	applicationIDAt = 68
)

// checkFile refuses what is no record, or a newer one, before the driver can
// touch it.
func checkFile(path string) error {
	there, err := checkKind(path)
	if err != nil || !there {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, headerBytes)
	n, err := io.ReadFull(f, head)
	if err == io.EOF {
		return nil // an empty file becomes a record
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if n < headerBytes || !bytes.HasPrefix(head, fileHeader) {
		return fmt.Errorf("%w: the file is something else; name another one with --record", griot.ErrNotARecord)
	}
	version := binary.BigEndian.Uint32(head[userVersionAt:])
	if app := binary.BigEndian.Uint32(head[applicationIDAt:]); app == applicationID && version > relational.SchemaVersion {
		return newer(int(version))
	} else if app != applicationID && (app != 0 || hasTables(path, head)) {
		return errOther
	}
	return nil
}

// checkKind refuses what is no plain file, so that opening it does not wait for
// ever, and links by which writing would reach a file that nobody named. It tells
// whether the file is there.
func checkKind(path string) (bool, error) {
	for _, suffix := range journals {
		if info, err := os.Lstat(path + suffix); err == nil && !info.Mode().IsRegular() {
			return false, fmt.Errorf("%s is no plain file, as SQLite makes it; remove it", path+suffix)
		}
	}
	info, err := os.Lstat(path) // first, for another program may make the file meanwhile
	if errors.Is(err, fs.ErrNotExist) {
		return false, makeable(path)
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if info, err = os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return false, fmt.Errorf("%w: it is a link to a file that is not there", griot.ErrNotARecord)
		}
	}
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, fmt.Errorf("%w: it is no plain file", griot.ErrNotARecord)
	}
	return true, nil
}

// makeable tells why the file could not be made.
func makeable(path string) error {
	err := roomFor(filepath.Dir(path))
	if err == nil {
		return nil
	}
	var failed *fs.PathError
	if errors.As(err, &failed) {
		err = failed.Err
	}
	return fmt.Errorf("it cannot be made in the folder %s: %w; name one that is there, may be written to and has room", filepath.Dir(path), err)
}

// journals are the endings of the files that SQLite makes beside a record.
var journals = []string{"-wal", "-shm", "-journal"}

// hasTables tells whether an SQLite file is more than the empty page that a
// griot leaves that was killed before it had made the schema.
func hasTables(path string, head []byte) bool {
	if _, err := os.Stat(path + "-wal"); err == nil {
		return false // what it holds is not in the file yet; prepare looks again
	}
	info, err := os.Stat(path)
	return err == nil && info.Size() > int64(binary.BigEndian.Uint16(head[pageSizeAt:]))
}

var errOther = fmt.Errorf("%w: it is the database of another program; name another file with --record", griot.ErrNotARecord)

func newer(version int) error {
	return fmt.Errorf("%w (schema %d, this griot knows %d)", griot.ErrNewer, version, relational.SchemaVersion)
}

// unreadable is the error of a file whose first pages could not be read.
func unreadable(err error) error {
	if damaged(err) {
		return fmt.Errorf("%w: %v", griot.ErrDamaged, err)
	}
	return err
}

// bereft says what to do about a journal whose record somebody deleted or put
// another in the place of while a griot had it open.
func bereft(path string, err error) error {
	var e *driver.Error
	if !errors.As(err, &e) || e.Code() != sqlite3.SQLITE_IOERR_SHORT_READ {
		return err
	}
	return fmt.Errorf("%w: the file was deleted or replaced while a griot had it open; stop that griot, remove %s-wal and %s-shm, then restore the record from a copy or read the reports into a new one (%v)", griot.ErrNotARecord, path, path, err)
}

// prepare makes the schema in an empty file and checks it in any other.
func prepare(ctx context.Context, db *sql.DB) error {
	var app, version, tables int
	// One statement, for another griot may make the record between two.
	const marks = `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id a, pragma_user_version v`
	if err := db.QueryRowContext(ctx, marks).Scan(&app, &version, &tables); err != nil {
		return unreadable(err)
	}
	switch {
	case tables == 0:
		return create(ctx, db)
	case app != applicationID:
		return errOther
	case version > relational.SchemaVersion:
		return newer(version)
	case version < relational.SchemaVersion:
		if err := migrate(ctx, db); err != nil {
			return err
		}
	}
	return checkSchema(ctx, db)
}

// checkReadable checks a record that cannot be made or migrated.
func checkReadable(ctx context.Context, db *sql.DB) error {
	var version int
	if err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return unreadable(err)
	}
	if version < relational.SchemaVersion {
		return fmt.Errorf("%w and is of schema %d; make it writable once, so that it becomes schema %d", griot.ErrReadOnly, version, relational.SchemaVersion)
	}
	return checkSchema(ctx, db)
}

// migrate brings a record of an earlier schema to today's.
func migrate(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil || version == relational.SchemaVersion {
		return err // another griot did it first
	}
	if err := relational.Migrate(ctx, tx, dialect, version); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", relational.SchemaVersion)); err != nil {
		return err
	}
	return tx.Commit()
}

func create(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var tables int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&tables); err != nil || tables > 0 {
		return err // another griot made it first
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, relational.SchemaVersion)
	if _, err := tx.ExecContext(ctx, schema()+marks); err != nil {
		return err
	}
	return tx.Commit()
}

var dialect = relational.Dialect{
	Name:     "sqlite",
	Steered:  true,
	Snapshot: `BEGIN`,
	Words: strings.NewReplacer(`TEXT COLLATE "C"`, `TEXT`, `BIGINT`, `INTEGER`, `BYTEA`, `BLOB`,
		` INCLUDE (day_to, day_from)`, ``, `); -- by key`, `) WITHOUT ROWID;`),
	Explain: `EXPLAIN QUERY PLAN `,
	Search: `SELECT r.meta, r.text FROM words JOIN reports r ON r.n = words.rowid
		WHERE words MATCH ? AND r.known <= ? ORDER BY bm25(words), r.id LIMIT ? OFFSET ?`,
	Match:   match,
	Damaged: damaged,
	Full:    func(err error) bool { return class(err) == sqlite3.SQLITE_FULL },
}

// damaged tells SQLite's errors of a damaged file.
func damaged(err error) bool {
	c := class(err)
	return c == sqlite3.SQLITE_CORRUPT || c == sqlite3.SQLITE_NOTADB
}

// class is the class of an SQLite error, 0 of any other: the low byte of its code.
func class(err error) int {
	var e *driver.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}

// match asks FTS5 for reports with all the words, as prefixes, and nothing else
// of its query language.
func match(words string) string {
	var terms []string
	for _, w := range strings.Fields(words) {
		terms = append(terms, `"`+strings.ReplaceAll(w, `"`, `""`)+`"*`)
	}
	return strings.Join(terms, " ")
}
