package refer

import (
	"slices"

	"griot/text"
)

// alikeSentences is how far back "the mission" may call a delegation.
const alikeSentences = 4

// renamed is the entity that a phrase with "the" calls by another noun that
// news uses for it: "A delegation left … The mission landed". The noun must be
// new, and say nothing else of who is meant; else unsure.
func (s *state) renamed(i int) int {
	t, m := &s.traits[i], &s.doc.Mentions[i]
	if t.kind != text.MentionNominal || t.det != 'd' || !s.bare(m) || len(t.alike) == 0 || len(s.byWord[t.head]) > 0 {
		return unsure
	}
	for j := i - 1; j >= 0 && t.sentence-s.traits[j].sentence <= alikeSentences; j-- {
		a := &s.traits[j]
		if a.kind == text.MentionNominal && a.number == t.number && slices.ContainsFunc(t.alike, func(set int) bool { return slices.Contains(a.alike, set) }) && s.nesting(i, j) == 0 {
			return s.entity[j]
		}
	}
	return unsure
}

// bare tells whether a phrase is an article and a noun, whatever a comma adds.
func (s *state) bare(m *text.Mention) bool {
	return m.Head <= m.First+1 && (m.End == m.Head+1 || s.doc.Tokens[m.Head+1].Form == ",")
}

// bands are the nouns for members of an armed group that fights the state, and
// banded the words in the names of such groups.
var (
	bands  = words("rebel", "insurgent", "militant", "guerrilla", "separatist", "jihadist", "jihadi", "extremist", "fighter", "militia", "militiaman")
	banded = words("front", "liberation", "resistance", "brigade", "brigades", "militia", "mujahideen", "movement")
)

func words(list ...string) map[uint32]bool {
	set := map[uint32]bool{}
	for _, w := range list {
		set[word(w)] = true
	}
	return set
}

// faction is the one named group in the report that is called rebel or bears
// the name of one, for "the rebels"; else unsure.
func (s *state) faction(i int) int {
	t := &s.traits[i]
	if t.kind != text.MentionNominal || t.det != 'd' || len(t.of) > 0 || t.number != 'p' || !bands[t.head] {
		return unsure
	}
	return s.only(func(x *entity) bool { return x.typ != 'P' && x.typ != 'L' && x.fights() })
}

// only is the one named entity so far that passes; unsure when none or several do.
func (s *state) only(passes func(*entity) bool) int {
	only := unsure
	for e := range s.entities {
		if x := &s.entities[e]; len(x.names) == 0 || !passes(x) {
			continue
		}
		if only != unsure {
			return unsure
		}
		only = e
	}
	return only
}

// fights tells whether an entity is known for an armed group.
func (x *entity) fights() bool {
	band := func(w uint32) bool { return bands[w] }
	return slices.ContainsFunc(x.roles, band) || slices.ContainsFunc(x.mods, band) ||
		slices.ContainsFunc(x.names, func(name []string) bool {
			return len(name) > 1 && slices.ContainsFunc(name, func(w string) bool { return banded[word(w)] })
		})
}

// What is done to those who are "the ousted president" or "the jailed leader"
// afterwards, and what others then want for them.
var (
	felled  = words("ousted", "deposed", "toppled", "overthrown", "detained", "arrested", "jailed", "imprisoned", "captured", "abducted", "kidnapped", "exiled")
	felling = words("oust", "depose", "topple", "overthrow", "remove", "detain", "arrest", "jail", "imprison", "hold", "seize", "capture", "abduct", "kidnap", "release", "free", "reinstate")
)

// fallen is the one named person of the report to whom it was done, for "the
// ousted president" and for the "he" of "he was detained"; else unsure.
func (s *state) fallen(i int) int {
	t := &s.traits[i]
	switch {
	case t.kind == text.MentionPronoun && (t.gender == 'm' || t.gender == 'f') && s.suffers(i):
	case t.kind == text.MentionNominal && t.det == 'd' && t.typ == 'P' && t.number == 's' && s.calledFallen(i):
	default:
		return unsure
	}
	return s.only(func(x *entity) bool { return x.typ == 'P' && x.felled && !clash(x.gender, t.gender) })
}

// calledFallen tells whether the words before the head of mention i say that it
// was done to him.
func (s *state) calledFallen(i int) bool {
	m := &s.doc.Mentions[i]
	return slices.ContainsFunc(s.doc.Tokens[m.First:m.Head], func(t text.Token) bool { return felled[word(t.Form)] })
}

// suffers tells whether mention i is the object of a verb of felling.
func (s *state) suffers(i int) bool {
	t := &s.doc.Tokens[s.doc.Mentions[i].Head]
	return (t.Is("obj") || t.Rel == "nsubj:pass") && t.Head >= 0 && felling[word(s.doc.Tokens[t.Head].Lemma)]
}
