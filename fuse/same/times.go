package same

import (
	"math"
	"slices"

	"griot"
)

func compareTimes(e *evidence, v, w *view) {
	a, b := v.When, w.When
	switch lasts := v.Status == griot.Ongoing; {
	case !once(v, w):
	case lasts == (w.Status == griot.Ongoing):
		compareOnce(e, v, w)
		return
	default:
		e.add(-1.5, "to be held is not to be seized")
	}
	if toldBefore(v, w) || toldBefore(w, v) {
		e.forbid("one was told before the other happened")
		return
	}
	if !a.Known() || !b.Known() {
		comparePublished(e, v, w)
		return
	}
	if !a.Overlaps(b) {
		if gap := apart(a, b); (loose(a) || loose(b)) && gap <= mayDiffer {
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

// mayDiffer is by how many days a guess may lie beside the day of an act.
const mayDiffer = 3

// once tells whether two claims are of an act that is done to one person, or by
// one, only once, or not again for a while: a killing, an arrest, a resignation.
func once(a, b *view) bool {
	kills := a.Type == griot.Assault && b.Type == griot.Assault && Kindred(a.lemma, "kill") && Kindred(b.lemma, "kill")
	return (sameMode(a, b) || kills) && (samePerson(a.objects, b.objects) || a.Mode == "resign" && samePerson(a.actors, b.actors))
}

func samePerson(a, b []*party) bool {
	return slices.ContainsFunc(a, func(x *party) bool {
		return x.person && slices.ContainsFunc(b, func(y *party) bool { return x.id == y.id })
	})
}

// aWhile is how many days lie at least between two arrests of one person.
const aWhile = 7

// compareOnce weighs the days of an act that is done once: one of two days that
// differ little was told or read amiss.
func compareOnce(e *evidence, a, b *view) {
	gap := 0
	if a.When.Known() && b.When.Known() && !a.When.Overlaps(b.When) {
		gap = apart(a.When, b.When)
	}
	switch {
	case gap == 0:
		e.hold(1.5, "done once")
	case gap <= aWhile:
		e.hold(1, "done once, told of days near by")
	default:
		e.forbid("different days")
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

// firm tells whether a text gives a single day.
func firm(i griot.Interval) bool { return !loose(i) && i.Known() && i.From == i.To }
