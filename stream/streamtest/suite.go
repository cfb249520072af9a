// Package streamtest is the suite that every stream must pass.
package streamtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"griot"
)

// Run tests the streams that open returns; each call must give a fresh, empty one.
func Run(t *testing.T, open func(t *testing.T) griot.Stream) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, griot.Stream)
	}{
		{"EveryReportIsTakenOnce", takenOnce},
		{"TheSameReportIsHandedInOnce", deduplicated},
		{"AFailedReportIsTriedAgain", triedAgain},
		{"APoisonReportIsPutAsideAndCanBeRetried", putAside},
		{"ALargeReportTravelsWhole", large},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func report(n int) griot.Report {
	r := griot.Report{Ref: fmt.Sprint(n, ".txt"), Published: griot.NewDay(2023, 8, 1), Text: fmt.Sprintf("Rebels killed %d soldiers.", n)}
	r.ID = r.Identify()
	return r
}

// collector takes reports with two workers until it is stopped.
type collector struct {
	mu    sync.Mutex
	taken map[string]int
	stop  func()
}

func work(t *testing.T, s griot.Stream, handle func(griot.Report) error) *collector {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	c := &collector{taken: map[string]int{}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			err := s.Work(ctx, func(_ context.Context, r griot.Report) error {
				if err := handle(r); err != nil {
					return err
				}
				c.mu.Lock()
				c.taken[r.ID]++
				c.mu.Unlock()
				return nil
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("Work: %v", err)
			}
		})
	}
	c.stop = func() { cancel(); wg.Wait() }
	t.Cleanup(c.stop)
	return c
}

func (c *collector) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.taken)
}

// eventually waits for what other goroutines bring about.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("%s did not come about", what)
}

func publish(t *testing.T, s griot.Stream, reports ...griot.Report) {
	t.Helper()
	for _, r := range reports {
		if err := s.Publish(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
}

func takenOnce(t *testing.T, s griot.Stream) {
	c := work(t, s, func(griot.Report) error { return nil })
	for n := range 200 {
		publish(t, s, report(n))
	}
	eventually(t, "taking 200 reports", func() bool { return c.count() == 200 })
	eventually(t, "an empty queue", func() bool { n, err := s.Waiting(context.Background()); return err == nil && n == 0 })
	c.stop()
	for id, n := range c.taken {
		if n != 1 {
			t.Errorf("%s was taken %d times", id, n)
		}
	}
}

func deduplicated(t *testing.T, s griot.Stream) {
	publish(t, s, report(1), report(1), report(2))
	if n, err := s.Waiting(context.Background()); err != nil || n != 2 {
		t.Errorf("Waiting = %d, %v; want 2", n, err)
	}
}

func triedAgain(t *testing.T, s griot.Stream) {
	var mu sync.Mutex
	failures := 0
	c := work(t, s, func(griot.Report) error {
		mu.Lock()
		defer mu.Unlock()
		if failures++; failures <= 2 {
			return errors.New("the database is away")
		}
		return nil
	})
	publish(t, s, report(1))
	eventually(t, "the third try", func() bool { return c.count() == 1 })
}

func putAside(t *testing.T, s griot.Stream) {
	var mu sync.Mutex
	mended := false
	c := work(t, s, func(r griot.Report) error {
		mu.Lock()
		defer mu.Unlock()
		if r.ID == report(1).ID && !mended {
			return fmt.Errorf("%w: a fault in line 7", griot.ErrPoison)
		}
		return nil
	})
	publish(t, s, report(1), report(2))
	eventually(t, "taking the good report", func() bool { return c.count() == 1 })
	var dead []griot.DeadReport
	eventually(t, "putting the other aside", func() bool { dead, _ = s.Dead(context.Background()); return len(dead) == 1 })
	if dead[0].Report.ID != report(1).ID || dead[0].Report.Text != report(1).Text || !strings.Contains(dead[0].Reason, "line 7") {
		t.Errorf("dead: %+v", dead[0])
	}
	if err := s.Retry(context.Background(), "r_nothing"); !errors.Is(err, griot.ErrNotFound) {
		t.Errorf("Retry of an unknown report: %v, want ErrNotFound", err)
	}
	mu.Lock()
	mended = true
	mu.Unlock()
	if err := s.Retry(context.Background(), report(1).ID); err != nil {
		t.Fatal(err)
	}
	eventually(t, "taking it after all", func() bool { return c.count() == 2 })
	eventually(t, "an empty list of dead", func() bool { dead, err := s.Dead(context.Background()); return err == nil && len(dead) == 0 })
}

func large(t *testing.T, s griot.Stream) {
	r := report(1)
	var b strings.Builder
	for i := range 400_000 { // incompressible enough to stay above a message's limit
		fmt.Fprintf(&b, "%x ", i*2654435761)
	}
	r.Text = b.String()
	r.ID = r.Identify()
	var got string
	c := work(t, s, func(r griot.Report) error { got = r.Text; return nil })
	publish(t, s, r)
	eventually(t, "taking the large report", func() bool { return c.count() == 1 })
	c.stop()
	if got != r.Text {
		t.Errorf("%d bytes arrived of %d", len(got), len(r.Text))
	}
}
