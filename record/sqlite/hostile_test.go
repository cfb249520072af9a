package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot"
	"griot/record/recordtest"
	"griot/record/sqlite"
)

// filled is the file of a record with readings, a correction and derived rows.
func filled(t *testing.T) []byte {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "griot.db")
	rec, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	all := recordtest.Many(60)
	if _, err := rec.AddAll(ctx, all); err != nil {
		t.Fatal(err)
	}
	version, _ := rec.Version(ctx)
	d := griot.Derived{Totals: &griot.Totals{}, Reports: griot.ReportEntries(all, nil)}
	for i := range all {
		c := &all[i].Claims[0]
		d.Events = append(d.Events, griot.Event{ID: fmt.Sprint("e_", i), Title: "Rebels killed soldiers", Actors: c.Actors, When: c.When, Where: c.Where})
	}
	if err := errors.Join(rec.SaveDerived(ctx, version, d), rec.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// readAll is what a record says, read in every way that listings do.
func readAll(path string) (string, error) {
	ctx := context.Background()
	rec, err := sqlite.Open(ctx, path)
	if err != nil {
		return "", err
	}
	defer rec.Close()
	var said strings.Builder
	var faults []error
	take := func(row any, err error) {
		b, _ := json.Marshal(row)
		said.Write(append(b, '\n'))
		if err != nil {
			faults = append(faults, err)
		}
	}
	version, err := rec.Version(ctx)
	take(version, err)
	for _, q := range []griot.Query{{}, {Actors: []string{"rebels"}}, {Places: []string{"ne"}, Limit: 10}, {From: griot.NewDay(2023, 8, 3), To: griot.NewDay(2023, 8, 5)}} {
		for row, err := range rec.Claims(ctx, q) {
			take(row.Quote, err)
		}
		for row, err := range rec.Statements(ctx, q) {
			take(row.Content, err)
		}
		for row, err := range rec.Figures(ctx, q) {
			take(row.Amount, err)
		}
		d, err := rec.Derived(ctx, version, q, griot.Events, griot.Reports)
		take(nil, err)
		for _, e := range d.Events {
			take(e, nil)
		}
		for _, r := range d.Reports {
			take(r, nil)
		}
	}
	for row, err := range rec.Readings(ctx, 0) {
		take(row, err)
	}
	return said.String(), errors.Join(faults...)
}

// damages are a file cut short, with bits flipped, and with pages of noise.
func damages(file []byte) map[string][]byte {
	chance := rand.New(rand.NewPCG(8, 8))
	all := map[string][]byte{}
	for _, n := range []int{99, 100, 101, 512, 4095, 4096, 5000, len(file) / 3, len(file) / 2, len(file) - 4096, len(file) - 1} {
		all[fmt.Sprint("cut to ", n)] = file[:n]
	}
	bits, pages := 40, 8
	if testing.Short() {
		bits, pages = 8, 2
	}
	for i := range bits {
		b := bytes.Clone(file)
		at := chance.IntN(len(b))
		if i%4 == 0 {
			at = chance.IntN(8192) // the header, the schema
		}
		b[at] ^= 1 << chance.IntN(8)
		all[fmt.Sprint("bit in byte ", at)] = b
	}
	for range pages {
		b := bytes.Clone(file)
		at := 4096 * (1 + chance.IntN(len(b)/4096-1))
		for j := range 4096 {
			b[at+j] = byte(chance.IntN(256))
		}
		all[fmt.Sprint("noise in page ", at/4096)] = b
	}
	return all
}

// within tells whether all lines of one text stand in the other.
func within(said, healthy string) bool {
	known := map[string]bool{}
	for line := range strings.Lines(healthy) {
		known[line] = true
	}
	for line := range strings.Lines(said) {
		if !known[line] {
			return false
		}
	}
	return true
}

// TestDamagedFiles reads damaged records in every way: reading fails with an
// error that says so, or what is read is as it was written (a damaged name or day
// by which a row is found may hide the row); and the file is left as it was.
func TestDamagedFiles(t *testing.T) {
	file := filled(t)
	path := filepath.Join(t.TempDir(), "griot.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	healthy, err := readAll(path)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	all := damages(file)
	for name, b := range all {
		path := filepath.Join(t.TempDir(), "griot.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := readAll(path)
		switch {
		case err == nil && !within(said, healthy):
			t.Errorf("%s: no error, and the record says something else", name)
		case err == nil && strings.HasPrefix(name, "cut"):
			t.Errorf("%s: no error", name)
		case err != nil:
			found++
			if !errors.Is(err, griot.ErrDamaged) && !errors.Is(err, griot.ErrNotARecord) && !errors.Is(err, griot.ErrNotFound) && !errors.Is(err, griot.ErrNewer) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
			t.Errorf("%s: the file was changed (%v)", name, err)
		}
	}
	t.Logf("%d of %d damages were found; the others touch nothing that is read", found, len(all))
}

// TestSchemasNoGriotMade opens files that say they are records and would run
// something of their own, or lack something.
func TestSchemasNoGriotMade(t *testing.T) {
	file := filled(t)
	for name, statement := range map[string]string{
		"a trigger":            `CREATE TRIGGER mine AFTER INSERT ON reports BEGIN DELETE FROM claims; END`,
		"a view":               `DROP TABLE claims; CREATE VIEW claims AS SELECT * FROM statements`,
		"a table more":         `CREATE TABLE mine (n)`,
		"a table less":         `DROP TABLE names`,
		"an index less":        `DROP INDEX claims_known`,
		"no schema of its own": `PRAGMA user_version = 0`,
		"another column":       `ALTER TABLE claims RENAME COLUMN body TO said`,
	} {
		path := filepath.Join(t.TempDir(), "griot.db")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(name, err)
		}
		db.Close()
		before, _ := os.ReadFile(path)
		if _, err := readAll(path); err == nil {
			t.Errorf("%s: no error", name)
		} else {
			t.Log(name, err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}
