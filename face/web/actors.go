package web

import (
	"cmp"
	"slices"
	"strings"

	"griot"
	"griot/face/phrase"
)

// actorsPage is who takes part.
type actorsPage struct {
	Rows   []actorRow
	Matrix *matrix
	Total  int
	Kinds  []string
	Kind   string
	Query  string
	Keep   [][2]string
	CSV    string
}

type actorRow struct {
	Name, Href, Kind, Code string
	Acts, Received         int
	Claims, Statements     int
	Roles                  []string
	Aliases                []string
}

const (
	actorRows  = 60
	matrixSize = 10
)

func (a *ask) actors() (*content, error) {
	acts, received := a.actCounts()
	p := &actorsPage{Kind: a.values.Get("kind"), Query: a.values.Get("name"), Keep: keep(a.values), CSV: a.api("actors", "format", "csv")}
	var all []*griot.ActorEntry
	for i := range a.known.Actors {
		e := &a.known.Actors[i]
		if e.Kind != "" && !slices.Contains(p.Kinds, e.Kind) {
			p.Kinds = append(p.Kinds, e.Kind)
		}
		if (p.Kind == "" || e.Kind == p.Kind) && (p.Query == "" || called(e, p.Query)) {
			all = append(all, e)
		}
	}
	slices.Sort(p.Kinds)
	slices.SortStableFunc(all, func(x, y *griot.ActorEntry) int {
		return cmp.Or(cmp.Compare(acts[y.ID]+received[y.ID]+y.Statements, acts[x.ID]+received[x.ID]+x.Statements), cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	p.Total = len(all)
	from, to, pages := a.cut(len(all), actorRows)
	for _, e := range all[from:to] {
		r := actorRow{Name: e.Name, Href: a.links.actor(e.ID), Kind: e.Kind, Code: e.Code, Acts: acts[e.ID], Received: received[e.ID], Claims: e.Claims, Statements: e.Statements,
			Aliases: firstOf(e.Aliases, 4)}
		for _, o := range e.Roles {
			if s := roleWords(o); o.Role != "alias" && !slices.Contains(r.Roles, s) && len(r.Roles) < 2 {
				r.Roles = append(r.Roles, s)
			}
		}
		p.Rows = append(p.Rows, r)
	}
	if a.number == 1 && p.Kind == "" && p.Query == "" {
		p.Matrix = a.matrix(all)
	}
	return &content{title: "Actors", body: p, pages: pages}, nil
}

func called(e *griot.ActorEntry, words string) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), func(s string) bool { return strings.Contains(strings.ToLower(s), words) })
}

func roleWords(o griot.Role) string {
	s := o.Role
	if o.Former {
		s = "former " + s
	}
	if o.Of != "" {
		s += " of " + o.Of
	}
	return s
}

// actCounts counts the events that each actor acts in, and those done to it.
func (a *ask) actCounts() (acts, received map[string]int) {
	acts, received = map[string]int{}, map[string]int{}
	for i := range a.known.Events {
		e := &a.known.Events[i]
		for _, id := range different(e.Actors) {
			acts[id]++
		}
		for _, id := range different(e.Recipients) {
			received[id]++
		}
	}
	return acts, received
}

// maxParticipants bounds how many of an event's participants are counted
// against one another.
const maxParticipants = 20

// different lists the IDs of actors, each once.
func different(all []griot.Actor) []string {
	var ids []string
	for _, x := range all {
		if len(ids) < maxParticipants && !slices.Contains(ids, x.ID) {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// matrix is who did how much to whom.
type matrix struct {
	Actors []named
	Rows   []matrixRow
}

type matrixRow struct {
	Actor named
	Cells []matrixCell
}

// matrixCell counts events; Class tells conflict from cooperation by their mean
// score.
type matrixCell struct {
	Count int
	Class string
	Title string
	Href  string
}

// matrix is drawn for those of the actors who deal most with one another.
func (a *ask) matrix(from []*griot.ActorEntry) *matrix {
	type dyad struct{ by, to string }
	count, score := map[dyad]int{}, map[dyad]float64{}
	dealings := map[string]int{}
	for i := range a.known.Events {
		e := &a.known.Events[i]
		for _, by := range different(e.Actors) {
			for _, to := range different(e.Recipients) {
				if by == to {
					continue
				}
				count[dyad{by, to}]++
				score[dyad{by, to}] += e.Scale
				dealings[by]++
				dealings[to]++
			}
		}
	}
	most := slices.DeleteFunc(slices.Clone(from), func(e *griot.ActorEntry) bool { return dealings[e.ID] == 0 })
	slices.SortStableFunc(most, func(x, y *griot.ActorEntry) int { return cmp.Compare(dealings[y.ID], dealings[x.ID]) })
	most = firstOf(most, matrixSize)
	if len(most) < 2 {
		return nil
	}
	m := &matrix{}
	for _, e := range most {
		m.Actors = append(m.Actors, named{e.Name, a.links.actor(e.ID)})
	}
	for i, by := range most {
		row := matrixRow{Actor: m.Actors[i]}
		for _, to := range most {
			d := dyad{by.ID, to.ID}
			cell := matrixCell{Count: count[d], Class: "none"}
			if n := count[d]; n > 0 {
				cell.Class = tone(score[d] / float64(n))
				cell.Title = visible(clip(60, by.Name)) + " to " + visible(clip(60, to.Name)) + ": " + phrase.Many(n, "event")
				cell.Href = a.links.actor(by.ID)
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// tone is a class for a score from −10 to 10.
func tone(score float64) string {
	switch {
	case score <= -6:
		return "worst"
	case score < -1:
		return "bad"
	case score <= 1:
		return "even"
	case score < 6:
		return "good"
	}
	return "best"
}
