package same

import (
	"fmt"
	"math"
	"strings"

	"griot"
)

// evidence is what speaks for and against two claims telling of one event. All
// points are multiples of a quarter, so that sums are exact.
type evidence struct {
	points float64
	anchor bool // something particular is shared: who, where, how many or words
	veto   string
	notes  []note // for the log; most comparisons are never shown
}

// note is what gave points.
type note struct {
	what   string
	points float64
}

// enough is what it takes to put two claims together.
const enough = 4.0

func (e *evidence) add(points float64, what string) {
	e.points += points
	if points != 0 {
		e.notes = append(e.notes, note{what, points})
	}
}

// hold adds what is particular to one event, so that it can hold two claims
// together when there are enough points.
func (e *evidence) hold(points float64, what string) {
	e.add(points, what)
	e.anchor = true
}

func (e *evidence) forbid(why string) {
	if e.veto == "" {
		e.veto = why
	}
}

func (e *evidence) String() string {
	if e.veto != "" {
		return "kept apart: " + e.veto
	}
	parts := make([]string, len(e.notes))
	for i, n := range e.notes {
		parts[i] = fmt.Sprintf("%s %+.2f", n.what, n.points)
	}
	return strings.Join(parts, ", ")
}

// compare weighs two claims; copied tells that one report repeats the other
// there word for word.
func (in *Input) compare(a, b *view, copied bool) *evidence {
	e := &evidence{}
	compareTypes(e, a, b)
	if e.veto != "" {
		return e
	}
	compareLemmas(e, a, b)
	if copied {
		e.hold(6, "copied text")
		return e
	}
	compareTimes(e, a, b)
	comparePlaces(e, a, b)
	if e.veto != "" {
		return e
	}
	compareParties(e, a, b)
	in.compareWords(e, a, b)
	compareFigures(e, a, b)
	if a.report == b.report {
		e.add(.5, "same report")
		if (a.Status == griot.Denied) != (b.Status == griot.Denied) && abs(a.Start-b.Start) < besides {
			e.hold(1, "denied in the next breath")
		}
	} else {
		compareStories(e, in.Near(a.Report, b.Report))
	}
	return e
}

// besides is how many bytes behind an accusation its denial stands.
const besides = 600

func abs(n int) int { return max(n, -n) }

// kin are pairs of types that coders and reports use for one act.
var kin = map[[2]griot.Type]bool{
	{griot.Assault, griot.Coerce}: true, {griot.Assault, griot.Protest}: true, {griot.Agree, griot.Consult}: true,
	{griot.Agree, griot.Cooperate}: true, {griot.Agree, griot.Support}: true, {griot.Agree, griot.Aid}: true, {griot.Agree, griot.Retreat}: true,
	{griot.Agree, griot.Concede}: true, {griot.Concede, griot.Retreat}: true, {griot.Sanction, griot.Coerce}: true,
	{griot.Request, griot.Threaten}: true, {griot.Accuse, griot.Reject}: true,
	{griot.Aid, griot.Cooperate}: true, {griot.Coerce, griot.Reject}: true, {griot.Mobilize, griot.Threaten}: true,
}

// holding are the modes of one act that reports tell apart by taste.
var holding = map[string]bool{"seize": true, "arrest": true, "abduct": true}

func compareTypes(e *evidence, a, b *view) {
	switch {
	case a.Type == b.Type:
		e.add(1, "same type")
	case kin[[2]griot.Type{a.Type, b.Type}] || kin[[2]griot.Type{b.Type, a.Type}]:
		e.add(-.5, "kindred types")
	default:
		e.forbid("different acts")
		return
	}
	if a.Mode != "" && b.Mode != "" && a.Type == b.Type {
		switch {
		case a.Mode == b.Mode:
			e.add(.5, "same mode")
		case !holding[a.Mode] || !holding[b.Mode]:
			e.add(-.5, "different modes")
		}
	}
	if a.Background != b.Background && a.report == b.report {
		e.add(-.5, "one is background")
	}
}

// loosely are the types whose acts go by many words: an attack kills, wounds
// and destroys. Of other acts, another word is mostly another act.
var loosely = map[griot.Type]bool{griot.Assault: true, griot.Protest: true, griot.Consult: true}

// verbal tells whether acts of a type are words: what was said counts then, and
// not by which verb.
func verbal(t griot.Type) bool {
	return t != griot.Consult && (t.Quad() == 1 || t.Quad() == 3)
}

func compareLemmas(e *evidence, a, b *view) {
	together := a.report == b.report && a.Sentence == b.Sentence
	switch {
	case a.lemma == "" || b.lemma == "":
	case verbal(a.Type) && Kindred(a.lemma, b.lemma):
		e.add(.25, "same kind of word")
	case a.lemma == b.lemma:
		e.add(1.5, "same word "+a.Lemma)
		if together {
			e.add(.75, "same sentence")
		}
	case Kindred(a.lemma, b.lemma):
		e.add(.75, a.Lemma+" is like "+b.Lemma)
		if together {
			e.add(.75, "same sentence")
		}
	case loosely[a.Type] && a.Type == b.Type:
		e.add(.25, "ways of telling one act")
	default:
		e.add(-1, a.Lemma+" is not "+b.Lemma)
		if together {
			e.add(-1.5, "told side by side")
		}
	}
}

func compareTimes(e *evidence, v, w *view) {
	a, b := v.When, w.When
	if toldBefore(v, w) || toldBefore(w, v) {
		e.forbid("one was told before the other happened")
		return
	}
	if !a.Known() || !b.Known() {
		comparePublished(e, v, w)
		return
	}
	if !a.Overlaps(b) {
		if gap := apart(a, b); (loose(a) || loose(b)) && gap <= 3 {
			if gap > 1 {
				e.add(-.5, "days apart")
			}
			return
		}
		e.forbid("different days")
		return
	}
	if span(a) <= 3 && span(b) <= 3 && !(loose(a) && loose(b) && v.report != w.report) {
		e.add(1.5, "same day")
	} else {
		e.add(.5, "days overlap")
	}
}

// toldBefore tells whether a claim that something came about was published
// before the day on which the other one says it happened.
func toldBefore(v, w *view) bool {
	return v.Status.Real() && v.Published.Known() && !loose(w.When) && v.Published < w.When.From
}

// comparePublished stands in for days that are not given: news is told fresh,
// so an act without a day happened shortly before its report.
func comparePublished(e *evidence, v, w *view) {
	if v.Background && !v.When.Known() || w.Background && !w.When.Known() {
		return
	}
	a, b := fresh(v), fresh(w)
	if !a.Known() || !b.Known() || a.Overlaps(b) {
		return
	}
	switch gap := apart(a, b); {
	case gap > 7:
		e.add(-1.5, "told weeks apart")
	case gap > 3:
		e.add(-.5, "told days apart")
	}
}

// fresh is when an act happened or, when that is not given, the days before its
// report.
func fresh(v *view) griot.Interval {
	if v.When.Known() || !v.Published.Known() {
		return v.When
	}
	return griot.Interval{From: v.Published - 3, To: v.Published}
}

func loose(i griot.Interval) bool {
	return i.Basis == griot.BasisPublished || i.Basis == griot.BasisInferred || i.Basis == griot.BasisNone
}

// span is the number of days of an interval, many when an end is open.
func span(i griot.Interval) int {
	if !i.From.Known() || !i.To.Known() {
		return math.MaxInt16
	}
	return int(i.To-i.From) + 1
}

// apart is the number of days between two intervals that do not overlap.
func apart(a, b griot.Interval) int {
	if a.To.Known() && b.From.Known() && a.To < b.From {
		return int(b.From - a.To)
	}
	return int(a.From - b.To)
}

func compareFigures(e *evidence, a, b *view) {
	best, worst := 0.0, 0.0
	for _, x := range a.Figures {
		for _, y := range b.Figures {
			if x.Of != y.Of || x.Of == "" {
				continue
			}
			switch {
			case x.Min == y.Min && x.Min > 2:
				best = max(best, 1)
			case x.Min <= 2 && y.Min <= 2:
			case max(x.Min, y.Min) >= 3*min(x.Min, y.Min):
				worst = -1.5
			default:
				worst = min(worst, -.25)
			}
		}
	}
	switch {
	case best > 0:
		e.hold(best, "same figure")
	case worst == -.25 && a.report != b.report && a.Type == griot.Assault && firm(a.When) && a.When.From == b.When.From && firm(b.When):
		e.hold(.5, "both count the dead of that day")
	default:
		e.add(worst, "other figures")
	}
}

// firm tells whether a text gives a single day.
func firm(i griot.Interval) bool { return !loose(i) && i.Known() && i.From == i.To }

func compareStories(e *evidence, near float64) {
	switch {
	case near >= .25:
		e.add(1, "same story")
	case near >= .12:
		e.add(.5, "like story")
	case near < .03:
		e.add(-1, "other story")
	}
}
