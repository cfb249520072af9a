package when

import (
	"slices"
	"strings"

	"griot"
)

// A report names an event, dates it once, and comes back to it: "The attack took
// place on Sunday … during the attack", "last week's coup … since the coup".

// telling is one place where a report dates an act.
type telling struct {
	head int // the token that tells of it
	at   int // which of Times.All
}

// remember notes by their lemmas the acts that have a date of their own.
func (t *Times) remember() {
	t.tellings = map[string][]telling{}
	for i := range t.All {
		m := &t.mounts[i]
		if !t.dates(i) || t.All[i].Type == "DURATION" || !t.All[i].Interval.Known() || m.prep == "since" || m.prep == "until" {
			continue
		}
		for _, n := range m.nouns {
			t.note(n, i)
		}
		if m.verb < 0 {
			continue
		}
		t.note(m.verb, i)
		if up := t.doc.Tokens[m.verb].Head; up >= 0 && t.doc.Tokens[m.verb].Is("advcl") && t.says(m.verb, "when", "as", "while") {
			t.note(up, i)
		}
		if k := t.doc.Child(m.verb, "nsubj"); k >= 0 && t.in(m.verb, "CARRY") {
			t.note(k, i)
		}
	}
}

func (t *Times) note(head, i int) {
	key := t.stem(head)
	if len(t.tellings[key]) < window {
		t.tellings[key] = append(t.tellings[key], telling{head, i})
	}
}

// stem is what a verb and the noun for its act have in common, where they have
// it: "attack", "kill" for "killings".
func (t *Times) stem(head int) string {
	lemma := strings.ToLower(t.doc.Tokens[head].Lemma)
	if s, ok := strings.CutSuffix(lemma, "ing"); ok && t.doc.Tokens[head].UPOS == "NOUN" && len(s) > 3 {
		return s
	}
	return lemma
}

// byName dates a noun that means an act which the report has dated before: "the
// attack", "his arrest".
func (t *Times) byName(head int) (griot.Interval, bool) {
	iv, ok := t.known(head)
	if ok {
		iv.Basis, iv.Odds, iv.Reason = griot.BasisAnaphora, 0.5, "told of before: "+iv.Reason
	}
	return iv, ok
}

// known is when the act took place that a noun means as one told of before.
func (t *Times) known(noun int) (griot.Interval, bool) {
	var iv griot.Interval
	if !t.definite(noun) {
		return iv, false
	}
	for _, a := range t.tellings[t.stem(noun)] {
		if a.head < noun && !t.later(t.All[a.at].Interval) {
			iv = t.All[a.at].Interval
		}
	}
	return iv, iv.Known()
}

// definite tells whether a noun means something that is known already.
func (t *Times) definite(head int) bool {
	d := t.doc
	if d.Tokens[head].UPOS != "NOUN" || d.Child(head, "amod", "nummod") >= 0 {
		return false // "the first attack", "the two attacks" may be others
	}
	k := d.Child(head, "det", "nmod:poss")
	return k >= 0 && (d.Tokens[k].Is("nmod") || slices.Contains([]string{"the", "this", "that", "these", "those"}, strings.ToLower(d.Tokens[k].Form)))
}

// byEcho dates what somebody says of an act that the report has dated before, in
// the same verb and of somebody known: "sixty people were killed on Monday … the
// rebels said the civilians had been killed by artillery".
func (t *Times) byEcho(head int) (griot.Interval, bool) {
	d := t.doc
	who := d.Child(head, "nsubj")
	if d.Tokens[head].UPOS != "VERB" || who < 0 || !t.past(head) || !t.pluperfect(head) && !t.content(head) {
		return griot.Interval{}, false
	}
	if d.Tokens[who].UPOS != "PRON" && !t.definite(who) {
		return griot.Interval{}, false
	}
	var iv griot.Interval
	for _, a := range t.tellings[t.stem(head)] {
		if at := t.All[a.at].Interval; a.head < head && d.Tokens[a.head].Sentence < d.Tokens[head].Sentence && !t.later(at) && at.To-at.From <= week {
			iv = at
		}
	}
	iv.Basis, iv.Odds, iv.Reason = griot.BasisAnaphora, 0.4, "told of before: "+iv.Reason
	return iv, iv.Known()
}
