package web

import (
	"net/url"
	"strings"

	"griot"
)

// links makes the addresses that a page leads to. On a server they carry the
// day and the filters; in a static site they are files beside one another.
type links struct {
	asOf    griot.Day
	filters url.Values // actor, place, type, status, from, to
	static  bool
	root    string // in a static site, the way up to its folder: "" or "../"
}

// to is the address of a page by its path without a slash ("", "timeline",
// "events/e_…"), on the same day, with parameters given as name, value, ….
func (l links) to(path string, pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			v.Add(pairs[i], pairs[i+1])
		}
	}
	return l.address(path, v)
}

// filtered is the address of a page with the day, the filters and parameters
// that replace those of the same name; an empty value takes one away.
func (l links) filtered(path string, pairs ...string) string {
	v := url.Values{}
	for name, values := range l.filters {
		v[name] = values
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Del(pairs[i])
		if pairs[i+1] != "" {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	return l.address(path, v)
}

func (l links) address(path string, v url.Values) string {
	if l.static {
		return l.file(path, v.Get("page"))
	}
	if l.asOf.Known() && !v.Has("as-of") {
		v.Set("as-of", l.asOf.String())
	} else if v.Get("as-of") == latest {
		v.Del("as-of")
	}
	if len(v) == 0 {
		return "/" + path
	}
	return "/" + path + "?" + v.Encode()
}

// latest stands for no day: all that is known.
const latest = "latest"

// file is the name of a page's file, relative to the page that leads to it.
func (l links) file(path, number string) string {
	if path == "" {
		path = "index"
	}
	if number != "" && number != "1" {
		path += "-" + number
	}
	return l.root + path + ".html"
}

// asset is the address of a file under static/.
func (l links) asset(name string) string {
	if l.static {
		return l.root + "static/" + name
	}
	return "/static/" + name
}

// event and actor are the pages of one thing.
func (l links) event(id string) string { return l.to("events/" + url.PathEscape(id)) }

func (l links) actor(id string) string { return l.to("actors/" + url.PathEscape(id)) }

// report is the page of a report with the byte at start. A long report has many
// pages; a server finds the right one when asked, a static site links to its file.
func (a *ask) report(id string, start int) string {
	path := "reports/" + url.PathEscape(id)
	r := a.known.Reading(id)
	switch {
	case r == nil || start == 0:
		return a.links.to(path)
	case a.links.static:
		return a.links.to(path, "page", itoa(a.chunkOf(r, start)))
	case len(r.Report.Text) <= chunkBytes:
		return a.links.to(path)
	}
	return a.links.to(path, "at", itoa(start))
}

// span is where a row read from a report stands in the report's page.
func (a *ask) span(reportID, id string, start int) string {
	return a.report(reportID, start) + "#" + id
}

// keep lists the parameters of an address, less some, for the hidden fields of
// a form.
func keep(v url.Values, less ...string) [][2]string {
	var all [][2]string
	for _, name := range []string{"actor", "place", "type", "status", "from", "to", "as-of", "q", "on", "view", "only", "outlet", "of"} {
		if strings.Contains(" "+strings.Join(less, " ")+" ", " "+name+" ") {
			continue
		}
		for _, value := range v[name] {
			if value != "" {
				all = append(all, [2]string{name, value})
			}
		}
	}
	return all
}
