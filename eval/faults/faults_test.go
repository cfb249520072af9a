// Package faults_test kills griot's processes, its broker and its connections to
// the database at random points, and asks that the record be none the worse.
package faults_test

import (
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named "pgx"
	"github.com/nats-io/nats-server/v2/server"
)

var rounds = flag.Int("rounds", 10, "rounds of kills for each kind of record")

// brokerAt is set in the processes that this test starts as brokers: PORT DIR.
const brokerAt = "GRIOT_FAULTS_BROKER"

const (
	hits     = 3                       // kills in a round
	longest  = 1500 * time.Millisecond // until a kill
	patience = 3 * time.Minute         // for what must end by itself
)

var stories = []string{"../../testdata/stories/war", "../../testdata/stories/flood", "../../testdata/stories/protest"}

func TestMain(m *testing.M) {
	if at := os.Getenv(brokerAt); at != "" {
		runBroker(at)
	}
	code := m.Run()
	if programDir != "" {
		os.RemoveAll(programDir)
	}
	os.Exit(code)
}

// runBroker is a broker until it is killed.
func runBroker(at string) {
	var port int
	var dir string
	if _, err := fmt.Sscan(at, &port, &dir); err != nil {
		panic(err)
	}
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: port, JetStream: true, StoreDir: dir, NoLog: true})
	if err != nil {
		panic(err)
	}
	s.Start()
	select {}
}

// programDir is where build put the program, once it has.
var programDir string

// build makes the program under test, once.
var build = sync.OnceValues(func() (string, error) {
	var err error
	if programDir, err = os.MkdirTemp("", "griot-faults-"); err != nil {
		return "", err
	}
	if err := os.Chmod(programDir, 0o755); err != nil { // other users run it too
		return "", err
	}
	path := filepath.Join(programDir, "griot")
	if out, err := exec.Command("go", "build", "-o", path, "griot/cmd/griot").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

func built(t *testing.T) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKills compares records made under kills with one that nobody disturbed.
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: kills processes for minutes")
	}
	griot := built(t)
	calm := filepath.Join(t.TempDir(), "calm.db")
	must(t, griot, append([]string{"read", "--quiet", "--record", calm}, stories...)...)
	want := contents(t, griot, calm)
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			if kind == "postgres" && os.Getenv("GRIOT_TEST_POSTGRES") == "" {
				t.Skip("SKIPPED: needs PostgreSQL; run .ci/run, or set GRIOT_TEST_POSTGRES to the postgres:// URL of a database to try in")
			}
			for n := range *rounds {
				t.Run(fmt.Sprint("round", n), func(t *testing.T) {
					t.Parallel() // most of a round is waiting for a dead worker's report to come back
					r := newRound(t, griot, kind, n)
					for range hits {
						r.hit()
					}
					r.finish()
					if got := contents(t, griot, r.record); got != want {
						t.Errorf("the record differs from an undisturbed one:\n%s\nwant\n%s", summary(got), summary(want))
					}
				})
			}
		})
	}
}

// contents is all that a record says: its reports, claims and events.
func contents(t *testing.T, griot, record string) string {
	t.Helper()
	must(t, griot, "doctor", "--quiet", "--record", record)
	var b strings.Builder
	for _, table := range []string{"reports", "claims", "statements", "figures", "events"} {
		b.WriteString(must(t, griot, table, "--format", "jsonl", "--record", record))
		b.WriteString("\x00")
	}
	return b.String()
}

// summary counts the rows of each table.
func summary(contents string) string {
	var rows []string
	for _, table := range strings.Split(contents, "\x00") {
		rows = append(rows, fmt.Sprint(strings.Count(table, "\n")))
	}
	return strings.Join(rows, " ") + " rows"
}

// must runs a command that has to succeed and returns what it prints.
func must(t *testing.T, griot string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, griot, args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr, c.Env = &out, &errs, oneCore()
	err := c.Run()
	if err != nil && c.ProcessState.ExitCode() != 4 { // 4: a file in the folders is no report
		t.Fatalf("griot %v: %v\n%s", args, err, &errs)
	}
	return out.String()
}

func oneCore() []string { return append(os.Environ(), "GOMAXPROCS=1") }

// round is one story of kills.
type round struct {
	t              *testing.T
	griot          string
	record, stream string
	broker         string // its PORT DIR
	chance         *rand.Rand
	cut            func() // cuts the connections to the database
	running        map[string]*exec.Cmd
}

func newRound(t *testing.T, griot, kind string, n int) *round {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	r := &round{
		t: t, griot: griot, chance: rand.New(rand.NewPCG(uint64(n), 2023)), running: map[string]*exec.Cmd{},
		record: filepath.Join(t.TempDir(), "griot.db"), stream: fmt.Sprint("nats://127.0.0.1:", port), broker: fmt.Sprint(port, " ", t.TempDir()),
		cut: func() {},
	}
	if kind == "postgres" {
		r.openSchema(n)
	}
	t.Cleanup(func() {
		for name := range r.running {
			r.kill(name)
		}
	})
	return r
}

// openSchema makes a schema of its own for the round.
func (r *round) openSchema(n int) {
	r.t.Helper()
	name := fmt.Sprintf("griot_faults_%d_%d", os.Getpid(), n)
	db, err := sql.Open("pgx", os.Getenv("GRIOT_TEST_POSTGRES"))
	if err != nil {
		r.t.Fatal(err)
	}
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() {
		_, _ = db.Exec("DROP SCHEMA " + name + " CASCADE")
		db.Close()
	})
	u, err := url.Parse(os.Getenv("GRIOT_TEST_POSTGRES"))
	if err != nil {
		r.t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	q.Set("application_name", name)
	u.RawQuery = q.Encode()
	r.record = u.String()
	r.cut = func() {
		_, _ = db.Exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", name)
	}
}

func (r *round) start(name string) {
	if r.running[name] != nil {
		return
	}
	var c *exec.Cmd
	switch name {
	case "broker":
		c = exec.Command(os.Args[0])
		c.Env = append(oneCore(), brokerAt+"="+r.broker)
	case "reader":
		c = exec.Command(r.griot, append([]string{"read", "--quiet", "--jobs", "1", "--stream", r.stream}, stories...)...)
		c.Env = oneCore()
	case "worker":
		c = exec.Command(r.griot, "worker", "--quiet", "--stream", r.stream, "--record", r.record)
		c.Env = oneCore()
	}
	if err := c.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.running[name] = c
}

// startBroker starts the broker and waits until it answers.
func (r *round) startBroker() {
	r.t.Helper()
	r.start("broker")
	address := strings.TrimPrefix(r.stream, "nats://")
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			return
		}
	}
	r.t.Fatal("the broker does not start")
}

func (r *round) kill(name string) {
	if c := r.running[name]; c != nil {
		_ = c.Process.Kill()
		_ = c.Wait()
		delete(r.running, name)
	}
}

// hit lets everything run for a moment, kills something, and stops the rest of
// the griots as a service manager would.
func (r *round) hit() {
	r.startBroker()
	r.start("reader")
	r.start("worker")
	time.Sleep(time.Duration(r.chance.Int64N(int64(longest))))
	switch r.chance.IntN(5) {
	case 0:
		r.kill("reader")
	case 1, 2:
		r.kill("worker")
	case 3:
		r.kill("broker")
	case 4:
		r.cut()
		time.Sleep(time.Duration(r.chance.Int64N(int64(longest / 4))))
		r.kill("worker")
	}
	for _, name := range []string{"reader", "worker"} {
		if c := r.running[name]; c != nil {
			_ = c.Process.Signal(syscall.SIGTERM)
			stopped := time.AfterFunc(10*time.Second, func() { _ = c.Process.Kill() })
			_ = c.Wait()
			stopped.Stop()
			delete(r.running, name)
		}
	}
}

// finish does again what was disturbed, and asks that nothing was put aside.
func (r *round) finish() {
	r.t.Helper()
	r.startBroker()
	must(r.t, r.griot, append([]string{"read", "--quiet", "--stream", r.stream}, stories...)...)
	must(r.t, r.griot, "worker", "--quiet", "--once", "--stream", r.stream, "--record", r.record)
	if dead := must(r.t, r.griot, "doctor", "--quiet", "--dead", "--stream", r.stream); dead != "" {
		r.t.Errorf("put aside: %s", dead)
	}
}
