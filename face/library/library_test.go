package library_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"griot"
	"griot/face/library"
)

type oneVersion struct{ griot.Record }

func (oneVersion) Version(context.Context) (string, error) { return "v1", nil }

// shelf is a library whose views take until ready is closed, and how many were
// made.
func shelf(ready chan struct{}, fail error) (*library.Library, *atomic.Int32) {
	var made atomic.Int32
	know := func(ctx context.Context, _ griot.Record, asOf griot.Day) (*griot.Known, error) {
		made.Add(1)
		select {
		case <-ready:
			return griot.NewKnown(nil, griot.Derived{AsOf: asOf}), fail
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return library.New(oneVersion{}, know, nil), &made
}

func TestWhoLeavesDoesNotStopTheWork(t *testing.T) {
	ready := make(chan struct{})
	lib, made := shelf(ready, nil)
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, _, err := lib.Known(ctx, 5); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a reader in a hurry gets %v", err)
	}
	close(ready)
	for range 3 {
		k, version, err := lib.Known(context.Background(), 5)
		if err != nil || k.AsOf != 5 || version != "v1" {
			t.Errorf("%v, version %q: %v", k, version, err)
		}
	}
	if n := made.Load(); n != 1 {
		t.Errorf("the view was made %d times", n)
	}
}

func TestAFailedViewIsTriedAgain(t *testing.T) {
	ready := make(chan struct{})
	close(ready)
	lib, made := shelf(ready, errors.New("no"))
	for range 2 {
		if _, _, err := lib.Known(context.Background(), 0); err == nil {
			t.Error("a failed view is given out")
		}
	}
	if n := made.Load(); n != 2 {
		t.Errorf("tried %d times", n)
	}
}

func TestViewsNobodyWaitsForAreGivenUp(t *testing.T) {
	stopped := make(chan griot.Day, 20)
	lib := library.New(oneVersion{}, func(ctx context.Context, _ griot.Record, asOf griot.Day) (*griot.Known, error) {
		<-ctx.Done()
		stopped <- asOf
		return nil, ctx.Err()
	}, nil)
	hurry, cancel := context.WithCancel(context.Background())
	cancel()
	for day := griot.Day(1); day <= 7; day++ {
		_, _, _ = lib.Known(hurry, day)
	}
	select {
	case day := <-stopped:
		if day != 1 {
			t.Errorf("the view of day %d is given up first", day)
		}
	case <-time.After(2 * time.Minute):
		t.Error("the oldest view is worked at for ever")
	}
}

func TestAFaultIsAnError(t *testing.T) {
	lib := library.New(oneVersion{}, func(context.Context, griot.Record, griot.Day) (*griot.Known, error) { panic("broken") }, nil)
	if _, _, err := lib.Known(context.Background(), 0); err == nil {
		t.Error("a fault is no error")
	}
}

func TestAReaderOvertakenByANewVersionReadsAgain(t *testing.T) {
	lib := library.New(oneVersion{}, nil, nil)
	for _, row := range []struct {
		version string // when the reader began; it is v1 now
		fail    error
		times   int
	}{{"v0", griot.ErrNotFound, 2}, {"v1", griot.ErrNotFound, 1}, {"v0", errors.New("no"), 1}, {"v0", nil, 1}} {
		n := 0
		err := lib.Retry(context.Background(), row.version, func() error { n++; return row.fail })
		if n != row.times || !errors.Is(err, row.fail) {
			t.Errorf("from %s, failing with %v: read %d times, %v", row.version, row.fail, n, err)
		}
	}
}
