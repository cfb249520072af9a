package same

import (
	"slices"
	"strconv"
	"strings"

	"griot"
)

// evidence is what speaks for and against two claims telling of one event. All
// points are multiples of a quarter, so that sums are exact.
type evidence struct {
	points float64
	anchor bool // something particular is shared: who, where, how many or words
	parted bool // they name different people, places or days, if not surely
	veto   string
	notes  []note // for the log; most comparisons are never shown
}

// note is what gave points: words, perhaps those of the two claims.
type note struct {
	a, what, b string
	points     float64
}

// appendTo writes a note as "hit is like strike +0.75".
func (n note) appendTo(b []byte) []byte {
	for _, part := range []string{n.a, n.what, n.b} {
		if part != "" {
			b = append(append(b, part...), ' ')
		}
	}
	if n.points > 0 {
		b = append(b, '+')
	}
	return strconv.AppendFloat(b, n.points, 'f', 2, 64)
}

// enough is what it takes to put two claims together.
const enough = 4.0

func (e *evidence) add(points float64, what string) {
	e.say(points, "", what, "")
}

func (e *evidence) say(points float64, a, what, b string) {
	e.points += points
	if points != 0 {
		e.notes = append(e.notes, note{a, what, b, points})
	}
}

// forget empties e for the next comparison.
func (e *evidence) forget() { *e = evidence{notes: e.notes[:0]} }

// copy makes e say what another one says.
func (e *evidence) copy(from *evidence) {
	notes := append(e.notes[:0], from.notes...)
	*e = *from
	e.notes = notes
}

// hold adds what is particular to one event, so that it can hold two claims
// together when there are enough points.
func (e *evidence) hold(points float64, what string) {
	e.add(points, what)
	e.anchor = true
}

// part adds what makes it unlikely that two places of one report come back to
// one act.
func (e *evidence) part(points float64, what string) {
	e.add(points, what)
	e.parted = true
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
	var b []byte
	for i, n := range e.notes {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = n.appendTo(b)
	}
	return string(b)
}

// compare weighs two claims, the earlier one first, and leaves what it finds in e.
func (g *grouping) compare(e *evidence, a, b *view) {
	e.forget()
	compareTypes(e, a, b)
	if e.veto != "" {
		return
	}
	if b.copies(a) {
		compareLemmas(e, a, b)
		e.hold(6, "copied text")
		return
	}
	compareTimes(e, a, b)
	if e.veto == "" {
		comparePlaces(e, a, b)
	}
	if e.veto != "" {
		return
	}
	compareLemmas(e, a, b)
	compareParties(e, a, b)
	g.compareWords(e, a, b)
	compareFigures(e, a, b)
	if a.report == b.report {
		compareInReport(e, a, b)
		return
	}
	g.compareSentences(e, a, b)
	compareStories(e, g.likeness(a, b))
}

// copies tells whether b's report repeats a there word for word.
func (v *view) copies(a *view) bool {
	from := v.copied
	return from.report != "" && from.report == a.Report && a.Start < from.end && from.start < a.End && a.lemma == v.lemma
}

// akin tells whether two types are used for one act.
func akin(a, b griot.Type) bool { return slices.Contains(kin[a], b) }

// kin are the types that coders and reports use for one act beside a type.
var kin = func() map[griot.Type][]griot.Type {
	of := map[griot.Type][]griot.Type{}
	for _, pair := range [][2]griot.Type{
		{griot.Assault, griot.Coerce}, {griot.Assault, griot.Protest}, {griot.Agree, griot.Consult}, {griot.Agree, griot.Cooperate},
		{griot.Agree, griot.Support}, {griot.Agree, griot.Aid}, {griot.Agree, griot.Retreat}, {griot.Agree, griot.Concede},
		{griot.Concede, griot.Retreat}, {griot.Sanction, griot.Coerce}, {griot.Request, griot.Threaten}, {griot.Accuse, griot.Reject},
		{griot.Aid, griot.Cooperate}, {griot.Coerce, griot.Reject}, {griot.Mobilize, griot.Threaten},
	} {
		of[pair[0]] = append(of[pair[0]], pair[1])
		of[pair[1]] = append(of[pair[1]], pair[0])
	}
	return of
}()

// holding are the modes of one act that reports tell apart by taste.
var holding = map[string]bool{"seize": true, "arrest": true, "abduct": true}

func compareTypes(e *evidence, a, b *view) {
	switch {
	case a.Type == b.Type:
		e.add(1, "same type")
	case akin(a.Type, b.Type):
		e.add(-.5, "kindred types")
	default:
		e.forbid("different acts")
		return
	}
	if a.Mode != "" && b.Mode != "" && a.Type == b.Type {
		switch {
		case a.Mode == b.Mode:
			e.add(.5, "same mode")
		case holding[a.Mode] && holding[b.Mode]:
		case a.report == b.report && !loosely[a.Type]:
			e.add(-1, "different modes side by side")
		default:
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

// narrow are the modes that say so exactly what was done that the word for it
// says no more: who was taken, held or shut in was arrested.
var narrow = map[string]bool{
	"arrest": true, "abduct": true, "seize": true, "release": true, "resign": true, "expel": true, "deport": true, "convict": true,
	"withdraw": true, "curfew": true, "martial-law": true, "ceasefire": true, "strike": true, "phone": true, "visit": true,
}

func sameMode(a, b *view) bool { return narrow[a.Mode] && a.Mode == b.Mode && a.Type == b.Type }

// verbal tells whether acts of a type are words: what was said counts then, and
// not by which verb.
func verbal(t griot.Type) bool {
	return t != griot.Consult && (t.Quad() == 1 || t.Quad() == 3)
}

func compareLemmas(e *evidence, a, b *view) {
	together := a.report == b.report && a.Sentence == b.Sentence
	switch {
	case a.lemma == "" || b.lemma == "":
	case verbal(a.Type) && a.like(b) && !planned(a, b):
		e.add(.25, "same kind of word")
	case a.lemma == b.lemma:
		e.say(1.5, "", "same word", a.Lemma)
		if together {
			e.add(.75, "same sentence")
		}
	case a.like(b):
		e.say(.75, a.Lemma, "is like", b.Lemma)
		if together {
			e.add(.75, "same sentence")
		}
	case loosely[a.Type] && a.Type == b.Type:
		e.add(.25, "ways of telling one act")
	case sameMode(a, b) && !together:
	default:
		e.say(-1, a.Lemma, "is not", b.Lemma)
		if together {
			e.add(-1.5, "told side by side")
		}
	}
}

// planned tells whether one claim announces for its day, by its own word, the
// deed that the other tells of that day: "are to meet", "met".
func planned(a, b *view) bool {
	return a.Type != b.Type && a.lemma == b.lemma && firm(a.When) && firm(b.When) && a.When.Overlaps(b.When)
}

// fellBefore tells whether b comes back to those who fell by a: "60 people were
// killed", and further on "the civilians had been killed by artillery".
func fellBefore(a, b *view) bool {
	return a.Type == griot.Assault && b.Type == a.Type && a.Start < b.Start && a.lemma == b.lemma && len(b.Recipients) > 0 &&
		strings.HasPrefix(strings.ToLower(b.Recipients[0].Words), "the ") && likeness(a.objects, b.objects) > 0
}

// compareInReport weighs what two places of one report say for one act: a
// report comes back to what it tells.
func compareInReport(e *evidence, a, b *view) {
	e.add(.5, "same report")
	if a.Sentence == b.Sentence {
		return
	}
	if fellBefore(a, b) || fellBefore(b, a) {
		e.hold(.5, "of those told of before")
	}
	if later := max(a.Start, b.Start); a.Start == later && a.another || b.Start == later && b.another {
		e.part(-1, "told as another one")
	}
	if e.parted {
		return
	}
	apart := max(a.Start-b.End, b.Start-a.End)
	denied := (a.Status == griot.Denied) != (b.Status == griot.Denied)
	switch {
	case denied && apart < besides:
		e.hold(1, "denied in the next breath")
	case denied || a.Background != b.Background || a.Status.Real() != b.Status.Real() && !proclaims(a, b):
	case sameMode(a, b) && (a.like(b) || apart < breath):
		e.hold(1, "told again")
		if apart < breath && a.When.Known() != b.When.Known() {
			e.add(1.5, "of no day of its own")
		}
	case a.Type == griot.Assault && b.Type == griot.Assault && apart < breath:
		e.hold(1, "told in one breath")
	}
}

// proclaims tells whether one of two claims announces what the other tells as done.
func proclaims(a, b *view) bool {
	return a.Status == griot.Announced && b.Status.Real() || b.Status == griot.Announced && a.Status.Real()
}

const (
	besides = 600 // bytes between an accusation and its denial
	breath  = 400 // bytes between two sentences that tell of one attack
)

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
