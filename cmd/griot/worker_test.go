package main

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// TestWorkersMakeTheSameRecord hands reports to a broker, lets a worker read them
// and compares with a record read at once.
func TestWorkersMakeTheSameRecord(t *testing.T) {
	broker, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	broker.Start()
	defer broker.Shutdown()
	if !broker.ReadyForConnections(10 * time.Second) {
		t.Fatal("the broker did not start")
	}
	dir, url, examples := t.TempDir(), broker.ClientURL(), "../../examples/niger-2023"
	direct, far := filepath.Join(dir, "direct.db"), filepath.Join(dir, "far.db")
	for _, args := range [][]string{
		{"read", "--quiet", "--record", direct, examples},
		{"read", "--quiet", "--stream", url, examples},
		{"read", "--quiet", "--stream", url, examples}, // the same again
		{"worker", "--quiet", "--once", "--stream", url, "--record", far},
		{"doctor", "--dead", "--stream", url},
	} {
		if code, out, errs := run(t, args...); code != exitOK {
			t.Fatalf("griot %v: exit %d\n%s%s", args, code, out, errs)
		}
	}
	if got, want := versionOf(t, far), versionOf(t, direct); got != want {
		t.Errorf("the worker's record has version %s, want %s", got, want)
	}
}
