package fuse

import (
	"slices"
	"strings"

	"griot"
)

// kept is what fusing needs of a reading, so that readings can come from a
// record one by one and be forgotten.
type kept struct {
	griot.Report
	claims   []griot.Claim
	figures  []griot.Figure
	roles    []griot.Role
	actors   []*griot.ActorFacts
	speakers []spoken
}

// spoken is who makes a statement.
type spoken struct{ statement, id, name string }

// keeper keeps readings small: what their strings say is a part of the report's
// text or is held once for all of them, for names and codes come again and again.
type keeper struct {
	strings map[string]string
	places  map[griot.Place]*griot.Place
	facts   map[[5]string][]*griot.ActorFacts // by what is not a list
}

func newKeeper() *keeper {
	return &keeper{map[string]string{}, map[griot.Place]*griot.Place{}, map[[5]string][]*griot.ActorFacts{}}
}

// keep is what is needed of a reading. It shares no memory with it but its text.
func (k *keeper) keep(r *griot.Reading) kept {
	one := kept{
		Report: r.Report, claims: slices.Clone(r.Claims), figures: slices.Clone(r.Figures), roles: slices.Clone(r.Roles),
		actors: make([]*griot.ActorFacts, len(r.Actors)), speakers: make([]spoken, 0, len(r.Statements)),
	}
	one.Outlet = k.once(one.Outlet)
	for i := range one.claims {
		k.claim(&one.claims[i], &one.Report)
	}
	for i := range one.figures {
		f := &one.figures[i]
		f.Source = source(&one.Report)
		f.Quote, f.Where = part(one.Text, f.Start, f.End, f.Quote), k.place(f.Where)
		k.amount(&f.Amount)
		k.interval(&f.When)
	}
	for i := range one.roles {
		role := &one.roles[i]
		role.Source = source(&one.Report)
		role.Quote = part(one.Text, role.Start, role.End, role.Quote)
		k.all(&role.Actor, &role.Name, &role.Role, &role.Of, &role.OfID, &role.Identity)
		k.interval(&role.When)
	}
	for i := range r.Actors {
		one.actors[i] = k.actorFacts(&r.Actors[i])
	}
	for i := range r.Statements {
		if s := &r.Statements[i]; s.Speaker.ID != "" {
			one.speakers = append(one.speakers, spoken{strings.Clone(s.ID), k.once(s.Speaker.ID), k.once(s.Speaker.Name)})
		}
	}
	return one
}

// claim makes a claim of a report small; what fusing does not ask for goes.
func (k *keeper) claim(c *griot.Claim, r *griot.Report) {
	c.Source, c.Rules = source(r), nil
	c.Sentence.Report = r.ID
	c.Quote = part(r.Text, c.Start, c.End, c.Quote)
	k.all(&c.Mode, &c.Lemma, (*string)(&c.Type), (*string)(&c.Status))
	c.Contexts = slices.Clone(c.Contexts)
	for i := range c.Contexts {
		k.all(&c.Contexts[i])
	}
	c.Actors, c.Recipients, c.Where = k.actors(c.Actors, r.Text), k.actors(c.Recipients, r.Text), k.place(c.Where)
	c.Figures = slices.Clone(c.Figures)
	for i := range c.Figures {
		k.amount(&c.Figures[i])
	}
	c.Voices = slices.Clone(c.Voices)
	for i := range c.Voices {
		v := &c.Voices[i]
		k.all(&v.ID, &v.Name, &v.Words, &v.Cue, (*string)(&v.Status))
	}
	k.interval(&c.When)
}

// part is s where it is those bytes of the text: then it costs nothing.
func part(text string, start, end int, s string) string {
	if 0 <= start && start <= end && end <= len(text) && text[start:end] == s {
		return text[start:end]
	}
	return s
}

// once is the one string that is held for all that say the same.
func (k *keeper) once(s string) string {
	one, ok := k.strings[s]
	if !ok {
		one = strings.Clone(s) // s may be a part of something larger
		k.strings[one] = one
	}
	return one
}

func (k *keeper) all(list ...*string) {
	for _, s := range list {
		*s = k.once(*s)
	}
}

func (k *keeper) interval(i *griot.Interval) { k.all(&i.Words, (*string)(&i.Basis), &i.Reason) }

func (k *keeper) amount(a *griot.Amount) { k.all(&a.Of, &a.Who, &a.Words) }

func (k *keeper) actors(list []griot.Actor, text string) []griot.Actor {
	list = slices.Clone(list)
	for i := range list {
		a := &list[i]
		k.all(&a.ID, &a.Name, &a.Code)
		a.Words = part(text, a.Start, a.End, a.Words)
	}
	return list
}

func (k *keeper) place(p *griot.Place) *griot.Place {
	if p == nil {
		return nil
	}
	one, ok := k.places[*p]
	if !ok {
		copied := *p
		k.all(&copied.Name, &copied.Country, &copied.Admin1, &copied.Words, &copied.Reason)
		one = &copied
		k.places[copied] = one
	}
	return one
}

func (k *keeper) actorFacts(a *griot.ActorFacts) *griot.ActorFacts {
	key := [5]string{a.ID, a.Name, a.Kind, a.Code, a.Country}
	for _, one := range k.facts[key] {
		if slices.Equal(one.Aliases, a.Aliases) {
			return one
		}
	}
	one := *a
	k.all(&one.ID, &one.Name, &one.Kind, &one.Code, &one.Country)
	one.Aliases = slices.Clone(a.Aliases)
	for i := range one.Aliases {
		k.all(&one.Aliases[i])
	}
	key = [5]string{one.ID, one.Name, one.Kind, one.Code, one.Country}
	k.facts[key] = append(k.facts[key], &one)
	return &one
}
