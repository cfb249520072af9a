package export

import (
	"encoding/json"
	"html"
	"io"
	"iter"

	"griot"
)

// timelineJS is the JSON that Knight Lab's TimelineJS 3 reads. Its text fields
// are HTML, so what comes from reports is escaped.
type timelineJS struct {
	Title  slide   `json:"title"`
	Events []slide `json:"events"`
}

type slide struct {
	ID    string     `json:"unique_id,omitempty"`
	Start *slideDate `json:"start_date,omitempty"`
	End   *slideDate `json:"end_date,omitempty"`
	Text  slideText  `json:"text"`
	Group string     `json:"group,omitempty"`
}

type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month"`
	Day   int `json:"day"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

func writeTimelineJS(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	all := timelineJS{Title: slide{Text: slideText{Headline: "Timeline"}}, Events: []slide{}}
	for e, err := range events {
		if err != nil {
			return err
		}
		from, to := e.When.From, e.When.To
		if !from.Known() {
			from, to = to, 0
		}
		if !from.Known() {
			continue // a timeline has no place for what has no day
		}
		s := slide{ID: e.ID, Start: slideDay(from), Group: string(e.Type),
			Text: slideText{html.EscapeString(oneLine(e.Title)), "<p>" + html.EscapeString(notes(k, &e)) + "</p>"}}
		if to.Known() && to != from {
			s.End = slideDay(to)
		}
		all.Events = append(all.Events, s)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(all)
}

func slideDay(d griot.Day) *slideDate {
	y, m, dd := d.Date()
	return &slideDate{y, m, dd}
}
