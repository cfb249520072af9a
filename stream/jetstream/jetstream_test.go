package jetstream_test

import (
	"context"
	"net"
	"strconv"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"griot"
	"griot/stream/jetstream"
	"griot/stream/streamtest"
)

// broker starts a NATS server in this process, on a free loopback port.
func broker(t *testing.T, dir string, port int) *server.Server {
	t.Helper()
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: port, JetStream: true, StoreDir: dir, NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	if !s.ReadyForConnections(10 * time.Second) {
		t.Fatal("the broker did not start")
	}
	t.Cleanup(s.Shutdown)
	return s
}

func open(t *testing.T, url string) *jetstream.Stream {
	t.Helper()
	s, err := jetstream.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStream(t *testing.T) {
	streamtest.Run(t, func(t *testing.T) griot.Stream {
		return open(t, broker(t, t.TempDir(), -1).ClientURL())
	})
}

func TestNobodyThere(t *testing.T) {
	if _, err := jetstream.Open(context.Background(), "nats://127.0.0.1:1"); err == nil {
		t.Error("Open of an address where nothing is: no error")
	}
}

// TestBrokerRestart stops the broker under a worker and starts it again on the
// same store: what was handed in is taken, all of it.
func TestBrokerRestart(t *testing.T) {
	dir := t.TempDir()
	b := broker(t, dir, -1)
	port := b.Addr().String()
	s := open(t, b.ClientURL())
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	const n = 40
	for i := range n {
		r := griot.Report{Text: string(rune('a'+i%26)) + string(rune('a'+i/26)) + " left."}
		r.ID = r.Identify()
		if err := s.Publish(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	taken := make(chan string, 4*n)
	go s.Work(ctx, func(_ context.Context, r griot.Report) error { taken <- r.ID; return nil })
	seen := map[string]bool{}
	for len(seen) < n/2 {
		seen[<-taken] = true
	}
	b.Shutdown()
	b.WaitForShutdown()

	broker(t, dir, portOf(port))
	for len(seen) < n {
		select {
		case id := <-taken:
			seen[id] = true
		case <-ctx.Done():
			t.Fatalf("%d of %d reports were taken", len(seen), n)
		}
	}
}

func portOf(address string) int {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return -1
	}
	n, _ := strconv.Atoi(port)
	return n
}
