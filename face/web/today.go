package web

import (
	"slices"

	"griot"
	"griot/face/brief"
	"griot/face/phrase"
)

// todayPage is the brief and what changed.
type todayPage struct {
	Brief    *brief.Brief
	Sections []todaySection
	Notes    []todayNote
	Tiles    []tile
	Since    griot.Day
	First    string // the earliest day that may be chosen
	Last     string
	Keep     [][2]string
	DiffHref string
	Empty    bool
	Exports  []named
}

// tile is a number at the head of the page.
type tile struct{ Number, Name, Href, Class string }

type todaySection struct {
	Heading, Anchor string
	Wide            bool // short lines that are set in columns
	Lines           []todayLine
}

type todayLine struct {
	Day   string // where a new day begins
	Text  string
	Notes []noteMark
	Href  string // of the event behind it
}

// noteMark leads to a note below, or to the report where the notes are too many
// to stand on the page.
type noteMark struct {
	Number int
	Href   string
}

type todayNote struct {
	Number             int
	Quote, Outlet, Ref string
	Published          griot.Day
	Report, Event      string
	Statement          bool
}

func (a *ask) today() (*content, error) {
	since, err := a.dayOf("since")
	if err != nil {
		return nil, err
	}
	if !since.Known() {
		since = a.before(a.now())
	}
	options := brief.Options{Since: since, Query: a.query}
	if err := a.knowPart(options); err != nil {
		return nil, err
	}
	b, err := brief.Compose(a.known, options)
	if err != nil {
		return nil, err
	}
	p := &todayPage{Brief: b, Since: since, Keep: keep(a.values), Empty: a.totals.Reports == 0}
	if p.Tiles, err = a.tiles(); err != nil {
		return nil, err
	}
	if len(a.days) > 0 {
		p.First, p.Last = a.days[0].String(), a.now().String()
	}
	if since.Known() && !a.links.static {
		p.DiffHref = a.links.to("diff", "day1", since.String(), "day2", a.now().String())
	}
	var notes []todayNote
	for i, n := range b.Notes {
		notes = append(notes, a.todayNote(i+1, n))
	}
	for _, s := range b.Sections {
		p.Sections = append(p.Sections, a.todaySection(s, notes))
	}
	p.Notes = firstOf(notes, maxNotes)
	return &content{title: "Today", body: p}, nil
}

// knowPart gets as much of the record as the brief shows, so that the first page
// need not wait for all of it.
func (a *ask) knowPart(o brief.Options) error {
	if a.known != nil {
		return nil // a static site has all
	}
	view, err := a.viewOf(a.query.AsOf)
	if err == nil {
		a.known, err = brief.Part(a.ctx, view, o)
	}
	return err
}

// What stands on the page at most, of a section and of notes.
const (
	maxLines = 60
	maxNotes = 70
)

func (a *ask) todaySection(s brief.Section, notes []todayNote) todaySection {
	out := todaySection{Heading: s.Heading, Wide: s.Heading == "State of affairs"}
	out.Anchor = map[string]string{"Contested": "contested", "Expected": "expected"}[s.Heading]
	last := ""
	for _, l := range s.Lines[:min(len(s.Lines), maxLines)] {
		line := todayLine{Text: clip(2*titleLetters, l.Text)}
		if l.Day != last {
			line.Day, last = l.Day, l.Day
		}
		for _, n := range l.Notes {
			mark := noteMark{n, "#n" + itoa(n)}
			if n > maxNotes {
				mark.Href = notes[n-1].Report
			}
			line.Notes = append(line.Notes, mark)
			line.Href = phrase.Or(line.Href, notes[n-1].Event)
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

func (a *ask) todayNote(number int, n brief.Note) todayNote {
	t := todayNote{Number: number, Quote: n.Quote, Outlet: phrase.Or(n.Outlet, unnamed), Published: n.Published}
	if c := a.known.Claim(n.ID); c != nil {
		t.Report = a.span(c.Report, c.ID, c.Start)
		if e := a.known.EventOf(c.ID); e != nil {
			t.Event = a.links.event(e.ID)
		}
	} else if s := a.known.Statement(n.ID); s != nil {
		t.Report = a.span(s.Report, s.ID, n.Start)
	}
	return t
}

// tiles are the numbers that tell the size of the crisis and of the record.
func (a *ask) tiles() ([]tile, error) {
	holds, open, overdue, err := a.pending()
	if err != nil {
		return nil, err
	}
	n := a.totals
	tiles := []tile{
		{phrase.Number(n.Reports), plural(n.Reports, "report", "reports"), a.links.to("sources"), ""},
		{phrase.Number(n.Outlets), plural(n.Outlets, "outlet", "outlets"), a.links.to("sources"), ""},
		{phrase.Number(n.Events), plural(n.Events, "event", "events"), a.links.to("timeline"), ""},
		{phrase.Number(n.Contested), "contested", a.links.to("timeline", "only", "contested"), "hot"},
		{phrase.Number(holds), plural(holds, "state holds", "states hold"), a.links.to("state"), ""},
		{phrase.Number(open), "expected", a.links.to("expectations"), ""},
		{phrase.Number(overdue), "overdue", a.links.to("expectations") + "#overdue", "hot"},
	}
	return slices.DeleteFunc(tiles, func(t tile) bool { return t.Class == "hot" && t.Number == "0" }), nil
}

// pending counts the states that hold, and the expectations that are open or
// overdue.
func (a *ask) pending() (holds, open, overdue int, err error) {
	rows := &a.known.Derived
	if !a.links.static {
		view, err := a.viewOf(a.query.AsOf)
		if err != nil {
			return 0, 0, 0, err
		}
		all, err := view.Rows(a.ctx, griot.Query{}, griot.Holdings, griot.Expectations)
		if err != nil {
			return 0, 0, 0, err
		}
		rows = &all
	}
	for i := range rows.Holdings {
		if rows.Holdings[i].Until == nil {
			holds++
		}
	}
	for i := range rows.Expectations {
		switch rows.Expectations[i].Status {
		case "open":
			open++
		case "overdue":
			overdue++
		}
	}
	return holds, open, overdue, nil
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
