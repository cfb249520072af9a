package when

import "griot"

// index sorts the expressions that can date an act by what they hang on.
func (t *Times) index() {
	t.at = map[int][]int{}
	for i := range t.All {
		m := &t.mounts[i]
		if !t.dates(i) {
			continue
		}
		for _, n := range m.nouns {
			t.at[n] = append(t.at[n], i)
		}
		if m.verb >= 0 {
			t.at[m.verb] = append(t.at[m.verb], i)
		}
	}
}

// dates tells whether expression i says on which days something happened: not
// how long or how often, and not in the furniture of a page.
func (t *Times) dates(i int) bool {
	x := &t.All[i]
	if x.Type != "DATE" && x.Type != "TIME" && !x.Interval.Known() {
		return false
	}
	if x.Rule == "now" || x.Rule == "past" || x.Rule == "future" || !x.Interval.Known() && x.Value == "PAST_REF" {
		return false
	}
	m := &t.mounts[i]
	return m.head < 0 || !t.doc.Kind(m.head).Furniture()
}

// Of is when the act happened, or will happen, whose trigger is headed by token
// head. It looks for an expression that the trigger governs, then in the same
// clause and the same sentence, at the day the paragraph has come to, at the day
// it was reported, and at last at the day of publication; Basis, Reason and Odds
// say which it was. A date of the verb of reporting ("… said on Tuesday") is
// never the date of what is reported, only a bound to it, and a date kept by a
// noun ("last week's coup") dates that noun alone. Durations are not days. What
// is background, hypothetical or to come without a date stays unknown, and so
// does every relative date in a report that has none.
func (t *Times) Of(head int) griot.Interval {
	if head < 0 || head >= len(t.doc.Tokens) {
		return griot.Interval{Basis: griot.BasisNone}
	}
	if !t.trees {
		return t.bare(head)
	}
	if c := t.own(head); c.at >= 0 {
		return t.interval(head, c)
	}
	if iv, ok := first(head, t.byDistance, t.byOutcome, t.explained); ok {
		return iv
	}
	for _, look := range []func(int) clue{t.clause, t.sentence} {
		if c := look(head); c.at >= 0 {
			return t.interval(head, c)
		}
	}
	if iv, ok := first(head, t.byClause, t.byChoice); ok {
		return iv
	}
	if t.ahead(head) {
		return none("it is to come or only thought of, and no day is said")
	}
	if iv, ok := t.bySpell(head); ok {
		return iv
	}
	if t.lasting(head) {
		return none("the text says how long or how often, not when")
	}
	if iv, ok := first(head, t.byName, t.byEcho, t.byPassage, t.byReport); ok {
		return iv
	}
	return t.byPublication(head)
}

// first is what the first of some looks finds that finds anything.
func first(head int, looks ...func(int) (griot.Interval, bool)) (griot.Interval, bool) {
	for _, look := range looks {
		if iv, ok := look(head); ok {
			return iv, true
		}
	}
	return griot.Interval{}, false
}

// lasting tells whether a trigger has a duration or only a vague time: "held the
// town for two years", "has seen coups in recent years".
func (t *Times) lasting(head int) bool {
	if t.often(head) {
		return true
	}
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		if m.verb != head || t.All[i].Interval.Known() || t.in(head, "TERM") && (m.prep == "for" || m.prep == "") {
			continue
		}
		if mark := t.mark(i); mark == "after" || mark == "before" {
			continue // how far from another act, not how long
		}
		switch m.prep {
		case "for", "", "in", "over", "during":
			if t.All[i].Type == "DURATION" || t.All[i].Value == "PAST_REF" && t.All[i].Rule != "past" {
				return true
			}
		}
	}
	return false
}

// often tells whether a trigger tells of what happens again and again: "rallies
// are always dispersed".
func (t *Times) often(head int) bool {
	for k := range t.doc.Children(head) {
		if t.doc.Tokens[k].Is("advmod") && t.in(k, "OFTEN") {
			return true
		}
	}
	return false
}

func none(reason string) griot.Interval {
	return griot.Interval{Basis: griot.BasisNone, Reason: reason}
}

// window is how many expressions around a trigger are asked at most, so that
// time stays linear however long a sentence is.
const window = 24

// around lists the expressions next to a token, in the order of the text.
func (t *Times) around(head int) []int {
	at := t.doc.Tokens[head].Start
	lo, hi := 0, len(t.All)
	for lo < hi {
		if m := (lo + hi) / 2; t.All[m].Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	var out []int
	for i := max(0, lo-window/2); i < min(len(t.All), lo+window/2); i++ {
		out = append(out, i)
	}
	return out
}

// bare dates an act in a Doc without trees: by the nearest expression of its
// sentence.
func (t *Times) bare(head int) griot.Interval {
	best := -1
	for _, i := range t.around(head) {
		if t.mounts[i].sentence == t.doc.Tokens[head].Sentence && t.dates(i) && (best < 0 || t.far(i, head) < t.far(best, head)) {
			best = i
		}
	}
	if best < 0 {
		return none("no expression of time in its sentence")
	}
	return t.interval(head, clue{best, 0.5, "the nearest in its sentence"})
}
