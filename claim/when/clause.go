package when

import (
	"slices"
	"strings"

	"griot"
)

// clue is an expression that dates a trigger: which of Times.All, how surely,
// and how it belongs to the trigger, in words.
type clue struct {
	at   int // -1: none
	odds float64
	how  string
}

var noClue = clue{at: -1}

// pick is the best of some expressions as a clue to when a trigger happened.
func (t *Times) pick(among []int, head int, odds float64, how string) clue {
	return clue{t.best(among, head), odds, how}
}

// own is the expression that hangs on the trigger.
func (t *Times) own(head int) clue {
	return t.pick(t.at[head], head, 0.95, "said of it")
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

// clause is the expression of the clause the trigger stands in: of the verb a
// noun belongs to, of a verb it is joined to, or of what depends on it.
func (t *Times) clause(head int) clue {
	d := t.doc
	if t.earlier(head) { // what had happened keeps its own time
		if c := t.pick(t.verbDates(t.auxiliated(head)), head, 0.75, "said of the verb it is joined to"); c.at >= 0 {
			return c
		}
		return t.below(head)
	}
	loose := d.Tokens[head].Is("acl") && d.Tokens[head].XPOS == "VBG" // "crowds filling the streets"
	node := head
	for range steps {
		up := d.Tokens[node].Head
		if up < 0 || closed(d.Tokens[node].Rel) && !(loose && node == head) {
			break
		}
		c, more := t.over(head, node, loose)
		if c.at >= 0 {
			return c
		}
		if !more {
			break
		}
		node = up
	}
	return t.below(head)
}

// closed tells whether a relation ends the clause that a date is looked for in:
// what is reported, said in passing, or only says which thing is meant.
func closed(rel string) bool {
	base, _, _ := strings.Cut(rel, ":")
	return base == "ccomp" || base == "parataxis" || base == "acl" || base == "amod" || rel == "nmod:poss"
}

// over looks at what stands over node, which is the trigger or stands over it.
// more tells that the search may go on further up.
func (t *Times) over(head, node int, loose bool) (c clue, more bool) {
	d := t.doc
	rel, up := d.Tokens[node], d.Tokens[node].Head
	dates := t.verbDates(up)
	report := t.in(up, "REPORT")
	switch {
	case rel.Is("obj") && t.in(up, "CARRY") && !(report && t.mere(node)): // "announced his resignation"
		return t.pick(dates, head, 0.85, "said of the verb that carries it"), true
	case rel.Is("conj"), rel.Is("xcomp") && t.in(up, "PHASE"):
		if rel.Is("conj") && t.helper(node, "is", "are", "was", "were", "will", "would") != "" {
			dates = slices.DeleteFunc(dates, func(i int) bool { return t.mounts[i].prep == "since" }) // "has fled since May and is in hiding"
		}
		return t.pick(dates, head, 0.75, "said of the verb it is joined to"), true
	case rel.Is("advcl") && t.alongside(node) && !report:
		return t.pick(dates, head, 0.65, "said of the verb it goes with"), false
	case rel.Is("advcl"), rel.Is("xcomp"):
		return noClue, false
	case loose && node == head && len(t.keptBy(up)) > 0: // "yesterday's vote, lifting his immunity"
		return t.pick(t.keptBy(up), head, 0.7, "said of what it tells of"), false
	case !verbal(d, up):
		return noClue, true
	case report:
		return noClue, false
	case loose:
		return t.pick(dates, head, 0.45, "said of the verb it stands under"), false
	case t.in(up, "CARRY"):
		return t.pick(dates, head, 0.85, "said of the verb that carries it"), true
	}
	return t.pick(dates, head, 0.55, "said of the verb it depends on"), false
}

// alongside tells whether an adverbial clause tells of the same time as the verb
// over it: "struck, killing 920", "as it moved".
func (t *Times) alongside(verb int) bool {
	return t.doc.Child(verb, "mark", "advmod") < 0 && t.doc.Tokens[verb].XPOS == "VBG" || t.says(verb, "when", "as", "while")
}

// below looks among what depends on the trigger: a verb joined to it, a subject
// or setting that keeps a date of its own ("Tuesday's attack killed nine"), a
// clause that says when.
func (t *Times) below(head int) clue {
	for k := range t.doc.Children(head) {
		tok := t.doc.Tokens[k]
		c := noClue
		switch {
		case tok.Is("conj") && t.earlier(head) && (tok.XPOS == "VBD" || t.doc.Child(k, "cc") < 0): // "had fled and was caught on Friday"
		case tok.Is("conj") && verbal(t.doc, k) && (t.doc.Child(k, "nsubj") < 0 || t.gapped(k, head)), tok.Is("xcomp") && t.in(head, "PHASE"):
			c = t.pick(t.verbDates(k), head, 0.65, "said of the verb joined to it")
		case tok.Is("xcomp") && t.in(head, "PLAN"):
			c = t.pick(t.bidden(k, head), head, 0.5, "said of what it asks for")
		case tok.Rel == "acl:relcl" && t.in(k, "CARRY") && t.doc.Tokens[head].UPOS == "NOUN":
			c = t.pick(t.verbDates(k), head, 0.7, "said of the verb that carries it")
		case tok.UPOS == "NOUN" && (tok.Rel == "nsubj" || tok.Is("obl") && t.setting(k)) && !t.in(head, "REPORT") && !t.in(head, "AVOW"):
			c = t.pick(slices.Concat(t.keptBy(k), t.meanwhile(k, head), t.arisen(k, head)), head, 0.5, "said of what it tells of")
		case tok.Is("advcl") && t.says(k, "when", "as", "while"):
			c = t.pick(t.verbDates(k), head, 0.7, "said of the clause that tells when")
		}
		if c.at >= 0 {
			return c
		}
	}
	return noClue
}

// mere tells whether a noun only means again what is known: "announced the raid".
func (t *Times) mere(noun int) bool {
	det := t.doc.Child(noun, "det")
	return det >= 0 && t.doc.Tokens[det].Lemma == "the" && t.doc.Child(noun, "nmod") < 0
}

// gapped tells whether a verb joined to one in the passive leaves out its
// auxiliary: "four were killed and two others injured on Monday".
func (t *Times) gapped(verb, head int) bool {
	d := t.doc
	return d.Child(head, "aux:pass") >= 0 && d.Child(verb, "aux") < 0 && d.Child(verb, "obj") < 0 && (d.Tokens[verb].XPOS == "VBN" || d.Tokens[verb].XPOS == "VBD")
}

// bidden are the expressions of what a past verb asks or orders, where they lie
// in the past: "asked her to submit it on March 14, 2019". It was asked by then.
func (t *Times) bidden(verb, head int) []int {
	if !t.doc.Tokens[verb].Is("xcomp") || !t.in(head, "PLAN") || !t.past(head) {
		return nil
	}
	return slices.DeleteFunc(t.verbDates(verb), func(i int) bool { return t.All[i].Interval.To >= t.doc.Report.Published })
}

// explained dates a clause with "when" by the expression that it follows and tells
// of: "in 2016, when he asked voters".
func (t *Times) explained(head int) (iv griot.Interval, ok bool) {
	d := t.doc
	for range steps {
		if tok := d.Tokens[head]; tok.Head < 0 || !tok.Is("conj") {
			break
		}
		head = d.Tokens[head].Head
	}
	when := d.Child(head, "advmod", "mark")
	if when < 1 || d.Tokens[when].Lemma != "when" || when > head {
		return iv, false
	}
	before := when - 1
	if d.Tokens[before].Form == "," && before > 0 {
		before--
	}
	for _, i := range t.around(when) {
		if t.dates(i) && t.All[i].End == d.Tokens[before].End {
			iv = t.All[i].Interval
			iv.Odds, iv.Reason = 0.7, "it tells what was then: "+iv.Reason
			return iv, iv.Known()
		}
	}
	return iv, false
}

// meanwhile are the expressions of what the subject of a verb in the past was
// doing: "leaders meeting on Sunday imposed sanctions".
func (t *Times) meanwhile(noun, head int) []int {
	k := t.doc.Child(noun, "acl")
	if k < 0 || k > head || t.doc.Tokens[k].XPOS != "VBG" || !t.doc.Tokens[noun].Is("nsubj") || !t.past(head) {
		return nil
	}
	return t.verbDates(k)
}

// arisen are the expressions of a relative clause that says when what goes on
// came about: "the truce, which came into force on Friday, has held".
func (t *Times) arisen(noun, head int) []int {
	if k := t.doc.Child(noun, "acl:relcl"); k >= 0 && t.in(k, "CARRY") && t.in(head, "CARRY") {
		return t.verbDates(k)
	}
	return nil
}

// keptBy are the expressions that a noun keeps to itself.
func (t *Times) keptBy(noun int) []int {
	var out []int
	for _, i := range t.at[noun] {
		if t.mounts[i].kept {
			out = append(out, i)
		}
	}
	return out
}

// setting tells whether a noun is that in which something happened: "in
// Tuesday's attack", not "after last week's coup".
func (t *Times) setting(noun int) bool {
	c := t.doc.Child(noun, "case")
	return c >= 0 && slices.Contains([]string{"in", "during", "at"}, strings.ToLower(t.doc.Tokens[c].Form))
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

// sentence is an expression of the sentence that no other act lays claim to: it
// hangs on a verb above the trigger, or on none.
func (t *Times) sentence(head int) clue {
	var free []int
	if t.earlier(head) {
		return noClue
	}
	above := t.above(head)
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		if m.sentence == t.doc.Tokens[head].Sentence && t.dates(i) && t.All[i].Type != "DURATION" && !m.kept && m.prep != "since" &&
			(m.verb < 0 || !t.in(m.verb, "REPORT") && slices.Contains(above, m.verb)) {
			free = append(free, i)
		}
	}
	return t.pick(free, head, 0.45, "said in the same sentence")
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
