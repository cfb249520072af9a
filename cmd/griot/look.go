package main

import (
	"context"
	"os"
	"strings"
	"time"

	"griot"
	"griot/intake"
	"griot/intake/fetch"
)

// settle is how long a file must have been left alone before it is read.
const settle = 2 * time.Second

// look looks at a source.
func (w *watcher) look(ctx context.Context, s *source) *look {
	l := &look{source: s, taken: make(chan struct{})}
	if s.feed {
		w.lookAtFeed(ctx, l)
	} else {
		w.lookAtFolder(l)
	}
	l.dropSharedKeys()
	return l
}

// lookAtFeed fetches a feed, if it has changed, and what it lists.
func (w *watcher) lookAtFeed(ctx context.Context, l *look) {
	w.mu.Lock()
	l.mark = w.state.of(l.source.name).Mark
	w.mu.Unlock()
	page, err := w.fetcher.Get(ctx, l.source.name, l.mark)
	if err != nil || page.Unchanged {
		l.err = err
		return
	}
	l.mark = page.Mark
	var problem *intake.Problem
	answer := intake.Fetched{Address: page.Address, ContentType: page.ContentType, Body: page.Body}
	for item := range intake.ReadFetched(answer, intake.Options{}) {
		if item.Lost() {
			problem = item.Problem
		} else {
			name(&item.Report, l.source.outlet)
		}
		f := finding{item: item, key: item.Report.URL, given: item.Report.ID}
		if l.source.articles && !item.Lost() {
			w.readArticle(ctx, l, &f)
		}
		l.found = append(l.found, f)
	}
	if len(l.found) == 1 && problem != nil {
		l.err = problem // of the whole feed; it is asked for again
	}
}

// name gives a report the outlet that the user knows its source by.
func name(r *griot.Report, outlet string) {
	if outlet != "" && r.Outlet != outlet {
		r.Outlet = outlet
		r.ID = r.Identify()
	}
}

// readArticle puts the page that an entry links to in the place of the entry. An
// entry that says what it said before is not asked about. When the page cannot
// be had now, the entry is left for the next look; when it never can, what the
// feed says of it is all there is.
func (w *watcher) readArticle(ctx context.Context, l *look, f *finding) {
	w.mu.Lock()
	last, seen := w.state.of(l.source.name).Entries[f.key]
	w.mu.Unlock()
	if seen && last.Given == f.given {
		f.item.Report.ID, f.known = last.Report, true
		return
	}
	page, err := w.fetcher.Get(ctx, f.key, fetch.Mark{})
	if err != nil {
		problem := &intake.Problem{Where: f.key, What: err.Error()}
		if fetch.Passing(err) {
			f.item, f.key, l.mark = intake.Item{Problem: problem}, "", fetch.Mark{}
		} else {
			f.item.Problem = problem
		}
		return
	}
	said := f.item.Report
	answer := intake.Fetched{Address: page.Address, ContentType: page.ContentType, Body: page.Body}
	for item := range intake.ReadFetched(answer, intake.Options{Published: said.Published, Outlet: said.Outlet, Title: said.Title}) {
		if item.Lost() {
			f.item.Problem = item.Problem
			return
		}
		name(&item.Report, l.source.outlet)
		f.item = item
		return
	}
}

// lookAtFolder reads the files that are new or have changed.
func (w *watcher) lookAtFolder(l *look) {
	w.mu.Lock()
	before := w.state.of(l.source.name).Files
	w.mu.Unlock()
	if _, err := os.Stat(l.source.name); err != nil {
		l.err = err
		return
	}
	l.files = map[string]version{}
	skip := func(path string) bool {
		info, err := os.Stat(path)
		if err != nil {
			return false
		}
		if !w.once && time.Since(info.ModTime()) < settle {
			return true // still being written, perhaps
		}
		now := version{info.Size(), info.ModTime().UnixNano()}
		l.files[path] = now
		return before[path] == now
	}
	for item := range intake.Read([]string{l.source.name}, intake.Options{Outlet: l.source.outlet, Skip: skip}) {
		f := finding{item: item}
		if !strings.Contains(item.Report.Ref, "#") { // a file of one report
			f.key = item.Report.Ref
		}
		l.found = append(l.found, f)
	}
}

// dropSharedKeys takes the key from findings that share it with another one of
// the same look: they are different reports, not one that was edited.
func (l *look) dropSharedKeys() {
	count := map[string]int{}
	for _, f := range l.found {
		count[f.key]++
	}
	for i := range l.found {
		if count[l.found[i].key] > 1 {
			l.found[i].key = ""
		}
	}
}
