package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2/sse"

	"griot"
)

// versionEvent tells clients that the record has changed.
type versionEvent struct {
	Version string `json:"version"`
}

// claimEvent is a claim of a report that has come in.
type claimEvent struct {
	ID        string       `json:"id"`
	Report    string       `json:"report"`
	Ref       string       `json:"ref"`
	Outlet    string       `json:"outlet"`
	Published string       `json:"published" doc:"YYYY-MM-DD, or empty when unknown"`
	Type      griot.Type   `json:"type"`
	Mode      string       `json:"mode"`
	Status    griot.Status `json:"status"`
	Quote     string       `json:"quote" doc:"the words that say it"`
	Actors    []string     `json:"actors"`
	Whom      []string     `json:"recipients"`
	From      string       `json:"from" doc:"the first day on which it may have happened"`
	To        string       `json:"to"`
}

// lookEvery is how often the record is looked at for changes.
const lookEvery = time.Second

// changes sends the version of the record, then, each time that changes, the
// claims of the reports that have come in and the new version.
func (a *api) changes(ctx context.Context, _ *struct{}, send sse.Sender) {
	w := watching{api: a, send: send}
	for {
		if w.look(ctx) != nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookEvery):
		}
	}
}

// watching is what one client has been told.
type watching struct {
	api     *api
	send    sse.Sender
	version string
	reports map[string]bool // nil before the first look
}

// look tells of what has come in. An error is that of a client that has gone;
// faults of the record are looked at again the next time.
func (w *watching) look(ctx context.Context) error {
	version, err := w.api.lib.Record.Version(ctx)
	if err != nil || version == w.version {
		return nil
	}
	view, err := w.api.lib.View(ctx, 0)
	if err != nil {
		return nil
	}
	rows, err := view.Rows(ctx, griot.Query{}, griot.Reports)
	if err != nil {
		return nil
	}
	first := w.reports == nil
	if first {
		w.reports = map[string]bool{}
	}
	for i := range rows.Reports {
		id := rows.Reports[i].ID
		if !first && !w.reports[id] {
			if err := w.claims(ctx, id); err != nil {
				return err
			}
		}
		w.reports[id] = true
	}
	w.version = view.Version
	return w.send.Data(versionEvent{view.Version})
}

// claims sends those of one report.
func (w *watching) claims(ctx context.Context, report string) error {
	for c, err := range w.api.lib.Record.Claims(ctx, griot.Query{Report: report}) {
		if err != nil {
			return err
		}
		e := claimEvent{ID: c.ID, Report: c.Report, Ref: c.Ref, Outlet: c.Outlet, Published: c.Published.String(), Type: c.Type, Mode: c.Mode, Status: c.Status, Quote: c.Quote,
			Actors: names(c.Actors), Whom: names(c.Recipients), From: c.When.From.String(), To: c.When.To.String()}
		if err := w.send.Data(e); err != nil {
			return err
		}
	}
	return nil
}

func names(all []griot.Actor) []string {
	list := []string{}
	for _, a := range all {
		list = append(list, a.Name)
	}
	return list
}
