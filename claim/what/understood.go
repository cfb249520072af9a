package what

import (
	"slices"

	"griot"
	"griot/text"
)

// answerable is how many sentences back that lies which an answer speaks of.
const answerable = 4

// understand gives acts that name nobody whom they strike those of whom the report
// spoke just before: "youths threw stones. Police fired tear gas", "Accra accused
// Lomé. Lomé rejected the accusation".
func (l *Lexicon) understand(all []Frame, doc *text.Doc, cast Cast) {
	for i := range all {
		f := &all[i]
		if len(f.Recipients) > 0 {
			continue
		}
		switch {
		case f.Type == griot.Assault && f.Mode == "crowd-control":
			f.Recipients = dispersed(all, i, doc, cast)
		case (f.Type == griot.Reject || f.Type == griot.Concede || f.Type == griot.Agree) && cast != nil && len(f.Actors) > 0:
			f.Recipients = l.answered(all, i, doc, cast)
		}
	}
}

// dispersed are the protesters of the sentence of frame i or of the one before it.
func dispersed(all []Frame, i int, doc *text.Doc, cast Cast) []int {
	s := doc.Tokens[all[i].Head].Sentence
	var nearest []int
	for j := range all {
		g := &all[j]
		if n := s - doc.Tokens[g.Head].Sentence; n < 0 || n > 1 || j > i && len(nearest) > 0 {
			continue
		}
		if g.Type == griot.Protest && len(g.Actors) > 0 && !meets(g.Actors, all[i].Actors, cast) {
			nearest = slices.Clone(g.Actors)
		}
	}
	return nearest
}

// answered are those whose accusation, offer or demand frame i answers, where its
// object is one of which the report has told: "the accusation", "the offer".
func (l *Lexicon) answered(all []Frame, i int, doc *text.Doc, cast Cast) []int {
	f := &all[i]
	obj := doc.Child(f.Head, "obj", "nsubj:pass")
	if obj < 0 || !definite(doc, obj) {
		return nil
	}
	for j := i - 1; j >= 0; j-- {
		g := &all[j]
		if doc.Tokens[f.Head].Sentence-doc.Tokens[g.Head].Sentence > answerable {
			break
		}
		if len(g.Actors) == 0 || meets(g.Actors, f.Actors, cast) || !l.answers(doc.Tokens[obj].Lemma, g.Type) {
			continue
		}
		if meets(g.Recipients, f.Actors, cast) || len(g.Recipients) == 0 && g.Type != griot.Accuse {
			return slices.Clone(g.Actors)
		}
	}
	return nil
}

// answers tells whether a noun can mean what was said by an act of a type.
func (l *Lexicon) answers(noun string, t griot.Type) bool {
	switch t {
	case griot.Accuse:
		return l.class("accusation", noun)
	case griot.Agree:
		return l.class("offer", noun)
	case griot.Request, griot.Threaten:
		return l.class("demand", noun)
	}
	return false
}

// definite tells whether the phrase at a token speaks of what is known: "the offer",
// and says no more of it.
func definite(doc *text.Doc, tok int) bool {
	det := doc.Child(tok, "det")
	if det < 0 || doc.Child(tok, "nmod", "acl", "acl:relcl") >= 0 {
		return false
	}
	switch doc.Tokens[det].Lemma {
	case "the", "this", "these", "that", "those":
		return true
	}
	return false
}

// meets tells whether two lists share a participant, by token or by whom it means.
func meets(a, b []int, cast Cast) bool {
	return slices.ContainsFunc(a, func(t int) bool { return slices.Contains(b, t) }) || cast != nil && share(cast, a, b)
}
