package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"griot"
	"griot/record/postgres"
	"griot/record/recordtest"
	"griot/record/relational"
)

// server is the URL of a PostgreSQL server to test on.
func server(t *testing.T) string {
	t.Helper()
	u := os.Getenv("GRIOT_TEST_POSTGRES")
	if u == "" {
		t.Skip("SKIPPED: needs PostgreSQL; run .ci/run, or set GRIOT_TEST_POSTGRES to the postgres:// URL of a database to try in")
	}
	return u
}

var schemas int

// fresh is the URL of an empty schema, dropped after the test.
func fresh(t *testing.T) string {
	t.Helper()
	base := server(t)
	schemas++
	name := fmt.Sprintf("griot_test_%d_%d", os.Getpid(), schemas)
	db, err := sql.Open("pgx", base)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		db.Exec("DROP SCHEMA " + name + " CASCADE")
		db.Close()
	})
	sep := "?"
	if strings.Contains(base, "?") {
		sep = "&"
	}
	return base + sep + url.Values{"search_path": {name}}.Encode()
}

func open(t *testing.T, url string) griot.Record {
	t.Helper()
	rec, err := postgres.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { rec.Close() })
	return rec
}

func TestRecord(t *testing.T) {
	server(t)
	recordtest.Run(t, func(t *testing.T) griot.Record { return open(t, fresh(t)) })
}

func TestListingsUseIndexes(t *testing.T) {
	// Tables as small as these are read whole unless that is forbidden.
	rec, err := postgres.Open(context.Background(), fresh(t)+"&enable_seqscan=off")
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	recordtest.Plans(t, rec, regexp.MustCompile(`Seq Scan`))
}

// old is the URL of a record of an earlier schema.
func old(t *testing.T, version int) string {
	t.Helper()
	u := fresh(t)
	statements, err := os.ReadFile(fmt.Sprintf("testdata/record%d.sql", version))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("pgx", u)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(string(statements)); err != nil {
		t.Fatal(err)
	}
	return u
}

func TestEarlierSchemasAreMigrated(t *testing.T) {
	for version := 1; version < relational.SchemaVersion; version++ {
		u := old(t, version)
		open(t, u) // and once more, when there is nothing left to do
		recordtest.Migrated(t, open(t, u))
	}
}

// Many open a record at once: the lock of the schema lets one of them make it,
// or migrate it. Without the lock, their CREATE TABLEs meet.
func TestMigratedByOneOfMany(t *testing.T) {
	u := old(t, 1)
	recordtest.OpenedAtOnce(t, func() (griot.Record, error) { return postgres.Open(context.Background(), u) })
}

func TestMadeByOneOfMany(t *testing.T) {
	u := fresh(t)
	recordtest.OpenedAtOnce(t, func() (griot.Record, error) { return postgres.Open(context.Background(), u) })
}

func TestNewerRecordIsRefused(t *testing.T) {
	u := fresh(t)
	open(t, u)
	db, err := sql.Open("pgx", u)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`UPDATE meta SET value = '99' WHERE key = 'schema'`); err != nil {
		t.Fatal(err)
	}
	if _, err := postgres.Open(context.Background(), u); !errors.Is(err, griot.ErrNewer) {
		t.Errorf("Open: %v, want ErrNewer", err)
	}
}

func TestWrongAddress(t *testing.T) {
	if _, err := postgres.Open(context.Background(), "postgres://127.0.0.1:1/none?connect_timeout=1"); err == nil {
		t.Error("Open of an address where nothing is: no error")
	}
}
