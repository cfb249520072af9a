package refer

import (
	"strings"

	"griot/text"
)

// What certain answers when it names no entity.
const (
	unsure = -1
	fresh  = -2 // mention i is the first of its entity
)

// certain is the entity that mention i belongs to by rule, fresh, or unsure.
func (s *state) certain(i int) int {
	t := &s.traits[i]
	switch t.kind {
	case text.MentionPronoun:
		return s.firstOf(i, (*state).speaker, (*state).fallen, (*state).teller, (*state).owner, (*state).talker, (*state).opening)
	case text.MentionName:
		if e := s.sameName(i); e >= 0 {
			return e
		}
		if e := s.personPart(i); e >= 0 {
			return e
		}
	}
	if e := s.apposition(i); e >= 0 {
		return e
	}
	if e := s.ahead(i); e != unsure {
		return e
	}
	return s.firstOf(i, (*state).country, (*state).bloc, (*state).faction, (*state).fallen, (*state).renamed)
}

// firstOf is what the first of some rules that is sure says of mention i.
func (s *state) firstOf(i int, rules ...func(*state, int) int) int {
	for _, rule := range rules {
		if e := rule(s, i); e != unsure {
			return e
		}
	}
	return unsure
}

// country is the country that the report is about, for "the country",
// unless only others were named just before; else unsure.
func (s *state) country(i int) int {
	t := &s.traits[i]
	if t.kind != text.MentionNominal || t.det != 'd' || t.number != 's' || len(t.of) > 2 || t.head != word("country") && t.head != word("nation") {
		return unsure
	}
	main, second, near := unsure, 0, false
	for _, e := range s.byWord[word("country")] {
		x := &s.entities[e]
		switch {
		case x.weight == 0:
			continue
		case main == unsure || x.weight > s.entities[main].weight:
			if main != unsure {
				second = s.entities[main].weight
			}
			main = e
		default:
			second = max(second, x.weight)
		}
		near = near || t.sentence-s.lastSentence(e) <= 1
	}
	if main == unsure || 2*s.entities[main].weight < 3*second || near && t.sentence-s.lastSentence(main) > 1 {
		return unsure
	}
	return main
}

// bloc is the organisation of states that was named last, for a bare "the bloc";
// else unsure.
func (s *state) bloc(i int) int {
	t := &s.traits[i]
	if t.kind != text.MentionNominal && !t.common || t.det != 'd' || t.head != word("bloc") || len(t.of) > 0 {
		return unsure
	}
	best := unsure
	for _, e := range s.byWord[t.head] {
		if x := &s.entities[e]; len(x.names) > 0 && x.typ != 'P' && (best == unsure || s.lastSentence(e) > s.lastSentence(best)) {
			best = e
		}
	}
	return best
}

// lastSentence is the sentence of the latest mention of an entity.
func (s *state) lastSentence(e int) int {
	ms := s.entities[e].mentions
	return s.traits[ms[len(ms)-1]].sentence
}

// placed are the nouns that a place's name follows with "of": "the city of X".
var placed = map[string]bool{
	"city": true, "town": true, "village": true, "capital": true, "district": true, "province": true, "region": true,
	"state": true, "island": true, "county": true, "republic": true, "kingdom": true, "department": true, "port": true,
}

// ahead is the entity whose name follows mention i as an
// apposition or after "of": "the bloc, ECOWAS", "the city of X"; fresh when that
// name is met for the first time.
func (s *state) ahead(i int) int {
	d, t := s.doc, &s.traits[i]
	if t.kind != text.MentionNominal && !t.common {
		return unsure
	}
	h := d.Mentions[i].Head
	for k := range d.Children(h) {
		j, ok := s.byHead[k]
		if !ok || s.traits[j].kind != text.MentionName || s.traits[j].typ == '?' || clash(t.number, s.traits[j].number) {
			continue
		}
		of := d.Tokens[k].Is("nmod") && placed[d.Tokens[h].Lemma] && s.traits[j].typ == 'L' && s.after(k, "of")
		if of || d.Tokens[k].Is("appos") && !clash(t.typ, s.traits[j].typ) && t.typ != 'T' {
			if e := s.known(j); e >= 0 {
				return e
			}
			return fresh
		}
	}
	return unsure
}

// after tells whether token k has the preposition as its case.
func (s *state) after(k int, preposition string) bool {
	c := s.doc.Child(k, "case")
	return c >= 0 && s.doc.Tokens[c].Lemma == preposition
}

// known is the entity that mention j, a name, would join by rule, or -1.
func (s *state) known(j int) int {
	if e := s.sameName(j); e >= 0 {
		return e
	}
	return s.personPart(j)
}

// sameName is the entity that bears the name already, in full or as acronym.
func (s *state) sameName(i int) int {
	t := &s.traits[i]
	if len(t.parts) == 0 || t.typ == '?' {
		return unsure
	}
	key := s.key(t.parts)
	if e, ok := s.byName[key]; ok && s.agree(t.typ, s.entities[e].typ) {
		return e
	}
	if n := len(t.parts); n >= 3 && t.typ != 'P' {
		if e, ok := s.byName[acronym(t.parts)]; ok && s.agree(t.typ, s.entities[e].typ) {
			return e
		}
	}
	return unsure
}

// key is what a name is known by: the usual name of a country, else its words.
func (s *state) key(parts []string) string {
	key := joined(parts)
	if usual, ok := s.lang.Usual[key]; ok {
		return usual
	}
	return key
}

// agree tells whether two types may be one thing: an unknown one may be any,
// and a body may be named by its place.
func (s *state) agree(a, b byte) bool {
	return a == b || a == '?' || b == '?' || a == 'M' || b == 'M' || a != 'P' && b != 'P'
}

// personPart is the person whose longer name ends in the words of mention i,
// or begins with its only one. Of several the latest is meant.
func (s *state) personPart(i int) int {
	t := &s.traits[i]
	if t.typ != 'P' || len(t.parts) == 0 {
		return unsure
	}
	list := s.byWord[word(t.parts[len(t.parts)-1])]
	for k := len(list) - 1; k >= 0; k-- {
		x := &s.entities[list[k]]
		if x.typ != 'P' || clash(t.gender, x.gender) {
			continue
		}
		if onePerson(t.parts, x.names) {
			return list[k]
		}
	}
	return unsure
}

// onePerson tells whether a name is part of one of the others or they of it,
// and stands against none of those in full.
func onePerson(name []string, others [][]string) bool {
	some := false
	for _, o := range others {
		switch {
		case partOf(name, o) || partOf(o, name):
			some = true
		case len(name) > 1 && len(o) > 1:
			return false
		}
	}
	return some
}

// clash tells whether both values are known and differ.
func clash(a, b byte) bool { return a != '?' && b != '?' && a != b }

// partOf tells whether the short name may stand for the long one: all its
// words are in it in order, and the last ones are the same, or it is the first.
func partOf(short, long []string) bool {
	if len(short) > len(long) || len(short) == 0 {
		return false
	}
	if len(short) == 1 && short[0] == long[0] && len(short[0]) > 1 {
		return true
	}
	if short[len(short)-1] != long[len(long)-1] {
		return false
	}
	k := 0
	for _, w := range long {
		if k < len(short) && (short[k] == w || initialOf(short[k], w)) {
			k++
		}
	}
	return k == len(short)
}

// initialOf tells whether a is the initial of b: "a." of "amina".
func initialOf(a, b string) bool {
	return len(a) == 2 && a[1] == '.' && strings.HasPrefix(b, a[:1])
}

// apposition is the entity of what mention i stands beside as another name for
// it: "the bloc, ECOWAS", "the Economic Community … (ECOWAS)".
func (s *state) apposition(i int) int {
	d := s.doc
	h := d.Mentions[i].Head
	t := &d.Tokens[h]
	of := t.Is("nmod") && s.traits[i].typ == 'L' && s.traits[i].kind == text.MentionName && s.after(h, "of") && placed[d.Tokens[t.Head].Lemma]
	if !of && !t.Is("appos") || t.Head < 0 {
		return unsure
	}
	j, ok := s.byHead[t.Head]
	if !ok || s.entity[j] < 0 {
		return unsure
	}
	a, b := &s.traits[j], &s.traits[i]
	if a.kind == text.MentionPronoun || b.kind == text.MentionPronoun || clash(a.number, b.number) || a.typ == 'T' || b.typ == 'T' || !of && a.typ == 'L' && b.typ == 'L' && a.kind == b.kind {
		return unsure
	}
	if a.kind == text.MentionName && b.kind == text.MentionName && !a.common && !b.common && !isAcronym(a.parts, b.parts) && !isAcronym(b.parts, a.parts) {
		return unsure
	}
	if clash(a.typ, b.typ) && (a.typ == 'P' || b.typ == 'P') {
		return unsure
	}
	return s.entity[j]
}

// joined is the key of a name: its words without full stops.
func joined(parts []string) string {
	return strings.ReplaceAll(strings.Join(parts, " "), ".", "")
}

// small are the words that acronyms leave out.
var small = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true, "et": true, "du": true, "des": true}

// acronym is the first letters of the words of a name, without small words.
func acronym(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		if !small[p] {
			b.WriteByte(p[0])
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// isAcronym tells whether short is the acronym of long, letters of its words
// in order beginning with the first: "ecowas", "jnim".
func isAcronym(short, long []string) bool {
	if len(short) != 1 || len(long) < 2 {
		return false
	}
	a := strings.ReplaceAll(short[0], ".", "")
	if len(a) < 2 || a[0] != long[0][0] && !small[long[0]] {
		return false
	}
	k := 0
	for _, w := range long {
		for j := 0; j < len(w) && k < len(a) && (j == 0 || j < 3); j++ {
			if w[j] != a[k] {
				break
			}
			k++
		}
	}
	return k == len(a)
}

func lower(s string) string { return strings.ToLower(s) }
