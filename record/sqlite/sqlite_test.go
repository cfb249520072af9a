package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"griot"
	"griot/record/recordtest"
	"griot/record/relational"
	"griot/record/sqlite"
)

func TestRecord(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) griot.Record {
		rec, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "griot.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { rec.Close() })
		return rec
	})
}

func TestListingsUseIndexes(t *testing.T) {
	rec, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	recordtest.Plans(t, rec, regexp.MustCompile(`SCAN (t|k|names|derived_names)(\n|$)`))
}

// old makes a record of an earlier schema.
func old(t *testing.T, path string, version int) {
	t.Helper()
	statements, err := os.ReadFile(fmt.Sprintf("testdata/record%d.sql", version))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(string(statements)); err != nil {
		t.Fatal(err)
	}
}

func TestEarlierSchemasAreMigrated(t *testing.T) {
	for version := 1; version < relational.SchemaVersion; version++ {
		path := filepath.Join(t.TempDir(), "griot.db")
		old(t, path, version)
		for range 2 { // the second time there is nothing left to do
			rec, err := sqlite.Open(context.Background(), path)
			if err != nil {
				t.Fatalf("schema %d: %v", version, err)
			}
			if has, _ := rec.Has(context.Background(), "r_d389334b79115c89"); !has {
				t.Errorf("schema %d: the report is gone", version)
			}
			rec.Close()
		}
		rec, err := sqlite.Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer rec.Close()
		recordtest.Migrated(t, rec)
	}
}

func TestMigratedByOneOfMany(t *testing.T) {
	path := filepath.Join(t.TempDir(), "griot.db")
	old(t, path, 1)
	recordtest.OpenedAtOnce(t, func() (griot.Record, error) { return sqlite.Open(context.Background(), path) })
}

func TestMadeByOneOfMany(t *testing.T) {
	path := filepath.Join(t.TempDir(), "griot.db")
	recordtest.OpenedAtOnce(t, func() (griot.Record, error) { return sqlite.Open(context.Background(), path) })
}

func TestBrokenMigrationChangesNothing(t *testing.T) {
	for version := 1; version < relational.SchemaVersion; version++ {
		path := filepath.Join(t.TempDir(), "griot.db")
		old(t, path, version)
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(`UPDATE figures SET body = CAST('{' AS BLOB)`); err != nil {
			t.Fatal(err)
		}
		if rec, err := sqlite.Open(context.Background(), path); err == nil {
			rec.Close()
			t.Fatal("a record with a damaged row was migrated")
		}
		var is, claims int
		if err := db.QueryRow(`SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM claims)`).Scan(&is, &claims); err != nil || is != version || claims != 1 {
			t.Errorf("after the failure: schema %d with %d claims, %v; want schema %d with 1", is, claims, err, version)
		}
	}
}

func TestReadOnlyRecordIsListed(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("SKIPPED: root may write everywhere; run it as another user: go test -c ./record/sqlite && su nobody -s ./sqlite.test")
	}
	ctx := context.Background()
	dir := t.TempDir()
	path := filepath.Join(dir, "griot.db")
	rec, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recordtest.Many(3) {
		if _, err := rec.Add(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	rec.Close()
	for _, mode := range []struct{ file, dir os.FileMode }{{0o444, 0o755}, {0o644, 0o555}, {0o444, 0o555}} {
		if err := errors.Join(os.Chmod(path, mode.file), os.Chmod(dir, mode.dir)); err != nil {
			t.Fatal(err)
		}
		rec, err := sqlite.Open(ctx, path)
		if err != nil {
			t.Fatalf("file %o in folder %o: %v", mode.file, mode.dir, err)
		}
		claims := 0
		for _, err := range rec.Claims(ctx, griot.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			claims++
		}
		if claims != 3 {
			t.Errorf("file %o in folder %o: %d claims, want 3", mode.file, mode.dir, claims)
		}
		if _, err := rec.Add(ctx, recordtest.Many(4)[3]); !errors.Is(err, griot.ErrReadOnly) {
			t.Errorf("file %o in folder %o: Add: %v, want ErrReadOnly", mode.file, mode.dir, err)
		}
		rec.Close()
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRecordIsOneFileAfterClose(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a b%20?.db")
	rec, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recordtest.Many(3) {
		if _, err := rec.Add(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	before, _ := rec.Version(context.Background())
	rec.Close()
	files, _ := os.ReadDir(dir)
	if len(files) != 1 || files[0].Name() != filepath.Base(path) {
		t.Errorf("after Close the folder holds %v, want the record alone", files)
	}
	// What is copied then is the whole record.
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := os.WriteFile(backup, file, 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := sqlite.Open(context.Background(), backup)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if after, _ := again.Version(context.Background()); after != before {
		t.Errorf("version %s of the copy, want %s", after, before)
	}
	readings := 0
	for r, err := range again.Readings(context.Background(), 0) {
		if err != nil || r.Check() != nil {
			t.Errorf("%v, %v", err, r.Check())
		}
		readings++
	}
	if readings != 3 {
		t.Errorf("the copy has %d readings, want 3", readings)
	}
}

func TestOpenLeavesOthersFilesAlone(t *testing.T) {
	write := func(content string) func(string) error {
		return func(path string) error { return os.WriteFile(path, []byte(content), 0o600) }
	}
	database := func(statements string) func(string) error {
		return func(path string) error {
			db, err := sql.Open("sqlite", path)
			if err != nil {
				return err
			}
			defer db.Close()
			_, err = db.Exec(statements)
			return err
		}
	}
	for name, test := range map[string]struct {
		make func(string) error
		want error
	}{
		"text":      {write("Dear diary,"), griot.ErrNotARecord},
		"truncated": {write("SQLite format 3\x00"), griot.ErrNotARecord},
		"another":   {database("PRAGMA application_id = 7; CREATE TABLE notes (n)"), griot.ErrNotARecord},
		"unmarked":  {database("CREATE TABLE notes (n)"), griot.ErrNotARecord},
		"newer":     {database("PRAGMA application_id = 1735551343; PRAGMA user_version = 99; CREATE TABLE x (n)"), griot.ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "griot.db")
			if err := test.make(path); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(path)
			rec, err := sqlite.Open(context.Background(), path)
			if err == nil {
				rec.Close()
			}
			if !errors.Is(err, test.want) {
				t.Errorf("Open: %v, want %v", err, test.want)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("Open changed the file")
			}
		})
	}
}
