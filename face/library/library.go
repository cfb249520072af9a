// Package library keeps the views of a record that its readers ask for, so that
// a page does not derive again what the last one showed.
package library

import (
	"context"
	"sync"

	"griot"
)

// Know returns the record as it stood on a day; 0 is now.
type Know func(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.Known, error)

// View returns the record as it stood on a day for reading rows of it.
type View func(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.View, error)

// Library gives views of a record. It is safe for use by several goroutines.
type Library struct {
	Record griot.Record
	know   Know
	view   View
	mu     sync.Mutex
	views  []*kept // the latest asked for last
}

// kept is the record of a version on a day. Its mutex lets one reader derive it
// while the others who want it wait.
type kept struct {
	mu      sync.Mutex
	version string
	asOf    griot.Day
	known   *griot.Known
}

// maxViews bounds the memory; a reader looks at a few days at a time.
const maxViews = 6

// New gives views of rec, made by know and view.
func New(rec griot.Record, know Know, view View) *Library {
	return &Library{Record: rec, know: know, view: view}
}

// View is the record as it stood on a day, for a reader of a few rows.
func (l *Library) View(ctx context.Context, asOf griot.Day) (*griot.View, error) {
	return l.view(ctx, l.Record, asOf)
}

// Known is the record as it stood on a day, and the version it was made from.
func (l *Library) Known(ctx context.Context, asOf griot.Day) (*griot.Known, string, error) {
	version, err := l.Record.Version(ctx)
	if err != nil {
		return nil, "", err
	}
	v := l.find(version, asOf)
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.known == nil {
		if v.known, err = l.know(ctx, l.Record, asOf); err != nil {
			return nil, "", err
		}
	}
	return v.known, version, nil
}

// find finds the view, or makes room for it.
func (l *Library) find(version string, asOf griot.Day) *kept {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, v := range l.views {
		if v.version == version && v.asOf == asOf {
			l.views = append(append(l.views[:i:i], l.views[i+1:]...), v)
			return v
		}
	}
	v := &kept{version: version, asOf: asOf}
	l.views = append(l.views, v)
	if len(l.views) > maxViews {
		l.views = l.views[1:]
	}
	return v
}
