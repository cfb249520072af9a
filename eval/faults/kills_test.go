package faults_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"griot"
	"griot/pipeline"
	"griot/record"
	"griot/stream"
)

var (
	rounds = flag.Int("rounds", 6, "rounds of kills for each kind of record")
	lanes  = flag.Int("lanes", 3, "rounds at a time, each with a database of its own")
)

// longest is the time until the next kill.
const longest = 800 * time.Millisecond

// TestKills hands reports to workers while everything is killed at random
// points: the reader, the worker, the fuse, the broker and the database. All are
// started again as a service manager would. The record must then be that of a
// reading that nobody disturbed.
//
//	go test ./eval/faults -run TestKills -rounds 200 -lanes 16 -parallel 16 -v -timeout 2h
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: kills processes for minutes")
	}
	program := built(t)
	calm := filepath.Join(t.TempDir(), "calm.db")
	must(t, program, append([]string{"read", "--quiet", "--record", calm}, stories...)...)
	want := contents(t, calm)
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			for lane := range *lanes {
				t.Run(fmt.Sprint("lane", lane), func(t *testing.T) {
					t.Parallel() // most of a round is waiting for a dead worker's report to come back
					var db *database
					if kind == "postgres" {
						db = newDatabase(t, "127.0.0.1")
						db.start(t)
					}
					for n := lane; n < *rounds; n += *lanes {
						t.Run(fmt.Sprint("round", n), func(t *testing.T) { round(t, program, db, n, want) })
					}
				})
			}
		})
	}
}

// round is one story of kills; the same number kills in the same order. db is
// nil for a record in a file.
func round(t *testing.T, program string, db *database, n int, want string) {
	recordURL := filepath.Join(t.TempDir(), "griot.db")
	if db != nil {
		recordURL = db.schema(t, "griot")
	}
	port := freePort(t)
	at, streamURL := fmt.Sprint("127.0.0.1 ", port, " ", t.TempDir()), fmt.Sprint("nats://127.0.0.1:", port)
	command := func(args ...string) func() *exec.Cmd {
		return func() *exec.Cmd {
			c := exec.Command(program, args...)
			c.Env = oneCore()
			return c
		}
	}
	read := command(append([]string{"read", "--quiet", "--jobs", "1", "--stream", streamURL}, stories...)...)
	victims := []*service{
		serve(t, func() *exec.Cmd { return brokerCommand(at) }),
		toDo(t, read),
		serve(t, command("worker", "--quiet", "--stream", streamURL, "--record", recordURL)),
		serve(t, command("fuse", "--quiet", "--every", "1s", "--record", recordURL)),
	}
	reader := victims[1]
	if db != nil {
		victims = append(victims, db.service)
	}
	chance := rand.New(rand.NewPCG(uint64(n), 2023))
	names, killed := []string{"broker", "reader", "worker", "fuse", "database"}, []string{}
	for _, v := range chance.Perm(2 * len(victims)) { // everything twice, in any order
		time.Sleep(time.Duration(chance.Int64N(int64(longest))))
		if v %= len(victims); victims[v] == reader && reader.done() {
			reader = toDo(t, read) // hands in again what it did before
			victims[v] = reader
			continue
		}
		if victims[v].kill(chance.IntN(2) == 0) {
			killed = append(killed, names[v])
		}
	}
	eventually(t, func() string {
		if !reader.done() {
			return "the reports are not handed in"
		}
		return waiting(streamURL)
	})
	for _, v := range victims[1:4] { // all but the broker and the database
		v.halt()
	}
	noneDead(t, streamURL)
	if db != nil {
		db.awaken(t) // it may have been killed last
	}
	if got := contents(t, recordURL); got != want {
		t.Errorf("the record differs from an undisturbed one:\n%s\nwant\n%s", got, want)
	}
	t.Log("killed: ", strings.Join(killed, " "))
}

// waiting tells how many reports nobody has taken yet, "" when none.
func waiting(streamURL string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		return err.Error()
	}
	defer s.Close()
	n, err := s.Waiting(ctx)
	if err != nil {
		return err.Error()
	}
	if n > 0 {
		return fmt.Sprint(n, " reports wait")
	}
	return ""
}

// noneDead asks that no report was put aside.
func noneDead(t *testing.T, streamURL string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	dead, err := s.Dead(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dead {
		t.Errorf("put aside: %s: %s", d.Report.Ref, d.Reason)
	}
}

// contents is a digest of all that a record says: the sum of its readings, made
// again and compared with the kept one, and a hash of its rows, told and derived.
func contents(t *testing.T, url string) string {
	t.Helper()
	ctx := context.Background()
	rec, err := record.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	known, err := pipeline.Know(ctx, rec, 0)
	if err != nil {
		t.Fatal(err)
	}
	var sum griot.Sum
	claims := map[string]int{}
	for i := range known.Readings {
		r := &known.Readings[i]
		if err := r.Check(); err != nil {
			t.Error(err)
		}
		sum.Add(r.Digest())
		for _, c := range r.Claims {
			if claims[c.ID]++; claims[c.ID] > 1 {
				t.Errorf("claim %s is there %d times", c.ID, claims[c.ID])
			}
		}
	}
	version, err := rec.Version(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if version != fmt.Sprintf("%x", sum[:]) {
		t.Errorf("the record's sum is %s, its content's is %x", version, sum[:])
	}
	rows, err := json.Marshal(known) // told and derived
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d reports, %d claims, %d events, sum %s, hash %x", len(known.Readings), len(claims), len(known.Events), version, sha256.Sum256(rows))
}
