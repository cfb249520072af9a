package web

import (
	"cmp"
	"slices"

	"griot"
	"griot/face/phrase"
)

// actorPage is all that the record has of one actor.
type actorPage struct {
	ID, Name, Kind, Code, Country string
	Aliases                       []string
	Why                           []string
	Roles                         []roleRow
	Partners                      []partner
	Acts                          []eventRow
	ActCount                      int
	Statements                    []statementRow
	StatementCount                int
	States                        []stateRow
	TimelineHref, WhyHref         string
}

type roleRow struct {
	Words, Quote, Outlet, Href string
	When                       griot.Interval
	Former                     bool
}

// partner is another actor and what passes between the two.
type partner struct {
	named
	By, To           int
	ByClass, ToClass string
}

type statementRow struct {
	ID, Content, Cue, Act string
	Kind                  griot.StatementKind
	Addressee             *named
	Speaker               named
	Outlet, Href          string
	Published             griot.Day
}

const (
	actorActs       = 40
	actorStatements = 25
	actorPartners   = 14
	actorRoles      = 16
)

func (a *ask) actor() (*content, error) {
	e := a.entry(a.id)
	if e == nil {
		return nil, a.missing("the actor")
	}
	p := &actorPage{ID: e.ID, Name: e.Name, Kind: e.Kind, Code: e.Code, Country: e.Country, Aliases: firstOf(e.Aliases, 40), Why: firstOf(e.Why, 30)}
	if !a.links.static {
		p.TimelineHref, p.WhyHref = a.links.to("timeline", "actor", e.ID), a.links.to("api/v1/why/"+e.ID)
	}
	p.roles(a, e)
	acts := a.actsOf(e.ID)
	p.ActCount, p.Partners = len(acts), a.partners(e.ID, acts)
	statements := a.statementsOf(e.ID)
	p.StatementCount = len(statements)
	from, to, pages := a.cut(len(acts), actorActs)
	for _, x := range acts[from:to] {
		p.Acts = append(p.Acts, a.eventRow(x))
	}
	from, to, more := a.cut(len(statements), actorStatements)
	for _, s := range statements[from:to] {
		p.Statements = append(p.Statements, a.statementRow(s))
	}
	for i := range a.known.Holdings {
		if h := &a.known.Holdings[i]; h.Subject == e.Name && len(p.States) < 30 {
			p.States = append(p.States, a.stateRow(h, 0))
		}
	}
	return &content{title: e.Name, body: p, pages: max(pages, more)}, nil
}

func (p *actorPage) roles(a *ask, e *griot.ActorEntry) {
	seen := map[string]bool{}
	for _, o := range e.Roles {
		words := roleWords(o)
		if o.Role == "alias" {
			words = "also called " + o.Of
			if o.Identity != "" {
				words += ": " + o.Identity
			}
		}
		if seen[words] || len(p.Roles) == actorRoles {
			continue
		}
		seen[words] = true
		p.Roles = append(p.Roles, roleRow{Words: words, Quote: o.Quote, Outlet: phrase.Or(o.Outlet, unnamed), Href: a.report(o.Report, o.Start),
			When: o.When, Former: o.Former})
	}
}

// actsOf are the events in which an actor takes part, in order of time.
func (a *ask) actsOf(id string) []*griot.Event {
	is := func(x griot.Actor) bool { return x.ID == id }
	return slices.DeleteFunc(a.events(), func(e *griot.Event) bool {
		return !slices.ContainsFunc(e.Actors, is) && !slices.ContainsFunc(e.Recipients, is)
	})
}

// partners are those to whom an actor does most, and who do most to it.
func (a *ask) partners(id string, acts []*griot.Event) []partner {
	type sums struct {
		by, to           int
		byScore, toScore float64
	}
	with := map[string]*sums{}
	get := func(other string) *sums {
		if with[other] == nil {
			with[other] = &sums{}
		}
		return with[other]
	}
	for _, e := range acts {
		by, to := different(e.Actors), different(e.Recipients)
		if slices.Contains(by, id) {
			for _, other := range to {
				get(other).by++
				get(other).byScore += e.Scale
			}
		}
		if slices.Contains(to, id) {
			for _, other := range by {
				get(other).to++
				get(other).toScore += e.Scale
			}
		}
	}
	delete(with, id)
	var all []partner
	for other, s := range with {
		if e := a.entry(other); e != nil {
			all = append(all, partner{named{e.Name, a.links.actor(other)}, s.by, s.to, tone(s.byScore / float64(max(1, s.by))), tone(s.toScore / float64(max(1, s.to)))})
		}
	}
	slices.SortFunc(all, func(x, y partner) int {
		return cmp.Or(cmp.Compare(y.By+y.To, x.By+x.To), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Href, y.Href))
	})
	return firstOf(all, actorPartners)
}

func (a *ask) statementsOf(id string) []*griot.Statement {
	var all []*griot.Statement
	for i := range a.known.Readings {
		for j := range a.known.Readings[i].Statements {
			if s := &a.known.Readings[i].Statements[j]; s.Speaker.ID == id {
				all = append(all, s)
			}
		}
	}
	return all
}

func (a *ask) statementRow(s *griot.Statement) statementRow {
	start := 0
	if len(s.Spans) > 0 {
		start = s.Spans[0][0]
	}
	r := statementRow{ID: s.ID, Content: s.Content, Cue: s.Cue, Act: s.Act, Kind: s.Kind, Outlet: phrase.Or(s.Outlet, unnamed), Published: s.Published, Href: a.span(s.Report, s.ID, start)}
	r.Speaker = named{Name: phrase.Or(s.Speaker.Name, s.Speaker.Words)}
	if s.Addressee != nil {
		n := a.actorsNamed([]griot.Actor{*s.Addressee}, 1)
		r.Addressee = &n[0]
	}
	return r
}
