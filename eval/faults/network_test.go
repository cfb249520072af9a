package faults_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"griot"
	"griot/pipeline"
	"griot/record"
	"griot/stream"
)

// The two networks of the test: one of brokers, one of the database. This
// machine has address 1 on both, the worker stands on both.
const (
	brokerNet   = "griotq"
	databaseNet = "griotd"
	cutFor      = 15 * time.Second
	sent        = 80                     // reports
	sendEvery   = 600 * time.Millisecond // between two of them, so that every cut falls among them
)

// network is a network of namespaces on this machine, joined by bridges.
type network struct {
	t     *testing.T
	plugs int
}

// ip runs the command of that name.
func (n *network) ip(args ...string) {
	n.t.Helper()
	if out, err := exec.Command("ip", args...).CombinedOutput(); err != nil {
		n.t.Fatalf("ip %v: %v\n%s", args, err, out)
	}
}

// newNetwork makes the bridges, or skips where that is not allowed.
func newNetwork(t *testing.T) *network {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED with -short: cuts wires for minutes")
	}
	for _, program := range []string{"ip", "setpriv"} {
		if _, err := exec.LookPath(program); err != nil || os.Getuid() != 0 {
			t.Skip("SKIPPED: makes network namespaces, so it needs root, iproute2 and util-linux")
		}
	}
	n := &network{t: t}
	for bridge, address := range map[string]string{brokerNet: "10.213.1.1/24", databaseNet: "10.213.2.1/24"} {
		_ = exec.Command("ip", "link", "delete", bridge).Run() // left over by a test that was killed
		if out, err := exec.Command("ip", "link", "add", bridge, "type", "bridge").CombinedOutput(); err != nil {
			t.Skipf("SKIPPED: this root may not make networks: %v %s", err, out)
		}
		t.Cleanup(func() { n.ip("link", "delete", bridge) })
		n.ip("address", "add", address, "dev", bridge)
		n.ip("link", "set", bridge, "up")
	}
	return n
}

// host makes a namespace; what is run within it begins with the words returned.
func (n *network) host(name string) (within []string) {
	n.t.Helper()
	_ = exec.Command("ip", "netns", "delete", name).Run()
	n.ip("netns", "add", name)
	n.t.Cleanup(func() { n.ip("netns", "delete", name) })
	n.ip("-n", name, "link", "set", "lo", "up")
	return []string{"ip", "netns", "exec", name}
}

// plug gives a host an address on a bridge, and returns the end of its wire.
func (n *network) plug(host, bridge, address string) (wire string) {
	n.t.Helper()
	n.plugs++
	wire, inside := fmt.Sprint("griotv", n.plugs), fmt.Sprint("griotp", n.plugs)
	n.ip("link", "add", wire, "type", "veth", "peer", "name", inside, "netns", host)
	n.ip("-n", host, "address", "add", address+"/24", "dev", inside)
	n.ip("-n", host, "link", "set", inside, "up")
	n.ip("link", "set", wire, "master", bridge, "up")
	return wire
}

// cut takes a wire out of its bridge for a while: what is sent over it is lost
// and nobody is told.
func (n *network) cut(wire, bridge string) {
	n.t.Helper()
	n.ip("link", "set", wire, "nomaster")
	time.Sleep(cutFor)
	n.ip("link", "set", wire, "master", bridge)
}

// cluster is three brokers that hold everything thrice.
type cluster struct {
	url     string
	start   []func() *exec.Cmd
	servers []*service
}

func newCluster(t *testing.T, n *network) *cluster {
	t.Helper()
	c := &cluster{}
	var routes, urls []string
	for i := range 3 {
		routes = append(routes, fmt.Sprintf("nats://10.213.1.1%d:6222", i))
		urls = append(urls, fmt.Sprintf("nats://10.213.1.1%d:4222", i))
	}
	c.url = strings.Join(urls, ",")
	for i := range 3 {
		host, address, dir := fmt.Sprint("griot-b", i), fmt.Sprint("10.213.1.1", i), t.TempDir()
		within := n.host(host)
		n.plug(host, brokerNet, address)
		start := func() *exec.Cmd {
			return inside(within, brokerCommand(fmt.Sprint(address, " 4222 ", dir, " b", i, " 6222 ", strings.Join(routes, ","))))
		}
		c.start = append(c.start, start)
		c.servers = append(c.servers, serve(t, start))
	}
	return c
}

// inside runs a command within a namespace.
func inside(within []string, c *exec.Cmd) *exec.Cmd {
	all := exec.Command(within[0], append(within[1:len(within):len(within)], c.Args...)...)
	all.Env = c.Env
	return all
}

// leader is the number of the server that leads the queue, -1 when none does.
func (c *cluster) leader(t *testing.T) int {
	t.Helper()
	conn, err := nats.Connect(c.url)
	if err != nil {
		return -1
	}
	defer conn.Close()
	js, err := jetstream.New(conn)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	queue, err := js.Stream(ctx, "GRIOT")
	if err != nil {
		return -1
	}
	info := queue.CachedInfo()
	if info.Config.Replicas != 3 {
		t.Errorf("the queue is kept %d times, want 3", info.Config.Replicas)
	}
	n := -1
	if info.Cluster != nil {
		_, _ = fmt.Sscanf(info.Cluster.Leader, "b%d", &n)
	}
	return n
}

// TestCutWires cuts a worker off from its brokers, then from its database, then
// kills the broker that leads, for good until another one does. All while
// reports are handed in. Nothing may be lost, and the worker is not started again.
//
//	go test ./eval/faults -run TestCutWires -v
func TestCutWires(t *testing.T) {
	n := newNetwork(t)
	brokers := newCluster(t, n)
	d := newDatabase(t, "10.213.2.21", n.host("griot-d")...)
	n.plug("griot-d", databaseNet, d.host)
	d.start(t)
	recordURL := d.schema(t, "griot")
	within := n.host("griot-w")
	toBrokers, toDatabase := n.plug("griot-w", brokerNet, "10.213.1.31"), n.plug("griot-w", databaseNet, "10.213.2.31")
	s := openWhenReady(t, brokers.url)
	sending := make(chan error, 1)
	go func() { sending <- send(s, tidings()) }()
	program := built(t)
	worker := serve(t, func() *exec.Cmd {
		c := exec.Command(program, "worker", "--stream", brokers.url, "--record", recordURL)
		c.Env = oneCore()
		c = inside(within, c)
		c.Stderr = os.Stderr
		return c
	})
	eventually(t, func() string { return d.fewer(t, 3) })
	t.Log("cut off from the brokers")
	n.cut(toBrokers, brokerNet)
	t.Log("cut off from the database")
	n.cut(toDatabase, databaseNet)
	old := brokers.leader(t)
	if old < 0 {
		t.Fatal("nobody leads the queue")
	}
	t.Log("the leader is killed: broker ", old)
	brokers.servers[old].end()
	eventually(t, func() string {
		if now := brokers.leader(t); now < 0 || now == old {
			return fmt.Sprint("broker ", now, " leads")
		}
		return ""
	})
	t.Log("a new leader: broker ", brokers.leader(t))
	serve(t, brokers.start[old])
	if err := <-sending; err != nil {
		t.Fatal(err)
	}
	eventually(t, func() string { return d.fewer(t, sent) + waiting(brokers.url) })
	worker.halt()
	noneDead(t, brokers.url)
	if n := worker.started(); n != 1 {
		t.Errorf("the worker was started %d times, want once", n)
	}
	if got, want := contents(t, recordURL), calm(t, tidings()); got != want {
		t.Errorf("the record is %s\nwant %s", got, want)
	}
}

// openWhenReady opens the stream as soon as the cluster has come together.
func openWhenReady(t *testing.T, url string) (s griot.Stream) {
	t.Helper()
	eventually(t, func() string {
		var err error
		if s, err = stream.Open(context.Background(), url); err != nil {
			return err.Error()
		}
		return ""
	})
	t.Cleanup(func() { s.Close() })
	return s
}

// tidings are small reports, each of a deed of its own.
func tidings() []griot.Report {
	var all []griot.Report
	for i := range sent {
		r := griot.Report{
			Ref: fmt.Sprint(i, ".txt"), Outlet: "Wire", Published: griot.NewDay(2023, 8, 4) + griot.Day(i), Language: "en",
			Text: fmt.Sprintf("Rebels killed %d soldiers in an attack on a convoy near Gao on Thursday, the army said.", i+2),
		}
		r.ID = r.Identify()
		all = append(all, r)
	}
	return all
}

// send hands reports in, one after the other.
func send(s griot.Stream, reports []griot.Report) error {
	for _, r := range reports {
		if err := s.Publish(context.Background(), r); err != nil {
			return err
		}
		time.Sleep(sendEvery)
	}
	return nil
}

// fewer tells when the record has fewer than so many reports.
func (d *database) fewer(t *testing.T, than int) string {
	t.Helper()
	var have int
	if err := d.statement.QueryRow("SELECT count(*) FROM griot.reports").Scan(&have); err != nil {
		return err.Error()
	}
	if have < than {
		return fmt.Sprintf("%d reports are in the record; ", have)
	}
	return ""
}

// calm is what a record of the reports says that nobody disturbed.
func calm(t *testing.T, reports []griot.Report) string {
	t.Helper()
	path := t.TempDir() + "/calm.db"
	rec, err := record.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		reading, err := reader.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rec.Add(context.Background(), reading); err != nil {
			t.Fatal(err)
		}
	}
	return contents(t, path)
}
