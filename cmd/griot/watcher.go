package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"griot"
	"griot/face/alert"
	"griot/intake"
	"griot/intake/fetch"
	"griot/pipeline"
)

const (
	looksAtOnce = 16               // sources that are looked at together
	alertPause  = 30 * time.Second // between two rounds of alerts, which ask the whole record
)

// watcher looks at sources and keeps the record. Sources are looked at together;
// the record is written, and alerts are told, by one.
type watcher struct {
	out       io.Writer
	log       *slog.Logger
	rec       griot.Record
	reader    *pipeline.Reader
	fetcher   *fetch.Fetcher
	rules     []alert.Rule
	alertDays int
	jobs      int
	once      bool

	mu    sync.Mutex // guards state
	state *watchState

	told   int // alerts
	failed int // looks that brought nothing
}

// look is what a look at a source found.
type look struct {
	source *source
	found  []finding
	mark   fetch.Mark
	files  map[string]version
	err    error
	taken  chan struct{} // closed when it is in the record
}

// finding is a report, or why there is none, and what tells it from others of
// its source.
type finding struct {
	item  intake.Item
	key   string // address or file; "" when nothing stays the same through an edit
	given string // ID of what the feed itself said
	known bool   // it says what it said before: nothing to do
}

// run watches until ctx ends, or looks at every source once.
func (w *watcher) run(ctx context.Context, sources []*source) error {
	looks := make(chan *look)
	slots := make(chan struct{}, looksAtOnce)
	var watching sync.WaitGroup
	for _, s := range sources {
		watching.Go(func() { w.follow(ctx, s, slots, looks) })
	}
	go func() { watching.Wait(); close(looks) }()
	due := len(w.rules) > 0 // a watch that was stopped may have left some untold
	tick := time.NewTicker(alertPause)
	defer tick.Stop()
	for open := true; open; {
		select {
		case l, more := <-looks:
			if open = more; more {
				due = w.take(ctx, l) && len(w.rules) > 0 || due
				close(l.taken)
			}
		case <-tick.C:
			due = due && !w.alert(ctx)
		}
	}
	if !w.once {
		w.log.Info("stopped")
		return nil
	}
	if due && !w.alert(ctx) {
		return errors.New("an alert could not be told; it will be next time")
	}
	return w.ended(len(sources))
}

// follow looks at a source again and again.
func (w *watcher) follow(ctx context.Context, s *source, slots chan struct{}, looks chan<- *look) {
	for {
		slots <- struct{}{}
		l := w.look(ctx, s)
		<-slots
		if ctx.Err() != nil {
			return
		}
		looks <- l
		<-l.taken
		if w.once || !rest(ctx, s.every) {
			return
		}
	}
}

// spread is a duration of about d.
func spread(d time.Duration) time.Duration { return d - d/10 + rand.N(d/5+1) }

// take puts what a look found into the record. It returns whether anything was
// added. What could not be stored is found again by the next look.
func (w *watcher) take(ctx context.Context, l *look) bool {
	if l.err != nil {
		w.fault(l.source, l.err)
		return false
	}
	items, err := w.revise(ctx, l)
	if err != nil {
		w.fault(l.source, err)
		return false
	}
	sum, err := pipeline.Fill(ctx, w.rec, w.reader, slices.Values(items), w.jobs, nil)
	if errors.Is(err, context.Canceled) {
		return sum.Read > 0
	}
	if err == nil {
		err = w.remember(l)
	}
	if err != nil {
		w.fault(l.source, err)
		return sum.Read > 0
	}
	if l.source.fault != "" {
		w.log.Info("works again", "source", l.source.shown())
		l.source.fault = ""
	}
	w.warn(l.source, sum.Problems)
	if sum.Read > 0 {
		w.log.Info("read", "source", l.source.shown(), "reports", sum.Read, "claims", sum.Claims)
	}
	return sum.Read > 0
}

// fault logs why a look brought nothing, once until it changes.
func (w *watcher) fault(s *source, err error) {
	w.failed++
	if s.fault == err.Error() {
		return
	}
	s.fault = err.Error()
	w.log.Error("cannot be read now", "source", s.shown(), "reason", err)
}

// warn logs what was left out of a source, once while it stays.
func (w *watcher) warn(s *source, problems []*intake.Problem) {
	now := map[string]bool{}
	for _, p := range problems {
		if now[p.Error()] = true; !s.warned[p.Error()] {
			w.log.Warn("left out", "source", s.shown(), "where", p.Where, "reason", p.What)
		}
	}
	s.warned = now
}

// revise marks the reports that replace an earlier one of the same source, and
// drops those that differ from it in nothing that is read.
func (w *watcher) revise(ctx context.Context, l *look) ([]intake.Item, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	known := w.state.of(l.source.name)
	var items []intake.Item
	for i := range l.found {
		f := &l.found[i]
		if f.known {
			continue
		}
		last, seen := known.Entries[f.key]
		if f.key != "" && seen && !f.item.Lost() && last.Report != f.item.Report.ID {
			same, err := w.replace(ctx, &f.item.Report, last.Report)
			if err != nil {
				return nil, err
			}
			if same {
				f.item.Report.ID = last.Report
				continue
			}
		}
		items = append(items, f.item)
	}
	return items, nil
}

// replace makes a report the successor of an earlier one, unless it says the
// same or is in the record already; same tells that the earlier one stands.
func (w *watcher) replace(ctx context.Context, r *griot.Report, earlier string) (same bool, err error) {
	if known, err := w.rec.Has(ctx, r.ID); err != nil || known {
		return known, err
	}
	old, err := w.rec.Report(ctx, earlier)
	if errors.Is(err, griot.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("report %s: %w", earlier, err)
	}
	if old.Text == r.Text && old.Title == r.Title {
		return true, nil
	}
	r.Replaces = earlier
	return false, nil
}

// remember keeps what the look found as known.
func (w *watcher) remember(l *look) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	today := griot.DayOf(time.Now())
	known := w.state.of(l.source.name)
	known.Mark = l.mark
	if l.files != nil {
		known.Files = l.files
	}
	for _, f := range l.found {
		if f.key != "" && !f.item.Lost() {
			known.Entries[f.key] = entry{Report: f.item.Report.ID, Given: f.given, Last: today}
		}
	}
	known.forget(today)
	return w.state.save()
}
