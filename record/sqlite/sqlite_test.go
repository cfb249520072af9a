package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"griot"
	"griot/record/recordtest"
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
	recordtest.Plans(t, rec, regexp.MustCompile(`SCAN \w+(\n|$)`))
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
	again, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if after, _ := again.Version(context.Background()); after != before {
		t.Errorf("version %s after opening again, want %s", after, before)
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
