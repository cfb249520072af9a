package fact

import (
	"strings"

	"griot"
)

// step is the stance in which token i stands, before its own words: what its
// head makes of it. outer is the stance of the head before the head's own words,
// own the one after them.
func (w walk) step(i int, outer, own stance) stance {
	t := w.doc.Tokens[i]
	head := t.Head
	switch {
	case w.opener(i, "whether"):
		return stance{1.2, griot.Possible, "whether", "marks:whether"}
	case t.Is("conj"):
		if w.shares(i, head) {
			return own
		}
		return outer
	case t.Rel == "acl:relcl":
		if e, ok := w.frames[frame{w.lemma(head), "clause"}]; ok && w.opener(i, "that") && w.doc.Child(i, "mark") >= 0 {
			return w.apply(e, head, own)
		}
		return asserted
	case t.Is("advcl"):
		return w.adverbial(i, outer, own)
	case t.Is("acl"):
		if w.infinitive(i) {
			unknown := stance{2, griot.Possible, "to", "fact:infinitive"}
			if w.singled(head) {
				unknown = own
			}
			return w.complement(i, own, unknown)
		}
		if e, ok := w.prepositional(i, head); ok {
			return w.apply(e, head, own)
		}
		if w.opener(i, "that") { // "the fear that rebels attacked"
			return w.complement(i, own, asserted)
		}
		return asserted
	case t.Is("xcomp"):
		if w.decreed(i, head) {
			return stance{asserted.value, asserted.status, w.doc.Tokens[head].Form, Decreed}
		}
		if w.performed(i, head) {
			return asserted
		}
		other := own
		if w.infinitive(i) {
			other = weaken(own, stance{2, griot.Possible, w.doc.Tokens[head].Form, "fact:infinitive"})
		}
		return w.complement(i, own, other)
	case t.Is("ccomp") || t.Is("csubj"):
		if w.opener(i, "if") {
			return stance{1.2, griot.Possible, "whether", "marks:whether"}
		}
		return w.complement(i, own, passed(own))
	case t.Is("parataxis"), t.Is("discourse"), t.Is("appos"):
		return outer
	}
	return w.argument(i, own)
}

// means are nouns after which an infinitive tells a purpose: "the only way to
// end the war".
var means = map[string]bool{"way": true, "chance": true, "opportunity": true, "time": true, "option": true, "step": true, "hope": true,
	"reason": true, "thing": true, "choice": true, "means": true, "place": true, "day": true, "moment": true, "right": true, "power": true}

// singled tells whether the noun is picked out by what it did: "the first to
// enter", "one of the few banks to fail".
func (w walk) singled(i int) bool {
	if means[w.lemma(i)] {
		return false
	}
	for k := range w.doc.Children(i) {
		switch strings.ToLower(w.doc.Tokens[k].Form) {
		case "first", "last", "only", "latest", "few":
			return w.doc.Tokens[k].Is("amod")
		}
	}
	switch w.lemma(i) {
	case "first", "last", "latest":
		return true
	}
	return false
}

// performed tells an act that is done by saying that one would like to do it:
// "we would like to thank the rescuers".
func (w walk) performed(i, head int) bool {
	if _, ok := w.frames[frame{w.lemma(i), "self"}]; !ok || w.lemma(head) != "like" {
		return false
	}
	aux := w.doc.Child(head, "aux")
	return aux >= 0 && w.lemma(aux) == "would"
}

// Decreed is the rule of acts that are done by saying that they are decided,
// whatever else makes of a decision a plan.
const Decreed = "fact:decreed"

// decreed tells an act that is done by saying that it has been decided: "we have
// decided to dissolve parliament".
func (w walk) decreed(i, head int) bool {
	if _, ok := w.frames[frame{w.lemma(i), "decree"}]; !ok || w.lemma(head) != "decide" || !w.perfect(head) {
		return false
	}
	s := w.doc.Child(head, "nsubj")
	return s >= 0 && (strings.EqualFold(w.doc.Tokens[s].Form, "we") || strings.EqualFold(w.doc.Tokens[s].Form, "I"))
}

// passed is what an unknown predicate makes of its clause: it reports it.
func passed(own stance) stance {
	if own.value <= 0 {
		return stance{1, griot.Possible, own.cue, own.rule}
	}
	return stance{2.6, griot.Happened, "", ""}
}

// shares tells whether a coordinated predicate also has its head's auxiliaries:
// "may attack and kill".
func (w walk) shares(i, head int) bool {
	a, b := w.doc.Tokens[i], w.doc.Tokens[head]
	return a.XPOS == b.XPOS && w.doc.Child(i, "nsubj", "aux", "cop") < 0
}

func (w walk) infinitive(i int) bool {
	for k := range w.doc.Children(i) {
		if w.doc.Tokens[k].Is("mark") && strings.EqualFold(w.doc.Tokens[k].Form, "to") {
			return true
		}
	}
	return false
}

// opener tells whether the clause headed by i begins with the word.
func (w walk) opener(i int, word string) bool {
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if k < i && (t.Is("mark") || t.Is("case") || t.Is("advmod")) && strings.EqualFold(t.Form, word) {
			return true
		}
	}
	return false
}

// complement applies what the head does to a clause; fallback is for heads that
// no row knows.
func (w walk) complement(i int, own, fallback stance) stance {
	head := w.doc.Tokens[i].Head
	if w.doc.Child(head, "obj", "iobj") >= 0 && w.doc.Child(head, "obj", "iobj") < i || w.doc.Tokens[i].Is("ccomp") {
		if e, ok := w.frames[frame{w.lemma(head), "other"}]; ok && (w.infinitive(i) || !w.tensed(i)) {
			return w.apply(e, head, own)
		}
	}
	if w.passive(head) && w.infinitive(i) {
		if e, ok := w.frames[frame{w.lemma(head), "other"}]; ok {
			return w.apply(e, head, own)
		}
	}
	e, ok := w.frames[frame{w.lemma(head), "clause"}]
	switch {
	case !ok:
		return fallback
	case e.class == "report" && w.infinitive(i):
		return fallback
	case w.announcing(head) && !w.past(i):
		return stance{2.9, griot.Announced, w.doc.Tokens[head].Form, "attitudes:" + w.lemma(head)}
	}
	return w.apply(e, head, own)
}

// announcing tells whether the predicate makes known what its speaker will do.
func (w walk) announcing(i int) bool {
	e, ok := w.frames[frame{w.lemma(i), "object"}]
	return ok && e.class == "announces"
}

// apply composes the effect of the predicate head, which itself stands as own.
func (w walk) apply(e effect, head int, own stance) stance {
	set := stance{e.value, e.status, w.doc.Tokens[head].Form, "attitudes:" + w.lemma(head)}
	switch {
	case e.class == "factive":
		return asserted
	case e.class == "report" && w.denies(own):
		return stance{-2, griot.Denied, own.cue, own.rule}
	case own.value <= -0.8:
		set.value, set.status = e.deniedValue, e.deniedStatus
		if set.status == "" {
			return asserted
		}
		return set
	case e.class == "report":
		return stance{min(e.value, max(own.value, 1.8)), griot.Happened, "", ""}
	case e.status == "":
		return weaken(own, stance{e.value, griot.Happened, own.cue, own.rule})
	case own.value >= 1.8:
		return set
	case e.status == griot.Denied:
		return stance{-0.5, griot.Possible, set.cue, set.rule}
	}
	set.value = min(set.value, max(own.value, 0.5))
	return set
}

// denies tells a stance of what somebody denies, as of a claim: "denied the claim
// that".
func (w walk) denies(own stance) bool {
	lemma, ok := strings.CutPrefix(own.rule, "attitudes:")
	return ok && own.status == griot.Denied && w.frames[frame{lemma, "object"}].class == "denies"
}

// weaken lets a stance count no more than the one above it.
func weaken(above, s stance) stance {
	if above.value < s.value || !above.status.Real() && s.status == griot.Happened {
		if above.value < 0 || s.status.Real() {
			return above
		}
		s.value = min(s.value, above.value)
	}
	return s
}

// adverbial is the stance of an adverbial clause.
func (w walk) adverbial(i int, outer, own stance) stance {
	if e, ok := w.prepositional(i, w.doc.Tokens[i].Head); ok {
		return w.apply(e, w.doc.Tokens[i].Head, own)
	}
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if k > i || !(t.Is("mark") || t.Is("case") || t.Is("advmod") || t.Is("cc")) {
			continue
		}
		word := strings.ToLower(t.Form)
		if m, ok := w.marks[place{"clause", word}]; ok {
			set := stance{m.value, m.status, t.Form, "marks:" + word}
			if set.status == griot.Happened {
				return weaken(own, set)
			}
			return set
		}
		switch word {
		case "to":
			purpose := weaken(own, stance{2.2, griot.Possible, "to", "fact:purpose"})
			head := w.doc.Tokens[i].Head
			if _, other := w.frames[frame{w.lemma(head), "other"}]; !other && w.doc.Child(head, "obj") >= 0 {
				return purpose
			}
			return w.complement(i, own, purpose)
		case "for", "about", "of", "from", "in", "at", "on", "against", "toward", "towards":
			return weaken(own, stance{2.4, griot.Happened, "", ""})
		case "when", "once", "after", "as":
			if (own.status == griot.Announced || own.status == griot.Conditional) && (!w.past(i) || w.perfect(i)) { // "once they have left"
				return own
			}
		}
		return asserted
	}
	if own.value < 0 {
		return outer
	}
	return own
}
