package fact

import (
	"strings"

	"griot"
	"griot/text"
)

// marked adds to a stance what the words on the act itself say: modals,
// negation, adverbs, adjectives, determiners, tense and aspect, an if-clause.
func (w walk) marked(i int, s stance) stance {
	s = w.lasting(i, w.aspect(i, s))
	s = w.modal(i, s)
	if w.toCome(i) && s.status.Real() {
		s = stance{1.9, griot.Announced, "to", "fact:to come"}
	}
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		word := strings.ToLower(t.Form)
		switch {
		case t.Is("advmod") || t.Is("cc:preconj"):
			if m, ok := w.marks[place{"adverb", word}]; ok {
				s = w.adverb(k, m, s)
			}
		case t.Is("amod") || t.Is("compound") && t.XPOS == "VBG":
			if m, ok := w.marks[place{"adjective", word}]; ok {
				s = w.hedge(k, m, s)
			}
		case t.Is("det"):
			if m, ok := w.marks[place{"determiner", word}]; ok {
				s = w.hedge(k, m, s)
			}
		case t.Is("nsubj") && w.nobody(k):
			s = w.adverb(k, mark{-1, negation}, s)
		}
	}
	return w.condition(i, s)
}

// aspect tells what goes on from what is over.
func (w walk) aspect(i int, s stance) stance {
	t := w.doc.Tokens[i]
	if s.status != griot.Happened || t.XPOS != "VBG" || s.value < 1.8 {
		return s
	}
	present, been := false, false
	for k := range w.doc.Children(i) {
		a := w.doc.Tokens[k]
		if !a.Is("aux") {
			continue
		}
		present = present || a.XPOS == "VBZ" || a.XPOS == "VBP"
		been = been || a.XPOS == "VBD" && t.Head >= 0 && t.Is("ccomp")
		if present || been {
			s.status, s.cue, s.rule = griot.Ongoing, a.Form, "fact:progressive"
		}
	}
	return s
}

// lasting tells a state that began with an act and has lasted since: "has been
// held since Wednesday", "have been detained for two weeks".
func (w walk) lasting(i int, s stance) stance {
	m, ok := w.marks[place{"lasting", w.lemma(i)}]
	if !ok || s.status != griot.Happened || !w.perfect(i) || w.doc.Child(i, "aux:pass") < 0 {
		return s
	}
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if k > i && (t.Is("obl") || t.Is("advmod") || t.Is("advcl")) && (w.opener(k, "since") || w.opener(k, "without") || w.opener(k, "for") && w.doc.Child(k, "nummod") >= 0) {
			return stance{m.value, m.status, w.doc.Tokens[i].Form, "marks:" + w.lemma(i)}
		}
	}
	return s
}

// modal adds what a modal auxiliary says.
func (w walk) modal(i int, s stance) stance {
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if !t.Is("aux") {
			continue
		}
		word := strings.ToLower(t.Form)
		m, ok := w.marks[place{"modal", word}]
		if !ok || s.value < 0 {
			continue
		}
		if m.status == griot.Conditional && w.backshifted(i) {
			m = mark{2, griot.Announced}
		}
		if m.status == griot.Demanded && w.perfect(i) {
			m = mark{1.8, griot.Possible}
		}
		if s.value > m.value || s.status.Real() {
			s = stance{min(s.value, m.value), m.status, t.Form, "marks:" + word}
		}
		return s
	}
	return s
}

// backshifted tells whether "would" is the "will" of somebody who is reported in
// the past: "he said it would attack".
func (w walk) backshifted(i int) bool {
	t := w.doc.Tokens[i]
	for steps := 0; t.Is("conj") && t.Head >= 0 && steps < 4; steps++ {
		t = w.doc.Tokens[t.Head]
	}
	by := t.Head
	if !t.Is("ccomp") && !t.Is("xcomp") || by < 0 {
		by = w.reporterBefore(i)
	}
	if by < 0 {
		return false
	}
	e, ok := w.frames[frame{w.lemma(by), "clause"}]
	return ok && (e.class == "report" || e.class == "promises" || e.class == "plans" || e.class == "factive")
}

// reporterBefore is the verb right before the subject of the clause headed by i,
// which reports the clause even where the tree has it otherwise.
func (w walk) reporterBefore(i int) int {
	s := w.doc.Child(i, "nsubj")
	if s < 0 {
		return -1
	}
	k := w.doc.Subtree(s).First - 1
	that := k >= 0 && strings.EqualFold(w.doc.Tokens[k].Form, "that")
	if that {
		k--
	}
	for back := 0; k >= 0 && back < 6 && w.doc.Tokens[k].Sentence == w.doc.Tokens[i].Sentence; k, back = k-1, back+1 {
		if w.doc.Tokens[k].UPOS == "VERB" {
			return k
		}
		if !that {
			break // only "that" may stand further off: "said on Monday that"
		}
	}
	return -1
}

func (w walk) perfect(i int) bool {
	for k := range w.doc.Children(i) {
		if w.doc.Tokens[k].Is("aux") && w.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// toCome tells "they are to meet": a form of "be" before the "to" of a verb that
// depends on no other.
func (w walk) toCome(i int) bool {
	t := w.doc.Tokens[i]
	if t.Is("xcomp") || t.Is("acl") || t.Is("advcl") || t.Lemma == "blame" { // who "is to blame" has done it
		return false
	}
	be := false
	for k := range w.doc.Children(i) {
		switch c := w.doc.Tokens[k]; {
		case c.UPOS == "AUX" && w.lemma(k) == "be" && c.XPOS != "VB" && c.XPOS != "VBN":
			be = true
		case c.Is("mark") && (strings.EqualFold(c.Form, "to") || strings.EqualFold(c.Form, "due")): // "is due to meet"
			return be
		}
	}
	return false
}

// adverb adds an adverb; negation turns the act into its opposite, all the more
// firmly the surer it was.
func (w walk) adverb(k int, m mark, s stance) stance {
	word := w.doc.Tokens[k].Form
	if m.status == griot.Denied && (w.doc.Tokens[w.doc.Tokens[k].Head].UPOS != "VERB" || w.doc.Tokens[k].Head != k+1) {
		return s
	}
	if m.status != negation {
		return w.hedge(k, m, s)
	}
	set := stance{status: griot.Denied, cue: word, rule: "marks:" + strings.ToLower(word)}
	switch {
	case s.value < 0:
		return s
	case s.status == griot.Possible && (s.cue == "may" || s.cue == "might"):
		s.value = -0.3
		return s
	case s.status == griot.Announced || s.status == griot.Conditional || s.cue == "can" || s.cue == "could" || s.cue == "ca":
		set.value = -2
	case s.status.Real():
		set.value = -2.2
	default:
		set.value = -1
	}
	return set
}

// hedge lets a word make the act less certain, or say that it goes on.
func (w walk) hedge(k int, m mark, s stance) stance {
	word := w.doc.Tokens[k].Form
	switch {
	case m.status == griot.Ongoing:
		if s.status.Real() {
			s.status, s.cue, s.rule = m.status, word, "marks:"+strings.ToLower(word)
		}
	case m.status == griot.Happened:
		s.value = min(s.value, m.value)
	case m.value < s.value && (s.status.Real() || m.status == griot.Denied || s.status == griot.Announced && m.status == griot.Possible):
		return stance{m.value, m.status, word, "marks:" + strings.ToLower(word)}
	}
	return s
}

// nobody tells whether the phrase headed by k is empty: "no one", "none".
func (w walk) nobody(k int) bool {
	switch w.lemma(k) {
	case "nobody", "none", "nothing", "neither":
		return true
	case "one":
		return k > 0 && strings.EqualFold(w.doc.Tokens[k-1].Form, "no")
	}
	if n := w.doc.Child(k, "advmod"); n >= 0 && n < k && w.doc.Tokens[n].Lemma == "not" { // "not a single officer"
		return strings.EqualFold(w.doc.Tokens[n+1].Form, "a") || strings.EqualFold(w.doc.Tokens[n+1].Form, "one")
	}
	d := w.doc.Child(k, "det")
	if d < 0 {
		return false
	}
	m, ok := w.marks[place{"determiner", strings.ToLower(w.doc.Tokens[d].Form)}]
	return ok && m.status == griot.Denied
}

// condition makes what is not yet done hang on an if-clause.
func (w walk) condition(i int, s stance) stance {
	if s.status != griot.Announced && s.status != griot.Conditional && s.cue != "could" && s.cue != "can" {
		return s
	}
	for k := range w.doc.Children(i) {
		if s.value > 0 && w.hangs(k) {
			return stance{min(s.value, 1.2), griot.Conditional, "if", "marks:if"}
		}
	}
	return s
}

// hangs tells whether k is a clause that makes what it hangs on conditional.
func (w walk) hangs(k int) bool {
	if !w.doc.Tokens[k].Is("advcl") {
		return false
	}
	for _, word := range []string{"if", "unless", "once", "provided"} {
		if w.opener(k, word) {
			return true
		}
	}
	return false
}

// Hinges tells whether what the predicate head threatens, promises or announces
// hangs on a condition: an if-clause on it or on its complement, or a complement
// about "any" act ("would answer any attack").
func (j *Judge) Hinges(doc *text.Doc, head int) bool {
	w := walk{j, doc}
	for k := range doc.Children(head) {
		t := doc.Tokens[k]
		if w.hangs(k) {
			return true
		}
		if !t.Is("xcomp") && !t.Is("ccomp") && !(t.Is("advcl") && w.infinitive(k)) {
			continue
		}
		for m := range doc.Children(k) {
			if w.hangs(m) || k < m && w.any(m) || doc.Tokens[m].Is("nsubj") && w.any(m) {
				return true
			}
		}
	}
	return false
}

// any tells whether the phrase headed by token i is about whatever may come.
func (w walk) any(i int) bool {
	d := w.doc.Child(i, "det")
	return d >= 0 && strings.EqualFold(w.doc.Tokens[d].Form, "any")
}
