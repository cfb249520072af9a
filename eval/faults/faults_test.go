// Package faults_test kills griot's processes, its broker and its database at
// random points and cuts the wires between them, and asks that the record be
// none the worse.
package faults_test

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// brokerAt is set in the processes that these tests start as brokers, to the
// HOST PORT DIR of each, and in a cluster NAME ROUTEPORT ROUTES.
const brokerAt = "GRIOT_FAULTS_BROKER"

// patience is how long a test waits for what must come about by itself.
const patience = 4 * time.Minute

var stories = []string{"../../testdata/stories/war", "../../testdata/stories/flood", "../../testdata/stories/protest"}

func TestMain(m *testing.M) {
	if at := os.Getenv(brokerAt); at != "" {
		runBroker(at)
	}
	if url := os.Getenv(leadOn); url != "" {
		runLeader(url)
	}
	code := m.Run()
	if programDir != "" {
		os.RemoveAll(programDir)
	}
	os.Exit(code)
}

// runBroker is a broker until it is killed.
func runBroker(at string) {
	var host, dir, name, routes string
	var port, routePort int
	n, err := fmt.Sscan(at, &host, &port, &dir, &name, &routePort, &routes)
	if n != 3 && n != 6 {
		panic(err)
	}
	opts := &server.Options{Host: host, Port: port, JetStream: true, StoreDir: dir, NoLog: true}
	if n == 6 {
		opts.ServerName = name
		opts.Cluster = server.ClusterOpts{Name: "griot", Host: host, Port: routePort}
		opts.Routes = server.RoutesFromStr(routes)
	}
	s, err := server.NewServer(opts)
	if err != nil {
		panic(err)
	}
	s.Start()
	select {}
}

// brokerCommand starts a broker.
func brokerCommand(at string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(oneCore(), brokerAt+"="+at)
	return c
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

// freePort is a port on which nobody listens now.
func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// eventually waits for what others bring about; is tells what is still amiss, ""
// when nothing is.
func eventually(t *testing.T, is func() string) {
	t.Helper()
	amiss := is()
	for end := time.Now().Add(patience); amiss != "" && time.Now().Before(end); amiss = is() {
		time.Sleep(100 * time.Millisecond)
	}
	if amiss != "" {
		t.Fatalf("after %v: %s", patience, strings.TrimSpace(amiss))
	}
}
