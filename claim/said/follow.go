package said

import (
	"strings"

	"griot"
)

// speaker is who spoke last and where.
type speaker struct {
	actor     griot.Actor
	paragraph int
	person    bool // has the name of a person
	one       bool // may be a person: has such a name, or a noun in the singular
}

// follow gives a pronoun that nobody could resolve the speaker before it, if that
// is not far: who speaks on is mostly who spoke. So it does where the pronoun was
// taken for somebody of whom the speaker speaks by name: "he said Bako had left"
// is not Bako's word. It returns who spoke last now.
func (f *finder) follow(a *attribution, s *griot.Statement, last speaker, cast Cast) speaker {
	if a.source < 0 {
		return last
	}
	t := f.doc.Tokens[a.source]
	here := f.paragraph(a.source)
	resolved := s.Speaker.Name != s.Speaker.Words
	if resolved && t.UPOS == "PRON" && s.Speaker.ID == last.actor.ID && last.actor.ID != "" {
		s.Speaker.Name = last.actor.Name // "an engineering source", and not "source"
	}
	if t.UPOS != "PRON" || resolved && !f.spokenOf(s.Speaker.ID, a, cast) {
		n := f.doc.Name(a.source)
		person := n >= 0 && f.doc.Names[n].Type == "PER"
		return speaker{s.Speaker, here, person, person || t.UPOS == "NOUN" && t.XPOS == "NN" || t.UPOS == "PRON" && last.one}
	}
	personal := strings.EqualFold(t.Form, "he") || strings.EqualFold(t.Form, "she")
	impersonal := strings.EqualFold(t.Form, "it")
	switch {
	case last.actor.Name == "" || here-last.paragraph > 2 || !personal && !impersonal || impersonal && last.person:
		return last
	case resolved && (personal && !last.one || last.actor.ID == ""):
		return last
	}
	s.Speaker.ID, s.Speaker.Name, s.Speaker.Code = last.actor.ID, last.actor.Name, last.actor.Code
	s.ID = s.Identify()
	return last
}

// spokenOf tells whether what is said names the actor, other than by a pronoun.
func (f *finder) spokenOf(id string, a *attribution, cast Cast) bool {
	if cast == nil || id == "" || f.doc.Tokens[a.source].XPOS != "PRP" {
		return false
	}
	for _, r := range a.content {
		for k := r.First; k < r.End; k++ {
			if u := f.doc.Tokens[k].UPOS; u != "NOUN" && u != "PROPN" {
				continue
			}
			if who, ok := cast.At(k); ok && who.ID == id {
				return true
			}
		}
	}
	return false
}
