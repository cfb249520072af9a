package faults_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	throughput = flag.Int("throughput", 0, "reports to measure workers with; 0 measures nothing")
	repeats    = flag.Int("repeats", 3, "times that each measurement is taken; the best counts")
)

// TestOverhead measures the processor time that a broker and PostgreSQL add to
// reading in one process into an SQLite file, derivation included.
//
//	go test ./eval/faults -run TestOverhead -throughput 400 -v
func TestOverhead(t *testing.T) {
	folder, program := reportsToMeasure(t), built(t)
	var alone, apart, servers time.Duration
	for range *repeats {
		a := spent(t, program, "read", "--quiet", "--jobs", "1", "--record", filepath.Join(t.TempDir(), "griot.db"), folder)
		b, s := apartFrom(t, program, folder)
		if alone == 0 || a < alone {
			alone = a
		}
		if apart == 0 || b < apart {
			apart, servers = b, s
		}
	}
	over := func(d time.Duration) float64 { return 100 * (d.Seconds()/alone.Seconds() - 1) }
	t.Logf("%d reports: in one process into SQLite %.1f s of processor time; reader, worker and fuse %.1f s (%+.0f %%); with broker and database %.1f s (%+.0f %%)",
		*throughput, alone.Seconds(), apart.Seconds(), over(apart), (apart + servers).Seconds(), over(apart+servers))
}

// apartFrom reads the folder by way of a broker into PostgreSQL, and returns the
// processor time of griot's processes and of the servers.
func apartFrom(t *testing.T, program, folder string) (griot, servers time.Duration) {
	t.Helper()
	w := newWorks(t)
	broker, database := w.broker.processorTime(t), w.database.service.processorTime(t)
	reader := spent(t, program, "read", "--quiet", "--stream", w.stream, folder)
	worker := spent(t, program, "worker", "--quiet", "--once", "--stream", w.stream, "--record", w.record)
	fuse := spent(t, program, "fuse", "--quiet", "--once", "--record", w.record)
	broker, database = w.broker.processorTime(t)-broker, w.database.service.processorTime(t)-database
	w.broker.halt()
	w.database.service.halt()
	t.Logf("reader %v, worker %v, fuse %v, broker %v, database %v", reader, worker, fuse, broker, database)
	return reader + worker + fuse, broker + database
}

// TestTwoWorkers measures how much faster two workers, each on one core, empty a
// queue than one. The machine must have two cores and nothing else to do.
//
//	go test ./eval/faults -run TestTwoWorkers -throughput 1200 -v
func TestTwoWorkers(t *testing.T) {
	folder, program := reportsToMeasure(t), built(t)
	best := map[int]time.Duration{}
	for range *repeats {
		for workers := 1; workers <= 2; workers++ {
			w := newWorks(t)
			must(t, program, "read", "--quiet", "--stream", w.stream, folder)
			start := time.Now()
			done := make(chan error, workers)
			for range workers {
				go func() {
					c := exec.Command(program, "worker", "--quiet", "--once", "--stream", w.stream, "--record", w.record)
					c.Env = oneCore()
					done <- c.Run()
				}()
			}
			for range workers {
				if err := <-done; err != nil {
					t.Fatal(err)
				}
			}
			took := time.Since(start)
			t.Logf("%d workers: %.2f s", workers, took.Seconds())
			if best[workers] == 0 || took < best[workers] {
				best[workers] = took
			}
			w.broker.halt()
			w.database.service.halt()
		}
	}
	t.Logf("%d reports: one worker %.2f s, two workers %.2f s: %.2f times as fast",
		*throughput, best[1].Seconds(), best[2].Seconds(), best[1].Seconds()/best[2].Seconds())
}

// works are a broker and a durable database.
type works struct {
	stream, record string
	broker         *service
	database       *database
}

func newWorks(t *testing.T) *works {
	t.Helper()
	port, dir := freePort(t), t.TempDir()
	w := &works{stream: fmt.Sprint("nats://127.0.0.1:", port), database: newDatabase(t, "127.0.0.1")}
	w.broker = serve(t, func() *exec.Cmd { return brokerCommand(fmt.Sprint("127.0.0.1 ", port, " ", dir)) })
	w.database.durable = true
	w.database.start(t)
	w.record = w.database.schema(t, "griot")
	eventually(t, func() string { return waiting(w.stream) })
	return w
}

// spent runs a command that has to succeed and returns its processor time.
func spent(t *testing.T, program string, args ...string) time.Duration {
	t.Helper()
	c := exec.Command(program, args...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("griot %v: %v\n%s", args, err, out)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}

// processorTime is what a service and its children, dead ones too, have used so
// far (proc(5): fields 14 to 17, in hundredths of a second).
func (s *service) processorTime(t *testing.T) (all time.Duration) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || s.now == nil {
		t.Fatal("no processor time: ", err)
	}
	for _, path := range stats {
		b, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		_, after, _ := strings.Cut(string(b), ") ") // the name before may hold anything
		fields := strings.Fields(after)
		pid, parent := filepath.Base(filepath.Dir(path)), fields[1]
		if us := strconv.Itoa(s.now.Process.Pid); pid != us && parent != us {
			continue
		}
		times := fields[11:13] // its own
		if parent != strconv.Itoa(s.now.Process.Pid) {
			times = fields[11:15] // and that of the children it has buried
		}
		for _, f := range times {
			ticks, _ := strconv.Atoi(f)
			all += time.Duration(ticks) * 10 * time.Millisecond
		}
	}
	return all
}

var aNumber = regexp.MustCompile(`\b[1-9]\d?\b`)

// reportsToMeasure is a folder of reports made from the stories: each is three of
// them, some 450 words, with other numbers, so that no two are the same.
func reportsToMeasure(t *testing.T) string {
	t.Helper()
	if *throughput == 0 {
		t.Skip("SKIPPED: a measurement; go test ./eval/faults -run 'TestOverhead|TestTwoWorkers' -throughput 400 -v")
	}
	var texts []string
	for _, story := range stories {
		files, _ := filepath.Glob(filepath.Join(story, "*.txt"))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(b))
		}
	}
	dir := t.TempDir()
	for n := range *throughput {
		head, body, _ := strings.Cut(texts[n%len(texts)], "\n\n")
		for next := 1; next < 3; next++ {
			_, more, _ := strings.Cut(texts[(n+next)%len(texts)], "\n\n")
			body += "\n\n" + more
		}
		body = aNumber.ReplaceAllStringFunc(body, func(s string) string {
			v, _ := strconv.Atoi(s)
			return strconv.Itoa(v + n/len(texts))
		})
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", n)), []byte(head+"\n\n"+body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
