// Package web is the pages of a record: server-rendered, with addresses that
// carry the day and the filters, usable without a script. The same pages are
// written as a static site by WriteSite.
package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"

	"griot"
	"griot/face/library"
)

//go:embed static
var static embed.FS

// page is one kind of page.
type page struct {
	name string // of its template, and in addresses
	path string // pattern of its address
	make func(*ask) (*content, error)
}

// content is what a page shows below the header.
type content struct {
	title string
	body  any // what the page's template is given
	pages int // of a long list; 0 and 1: all on this page
}

// pages lists every page.
func pages() []page {
	return []page{
		{"today", "/{$}", (*ask).today},
		{"timeline", "/timeline", whole((*ask).timeline)},
		{"map", "/map", whole((*ask).mapPage)},
		{"state", "/state", whole((*ask).state)},
		{"figures", "/figures", whole((*ask).figures)},
		{"expectations", "/expectations", whole((*ask).expectations)},
		{"actors", "/actors", whole((*ask).actors)},
		{"actor", "/actors/{id}", whole((*ask).actor)},
		{"sources", "/sources", whole((*ask).sources)},
		{"event", "/events/{id}", whole((*ask).event)},
		{"report", "/reports/{id}", whole((*ask).reportText)},
		{"search", "/search", whole((*ask).search)},
		{"diff", "/diff", (*ask).diff},
	}
}

// Register adds the pages to a mux.
func Register(mux *http.ServeMux, lib *library.Library) error {
	s, err := newSite()
	if err != nil {
		return err
	}
	s.lib = lib
	files, err := fs.Sub(static, "static")
	if err != nil {
		return err
	}
	served := http.StripPrefix("/static/", http.FileServerFS(files))
	mux.HandleFunc("GET /static/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		served.ServeHTTP(w, r)
	})
	for _, p := range pages() {
		mux.HandleFunc("GET "+p.path, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, p) })
	}
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/") {
			http.NotFound(w, r)
			return
		}
		s.fail(w, r, fmt.Errorf("the page %s is %w", clip(80, r.URL.Path), griot.ErrNotFound))
	})
	return nil
}

// errQuestion marks an address that asks for something impossible.
var errQuestion = errors.New("")

// patience is how long a reader waits for a view of the record. What takes longer,
// the first look at a large record or at another day of it, goes on in the
// background, and the reader is given a page that asks again by itself.
const patience = 900 * time.Millisecond

// longest is how long the rows of a page may take to be read; that begins anew with
// each time of asking, and must come to an end also on a slow machine.
const longest = 30 * time.Second

// serve answers with a page, or with 304 when the reader's copy still holds.
func (s *site) serve(w http.ResponseWriter, r *http.Request, p page) {
	version, err := s.lib.Record.Version(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	sum := sha256.Sum256([]byte(version + "\x00" + s.build + "\x00" + r.URL.RequestURI()))
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	w.Header().Set("Cache-Control", "no-cache")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	var b bytes.Buffer
	ctx, cancel := context.WithTimeout(r.Context(), longest)
	defer cancel()
	err = s.lib.Retry(ctx, version, func() error {
		b.Reset()
		return s.answer(r.WithContext(ctx), p, &b)
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("ETag", tag)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

func (s *site) answer(r *http.Request, p page, b *bytes.Buffer) error {
	a, err := s.ask(r.Context(), r)
	if err != nil {
		return err
	}
	c, err := p.make(a)
	if err != nil {
		return err
	}
	return s.write(b, a, p, c)
}

// undated is the address of a page without its day, where it had one: what a day
// does not know, a later one may.
func undated(r *http.Request) string {
	v := r.URL.Query()
	if !v.Has("as-of") {
		return ""
	}
	v.Del("as-of")
	v.Del("token")
	u := url.URL{Path: r.URL.Path, RawQuery: v.Encode()}
	return u.String()
}

// fail shows what went wrong, in words, with the status that fits.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	status, title := http.StatusInternalServerError, "griot failed on this page"
	switch {
	case errors.Is(err, griot.ErrNotFound):
		status, title = http.StatusNotFound, "Not in the record"
	case errors.Is(err, errQuestion):
		status, title = http.StatusBadRequest, "That cannot be asked"
	case errors.Is(err, context.DeadlineExceeded):
		s.show(w, r, "wait", http.StatusServiceUnavailable, "Getting the record ready", nil)
		return
	case r.Context().Err() != nil:
		return // nobody waits for an answer
	}
	s.show(w, r, "error", status, title, map[string]any{"Title": title, "Status": status, "Reason": err.Error(), "Undated": undated(r)})
}

// show answers with a page that says nothing of the record.
func (s *site) show(w http.ResponseWriter, r *http.Request, name string, status int, title string, body any) {
	a := &ask{ctx: r.Context(), known: griot.NewKnown(nil, griot.Derived{}), totals: &griot.Totals{}}
	var b bytes.Buffer
	if err := s.write(&b, a, page{name: name}, &content{title: title, body: body}); err != nil {
		http.Error(w, title, status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if name == "wait" {
		w.Header().Set("Retry-After", "1")
		w.Header().Set("Refresh", "1")
	}
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}
