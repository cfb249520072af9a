package refer

import (
	"slices"
	"strings"

	"griot/text"
)

// possible bars what cannot be one thing, whatever the model says: phrases one
// inside the other, two different names, one and many of the same, people of
// two genders, speakers of two quotations.
func (s *state) possible(i, j int) bool {
	t, a := &s.traits[i], &s.traits[j]
	x := &s.entities[s.entity[j]]
	if s.nesting(i, j) != 0 && s.equation(i, j) == 0 && t.kind != text.MentionPronoun && t.typ != 'L' {
		return false
	}
	if (t.gender == 'm' || t.gender == 'f') && (x.gender == 'm' || x.gender == 'f') && t.gender != x.gender {
		return false
	}
	if h, g := s.doc.Mentions[i].Head, s.doc.Mentions[j].Head; s.doc.Tokens[g].Head == h && s.doc.Tokens[g].Is("nsubj") && s.denied(h) {
		return false
	}
	switch t.kind {
	case text.MentionPronoun:
		return s.pronounPossible(i, j)
	case text.MentionName:
		if len(x.names) == 0 && actor(x.typ) && s.equation(i, j) == 0 {
			return false
		}
		return s.namePossible(i, s.entity[j]) && !(clash(t.typ, x.typ) && (t.typ == 'P' || x.typ == 'P'))
	}
	if clash(t.number, a.number) && a.kind == text.MentionNominal && t.head == a.head {
		return false
	}
	if t.number == 'p' && len(x.names) > 0 && (t.typ == 'O' || t.typ == 'P' && x.typ == 'P') {
		return false
	}
	if clash(t.typ, x.typ) && (t.typ == 'P' || x.typ == 'P' || t.typ == 'T' || x.typ == 'T') {
		return false
	}
	if actor(t.typ) && !slices.Contains(x.roles, t.head) && s.equation(i, j) == 0 && (t.typ == 'O' || t.gender == '?') {
		return false
	}
	if actor(t.typ) && a.kind == text.MentionName && t.det != 'd' && t.det != 't' && s.equation(i, j) == 0 {
		return false
	}
	if t.typ == 'P' && (!s.belongs(i, j) || len(x.names) > 0 && !x.felled && s.calledFallen(i)) {
		return false
	}
	return !(actor(t.typ) && t.head == a.head && modifiers(t.mods, a.mods) == 4)
}

func actor(typ byte) bool { return typ == 'P' || typ == 'O' }

// pronounPossible bars speakers of different quotations, and persons from what
// is no person.
func (s *state) pronounPossible(i, j int) bool {
	t, a := &s.traits[i], &s.traits[j]
	x := &s.entities[s.entity[j]]
	if (t.speaks || s.hasPeople(i)) && x.dumb() {
		return false
	}
	if t.person == '3' && s.beside(i, s.entity[j]) {
		return false
	}
	if t.person != '3' && a.person == t.person {
		u, v := s.talk[s.doc.Mentions[i].Head], s.talk[s.doc.Mentions[j].Head]
		return t.quoted == a.quoted && (u < 0 || v < 0 || s.spoken(u) == s.spoken(v))
	}
	switch {
	case x.typ == 'T':
		return false
	case t.gender == 'm' || t.gender == 'f':
		return x.typ != 'O' && x.typ != 'L' && x.number != 'p'
	case t.gender == 'n' && t.number == 's':
		return x.typ != 'P' && x.number != 'p' && x.gender != 'm' && x.gender != 'f'
	}
	return true
}

// beside tells whether the verb of pronoun i has entity e beside it in another place:
// who accuses Anna Weber, or whom she accuses, is not she (Chomsky 1981, principle B).
func (s *state) beside(i, e int) bool {
	d := s.doc
	h := d.Mentions[i].Head
	t := &d.Tokens[h]
	x := &s.entities[e]
	if t.Head < 0 || d.Tokens[t.Head].UPOS != "VERB" || !t.Is("nsubj") && !t.Is("obj") && !t.Is("iobj") || strings.Contains(t.Form, "sel") {
		return false
	}
	for k := range d.Children(t.Head) {
		c := &d.Tokens[k]
		if k == h || !c.Is("nsubj") && !c.Is("obj") && !c.Is("iobj") {
			continue
		}
		j, ok := s.byHead[k]
		switch {
		case !ok:
		case j < i && s.entity[j] == e:
			return true
		case j > i && s.traits[j].kind == text.MentionName && len(x.names) > 0 && x.typ == 'P' && s.traits[j].typ == 'P' && s.namePossible(j, e):
			return true
		}
	}
	return false
}

// dumb tells whether an entity is known to be a thing: things do not speak.
func (x *entity) dumb() bool { return x.thing && len(x.names) == 0 && !x.spoke }

// hasPeople tells whether what mention i possesses are people: "their spokesman".
func (s *state) hasPeople(i int) bool {
	k := &s.doc.Tokens[s.doc.Mentions[i].Head]
	return k.Is("nmod:poss") && k.Head >= 0 && s.lang.Nouns[s.doc.Tokens[k.Head].Lemma].Type == 'P'
}

// spoken is the entity of the speaker whose phrase hangs on token k, so far as
// it is known; else what tells him from others.
func (s *state) spoken(k int) int {
	if j, ok := s.byHead[k]; ok && s.entity[j] >= 0 {
		return s.entity[j]
	}
	return -1 - k
}

// namePossible tells whether the name of mention i may be one of entity e: one
// without names, its acronym, or, by type, a part of one of its names.
func (s *state) namePossible(i, e int) bool {
	t, x := &s.traits[i], &s.entities[e]
	if len(x.names) == 0 || t.typ == '?' || x.typ == '?' {
		return true
	}
	return slices.ContainsFunc(x.names, func(name []string) bool {
		switch {
		case isAcronym(t.parts, name) || isAcronym(name, t.parts):
			return true
		case t.typ == 'L':
			return slices.Equal(t.parts, name)
		}
		return within(t.parts, name) || within(name, t.parts)
	})
}

// within tells whether all words of a name but the small ones are in another.
func within(short, long []string) bool {
	return !slices.ContainsFunc(short, func(w string) bool { return !small[w] && !slices.Contains(long, w) })
}

// belongs tells whether a phrase that says whose or of what it is, by a name or a
// people, says so of an entity of which that was said: "the French minister".
func (s *state) belongs(i, j int) bool {
	t := &s.traits[i]
	if len(t.of) == 0 {
		return true
	}
	for n, ms := 0, s.entities[s.entity[j]].mentions; n < most && n < len(ms); n++ {
		if a := &s.traits[ms[len(ms)-1-n]]; slices.ContainsFunc(t.of, func(w uint32) bool { return slices.Contains(a.mods, w) || slices.Contains(a.of, w) }) {
			return true
		}
	}
	return false
}
