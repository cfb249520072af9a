package web

import (
	"slices"

	"griot"
	"griot/face/phrase"
)

// eventPage is one event: its fields, the sentences that tell of it, how it is
// known.
type eventPage struct {
	Row            eventRow
	Scale          float64
	Contexts       []string
	Where          *griot.Place
	Actors, Whom   []participant
	Figures        []string
	Disputes       []dispute
	Sentences      []sentence
	Count          int
	History        []historyRow
	Decisions      []decision
	Expectations   []expectationRow
	First, Last    griot.Day
	Previous, Next *named
	Why, MapHref   string
}

type participant struct {
	named
	Code, Words string
}

type dispute struct {
	Slot  string
	Sides []disputeSide
}

type disputeSide struct {
	Number      int
	Value       string
	Outlets     []string
	Independent int
	Sentences   []named // where each claim of the side stands on this page or in its report
}

// historyRow is what a day added to the event.
type historyRow struct {
	Day    griot.Day
	Outlet string
	Status griot.Status
	What   string
	Copy   bool
	Href   string
}

// decision is why two claims were put together or kept apart.
type decision struct {
	A, B   named
	Same   bool
	Score  float64
	Reason string
	Known  griot.Day
}

const (
	sentenceRows = 15
	maxHistory   = 40
	maxDecisions = 12
	maxSides     = 8
)

func (a *ask) event() (*content, error) {
	e := a.known.Event(a.id)
	if e == nil {
		if c := a.known.EventOf(a.id); c != nil {
			e = c // the ID of a claim leads to its event
		} else {
			return nil, a.missing("the event")
		}
	}
	p := &eventPage{Row: a.eventRow(e), Scale: e.Scale, Contexts: firstOf(e.Contexts, 8), Where: e.Where, First: e.FirstReported, Last: e.LastReported, Count: len(e.Claims)}
	p.Actors, p.Whom = a.participants(e.Actors), a.participants(e.Recipients)
	for _, f := range firstOf(e.Figures, 12) {
		p.Figures = append(p.Figures, f.Of+": "+amount(f))
	}
	claims := a.claimsOf(e)
	from, to, pages := a.cut(len(claims), sentenceRows)
	for _, c := range claims[from:to] {
		p.Sentences = append(p.Sentences, a.sentence(c))
	}
	p.Disputes = a.disputes(e, claims[from:to])
	p.History = a.history(claims)
	p.Decisions = a.decisions(e.Claims)
	for i := range a.known.Expectations {
		x := &a.known.Expectations[i]
		if len(p.Expectations) < 5 && (slices.Contains(e.Claims, x.Claim) || x.ResolvedBy != "" && slices.Contains(e.Claims, x.ResolvedBy)) {
			p.Expectations = append(p.Expectations, a.expectationRow(x))
		}
	}
	a.neighbours(p, e)
	if !a.links.static {
		p.Why = a.links.to("api/v1/why/" + e.ID)
	}
	return &content{title: e.Title, body: p, pages: pages}, nil
}

// claimsOf are the claims of an event in the order of publication.
func (a *ask) claimsOf(e *griot.Event) []*griot.Claim {
	var all []*griot.Claim
	for _, id := range e.Claims {
		if c := a.known.Claim(id); c != nil {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(x, y *griot.Claim) int { return int(x.Published.Order()) - int(y.Published.Order()) })
	return all
}

func (a *ask) participants(all []griot.Actor) []participant {
	var list []participant
	seen := map[string]bool{}
	for _, x := range all {
		if seen[x.ID] || len(list) == 12 {
			continue
		}
		seen[x.ID] = true
		list = append(list, participant{a.actorsNamed([]griot.Actor{x}, 1)[0], x.Code, x.Words})
	}
	return list
}

// disputes sets the sides beside one another, with links to their sentences:
// those on this page of claims, else in the report.
func (a *ask) disputes(e *griot.Event, here []*griot.Claim) []dispute {
	var all []dispute
	for _, d := range firstOf(e.Disputes, maxSides) {
		out := dispute{Slot: d.Slot}
		for i, s := range firstOf(d.Sides, maxSides) {
			side := disputeSide{Number: i + 1, Value: s.Value, Outlets: firstOf(s.Outlets, 6), Independent: s.Independent}
			for _, id := range firstOf(s.Claims, 6) {
				c := a.known.Claim(id)
				if c == nil {
					continue
				}
				href := "#" + id
				if !slices.Contains(here, c) {
					href = a.span(c.Report, c.ID, c.Start)
				}
				side.Sentences = append(side.Sentences, named{phrase.Or(c.Outlet, unnamed) + ", " + day(c.Published), href})
			}
			out.Sides = append(out.Sides, side)
		}
		all = append(all, out)
	}
	return all
}

func (a *ask) history(claims []*griot.Claim) []historyRow {
	var all []historyRow
	var before *griot.Claim
	for _, c := range firstOf(claims, maxHistory) {
		h := historyRow{Day: c.Published, Outlet: phrase.Or(c.Outlet, unnamed), Status: c.Status, Href: a.span(c.Report, c.ID, c.Start), Copy: len(a.known.CopiesOf(c.Report)) > 0}
		switch {
		case before == nil:
			h.What = "first tells of it"
		case h.Copy:
			h.What = "repeats it"
		case c.Status != before.Status:
			h.What = "tells it as " + string(c.Status)
		case c.Report == before.Report:
			h.What = "tells of it again"
		default:
			h.What = "tells of it too"
		}
		for _, f := range firstOf(c.Figures, 3) {
			h.What += "; " + f.Of + ": " + amount(f)
		}
		all = append(all, h)
		before = c
	}
	return all
}

func (a *ask) decisions(claims []string) []decision {
	var all []decision
	for _, l := range a.known.Links {
		if len(all) == maxDecisions {
			break
		}
		if !slices.Contains(claims, l.A) && !slices.Contains(claims, l.B) {
			continue
		}
		all = append(all, decision{a.claimLink(l.A), a.claimLink(l.B), l.Same, l.Score, l.Reason, l.Known})
	}
	return all
}

// claimLink names a claim by its words and leads to its event.
func (a *ask) claimLink(id string) named {
	c := a.known.Claim(id)
	if c == nil {
		return named{Name: id}
	}
	n := named{Name: "“" + clip(60, c.Quote) + "” (" + phrase.Or(c.Outlet, unnamed) + ")"}
	if e := a.known.EventOf(id); e != nil {
		n.Href = a.links.event(e.ID) + "#" + id
	}
	return n
}

// neighbours finds the events before and after in time, among those that the
// filters let through.
func (a *ask) neighbours(p *eventPage, e *griot.Event) {
	all := a.events()
	i := slices.Index(all, e)
	link := func(e *griot.Event) *named { return &named{clip(70, e.Title), a.links.event(e.ID)} }
	if i > 0 {
		p.Previous = link(all[i-1])
	}
	if i >= 0 && i+1 < len(all) {
		p.Next = link(all[i+1])
	}
	if e.Where != nil && !a.links.static {
		p.MapHref = a.links.to("map", "place", e.Where.Name)
	}
}
