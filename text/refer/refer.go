// Package refer finds what the noun phrases of a report refer to: it fills
// Mentions and Entities.
//
// It works from left to right. A few links are certain by rule (the same name,
// the parts of a person's name, acronyms, appositions, speakers of quotes);
// for all other phrases a small linear model weighs every earlier phrase near
// enough against "something new". The model was trained on GUM's entity
// annotation; its method is the mention ranking of Durrett & Klein (2013). A
// wrong link makes a wrong actor, so doubtful phrases stay alone.
package refer

import (
	"griot/text"
)

// Stage adds Mentions and Entities.
func Stage() text.Stage {
	return text.Stage{
		Name: "refer", Needs: text.Segments | text.Tags | text.Trees | text.Names,
		Adds: text.References, Run: Run,
	}
}

// Run fills d.Mentions and d.Entities, singletons included. Its time is linear
// in the text: each phrase is compared with a bounded number of others. It
// fails only when the embedded data is broken.
func Run(d *text.Doc) error {
	m, err := loadEnglish()
	if err != nil {
		return err
	}
	s, err := newState(d)
	if err != nil {
		return err
	}
	s.resolve(m)
	s.write()
	return nil
}

// resolve gives every mention an entity.
func (s *state) resolve(w weights) {
	for i := range s.traits {
		if s.entity[i] >= 0 {
			continue // a speaker named after the quotation
		}
		e := s.certain(i)
		if e == unsure {
			e = s.best(i, w)
		}
		s.join(i, e)
	}
}

// best is the entity of the candidate that the model prefers over something
// new, or -1. Of equal ones the nearest wins.
func (s *state) best(i int, w weights) int {
	s.candidates(i)
	if len(s.cands) == 0 {
		return -1
	}
	top, e := w.sum(s.features(i, -1))+s.caution(i), -1
	for _, c := range s.cands {
		if score := w.sum(s.features(i, c)); score > top {
			top, e = score, s.entity[c]
		}
	}
	return e
}

// write puts the result into the document.
func (s *state) write() {
	d := s.doc
	d.Entities = make([]text.Entity, len(s.entities))
	for i := range d.Mentions {
		e := s.entity[i]
		d.Mentions[i].Entity = e
		d.Entities[e].Mentions = append(d.Entities[e].Mentions, i)
	}
	for e := range d.Entities {
		d.Entities[e].Name, d.Entities[e].Type = s.title(e)
	}
}

// title is the fullest name of an entity, for a place the most frequent, and
// the type of most of its names.
func (s *state) title(e int) (name, kind string) {
	count, often := map[byte]int{}, 0
	var top byte
	common := true // no proper name so far
	for _, i := range s.entities[e].mentions {
		t := &s.traits[i]
		if t.kind != text.MentionName {
			continue
		}
		n := s.names[s.key(t.parts)]
		fuller := t.typ == 'L' && n > often || t.typ != 'L' && len(t.name) > len(name)
		if common && !t.common || fuller && common == t.common {
			name, often, common = t.name, n, t.common
		}
		if count[t.typ]++; count[t.typ] > count[top] && types[t.typ] != "" {
			top = t.typ
		}
	}
	return name, types[top]
}

// types are the types of names by their first letter.
var types = map[byte]string{'P': "PER", 'O': "ORG", 'L': "LOC", 'M': "MISC"}
