package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// TestWorkersMakeTheSameRecord hands reports to a broker, lets a worker read them
// and compares with a record read at once.
func TestWorkersMakeTheSameRecord(t *testing.T) {
	dir, url, examples := t.TempDir(), brokerURL(t), "../../examples/niger-2023"
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

// brokerURL starts a broker in this process.
func brokerURL(t *testing.T) string {
	t.Helper()
	broker, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	broker.Start()
	t.Cleanup(broker.Shutdown)
	if !broker.ReadyForConnections(10 * time.Second) {
		t.Fatal("the broker did not start")
	}
	return broker.ClientURL()
}

// TestPoisonIsSeenAndHandedInAgain puts a message on the queue that is no report.
// The worker goes on; the doctor shows why, and hands it in again.
func TestPoisonIsSeenAndHandedInAgain(t *testing.T) {
	url, path := brokerURL(t), filepath.Join(t.TempDir(), "griot.db")
	conn, err := nats.Connect(url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	say := func(code int, args ...string) string {
		t.Helper()
		got, out, errs := run(t, append(args, "--stream", url)...)
		if got != code {
			t.Fatalf("griot %v: exit %d\n%s%s", args, got, out, errs)
		}
		return out + errs
	}
	say(exitOK, "read", "--quiet", "../../examples/niger-2023")
	bad := nats.NewMsg("griot.reports")
	bad.Header.Set("Griot-Report", "r_bad")
	bad.Data = []byte("no report")
	if err := conn.PublishMsg(bad); err != nil {
		t.Fatal(err)
	}
	if err := conn.Flush(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		say(exitOK, "worker", "--quiet", "--once", "--record", path)
		if said := say(exitOK, "doctor", "--dead"); !strings.Contains(said, "r_bad") || !strings.Contains(said, "cannot be read") {
			t.Errorf("the dead are: %s", said)
		}
		if said := say(exitOK, "doctor", "--record", path); !strings.Contains(said, "0 reports for a worker to take, 1 put aside") || !strings.Contains(said, "Nothing is wrong") {
			t.Errorf("the doctor says: %s", said)
		}
		say(exitOK, "doctor", "--retry", "r_bad")
		if said := say(exitOK, "doctor", "--record", path); !strings.Contains(said, "1 report for a worker to take, 0 put aside") {
			t.Errorf("after --retry the doctor says: %s", said)
		}
	}
	say(exitFailure, "doctor", "--retry", "r_nothing")
}
