package web

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"griot"
)

// WriteSite writes the pages of what is known into a folder, as files that link
// to one another and open from disk: index.html is the first. The pages that
// answer questions, search and changes, need a server and are left out.
func WriteSite(dir string, k *griot.Known) error {
	s, err := newSite()
	if err != nil {
		return err
	}
	w := &siteWriter{site: s, dir: dir, known: k, chunks: map[string][]chunk{}}
	if err := w.copyStatic(); err != nil {
		return err
	}
	for _, p := range pages() {
		if err := w.writeAll(p); err != nil {
			return fmt.Errorf("site: %s: %w", p.name, err)
		}
	}
	return nil
}

// siteWriter writes one static site.
type siteWriter struct {
	site   *site
	dir    string
	known  *griot.Known
	chunks map[string][]chunk
}

// copyStatic writes the style sheet and the script.
func (w *siteWriter) copyStatic() error {
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return err
	}
	return fs.WalkDir(static, "static", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := static.ReadFile(path)
		if err != nil {
			return err
		}
		return w.file(path, b)
	})
}

// writeAll writes a kind of page: once, or once for each thing it can be about.
func (w *siteWriter) writeAll(p page) error {
	var ids []string
	switch p.name {
	case "search", "diff":
		return nil
	case "actor":
		for i := range w.known.Actors {
			ids = append(ids, w.known.Actors[i].ID)
		}
	case "event":
		for i := range w.known.Events {
			ids = append(ids, w.known.Events[i].ID)
		}
	case "report":
		for i := range w.known.Readings {
			ids = append(ids, w.known.Readings[i].Report.ID)
		}
	default:
		return w.write(p, strings.Trim(p.path, "/{$}"), "")
	}
	folder := strings.Trim(strings.TrimSuffix(p.path, "{id}"), "/")
	for _, id := range ids {
		if !plainID.MatchString(id) {
			return fmt.Errorf("%q cannot be the name of a file", clip(40, id))
		}
		if err := w.write(p, folder+"/"+id, id); err != nil {
			return err
		}
	}
	return nil
}

// plainID is what IDs look like, and what a file may be called.
var plainID = regexp.MustCompile(`^[a-z]_[0-9A-Za-z]+$`)

// write writes all parts of a page.
func (w *siteWriter) write(p page, path, id string) error {
	for number, pages := 1, 1; number <= pages; number++ {
		a := &ask{ctx: context.Background(), site: w.site, known: w.known, totals: w.known.Totals, days: w.known.Totals.Days, values: url.Values{}, path: path, id: id, number: number, chunks: w.chunks}
		a.links = links{static: true, root: strings.Repeat("../", strings.Count(path, "/"))}
		c, err := p.make(a)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if err := w.site.write(&b, a, p, c); err != nil {
			return err
		}
		if err := w.file((links{}).file(path, itoa(number)), b.Bytes()); err != nil {
			return err
		}
		pages = c.pages
	}
	return nil
}

func (w *siteWriter) file(path string, b []byte) error {
	path = filepath.Join(w.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
