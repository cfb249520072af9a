package expect

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/fuse/same"
)

// nearby is how far behind an offer or demand its refusal stands in a report.
const nearby = 500

// answers tells whether a claim refuses what another one, shortly before in the
// same report, offers or demands.
func answers(asked, c *griot.Claim) bool {
	return c.Report == asked.Report && c.Type == griot.Reject && asked.End <= c.Start && c.Start < asked.End+nearby
}

// refuses tells whether a claim turns down in so many words what another one,
// addressed to nobody in particular, offered before: "turned the offer down".
func (l *ledger) refuses(asked, c *griot.Claim) bool {
	return len(asked.Recipients) == 0 && answers(asked, c) && slices.Contains(l.content(c), same.Stem(asked.Lemma))
}

// shows tells whether a claim can show what became of another one. A demand
// that is made, or a threat, is an act that came about.
func shows(c *griot.Claim) bool {
	return c.Status.Real() || c.Status == griot.Denied ||
		c.Type == griot.Request && c.Status == griot.Demanded || c.Type == griot.Threaten && c.Status == griot.Threatened
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
		status := l.outcome(e, c, outcomes)
		if status == "" {
			continue
		}
		if w := l.weigh(e, c, status); w.anchor && w.points >= enough && w.points > best {
			best = w.points
			e.Status, e.ResolvedBy, e.Reason = status, c.ID, w.String()
			if status == "fulfilled" && l.partly(e.claim, c.Claim) {
				e.Status = "partly"
			}
		}
	}
}

// outcome is what a later claim would make of an expectation, if it is about
// the same act; "" for nothing.
func (l *ledger) outcome(e *entry, c *deed, outcomes []griot.Type) string {
	word := c.stem == e.stem && c.Type.Quad() != 1 && c.Type.Quad() != 3              // a deed by the announced word
	said := c.stem == e.stem && c.Type == e.claim.Type && c.Status != griot.Announced // an appeal that was to be made
	fits := slices.Contains(outcomes, c.Type) || e.Kind == "announced" && (word || said)
	switch {
	case l.withdrawn[c.stem] && c.Status.Real():
		return "withdrawn"
	case fits && c.Status == griot.Denied:
		return "denied"
	case e.Kind == "demanded" && c.Type == griot.Request:
		return "" // who asks again is not answered
	case fits && (c.Type != griot.Reject || slices.Contains(e.words, c.stem)):
		return "fulfilled"
	case c.Type == griot.Reject && (liking(e.claim.Recipients, c.Actors) > 1 || l.refuses(e.claim, c.Claim)):
		return "denied"
	}
	return ""
}

// enough is what it takes to take a later claim for the outcome.
const enough = 2.5

// weight is what speaks for a claim being the outcome of an expectation.
type weight struct {
	claim  *griot.Claim
	points float64
	anchor bool // they share something that belongs to the act itself
	notes  []string
}

func (w *weight) add(points float64, note string, who ...griot.Actor) {
	w.points += points
	if points > 0 && len(who) > 0 {
		note += " " + names(who)
	}
	if points > 0 {
		w.notes = append(w.notes, note)
	}
}

func (w *weight) hold(points float64, note string) {
	w.add(points, note)
	w.anchor = true
}

func (w *weight) String() string {
	return w.claim.Published.String() + ": " + strings.Join(w.notes, "; ")
}

// weigh sums up what speaks for a claim being the outcome of an expectation: first
// what belongs to the act itself, without which nothing else counts.
func (l *ledger) weigh(e *entry, c *deed, status string) *weight {
	act := &weight{claim: c.Claim}
	l.ofAct(act, e, c)
	if !act.anchor {
		return act
	}
	w := &weight{claim: c.Claim, anchor: true}
	l.ofParties(w, e, c, status)
	w.points += act.points
	w.notes = append(w.notes, act.notes...)
	ofTime(w, e, c)
	return w
}

// ofParties adds who does it and to whom.
func (l *ledger) ofParties(w *weight, e *entry, c *deed, status string) {
	doer := e.claim.Actors
	if status == "denied" && c.Type == griot.Reject || e.Kind == "demanded" && status != "withdrawn" {
		doer = e.claim.Recipients
	}
	by := liking(doer, c.Actors)
	w.add(by, "by", c.Actors...)
	if e.Kind != "demanded" && len(doer) > 0 && len(c.Actors) > 0 && by == 0 {
		w.add(-.5, "") // who is asked is often read amiss, who announces is not
	}
	towards := liking(e.claim.Recipients, c.Recipients)
	if e.Kind != "demanded" || len(c.Actors) > 0 || towards < sameActor {
		towards /= 2 // else whose release is demanded was released, it is not said by whom
	}
	w.add(towards, "towards", c.Recipients...)
}

// ofAct adds what both say of the act: words, kind, number, place and event.
func (l *ledger) ofAct(w *weight, e *entry, c *deed) {
	switch both := shared(e, c); {
	case len(both) == 1 && slices.Contains(c.place, both[0]):
		w.add(.75, "in "+c.Where.Name) // where it is to be says little of what
	case len(both) > 0:
		w.hold(min(1.25*float64(len(both)), 2.5), "both speak of "+strings.Join(both, ", "))
	}
	switch {
	case c.stem == e.stem:
		w.hold(1, "same word")
	case same.Kindred(c.stem, e.stem):
		w.hold(.75, "a word for the same act")
	}
	if e.claim.Mode != "" && e.claim.Mode == c.Mode {
		w.hold(1, "same kind of act")
	}
	if note := sameFigure(e.claim, c.Claim); note != "" {
		w.hold(1, note)
	}
	if e.claim.Where != nil && c.Where != nil && e.claim.Where.Name == c.Where.Name {
		w.add(.75, "in "+c.Where.Name)
	}
	if e.Kind == "promised" && slices.ContainsFunc(l.content(c.Claim), func(w string) bool { return l.promise[w] }) {
		w.hold(1.25, "it had been promised")
	}
	if answers(e.claim, c.Claim) {
		w.hold(1, "refused in the next breath")
	}
	if l.refuses(e.claim, c.Claim) {
		w.hold(2, "it names the "+e.claim.Lemma)
	}
	if c.event == e.event {
		w.hold(2, "told as one event")
	}
}

// ofTime adds whether it happened when it was to happen.
func ofTime(w *weight, e *entry, c *deed) {
	switch {
	case !e.By.Known() || !c.When.Known():
	case inside(c.When, e.By):
		w.add(1.5, "in time")
	case c.When.From > e.By.To && c.When.From <= e.By.To+slip:
	default:
		w.add(-1, "")
	}
}

// slip is how many days late what was announced may come about without being
// taken for something else.
const slip = 3

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

// shared lists what a claim has in common with the words of an expectation:
// words, words for one act, and the names of those to whom it was done.
func shared(e *entry, c *deed) []string {
	var both []string
	for i, w := range e.words {
		if c.speaksOf(e.numbers[i], e.senses[i]) {
			both = append(both, w)
		}
	}
	return both
}

// sameFigure tells whether both give the same number, or the outcome gives part
// of the quantity expected.
func sameFigure(expected, outcome *griot.Claim) string {
	for _, x := range expected.Figures {
		for _, y := range outcome.Figures {
			switch {
			case x.Min == y.Min && x.Min > 2:
				return "same figure"
			case x.Of == y.Of && y.Max > 0 && y.Max < x.Min:
				return "part of the figure"
			}
		}
	}
	return ""
}

var portion = regexp.MustCompile(`(?i)\b(per ?cent|half|a third|a quarter|some of|part of|partially|partly|the first)\b`)

// partly tells whether an outcome falls short of what was expected: its figure
// is smaller, or its sentence says that it is a part.
func (l *ledger) partly(expected, outcome *griot.Claim) bool {
	return sameFigure(expected, outcome) == "part of the figure" || portion.MatchString(l.Sentence(outcome))
}

// liking is 1.5 when two sides share an actor, 0.5 when they may, −1 when both
// are known and have nothing in common.
func liking(a, b []griot.Actor) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := -1.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, like(x, y))
		}
	}
	return best
}

// sameActor is the liking of an actor for itself.
const sameActor = 1.5

func like(x, y griot.Actor) float64 {
	if x.ID == y.ID {
		return sameActor
	}
	cx, sx, _ := strings.Cut(x.Code, " ")
	cy, sy, _ := strings.Cut(y.Code, " ")
	switch {
	case within(x.Name, y.Name):
		return 1
	case cx == "" || cy == "":
		return 0
	case cx != cy:
		return -1
	case sx == sy || sx == "" || sy == "", ofState[sx] && ofState[sy]:
		return .5
	}
	return 0
}

// ofState are the sectors through which a state acts: what its minister
// promises its army does.
var ofState = map[string]bool{"GOV": true, "MIL": true, "COP": true}

// within tells whether one description is the other with more words: "the
// court" may be "the constitutional court", or the "court of Kazakhstan".
func within(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" || a != strings.ToLower(a) {
		return false
	}
	if strings.HasPrefix(b, a+" of ") {
		return true
	}
	return b == strings.ToLower(b) && strings.HasSuffix(b, " "+a)
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
