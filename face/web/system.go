package web

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"griot"
	"griot/face/plot"
)

// What the drawing of the state of affairs holds at most; the tables have all.
const (
	maxHubs   = 4
	maxSpokes = 12
	maxTies   = 6
	maxFacts  = 8
	maxLone   = 12
)

// system lays out states of affairs as who holds what, and who is tied to whom.
type system struct {
	ask   *ask
	on    griot.Day
	names []string // of the actors, in order of mention
	facts map[string][]plot.Fact
	ties  []tie
}

// tie is a state of affairs between two actors.
type tie struct {
	from, to string
	mutual   bool
	fact     plot.Fact
	drawn    bool
}

// drawSystem draws what holds on a day as a network of actors.
func (a *ask) drawSystem(holds []*griot.Holding, on griot.Day) template.HTML {
	s := &system{ask: a, on: on, facts: map[string][]plot.Fact{}}
	for _, h := range holds {
		s.add(h)
	}
	var hubs []plot.Hub
	for range maxHubs {
		middle := s.busiest()
		if middle == "" {
			break
		}
		hubs = append(hubs, s.hub(middle))
	}
	for _, name := range s.byFacts() {
		if len(hubs) < maxHubs+maxLone {
			hubs = append(hubs, plot.Hub{Node: s.node(name)})
		}
	}
	if len(hubs) == 0 {
		return ""
	}
	return plot.System(hubs, "Who holds what on "+day(on)+" and who is tied to whom; the tables below say the same")
}

// add sorts a state in: between two actors, or of one.
func (s *system) add(h *griot.Holding) {
	from, to, words := s.parties(h)
	f := plot.Fact{Text: visible(words), Since: shortDay(began(h), s.on), Class: holdingTone(h), Href: "#" + h.ID}
	f.Title = visible(clip(120, h.Subject+": "+stateWords(h.Property, h.Value))) + ", since " + days(h.Since)
	if h.Contested {
		f.Class += " contested"
		f.Text += " (contested)"
	}
	if to == "" {
		s.facts[from] = append(s.facts[from], f)
		s.mention(from)
		return
	}
	s.ties = append(s.ties, tie{from: from, to: to, mutual: strings.HasPrefix(h.Subject, from+" and "), fact: f})
	s.mention(from)
	s.mention(to)
}

func (s *system) mention(name string) {
	if !slices.Contains(s.names, name) {
		s.names = append(s.names, name)
	}
}

// parties tells of whom a state holds, to whom it ties them ("" for nobody), and
// what is left to say.
func (s *system) parties(h *griot.Holding) (from, to, words string) {
	subject := bare(h.Subject)
	for _, link := range []string{" to ", " with ", " of "} {
		if what, other, found := strings.Cut(h.Property, link); found && h.Property != "state of emergency" {
			return subject, bare(other), what + " " + h.Value
		}
	}
	if what, other, found := strings.Cut(h.Value, "by "); found {
		return bare(other), subject, strings.TrimSpace(h.Property + " " + what)
	}
	if i := strings.LastIndex(h.Value, " of "); i > 0 && h.Property == "office" && s.ask.idNamed(h.Value[i+4:]) != "" {
		return subject, bare(h.Value[i+4:]), h.Value[:i]
	}
	if one, other, found := strings.Cut(h.Subject, " and "); found && s.ask.idNamed(h.Subject) == "" {
		return bare(one), bare(other), stateWords(h.Property, h.Value)
	}
	return subject, "", stateWords(h.Property, h.Value)
}

// bare is a name as it is compared.
func bare(name string) string { return strings.TrimPrefix(strings.TrimSpace(name), "the ") }

// stateWords are a state in words: "borders closed", "detained", "head of state".
func stateWords(property, value string) string {
	switch {
	case property == "office" || property == "liberty":
		return value
	case value == "true":
		return property
	}
	return property + " " + value
}

// holdingTone is the class of a state's colour: what is broken off or taken away,
// what binds, and what neither does.
func holdingTone(h *griot.Holding) string {
	switch {
	case h.Property == "office":
		return "plain"
	case slices.Contains([]string{"open", "agreed", "restored", "resumed", "released", "lifted"}, h.Value), strings.HasPrefix(h.Property, "cease-fire"):
		return "bond"
	}
	return "cut"
}

// shortDay is a day in few letters: the year is said only when it is another.
func shortDay(d, on griot.Day) string {
	switch {
	case !d.Known():
		return ""
	case d.Time().Year() != on.Time().Year():
		return d.Time().Format("Jan 2006")
	}
	return d.Time().Format("2 Jan")
}

// busiest is the actor with most others tied to it by what is not drawn yet.
func (s *system) busiest() string {
	others, ties := map[string]map[string]bool{}, map[string]int{}
	count := func(one, other string) {
		if others[one] == nil {
			others[one] = map[string]bool{}
		}
		others[one][other] = true
		ties[one]++
	}
	for _, t := range s.ties {
		if !t.drawn {
			count(t.from, t.to)
			count(t.to, t.from)
		}
	}
	best := ""
	for _, name := range s.names {
		if cmp.Or(cmp.Compare(len(others[name]), len(others[best])), cmp.Compare(ties[name], ties[best])) > 0 {
			best = name
		}
	}
	return best
}

// hub draws an actor with those tied to it; those with most ties come first.
func (s *system) hub(middle string) plot.Hub {
	h := plot.Hub{Node: s.node(middle)}
	at := map[string]int{}
	for i := range s.ties {
		t := &s.ties[i]
		other := t.to
		if t.to == middle {
			other = t.from
		}
		if t.drawn || t.from != middle && t.to != middle {
			continue
		}
		j, ok := at[other]
		if !ok {
			if len(h.Spokes) == maxSpokes {
				continue
			}
			j = len(h.Spokes)
			at[other] = j
			h.Spokes = append(h.Spokes, plot.Spoke{Node: s.node(other)})
		}
		t.drawn = true
		if len(h.Spokes[j].Ties) < maxTies {
			h.Spokes[j].Ties = append(h.Spokes[j].Ties, plot.Tie{Fact: t.fact, Out: t.mutual || t.from == middle, In: t.mutual || t.to == middle})
		}
	}
	slices.SortStableFunc(h.Spokes, func(x, y plot.Spoke) int { return cmp.Compare(len(y.Ties), len(x.Ties)) })
	return h
}

// node is an actor with what holds of it, which is told once.
func (s *system) node(name string) plot.Node {
	n := plot.Node{Name: visible(clip(nameLetters, name)), Facts: firstOf(s.facts[name], maxFacts)}
	if id := s.ask.idNamed(name); id != "" {
		n.Href = s.ask.links.actor(id)
	}
	delete(s.facts, name)
	return n
}

// byFacts are the actors of whom something is still to be told, those with most
// first.
func (s *system) byFacts() []string {
	names := slices.DeleteFunc(slices.Clone(s.names), func(name string) bool { return len(s.facts[name]) == 0 })
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Compare(len(s.facts[y]), len(s.facts[x])) })
	return names
}

// idNamed is the ID of the actor of a name, "" when there is none.
func (a *ask) idNamed(name string) string {
	if a.named == nil {
		a.named = map[string]string{}
		for i := len(a.known.Actors) - 1; i >= 0; i-- { // of two with one name, the first
			a.named[bare(a.known.Actors[i].Name)] = a.known.Actors[i].ID
		}
	}
	return a.named[bare(name)]
}
