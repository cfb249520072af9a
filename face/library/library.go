// Package library keeps the views of a record that its readers ask for, so that
// a page does not derive again what the last one showed.
package library

import (
	"context"
	"errors"
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
	kept   []*kept // the latest asked for last
}

// kept is the record of a version on a day.
type kept struct {
	version string
	asOf    griot.Day
	view    job[*griot.View]
	known   job[*griot.Known]
}

// maxKept bounds the memory; a reader looks at a few days at a time.
const maxKept = 6

// New gives views of rec, made by know and view.
func New(rec griot.Record, know Know, view View) *Library {
	return &Library{Record: rec, know: know, view: view}
}

// View is the record as it stood on a day, for a reader of a few rows. Like
// Known it is made in the background: a reader whose context ends before it is
// ready gets the context's error, and finds it further on the next time.
func (l *Library) View(ctx context.Context, asOf griot.Day) (*griot.View, error) {
	k, err := l.find(ctx, asOf)
	if err != nil {
		return nil, err
	}
	return k.view.wait(ctx, func(ctx context.Context) (*griot.View, error) { return l.view(ctx, l.Record, asOf) })
}

// Known is the record as it stood on a day, and the version it was made from.
func (l *Library) Known(ctx context.Context, asOf griot.Day) (*griot.Known, string, error) {
	k, err := l.find(ctx, asOf)
	if err != nil {
		return nil, "", err
	}
	known, err := k.known.wait(ctx, func(ctx context.Context) (*griot.Known, error) { return l.know(ctx, l.Record, asOf) })
	return known, k.version, err
}

// Retry reads from views of the record, which had the version given, and once
// more when that version was replaced meanwhile: a record keeps the rows of its
// newest version only, so that a reader may find some gone.
func (l *Library) Retry(ctx context.Context, version string, read func() error) error {
	err := read()
	if !errors.Is(err, griot.ErrNotFound) {
		return err
	}
	if now, failed := l.Record.Version(ctx); failed != nil || now == version {
		return err
	}
	return read()
}

// find finds what is kept of the record's present version on a day, or makes
// room for it. What falls out is no longer worked at.
func (l *Library) find(ctx context.Context, asOf griot.Day) (*kept, error) {
	version, err := l.Record.Version(ctx)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, k := range l.kept {
		if k.version == version && k.asOf == asOf {
			l.kept = append(append(l.kept[:i:i], l.kept[i+1:]...), k)
			return k, nil
		}
	}
	k := &kept{version: version, asOf: asOf}
	l.kept = append(l.kept, k)
	if len(l.kept) > maxKept {
		l.kept[0].view.stop()
		l.kept[0].known.stop()
		l.kept = l.kept[1:]
	}
	return k, nil
}
