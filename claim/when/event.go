package when

import (
	"slices"

	"griot"
)

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
	for _, look := range []func(int) (int, float64, string){t.own, t.clause, t.sentence} {
		if i, odds, how := look(head); i >= 0 {
			return t.interval(i, head, odds, how)
		}
	}
	switch {
	case t.ahead(head):
		return none("it is to come or only thought of, and no day is said")
	case t.lasting(head):
		return none("the text says how long or how often, not when")
	}
	for _, look := range []func(int) (griot.Interval, bool){t.byPassage, t.byReport} {
		if iv, ok := look(head); ok {
			return iv
		}
	}
	return t.byPublication(head)
}

// lasting tells whether a trigger has a duration or only a vague time: "held the
// town for two years", "has seen coups in recent years".
func (t *Times) lasting(head int) bool {
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		if m.verb != head || t.All[i].Interval.Known() {
			continue
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

func none(reason string) griot.Interval {
	return griot.Interval{Basis: griot.BasisNone, Reason: reason}
}

// own is the expression that hangs on the trigger.
func (t *Times) own(head int) (int, float64, string) {
	return t.best(t.at[head], head), 0.95, "said of it"
}

// best is the most exact of some expressions, the nearest of equals, or -1.
func (t *Times) best(among []int, head int) int {
	best := -1
	for _, i := range among {
		if best < 0 || t.exact(i) < t.exact(best) || t.exact(i) == t.exact(best) && t.far(i, head) < t.far(best, head) {
			best = i
		}
	}
	return best
}

// exact is how many days an expression leaves open; unknown counts last.
func (t *Times) exact(i int) int {
	iv := t.All[i].Interval
	if !iv.From.Known() || !iv.To.Known() {
		return 1 << 30
	}
	return int(iv.To - iv.From)
}

func (t *Times) far(i, head int) int {
	d := t.mounts[i].head - head
	if d < 0 {
		return -d
	}
	return d
}

// clause is the expression of the clause the trigger stands in: of the verb a
// noun belongs to, of a verb it is joined to, or of what it is part of.
func (t *Times) clause(head int) (int, float64, string) {
	d := t.doc
	up, rel := d.Tokens[head].Head, d.Tokens[head]
	loose := rel.Is("acl") && rel.XPOS == "VBG" // "crowds filling the streets"
	for range steps {
		if up < 0 {
			break
		}
		dates := t.verbDates(up)
		switch {
		case loose && !verbal(d, up):
		case loose && t.in(up, "REPORT"):
			return t.below(head)
		case loose:
			if i := t.best(dates, head); i >= 0 {
				return i, 0.45, "said of the verb it stands under"
			}
			return t.below(head)
		case rel.Is("ccomp") || rel.Is("parataxis") || rel.Is("acl") || rel.Is("amod") || rel.Is("nmod:poss"):
			return t.below(head)
		case rel.Is("conj"), rel.Is("xcomp") && t.in(up, "PHASE"):
			if i := t.best(dates, head); i >= 0 {
				return i, 0.75, "said of the verb it is joined to"
			}
		case rel.Is("xcomp"):
			return t.below(head)
		case rel.Is("advcl") && !t.in(up, "REPORT"):
			if i := t.best(dates, head); i >= 0 && t.alongside(head) {
				return i, 0.65, "said of the verb it goes with"
			}
			return t.below(head)
		case verbal(d, up) && t.in(up, "CARRY"):
			if i := t.best(dates, head); i >= 0 {
				return i, 0.85, "said of the verb that carries it"
			}
		case verbal(d, up) && !t.in(up, "REPORT"):
			if i := t.best(dates, head); i >= 0 {
				return i, 0.55, "said of the verb it depends on"
			}
			return t.below(head)
		}
		rel, up = d.Tokens[up], d.Tokens[up].Head
	}
	return t.below(head)
}

// alongside tells whether an adverbial clause tells of the same time as the verb
// over it: "struck, killing 920", "as it moved".
func (t *Times) alongside(verb int) bool {
	return t.doc.Child(verb, "mark", "advmod") < 0 && t.doc.Tokens[verb].XPOS == "VBG" || t.says(verb, "when", "as", "while")
}

// verbDates are the expressions that a verb governs directly.
func (t *Times) verbDates(verb int) []int {
	var out []int
	for _, i := range t.at[verb] {
		if t.mounts[i].verb == verb && t.All[i].Type != "DURATION" {
			out = append(out, i)
		}
	}
	return out
}

// below looks among what depends on the trigger: a verb joined to it, its
// object or its subject that carries a date, a clause that says when.
func (t *Times) below(head int) (int, float64, string) {
	for k := range t.doc.Children(head) {
		tok := t.doc.Tokens[k]
		switch {
		case tok.Is("conj") && verbal(t.doc, k) && t.doc.Child(k, "nsubj") < 0, tok.Is("xcomp") && t.in(head, "PHASE"):
			if i := t.best(t.verbDates(k), head); i >= 0 {
				return i, 0.65, "said of the verb joined to it"
			}
		case tok.Is("obj"), tok.Is("nsubj"), tok.Is("obl"):
			if i := t.best(t.at[k], head); i >= 0 && !t.in(head, "REPORT") && tok.UPOS == "NOUN" && t.mounts[i].kept && !tok.Is("obj") {
				return i, 0.5, "said of what it tells of"
			}
		case tok.Is("advcl") && t.says(k, "when", "as", "while"):
			if i := t.best(t.verbDates(k), head); i >= 0 {
				return i, 0.7, "said of the clause that tells when"
			}
		}
	}
	return -1, 0, ""
}

// says tells whether a clause is opened by one of words.
func (t *Times) says(verb int, words ...string) bool {
	for k := range t.doc.Children(verb) {
		for _, w := range words {
			if k < verb && t.doc.Tokens[k].Lemma == w && !t.doc.Tokens[k].Is("cc") && t.doc.Child(k, "fixed") < 0 {
				return true
			}
		}
	}
	return false
}

// window is how many expressions around a trigger are asked at most, so that
// time stays linear however long a sentence is.
const window = 24

// sentence is an expression of the sentence that no other act lays claim to: it
// hangs on a verb above the trigger, or on none.
func (t *Times) sentence(head int) (int, float64, string) {
	found := -1
	above := t.above(head)
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		if m.sentence != t.doc.Tokens[head].Sentence || !t.dates(i) || t.All[i].Type == "DURATION" || m.kept ||
			m.verb >= 0 && (t.in(m.verb, "REPORT") || !slices.Contains(above, m.verb)) {
			continue
		}
		if found < 0 || t.exact(i) < t.exact(found) {
			found = i
		}
	}
	return found, 0.45, "said in the same sentence"
}

// above lists the predicates over a trigger up to where a report, a relative
// clause or an aside begins.
func (t *Times) above(head int) []int {
	var out []int
	for i := head; len(out) < steps; i = t.doc.Tokens[i].Head {
		tok := t.doc.Tokens[i]
		if tok.Head < 0 || tok.Is("ccomp") || tok.Is("acl") || tok.Is("amod") || tok.Is("parataxis") {
			break
		}
		out = append(out, tok.Head)
	}
	return out
}

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
	return t.interval(best, head, 0.5, "the nearest in its sentence")
}
