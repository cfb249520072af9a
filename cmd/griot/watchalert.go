package main

import (
	"context"
	"time"

	"griot"
	"griot/face/alert"
	"griot/pipeline"
)

// alert tells of the events that the rules ask for and that were not told of. It
// returns false when some could not be told; they will be next time.
func (w *watcher) alert(ctx context.Context) bool {
	known, err := w.recent(ctx)
	if err != nil {
		w.log.Error("alerts wait", "reason", err)
		return false
	}
	all := true
	for i := range w.rules {
		for _, a := range w.rules[i].Alerts(known, w.state.Fired) {
			if err := alert.Deliver(ctx, w.rules[i].To, &a, w.out); err != nil {
				w.log.Error("an alert could not be told", "rule", a.Rule, "event", a.Event.ID, "to", w.rules[i].To, "reason", err)
				all = false
				continue
			}
			w.told++
			w.log.Info("alert", "rule", a.Rule, "event", a.Event.ID, "title", a.Event.Title)
			if err := w.remembered(&a); err != nil {
				w.log.Error("an alert may be told again", "rule", a.Rule, "reason", err)
			}
		}
	}
	return all
}

// remembered keeps that an alert was told before the next one is.
func (w *watcher) remembered(a *alert.Alert) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.state.Fired.Add(a)
	return w.state.save()
}

// recent is the record of the last days, counted back from its newest report
// that does not claim to come from the future.
func (w *watcher) recent(ctx context.Context) (*griot.Known, error) {
	today := griot.DayOf(time.Now())
	var readings []griot.Reading
	for r, err := range w.rec.Readings(ctx, 0) { // oldest first, undated last
		if err != nil {
			return nil, err
		}
		newest := min(r.Report.Published, today)
		for len(readings) > 0 && readings[0].Report.Published < newest-griot.Day(w.alertDays) {
			readings[0] = griot.Reading{}
			readings = readings[1:]
		}
		readings = append(readings, r)
	}
	d, err := pipeline.Derive(ctx, w.rec, readings, 0)
	if err != nil {
		return nil, err
	}
	return griot.NewKnown(readings, d), nil
}
