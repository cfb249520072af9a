// Package brief writes the situation report: the state of affairs, what changed,
// what happened, what is contested, expected and not known. Every line is
// composed from the record and footnoted with the exact words it rests on.
package brief

import (
	"fmt"
	"io"
	"strings"

	"griot"
	"griot/face/phrase"
)

// Options say what the brief is about and how it is written.
type Options struct {
	Format string      // md, html, text, json; "" is text
	Since  griot.Day   // what changed since this day is told apart; 0: no such section
	Query  griot.Query // Actors, Places, From, To, Types narrow the events told
	Max    int         // developments told, 0 for DefaultMax
}

// DefaultMax keeps the brief to about two pages.
const DefaultMax = 24

// Formats are the forms that Write knows.
var Formats = []string{"md", "html", "text", "json"}

// Brief is a situation report before it is written in a form.
type Brief struct {
	Title    string    `json:"title"`
	AsOf     griot.Day `json:"as_of"`
	Basis    string    `json:"basis"` // how much was read
	Sections []Section `json:"sections"`
	Notes    []Note    `json:"notes"`
}

// Section is a headed list.
type Section struct {
	Heading string `json:"heading"`
	Lines   []Line `json:"lines"`
}

// Line is one thing that the brief says. Day is "" except for developments,
// where it heads the lines of one day.
type Line struct {
	Day   string `json:"day,omitempty"`
	Text  string `json:"text"`
	Notes []int  `json:"notes"` // numbers of the notes it rests on, from 1
}

// Note is the exact words that a line rests on.
type Note struct {
	Quote     string    `json:"quote"`
	Outlet    string    `json:"outlet"`
	Published griot.Day `json:"published"`
	Ref       string    `json:"ref"`
	Start     int       `json:"start"`
	End       int       `json:"end"`
	ID        string    `json:"id"` // of the claim or statement
}

// Write composes the brief and writes it.
func Write(w io.Writer, k *griot.Known, o Options) error {
	b, err := Compose(k, o)
	if err != nil {
		return err
	}
	switch o.Format {
	case "text", "":
		return writeText(w, b)
	case "md":
		return writeMarkdown(w, b)
	case "html":
		return writeHTML(w, b)
	case "json":
		return writeJSON(w, b)
	}
	return fmt.Errorf("the brief cannot be written as %q; use one of %s", o.Format, strings.Join(Formats, ", "))
}

// Compose makes the brief of what is known. It fails when a note would not show
// the bytes of its report.
func Compose(k *griot.Known, o Options) (*Brief, error) {
	if o.Max == 0 {
		o.Max = DefaultMax
	}
	c := &composer{known: k, options: o, brief: &Brief{AsOf: k.AsOf, Sections: []Section{}, Notes: []Note{}}, noted: map[string]int{}}
	c.brief.Title = title(k)
	c.brief.Basis = basis(k)
	c.add("State of affairs", c.states())
	if o.Since.Known() {
		c.add("New since "+phrase.Day(o.Since), c.changes())
	}
	c.add("Developments", c.developments())
	c.add("Contested", c.contested())
	c.add("Expected", c.expected())
	c.add("Statements", c.statements())
	c.add("Background", c.background())
	c.add("Not known", c.unknown())
	return c.brief, c.err
}

// composer makes the sections and collects their notes.
type composer struct {
	known   *griot.Known
	options Options
	brief   *Brief
	noted   map[string]int // note number by where its words stand
	err     error
}

func (c *composer) add(heading string, lines []Line) {
	if len(lines) > 0 {
		c.brief.Sections = append(c.brief.Sections, Section{heading, lines})
	}
}

// maxNotes is how many sources a line shows, found among the first maxSearched
// claims; `why` shows all.
const (
	maxNotes    = 3
	maxSearched = 12
)

// notes are the numbers of the notes for claims or statements, at most one for
// each report and maxNotes in all.
func (c *composer) notes(ids ...string) []int {
	var numbers []int
	ids = ids[:min(len(ids), maxSearched)]
	from := map[string]bool{}
	for _, id := range ids {
		n, ok := c.note(id)
		if !ok || from[n.Ref+n.Outlet] || len(numbers) == maxNotes {
			continue
		}
		from[n.Ref+n.Outlet] = true
		at := fmt.Sprintf("%s %d %s", n.Ref+n.Outlet, n.Start, n.Quote)
		if c.noted[at] == 0 {
			c.brief.Notes = append(c.brief.Notes, n)
			c.noted[at] = len(c.brief.Notes)
		}
		numbers = append(numbers, c.noted[at])
	}
	return numbers
}

// note is the sentence of a claim, or the words of a statement, and where they
// stand. A claim or statement whose own words are not the bytes of its report is
// no source: the brief fails.
func (c *composer) note(id string) (Note, bool) {
	var src griot.Source
	var at [2]int
	var quotes bool
	if cl := c.known.Claim(id); cl != nil {
		src, at = cl.Source, [2]int{min(cl.Start, cl.Sentence.Start), max(cl.End, cl.Sentence.End)}
		quotes = c.cut(src.Report, [2]int{cl.Start, cl.End}) == cl.Quote
	} else if s := c.known.Statement(id); s != nil && len(s.Spans) > 0 {
		src, at = s.Source, [2]int{s.Spans[0][0], s.Spans[len(s.Spans)-1][1]}
		var parts []string
		for _, span := range s.Spans {
			parts = append(parts, c.cut(src.Report, span))
		}
		quotes = strings.Join(parts, " … ") == s.Content
	} else {
		return Note{}, false
	}
	n := Note{ID: id, Quote: c.cut(src.Report, at), Outlet: src.Outlet, Published: src.Published, Ref: src.Ref, Start: at[0], End: at[1]}
	if !quotes || n.Quote == "" {
		c.err = fmt.Errorf("brief: %s: %w", id, griot.ErrMisquote)
		return n, false
	}
	return n, true
}

// cut is a span of a report's text, "" when the report has none there.
func (c *composer) cut(report string, span [2]int) string {
	r := c.known.Report(report)
	if r == nil || span[0] < 0 || span[0] > span[1] || span[1] > len(r.Text) {
		return ""
	}
	return r.Text[span[0]:span[1]]
}

func title(k *griot.Known) string {
	switch {
	case k.AsOf.Known():
		return "Situation report, as known on " + phrase.Day(k.AsOf)
	case k.Totals.Last.Known():
		return "Situation report, reports up to " + phrase.Day(k.Totals.Last)
	}
	return "Situation report"
}

func basis(k *griot.Known) string {
	n := k.Totals
	s := fmt.Sprintf("%s from %s; %s; %s.", phrase.Many(n.Reports, "report"), phrase.Many(n.Outlets, "outlet"), phrase.Many(n.Claims, "claim"), phrase.Many(n.Events, "event"))
	if n.Copies > 0 {
		s += " " + phrase.Many(n.Copies, "report") + " repeating others counted once."
	}
	return s
}
