package eval

import (
	"cmp"
	"regexp"
	"slices"

	"griot"
	"griot/text"
)

// culprit fills in who did it: the phrase that token k heads, where it is of people,
// and the organisation named in it.
func (s *mucScene) culprit(m *mucIncident, d *mucDeed, k int) {
	words := s.doc.Words(s.phrase(k))
	for _, o := range s.named(k) {
		if o.state && (len(d.on) == 0 || !crimes[d.frame.Lemma]) {
			continue
		}
		s.hold(m, []mucOrg{o}, s.confidence(d.head, words))
	}
	if k = s.Cast.Meant(k); s.individual(k) {
		m.fill("perp_individual", s.calls(k)...)
	}
}

// individual tells whether token k heads a phrase of people: no weapon, no
// organisation, nobody who is only pointed at.
func (s *mucScene) individual(k int) bool {
	t := s.doc.Tokens[k]
	if t.UPOS == "PRON" || t.UPOS == "ADJ" || t.UPOS == "DET" || weapons.MatchString(t.Form) || kindOf(kindsOfThings, t.Form) != "" || bodies.MatchString(t.Form) {
		return false
	}
	return !slices.ContainsFunc(s.orgs, func(o mucOrg) bool { return o.start <= t.Start && t.End <= o.end })
}

// weapons are words for what somebody did it with, and for the deed itself.
var weapons = regexp.MustCompile(`(?i)^(car-?)?(bombs?|explosi\w+|blasts?|dynamite|mines?|devices?|charges?|grenades?|rockets?|missiles?|guns?|machine-?guns?|rifles?|fire|gunfire|shots?|bullets?|bursts?|attacks?|crimes?|incidents?|events?|actions?|glass|weapons?|reasons?)$`)

// phrase is the subtree of token k up to its first clause, without what joins it to
// the sentence.
func (s *mucScene) phrase(k int) text.Range {
	r := s.doc.Subtree(k)
	for c := range s.doc.Children(k) {
		t := s.doc.Tokens[c]
		switch {
		case c > k && (t.Rel == "acl:relcl" || t.Is("acl") || t.Is("conj") || t.Is("parataxis")):
			r.End = min(r.End, s.doc.Subtree(c).First)
		case c < k && c == r.First && (t.Is("case") || t.Is("cc") || t.Is("punct")):
			r.First++
		}
	}
	return r
}

// calls are what the phrase that token k heads may be called: its words, its noun
// with what stands before it, and the name of whom it means.
func (s *mucScene) calls(k int) []string {
	core := text.Range{First: k, End: k + 1}
	for core.First > 0 && s.doc.Tokens[core.First-1].Head == k && describing(s.doc.Tokens[core.First-1]) {
		core.First--
	}
	all := []string{s.doc.Words(s.phrase(k)), s.doc.Words(core)}
	if a, ok := s.Cast.At(k); ok && a.Name != "" {
		all = append(all, a.Name)
	}
	return all
}

// describing tells whether a word before a noun says which sort is meant.
func describing(t text.Token) bool { return t.Is("compound") || t.Is("amod") || t.Is("flat") }

// target fills in whom or what a deed hit.
func (s *mucScene) target(m *mucIncident, k int) {
	k = s.Cast.Meant(k)
	if n := s.doc.Name(k); n >= 0 && s.doc.Names[n].Type == "LOC" {
		return // where it was, not what it hit
	}
	words, head := s.doc.Words(s.phrase(k)), s.doc.Tokens[k].Form
	a, ok := s.Cast.At(k)
	personal := ok && (a.Code != "" || isPersonal(&a, s.actors)) || people.MatchString(words)
	if kindOf(kindsOfThings, head) == "" && personal || s.Person(k) && kindOf(kindsOfPeople, head) != "" {
		m.fill("hum_tgt", s.calls(k)...)
		m.kinds = append(m.kinds, []string{cmp.Or(kindOf(kindsOfPeople, words), "CIVILIAN")})
	} else {
		m.fill("phys_tgt", s.calls(k)...)
		m.kinds = append(m.kinds, []string{cmp.Or(kindOf(kindsOfThings, words), "OTHER")})
	}
}

// beside fills in what stands where a bomb went off or a fire was set: what the
// sentence says that it was in, at or against.
func (s *mucScene) beside(m *mucIncident, d *mucDeed) {
	if d.typ != "BOMBING" && d.typ != "ARSON" {
		return
	}
	sent := s.doc.Sentences[d.sentence]
	for k := sent.First; k < sent.End; k++ {
		t := s.doc.Tokens[k]
		if (t.Is("obl") || t.Is("nmod") || t.Is("conj")) && t.UPOS == "NOUN" && kindOf(kindsOfThings, t.Form) != "" {
			s.target(m, k)
		}
	}
}

// specific tells a target that a reader could find: not "civilians", not "people".
func (s *mucScene) specific(k int) bool {
	t := s.doc.Tokens[k]
	return t.XPOS != "NNS" || s.doc.Subtree(k).Len() > 1 && s.doc.Child(k, "det", "nummod", "nmod", "nmod:poss", "amod", "compound") >= 0
}

var people = regexp.MustCompile(`(?i)\b(people|persons?|[a-z]*m[ae]n|child(ren)?|civilians?|peasants?|priests?|journalists?|residents|members?|leaders?|mayor|judge|minister|[a-z]+ists|[a-z]+ers|jesuits?|bishop|students?|citizens|officials?|senator|deputy)\b`)

// fill adds a fill unless one like it is there.
func (m *mucIncident) fill(slot string, words ...string) {
	for _, have := range m.slots[slot] {
		if sameFill(have, words) {
			return
		}
	}
	m.slots[slot] = append(m.slots[slot], words)
}

func isPersonal(a *griot.Actor, known []griot.ActorFacts) bool {
	i := slices.IndexFunc(known, func(f griot.ActorFacts) bool { return f.ID == a.ID })
	return i >= 0 && (known[i].Kind == "person" || known[i].Kind == "people" || known[i].Kind == "group")
}
