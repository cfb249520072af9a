// Package direct carries reports within one process. It is the plainest of the
// streams: where the others differ from it, they are wrong.
package direct

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"griot"
)

const (
	room  = 64 // reports on their way before Publish waits
	tries = 5
)

// Stream is a griot.Stream that ends with the process.
type Stream struct {
	queue chan griot.Report
	mu    sync.Mutex
	seen  map[string]bool // handed in and not yet dead
	open  int             // handed in and neither taken nor dead
	dead  []griot.DeadReport
}

// New returns an empty stream.
func New() *Stream { return &Stream{queue: make(chan griot.Report, room), seen: map[string]bool{}} }

// Publish hands in a report.
func (s *Stream) Publish(ctx context.Context, r griot.Report) error {
	s.mu.Lock()
	known := s.seen[r.ID]
	s.seen[r.ID] = true
	if !known {
		s.open++
	}
	s.mu.Unlock()
	if known {
		return nil
	}
	select {
	case s.queue <- r:
		return nil
	case <-ctx.Done():
		s.mu.Lock()
		delete(s.seen, r.ID)
		s.open--
		s.mu.Unlock()
		return ctx.Err()
	}
}

// Work hands reports to the handler until ctx ends.
func (s *Stream) Work(ctx context.Context, handle func(context.Context, griot.Report) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case r := <-s.queue:
			s.settle(r, attempt(ctx, r, handle))
		}
	}
}

// attempt hands a report to the handler until it is taken or given up.
func attempt(ctx context.Context, r griot.Report, handle func(context.Context, griot.Report) error) error {
	var err error
	for range tries {
		if err = handle(ctx, r); err == nil || errors.Is(err, griot.ErrPoison) || ctx.Err() != nil {
			return err
		}
	}
	return err
}

func (s *Stream) settle(r griot.Report, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
	if err != nil {
		delete(s.seen, r.ID)
		s.dead = append(s.dead, griot.DeadReport{Report: r, Reason: err.Error()})
	}
}

// Waiting counts the reports that nobody has taken yet.
func (s *Stream) Waiting(context.Context) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open, nil
}

// Dead lists the reports that were put aside.
func (s *Stream) Dead(context.Context) ([]griot.DeadReport, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.dead), nil
}

// Retry hands a dead report in again.
func (s *Stream) Retry(ctx context.Context, reportID string) error {
	s.mu.Lock()
	i := slices.IndexFunc(s.dead, func(d griot.DeadReport) bool { return d.Report.ID == reportID })
	if i < 0 {
		s.mu.Unlock()
		return fmt.Errorf("dead report %s: %w", reportID, griot.ErrNotFound)
	}
	r := s.dead[i].Report
	s.dead = slices.Delete(s.dead, i, i+1)
	s.mu.Unlock()
	return s.Publish(ctx, r)
}

// Close does nothing.
func (s *Stream) Close() error { return nil }
