package expect

import (
	"fmt"
	"slices"
	"strings"

	"griot"
	"griot/fuse/same"
)

// most is how many later claims of one actor are tried for one expectation.
const most = 200

// past is what can show what became of an expectation: the first claim of each
// act of an event, by who takes part.
type past struct { // claims of undated reports are in none of these
	byActor map[string][]*griot.Claim
	inEvent map[string][]*griot.Claim // the claims of the same event, by claim ID
	loose   []*griot.Claim            // claims without any actor
}

func index(events [][]*griot.Claim) *past {
	p := &past{byActor: map[string][]*griot.Claim{}, inEvent: map[string][]*griot.Claim{}}
	for _, claims := range events {
		dated := slices.DeleteFunc(slices.Clone(claims), func(c *griot.Claim) bool { return !c.Published.Known() })
		var kept []*griot.Claim
		for _, c := range dated {
			p.inEvent[c.ID] = dated
			repeats := func(k *griot.Claim) bool { return k.Type == c.Type && k.Status == c.Status && k.Lemma == c.Lemma }
			if shows(c) && !slices.ContainsFunc(kept, repeats) {
				kept = append(kept, c)
			}
		}
		for _, c := range kept {
			p.file(c)
		}
	}
	order := func(a, b *griot.Claim) int {
		if d := int(a.Published) - int(b.Published); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	}
	for _, list := range p.byActor {
		slices.SortFunc(list, order)
	}
	slices.SortFunc(p.loose, order)
	return p
}

func (p *past) file(c *griot.Claim) {
	seen := map[string]bool{}
	for _, list := range [][]griot.Actor{c.Actors, c.Recipients} {
		for _, a := range list {
			for _, key := range keys(a) {
				if !seen[key] {
					seen[key] = true
					p.byActor[key] = append(p.byActor[key], c)
				}
			}
		}
	}
	if len(seen) == 0 {
		p.loose = append(p.loose, c)
	}
}

// shows tells whether a claim can show what became of another one.
func shows(c *griot.Claim) bool { return c.Status.Real() || c.Status == griot.Denied }

// keys are what an actor is found by: itself, and its country when it is known.
func keys(a griot.Actor) []string {
	list := []string{a.ID}
	if country, _, _ := strings.Cut(a.Code, " "); country != "" {
		list = append(list, "country "+country)
	}
	return list
}

// after lists the claims published on or after the day of an expectation that
// share an actor with it or have none, or tell of the same event.
func (p *past) after(e *entry) []*griot.Claim {
	lists := [][]*griot.Claim{p.inEvent[e.claim.ID], p.loose}
	for _, actors := range [][]griot.Actor{e.claim.Actors, e.claim.Recipients} {
		for _, a := range actors {
			for _, key := range keys(a) {
				lists = append(lists, p.byActor[key])
			}
		}
	}
	var found []*griot.Claim
	seen := map[string]bool{e.claim.ID: true}
	for _, list := range lists {
		from, _ := slices.BinarySearchFunc(list, e.claim.Published, func(c *griot.Claim, d griot.Day) int { return int(c.Published) - int(d) })
		for _, c := range list[from:min(from+most, len(list))] {
			if !seen[c.ID] && shows(c) && c.Report != e.claim.Report {
				seen[c.ID] = true
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, func(a, b *griot.Claim) int {
		if d := int(a.Published) - int(b.Published); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	return found
}

// resolve finds the later claim that shows best what became of an expectation.
func (l *ledger) resolve(e *entry, p *past) {
	if !e.claim.Published.Known() {
		return // nothing can be said to be later
	}
	outcomes := l.fulfilling(e.claim)
	best := 0.0
	for _, c := range p.after(e) {
		if c.When.To.Known() && c.When.To < e.claim.Published-1 && !inside(c.When, e.By) {
			continue // it lies before the expectation was voiced
		}
		status := ""
		switch {
		case l.withdrawn[c.Lemma] && c.Status.Real():
			status = "withdrawn"
		case c.Type == griot.Reject && refuses(e.claim, c):
			status = "denied"
		case slices.Contains(outcomes, c.Type) && c.Status == griot.Denied:
			status = "denied"
		case slices.Contains(outcomes, c.Type):
			status = "fulfilled"
		}
		if status == "" {
			continue
		}
		if points, why := l.weigh(e, c, p, status); points >= enough && points > best {
			best = points
			e.Status, e.ResolvedBy, e.Reason = status, c.ID, why
			if status == "fulfilled" && partly(e.claim, c) {
				e.Status = "partly"
			}
		}
	}
}

// refuses tells whether a rejection is by somebody of whom the act was asked.
func refuses(asked, c *griot.Claim) bool {
	return asked.Type == griot.Request && liking(asked.Recipients, c.Actors) > 0
}

// enough is what it takes to take a later claim for the outcome.
const enough = 3.0

// weigh sums up what speaks for a claim being the outcome of an expectation.
func (l *ledger) weigh(e *entry, c *griot.Claim, p *past, status string) (float64, string) {
	var points float64
	var notes []string
	add := func(n float64, note string) {
		points += n
		if n > 0 {
			notes = append(notes, note)
		}
	}
	doer := e.claim.Actors
	if e.claim.Type == griot.Request && status != "withdrawn" {
		doer = e.claim.Recipients
	}
	add(liking(doer, c.Actors), "by "+names(c.Actors))
	add(liking(e.claim.Recipients, c.Recipients)/2, "towards "+names(c.Recipients))
	if w := l.shared(e, c); len(w) > 0 {
		add(min(.75*float64(len(w)), 2.25), "both speak of "+strings.Join(w, ", "))
	}
	if e.claim.Lemma == c.Lemma {
		add(1, "same word")
	}
	if sameFigure(e.claim, c) {
		add(1, "same figure")
	}
	if e.claim.Where != nil && c.Where != nil && e.claim.Where.Name == c.Where.Name {
		add(.75, "in "+c.Where.Name)
	}
	switch {
	case !e.By.Known() || !c.When.Known():
	case inside(c.When, e.By):
		add(1.5, "in time")
	default:
		add(-1, "")
	}
	if slices.Contains(p.inEvent[e.claim.ID], c) {
		add(2, "told as one event")
	}
	return points, fmt.Sprintf("%s: %s", c.Published, strings.Join(notes, "; "))
}

// inside tells whether an act falls on the expected days, give or take one.
func inside(when, by griot.Interval) bool {
	if !by.Known() || !when.Known() {
		return false
	}
	if by.To.Known() {
		by.To++
	}
	if by.From.Known() {
		by.From--
	}
	return when.Overlaps(by)
}

func (l *ledger) shared(e *entry, c *griot.Claim) []string {
	var both []string
	for _, w := range append(l.content(c), same.Stem(c.Lemma)) {
		if slices.Contains(e.words, w) && !slices.Contains(both, w) {
			both = append(both, w)
		}
	}
	return both
}

func sameFigure(a, b *griot.Claim) bool {
	for _, x := range a.Figures {
		for _, y := range b.Figures {
			if x.Min == y.Min && x.Min > 2 {
				return true
			}
		}
	}
	return false
}

// partly tells whether an outcome falls short of the number expected.
func partly(expected, outcome *griot.Claim) bool {
	for _, x := range expected.Figures {
		for _, y := range outcome.Figures {
			if x.Of == y.Of && y.Max >= 0 && y.Max < x.Min {
				return true
			}
		}
	}
	return false
}

// liking is 1.5 when two sides share an actor, 0.75 when they share a country,
// −1 when both are known and have nothing in common.
func liking(a, b []griot.Actor) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := 0.0
	known := false
	for _, x := range a {
		for _, y := range b {
			cx, _, _ := strings.Cut(x.Code, " ")
			cy, _, _ := strings.Cut(y.Code, " ")
			switch {
			case x.ID == y.ID:
				return 1.5
			case cx != "" && cx == cy:
				best = .75
			}
			known = known || cx != "" && cy != ""
		}
	}
	if best == 0 && known {
		return -1
	}
	return best
}

func names(actors []griot.Actor) string {
	var list []string
	for _, a := range actors {
		if a.Name != "" && !slices.Contains(list, a.Name) {
			list = append(list, a.Name)
		}
	}
	return strings.Join(list, ", ")
}
