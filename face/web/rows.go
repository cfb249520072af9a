package web

import (
	"strings"

	"griot"
	"griot/face/phrase"
)

// named is somebody or something with a page of its own.
type named struct{ Name, Href string }

// eventRow is an event in a list.
type eventRow struct {
	ID, Href, Title, Type, Mode string
	Status                      griot.Status
	Quad                        int
	Who, Whom                   []named
	When                        griot.Interval
	Place, PlaceHref            string
	Reports, Independent        int
	Disputes                    []string
	Background                  bool
	Outlet                      string // of an event that one report tells
}

func (a *ask) eventRow(e *griot.Event) eventRow {
	r := eventRow{
		ID: e.ID, Href: a.links.event(e.ID), Title: e.Title, Type: lowerType(e.Type), Mode: e.Mode, Status: e.Status, Quad: e.Quad,
		Who: a.actorsNamed(e.Actors, 4), Whom: a.actorsNamed(e.Recipients, 4), When: e.When, Reports: e.Reports, Independent: e.Independent,
		Background: e.Background,
	}
	if e.Where != nil {
		r.Place = e.Where.Name
		r.PlaceHref = a.links.filtered("timeline", "place", e.Where.Name, "page", "")
	}
	for _, d := range e.Disputes {
		r.Disputes = append(r.Disputes, d.Slot)
	}
	if e.Reports < 2 && len(e.Claims) > 0 {
		if c := a.known.Claim(e.Claims[0]); c != nil {
			r.Outlet = phrase.Or(c.Outlet, "an unnamed outlet")
		}
	}
	return r
}

// actorsNamed are the first most different actors of a list.
func (a *ask) actorsNamed(all []griot.Actor, most int) []named {
	var list []named
	seen := map[string]bool{}
	for _, x := range all {
		if seen[x.ID] || len(list) == most {
			continue
		}
		seen[x.ID] = true
		n := named{Name: phrase.Or(x.Name, x.Words)}
		if a.entry(x.ID) != nil {
			n.Href = a.links.actor(x.ID)
		}
		list = append(list, n)
	}
	return list
}

// entry is the row of an actor, or nil.
func (a *ask) entry(id string) *griot.ActorEntry {
	for i := range a.known.Actors {
		if a.known.Actors[i].ID == id {
			return &a.known.Actors[i]
		}
	}
	return nil
}

// lowerType writes a type as a word: "assault".
func lowerType(t griot.Type) string { return strings.ToLower(string(t)) }

// sentence is a claim shown in its report: what stands before it, the sentence
// with the quote in it, what stands after.
type sentence struct {
	ID                        string
	Before, Lead, Quote, Rest string
	After                     string
	Outlet, Title             string
	Published                 griot.Day
	Href                      string // the report at this place
	Copy                      bool   // the report repeats another
	Status                    griot.Status
	Type, Mode                string
	Actors, Recipients        []griot.Actor
	When                      griot.Interval
	Where                     *griot.Place
	Figures                   []griot.Amount
	Voices                    []griot.Voice
	Odds                      float64
	Rules                     []string
	Event                     string // address of its event
}

// contextBytes is about how much text is shown on either side of a sentence.
const contextBytes = 220

func (a *ask) sentence(c *griot.Claim) sentence {
	s := sentence{
		ID: c.ID, Quote: c.Quote, Outlet: phrase.Or(c.Outlet, unnamed), Published: c.Published, Href: a.span(c.Report, c.ID, c.Start),
		Copy: len(a.known.CopiesOf(c.Report)) > 0, Status: c.Status, Type: lowerType(c.Type), Mode: c.Mode, Actors: firstOf(c.Actors, 8), Recipients: firstOf(c.Recipients, 8),
		When: c.When, Where: c.Where, Figures: firstOf(c.Figures, 8), Voices: firstOf(c.Voices, 8), Odds: c.Odds, Rules: firstOf(c.Rules, 20),
	}
	if e := a.known.EventOf(c.ID); e != nil {
		s.Event = a.links.event(e.ID)
	}
	r := a.known.Report(c.Report)
	if r == nil {
		return s
	}
	s.Title = r.Title
	at := c.Sentence
	if at.Start > c.Start || at.End < c.End || at.End > len(r.Text) {
		at = griot.Span{Start: c.Start, End: c.End}
	}
	s.Lead, s.Rest = tail(r.Text[at.Start:c.Start], quoteLetters), clip(quoteLetters, r.Text[c.End:at.End])
	s.Quote = clip(2*quoteLetters, s.Quote)
	s.Before, s.After = tail(r.Text[:at.Start], contextBytes), head(r.Text[at.End:], contextBytes)
	return s
}

func firstOf[T any](list []T, most int) []T { return list[:min(len(list), most)] }

// head is the beginning of a text up to about n bytes, tail the end of it, both
// within one paragraph and cut at a word.
func head(s string, n int) string {
	if i := strings.Index(s, "\n\n"); i >= 0 {
		s = s[:i]
	}
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
		return s[:i] + " …"
	}
	return ""
}

func tail(s string, n int) string {
	if i := strings.LastIndex(s, "\n\n"); i >= 0 {
		s = s[i+2:]
	}
	if len(s) <= n {
		return s
	}
	if i := strings.IndexByte(s[len(s)-n:], ' '); i >= 0 {
		return "… " + s[len(s)-n+i+1:]
	}
	return ""
}
