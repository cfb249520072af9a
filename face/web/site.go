package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"strconv"
	"strings"

	"griot"
	"griot/data"
	"griot/face/library"
	"griot/face/phrase"
)

//go:embed templates
var templates embed.FS

// site holds what all pages share.
type site struct {
	lib     *library.Library // nil for a static site
	pages   map[string]*template.Template
	build   string // digest of templates and static files
	world   *data.Basemap
	detail  *data.Basemap
	borders *data.Basemap // within countries
}

func newSite() (*site, error) {
	s := &site{pages: map[string]*template.Template{}}
	parts, err := template.New("").Funcs(functions()).ParseFS(templates, "templates/frame.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	names := []string{"error", "wait"}
	for _, p := range pages() {
		names = append(names, p.name)
	}
	for _, name := range names {
		own, err := parts.Clone()
		if err != nil {
			return nil, err
		}
		if s.pages[name], err = own.ParseFS(templates, "templates/"+name+".html"); err != nil {
			return nil, err
		}
	}
	for name, base := range map[string]**data.Basemap{"world": &s.world, "detail": &s.detail, "admin1": &s.borders} {
		if *base, err = data.OpenBasemap(name); err != nil {
			return nil, err
		}
	}
	s.build, err = digest(templates, static)
	return s, err
}

// digest is a hash of all the files, so that a reader's copies of pages made
// with others do not outlive them.
func digest(all ...fs.FS) (string, error) {
	h := sha256.New()
	for _, files := range all {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := fs.ReadFile(files, path)
			fmt.Fprintf(h, "%s %d ", path, len(b))
			h.Write(b)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6]), nil
}

func functions() template.FuncMap {
	return template.FuncMap{
		"text": text, "prose": prose, "quotation": quotation, "short": short, "day": day, "longDay": longDay, "days": days, "many": phrase.Many, "number": phrase.Number, "capital": capital,
		"title":  func(s string) template.HTML { return short(titleLetters, s) },
		"quote":  func(s string) template.HTML { return short(quoteLetters, s) },
		"name":   func(s string) template.HTML { return short(nameLetters, s) },
		"lower":  strings.ToLower,
		"signed": func(f float64) string { return strings.Replace(fmt.Sprintf("%+.1f", f), "-", "−", 1) },
		"add":    func(a, b int) int { return a + b },
		"percent": func(f float64) string {
			return strconv.Itoa(int(100*f+0.5)) + " %"
		},
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

// frame is what the header and the footer of a page need.
type frame struct {
	Title      string
	Name       string
	Nav        []navItem
	Home       string
	Style      string
	Script     string
	SearchHref string
	Static     bool
	Empty      bool // nothing has been read
	Day        dayPicker
	Pager      pager
	Basis      string
	Body       any
}

// navItem is a link of the header.
type navItem struct {
	Name, Href string
	Current    bool
}

// dayPicker chooses the day as of which the record is shown.
type dayPicker struct {
	Action             string
	Keep               [][2]string
	Value, First, Last string
	Now                string // in words
	Set                bool   // a day was asked for
	Previous, Next     string // addresses
	Latest             string
	Days               string // all days with reports, for the scrubber
}

// write renders a page into b.
func (s *site) write(b *bytes.Buffer, a *ask, p page, c *content) error {
	f := &frame{
		Title: visible(clip(titleLetters, c.title)), Name: p.name, Body: c.body, Static: a.links.static, Empty: a.totals.Reports == 0,
		Home: a.links.to(""), Style: a.links.asset("style.css"), Script: a.links.asset("app.js"), SearchHref: a.links.to("search"),
		Basis: a.basis(), Pager: a.pager(c.pages),
	}
	for _, n := range []struct{ name, path, page string }{
		{"Today", "", "today"}, {"Timeline", "timeline", "timeline"}, {"Map", "map", "map"}, {"State", "state", "state"}, {"Figures", "figures", "figures"},
		{"Expected", "expectations", "expectations"}, {"Actors", "actors", "actors"}, {"Sources", "sources", "sources"}, {"Changes", "diff", "diff"},
	} {
		if n.page == "diff" && f.Static {
			continue
		}
		current := n.page == p.name || p.name == "actor" && n.page == "actors" || p.name == "event" && n.page == "timeline" || p.name == "report" && n.page == "sources"
		f.Nav = append(f.Nav, navItem{n.name, a.links.filtered(n.path), current})
	}
	f.Day = a.dayPicker()
	return s.pages[p.name].ExecuteTemplate(b, "frame", f)
}

func (a *ask) dayPicker() dayPicker {
	now := a.now()
	d := dayPicker{Action: "/" + a.path, Keep: keep(a.values, "as-of"), Value: now.String(), Now: day(now), Set: a.query.AsOf.Known()}
	if len(a.days) == 0 {
		return d
	}
	d.First, d.Last = a.days[0].String(), a.days[len(a.days)-1].String()
	step := func(to griot.Day) string {
		if !to.Known() {
			return ""
		}
		return a.again("as-of", to.String(), "page", "")
	}
	d.Previous, d.Next = step(a.before(now)), step(a.after(now))
	if d.Set {
		d.Latest = a.again("as-of", latest, "page", "")
	}
	d.Days = dayList(a.days)
	return d
}

// dayList writes days for a scrubber, the latest when there are too many.
func dayList(days []griot.Day) string {
	const most = 400
	var all []string
	for _, d := range days[max(0, len(days)-most):] {
		all = append(all, d.String())
	}
	return strings.Join(all, " ")
}

// again is the address of this page with other parameters.
func (a *ask) again(pairs ...string) string {
	l := a.links
	l.filters = a.values
	return l.filtered(a.path, pairs...)
}

// basis says how much stands behind the page.
func (a *ask) basis() string {
	if a.totals.Reports == 0 {
		return ""
	}
	return phrase.Many(a.totals.Reports, "report") + ", " + phrase.Many(a.totals.Claims, "claim") + ", " + phrase.Many(a.totals.Events, "event")
}

// pager leads through a long list.
type pager struct {
	Number, Pages  int
	Previous, Next string
}

func (a *ask) pager(pages int) pager {
	p := pager{Number: a.number, Pages: pages}
	if a.number > 1 {
		p.Previous = a.again("page", itoa(min(a.number-1, max(1, pages))))
	}
	if a.number < pages {
		p.Next = a.again("page", itoa(a.number+1))
	}
	return p
}
