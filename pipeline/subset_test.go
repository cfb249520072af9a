package pipeline_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/intake"
	"griot/record"
	"griot/record/memory"
)

const world = "../../shared/reports/world"

// crises are the stories and, where they are to be had, reports of the real
// world: some of each folder, so that the test ends.
func crises(t *testing.T, each int) []intake.Item {
	t.Helper()
	items := stories(t)
	if _, err := os.Stat(world); err != nil {
		t.Logf("SKIPPED in part: needs %s; the stories alone are tried", world)
		return items
	}
	files, err := filepath.Glob(world + "/*")
	if err != nil {
		t.Fatal(err)
	}
	rand.New(rand.NewPCG(5, 5)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	for it := range intake.Read(files[:min(each, len(files))], intake.Options{}) {
		if !it.Lost() {
			items = append(items, it)
		}
	}
	return items
}

// read reads every item once; what is read of a report does not depend on others.
func read(t *testing.T, items []intake.Item) []griot.Reading {
	t.Helper()
	var all []griot.Reading
	for _, it := range items {
		r, err := theReader(t).Read(it.Report)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// stores are the records that must agree: URLs of empty ones.
func stores(t *testing.T) []string {
	urls := []string{"memory:", filepath.Join(t.TempDir(), "griot.db")}
	if u := os.Getenv("GRIOT_TEST_POSTGRES"); u != "" {
		urls = append(urls, freshSchema(t, u))
	}
	return urls
}

// TestPromisesOverRandomSubsets draws subsets of the reports and orders of them,
// and asks each of the stores: the same version, the same derived rows; and as of
// any day what a record says that never saw the later reports.
func TestPromisesOverRandomSubsets(t *testing.T) {
	each, rounds := 60, 12
	if testing.Short() {
		each, rounds = 6, 2
	}
	all := read(t, crises(t, each))
	for round := range rounds {
		draw := rand.New(rand.NewPCG(uint64(round), 9))
		subset := slices.Clone(all)
		draw.Shuffle(len(subset), func(i, j int) { subset[i], subset[j] = subset[j], subset[i] })
		subset = subset[:2+draw.IntN(min(len(subset)-2, 60))]
		asOf := subset[0].Report.Published
		t.Run(fmt.Sprint("round ", round, ": ", len(subset), " reports as of ", asOf), func(t *testing.T) { agree(t, subset, asOf, draw) })
	}
}

func agree(t *testing.T, subset []griot.Reading, asOf griot.Day, draw *rand.Rand) {
	ctx := context.Background()
	early := memory.New()
	for _, r := range subset {
		if asOf == 0 || r.Report.Published.Known() && r.Report.Published <= asOf {
			add(t, early, r)
		}
	}
	rebuilt := form(t, know(t, early, asOf))
	var version string
	var now []byte
	for _, url := range stores(t) {
		draw.Shuffle(len(subset), func(i, j int) { subset[i], subset[j] = subset[j], subset[i] })
		rec, err := record.Open(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		defer rec.Close()
		for _, r := range subset {
			add(t, rec, r)
		}
		v, err := rec.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		all := form(t, know(t, rec, 0))
		if version == "" {
			version, now = v, all
		}
		if v != version || !bytes.Equal(all, now) {
			t.Errorf("%s differs from memory", url)
		}
		for range 2 { // derived, then kept
			if !bytes.Equal(form(t, know(t, rec, asOf)), rebuilt) {
				t.Errorf("%s as of %s differs from a record of what was published by then", url, asOf)
			}
		}
	}
}

func add(t *testing.T, rec griot.Record, r griot.Reading) {
	t.Helper()
	if _, err := rec.Add(context.Background(), r); err != nil {
		t.Fatal(err)
	}
}

var schemas int

// freshSchema is the URL of an empty schema in a PostgreSQL database, dropped
// after the test.
func freshSchema(t *testing.T, base string) string {
	t.Helper()
	schemas++
	name := fmt.Sprintf("griot_subset_%d_%d", os.Getpid(), schemas)
	db, err := sql.Open("pgx", base)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("DROP SCHEMA " + name + " CASCADE"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	sep := "?"
	if strings.Contains(base, "?") {
		sep = "&"
	}
	return base + sep + "search_path=" + name
}
