package web

import (
	"strings"

	"griot"
)

// searchPage is what holds the words asked for.
type searchPage struct {
	Query   string
	Words   []string
	Reports []hitRow
	Events  []eventRow
	Actors  []actorRow
	Keep    [][2]string
	More    bool // there are more reports than shown
}

type hitRow struct {
	reportRow
	Pieces []piece
}

const (
	searchRows   = 25
	searchEvents = 12
	searchActors = 8
	maxQuery     = 200
)

func (a *ask) search() (*content, error) {
	p := &searchPage{Query: clip(maxQuery, a.values.Get("q")), Keep: keep(a.values, "q")}
	p.Words = strings.Fields(strings.ToLower(p.Query))
	if len(p.Words) == 0 || a.links.static {
		return &content{title: "Search", body: p}, nil
	}
	if err := a.searchReports(p); err != nil {
		return nil, err
	}
	for i := range a.known.Events {
		if e := &a.known.Events[i]; len(p.Events) < searchEvents && a.query.Event(e) && hasAll(e.Title, p.Words) {
			p.Events = append(p.Events, a.eventRow(e))
		}
	}
	for i := range a.known.Actors {
		e := &a.known.Actors[i]
		if len(p.Actors) < searchActors && hasAll(e.Name+" "+strings.Join(firstOf(e.Aliases, 40), " "), p.Words) {
			p.Actors = append(p.Actors, actorRow{Name: e.Name, Href: a.links.actor(e.ID), Kind: e.Kind, Code: e.Code, Claims: e.Claims})
		}
	}
	pages := a.number
	if p.More {
		pages++
	}
	return &content{title: "Search: " + p.Query, body: p, pages: pages}, nil
}

func (a *ask) searchReports(p *searchPage) error {
	q := griot.Query{AsOf: a.query.AsOf, Limit: searchRows + 1, Offset: (a.number - 1) * searchRows}
	for hit, err := range a.site.lib.Record.Search(a.ctx, p.Query, q) {
		if err != nil {
			return err
		}
		if len(p.Reports) == searchRows {
			p.More = true
			break
		}
		r := a.known.Reading(hit.Report.ID)
		if r == nil {
			continue
		}
		row := a.reportRow(r)
		row.Href = a.report(row.ID, hit.Start)
		p.Reports = append(p.Reports, hitRow{row, markWords(clip(quoteLetters, hit.Snippet), p.Words)})
	}
	return nil
}

func hasAll(s string, words []string) bool {
	s = strings.ToLower(clip(1000, s))
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// markWords cuts a text at words that were asked for.
func markWords(s string, words []string) []piece {
	low := strings.ToLower(s)
	if len(low) != len(s) { // some letter changes its length: offsets would differ
		return []piece{{Text: s}}
	}
	var all []piece
	for s != "" {
		at, size := len(s), 0
		for _, w := range words {
			if i := strings.Index(low, w); i >= 0 && (i < at || i == at && len(w) > size) {
				at, size = i, len(w)
			}
		}
		if at > 0 {
			all = append(all, piece{Text: s[:at]})
		}
		if size > 0 {
			all = append(all, piece{Text: s[at : at+size], Class: "hit"})
		}
		s, low = s[at+size:], low[at+size:]
	}
	return all
}
