package fact

import (
	"strings"

	"griot"
)

// argument is the stance of a noun that names an act and stands as subject,
// object, modifier of a verb or of another noun.
func (w walk) argument(i int, own stance) stance {
	t := w.doc.Tokens[i]
	head := t.Head
	switch {
	case t.Is("obj") || t.Rel == "nsubj:pass" || t.Is("iobj") || t.Is("obl") && w.doc.Child(i, "case") < 0:
		if _, ok := w.frames[frame{w.lemma(i), "ordered"}]; ok && w.lemma(head) == "order" {
			return own
		}
		if e, ok := w.frames[frame{w.lemma(head), "off"}]; ok && w.particle(head, "off") {
			return w.apply(e, head, own)
		}
		if e, ok := w.frames[frame{w.lemma(head), "object"}]; ok {
			return w.apply(e, head, own)
		}
	case t.Is("obl") || t.Is("nmod") || t.Is("advcl"):
		if e, ok := w.prepositional(i, head); ok {
			return w.apply(e, head, own)
		}
	case t.Is("compound"):
		for _, takes := range []string{"of", "for", "object"} {
			if e, ok := w.frames[frame{w.lemma(head), takes}]; ok {
				return w.apply(e, head, own)
			}
		}
	}
	if t.Is("nsubj") {
		if _, ok := w.frames[frame{w.lemma(head), "subject"}]; ok {
			return own
		}
	}
	if !own.status.Real() && w.definite(i) && !w.light(head) {
		return stance{2.6, griot.Happened, "", ""}
	}
	if own.value < 0 {
		if t.Is("obj") || t.Is("nsubj") {
			return stance{0.4, griot.Denied, own.cue, "fact:denied"}
		}
		return stance{1.6, griot.Happened, "", ""}
	}
	return own
}

// prepositional finds the row for a head that takes an act after a preposition.
func (w walk) prepositional(i, head int) (effect, bool) {
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if k < i && (t.Is("case") || t.Is("mark")) {
			e, ok := w.frames[frame{w.lemma(head), strings.ToLower(t.Form)}]
			return e, ok
		}
	}
	return effect{}, false
}

func (w walk) particle(i int, form string) bool {
	k := w.doc.Child(i, "compound:prt", "advmod")
	return k >= 0 && strings.EqualFold(w.doc.Tokens[k].Form, form)
}

// definite tells whether the noun takes what it names for granted: "the attack".
func (w walk) definite(i int) bool {
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if t.Is("nmod:poss") {
			return true
		}
		if t.Is("det") {
			switch strings.ToLower(t.Form) {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

// light tells whether the verb only says that its object or subject comes about.
func (w walk) light(i int) bool {
	_, ok := w.frames[frame{w.lemma(i), "subject"}]
	return ok
}

func (w walk) lemma(i int) string { return w.words.Entry(&w.doc.Tokens[i]) }

// passive tells whether the verb has a passive auxiliary or subject.
func (w walk) passive(i int) bool {
	return w.doc.Child(i, "nsubj:pass", "aux:pass") >= 0
}

// tensed tells whether the clause headed by i has a finite verb in the
// indicative.
func (w walk) tensed(i int) bool {
	switch w.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if t.Is("aux") || t.Is("cop") {
			switch t.XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// past tells whether the clause headed by i is about what has been done.
func (w walk) past(i int) bool {
	switch t := w.doc.Tokens[i]; t.XPOS {
	case "VBD":
		return true
	case "VBG":
		return false
	}
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if t.Is("aux") && w.lemma(k) == "have" || (t.Is("aux:pass") || t.Is("cop")) && t.XPOS == "VBD" {
			return true
		}
	}
	return false
}
