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

// Library gives views of a record. It is safe for use by several goroutines.
type Library struct {
	Record griot.Record
	know   Know
	mu     sync.Mutex
	views  []*view // the latest asked for last
}

// view is the record of a version on a day. Its mutex lets one reader derive it
// while the others who want it wait.
type view struct {
	mu      sync.Mutex
	version string
	asOf    griot.Day
	known   *griot.Known
}

// maxViews bounds the memory; a reader looks at a few days at a time.
const maxViews = 6

// New gives views of rec, made by know.
func New(rec griot.Record, know Know) *Library { return &Library{Record: rec, know: know} }

// Known is the record as it stood on a day, and the version it was made from.
func (l *Library) Known(ctx context.Context, asOf griot.Day) (*griot.Known, string, error) {
	version, err := l.Record.Version(ctx)
	if err != nil {
		return nil, "", err
	}
	v := l.view(version, asOf)
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.known == nil {
		if v.known, err = l.know(ctx, l.Record, asOf); err != nil {
			return nil, "", err
		}
	}
	return v.known, version, nil
}

// view finds the view, or makes room for it.
func (l *Library) view(version string, asOf griot.Day) *view {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, v := range l.views {
		if v.version == version && v.asOf == asOf {
			l.views = append(append(l.views[:i:i], l.views[i+1:]...), v)
			return v
		}
	}
	v := &view{version: version, asOf: asOf}
	l.views = append(l.views, v)
	if len(l.views) > maxViews {
		l.views = l.views[1:]
	}
	return v
}
