package refer

import (
	"slices"

	"griot/text"
)

// The windows in which candidates are looked for.
const (
	pronounSentences = 4
	pronounMentions  = 40
	nominalMentions  = 50
)

// candidates fills s.cands with the earlier mentions that mention i might
// refer back to, nearest first, one for each entity and place that counts.
func (s *state) candidates(i int) {
	s.cands = s.cands[:0]
	clear(s.seen)
	t := &s.traits[i]
	window := nominalMentions
	if t.kind == text.MentionPronoun {
		window = pronounMentions
	}
	for j := i - 1; j >= max(0, i-window); j-- {
		if t.kind == text.MentionPronoun {
			if t.sentence-s.traits[j].sentence > pronounSentences {
				break
			}
			if s.possible(i, j) {
				s.cands = append(s.cands, j)
			}
		} else if s.seen[s.entity[j]] || s.traits[j].kind == text.MentionPronoun {
			continue
		} else if s.near(i, j) && s.possible(i, j) {
			s.seen[s.entity[j]] = true
			s.cands = append(s.cands, j)
		}
	}
	if t.kind == text.MentionPronoun {
		return
	}
	for _, w := range s.keys(i) {
		for _, e := range s.byWord[w] {
			if j := s.lastFull(e); !s.seen[e] && s.possible(i, j) {
				s.seen[e] = true
				s.cands = append(s.cands, j)
			}
		}
	}
}

// keys are the words by which an entity far away may be the one meant.
func (s *state) keys(i int) []uint32 {
	t := &s.traits[i]
	keys := []uint32{t.head}
	for _, p := range t.parts {
		keys = append(keys, word(p))
	}
	return keys
}

// near tells whether a phrase in the window is worth weighing: one that shares
// the head, or a definite phrase against what it may stand for.
func (s *state) near(i, j int) bool {
	t, a := &s.traits[i], &s.traits[j]
	if t.head == a.head || slices.Contains(s.entities[s.entity[j]].roles, t.head) {
		return true
	}
	if t.kind == text.MentionName {
		return a.kind == text.MentionNominal && t.sentence == a.sentence
	}
	return t.det != 'i' && t.det != 'q' && t.sentence-a.sentence <= 6 && !clash(t.number, a.number)
}

// lastFull is the last mention of an entity that is no pronoun, else the last.
func (s *state) lastFull(e int) int {
	ms := s.entities[e].mentions
	for k := len(ms) - 1; k >= max(0, len(ms)-most); k-- {
		if s.traits[ms[k]].kind != text.MentionPronoun {
			return ms[k]
		}
	}
	return ms[len(ms)-1]
}

// features describes "mention i refers back to mention j", or "mention i is
// new" for j = -1, as hashes.
func (s *state) features(i, j int) []uint32 {
	s.buf = s.buf[:0]
	if j < 0 {
		s.newness(i)
	} else {
		s.pair(i, j)
	}
	return s.buf
}

// newness describes a mention as the first of its entity.
func (s *state) newness(i int) {
	t := &s.traits[i]
	earlier := len(s.byWord[t.head])
	add := func(kind, value uint32) {
		h := mix(kind, value)
		s.buf = append(s.buf, h, mix(h, t.class))
	}
	add(1, 0)
	add(2, t.head)
	add(3, mix(t.head, uint32(t.det)))
	add(4, t.first)
	add(5, t.before)
	add(6, t.after)
	add(7, t.role)
	add(8, uint32(t.length))
	add(9, uint32(min(earlier, 3)))
	add(10, uint32(t.typ)<<8|uint32(t.number))
	add(11, t.governor)
	add(12, uint32(bucket(i)))
	add(13, uint32(bucket(len(s.cands))))
	add(14, uint32(min(len(t.mods), 3)))
	add(15, flag(t.quoted))
	add(20, t.second)
	if t.kind != text.MentionPronoun {
		seen := uint32(min(earlier, 2))<<8 | flag(s.texts[t.text] > 0)
		add(16, mix(seen, t.role))
		add(17, seen<<8|uint32(t.det))
		add(18, seen<<8|uint32(t.tail))
		add(19, mix(t.before, t.after))
	}
}

// pair describes mention i as referring back to mention j.
func (s *state) pair(i, j int) {
	t, a := &s.traits[i], &s.traits[j]
	x := &s.entities[s.entity[j]]
	form := mix(t.class, uint32(a.kind[1]))
	if a.kind == text.MentionPronoun {
		form = mix(t.class, a.class)
	}
	add := func(kind, value uint32) {
		h := mix(kind+100, value)
		s.buf = append(s.buf, h, mix(h, t.class), mix(h, form))
	}
	distance := uint32(bucket(t.sentence - a.sentence))
	add(1, distance)
	add(2, uint32(bucket(i-j)))
	add(3, form)
	add(4, agreement(t.number, x.number)<<4|agreement(t.gender, x.gender))
	add(5, uint32(t.typ)<<8|uint32(x.typ))
	add(6, mix(t.role, a.role))
	add(7, distance<<8|flag(x.subject)<<1|flag(s.doc.Tokens[s.doc.Mentions[j].Head].Is("nsubj")))
	add(8, uint32(t.det)<<8|uint32(a.det))
	add(9, uint32(bucket(len(x.mentions)))<<8|distance)
	add(10, flag(len(x.names) > 0)<<4|flag(t.quoted)<<1|flag(a.quoted))
	add(11, s.nesting(i, j)<<4|flag(t.governor == a.governor && t.sentence == a.sentence))
	add(12, uint32(a.person)<<8|uint32(a.animate)<<4|uint32(t.animate))
	add(31, uint32(x.typ)<<16|uint32(x.number)<<8|uint32(x.gender))
	if t.kind == text.MentionPronoun {
		add(32, s.rank(i, j))
		add(33, mix(s.rank(i, j), a.role))
		add(34, uint32(a.noun.Type))
		add(13, a.head)
		add(14, mix(t.governor, a.head))
		add(15, mix(a.role, distance))
		add(40, s.drawn(i, j))
		return
	}
	match := flag(t.head == a.head)<<4 | flag(t.text == a.text)<<2 | flag(slices.Contains(x.roles, t.head))
	add(16, match)
	add(23, mix(match, t.role))
	add(24, mix(match, uint32(t.det)<<8|uint32(a.det)))
	add(25, mix(match, distance<<8|uint32(min(len(x.mentions), 3))))
	add(26, mix(match, uint32(t.length)<<8|uint32(a.length)))
	add(27, mix(match, uint32(t.tail)<<8|uint32(a.tail)))
	add(28, mix(match, a.role))
	add(17, mix(t.head, a.head))
	add(18, modifiers(t.mods, a.mods)<<4|flag(t.head == a.head))
	add(19, mix(t.head, uint32(x.typ)))
	add(20, s.equation(i, j))
	add(21, nameMatch(t, a)<<8|uint32(t.typ))
	add(29, mix(s.prominence(i, s.entity[j]), uint32(t.det)))
	add(30, mix(mix(t.head, s.prominence(i, s.entity[j])), distance))
	same := flag(s.texts[t.text] == s.entity[j]+1)
	add(35, same<<8|distance)
	add(36, same<<8|uint32(t.det))
	add(37, modifiers(t.mods, x.mods)<<4|match)
	add(38, uint32(t.noun.Type)<<8|uint32(a.noun.Type))
	add(39, mix(match, t.second))
	add(22, flag(slices.Contains(x.roles, t.head))<<8|distance)
}

// rank counts the entities, up to four, that were mentioned after mention j and
// agree with mention i as far as is known.
func (s *state) rank(i, j int) uint32 {
	t := &s.traits[i]
	clear(s.seen)
	s.seen[s.entity[j]] = true
	n := uint32(0)
	for k := i - 1; k > j && n < 4; k-- {
		x := &s.entities[s.entity[k]]
		if s.seen[s.entity[k]] || clash(t.number, x.number) || clash(t.gender, x.gender) {
			continue
		}
		s.seen[s.entity[k]] = true
		n++
	}
	return n
}

// prominence is how an entity stands among those that are called by the head of
// mention i: 0 it is not called so, 1 alone, 2 the one whose name the document
// has most often, 3 another.
func (s *state) prominence(i, e int) uint32 {
	list := s.byWord[s.traits[i].head]
	if !slices.Contains(list, e) {
		return 0
	}
	if len(list) == 1 {
		return 1
	}
	for _, other := range list {
		if s.entities[other].weight > s.entities[e].weight {
			return 3
		}
	}
	return 2
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// agreement is 0 when a value is unknown, 1 when both are the same, 2 when not.
func agreement(a, b byte) uint32 {
	switch {
	case a == '?' || b == '?':
		return 0
	case a == b:
		return 1
	}
	return 2
}

// nesting is how the phrases lie: apart, i in j, j in i.
func (s *state) nesting(i, j int) uint32 {
	a, b := s.doc.Mentions[i].Range, s.doc.Mentions[j].Range
	switch {
	case b.First <= a.First && a.End <= b.End:
		return 1
	case a.First <= b.First && b.End <= a.End:
		return 2
	}
	return 0
}

// modifiers compares what stands beside the heads: 0 neither has any, 1 the
// same, 2 only the earlier has more, 3 only the later has more, 4 they differ.
func modifiers(t, a []uint32) uint32 {
	lacks := func(x, y []uint32) bool {
		return slices.ContainsFunc(x, func(w uint32) bool { return !slices.Contains(y, w) })
	}
	more, less := lacks(t, a), lacks(a, t)
	switch {
	case len(t) == 0 && len(a) == 0:
		return 0
	case !more && !less:
		return 1
	case !more:
		return 2
	case !less:
		return 3
	}
	return 4
}

// equation tells whether the words between say that j is i: 1 apposition, 2 a
// predicate with the, 3 another predicate.
func (s *state) equation(i, j int) uint32 {
	d := s.doc
	h, g := d.Mentions[i].Head, d.Mentions[j].Head
	switch {
	case d.Tokens[h].Head == g && d.Tokens[h].Is("appos"):
		return 1
	case d.Tokens[g].Head == h && d.Tokens[g].Is("nsubj") && d.Child(h, "cop") >= 0:
		if s.denied(h) {
			return 0
		}
		if s.traits[i].det == 'd' || s.traits[i].det == 'p' {
			return 2
		}
		return 3
	}
	return 0
}

// denied tells whether token h is said not to be.
func (s *state) denied(h int) bool {
	for k := range s.doc.Children(h) {
		if l := s.doc.Tokens[k].Lemma; l == "not" || l == "never" {
			return true
		}
	}
	return false
}

// nameMatch compares two names: 0 not both are names, 1 the same, 2 one is part
// of the other, 3 they share the last word, 4 some word, 5 none.
func nameMatch(t, a *traits) uint32 {
	if len(t.parts) == 0 || len(a.parts) == 0 {
		return 0
	}
	switch {
	case slices.Equal(t.parts, a.parts):
		return 1
	case partOf(t.parts, a.parts) || partOf(a.parts, t.parts):
		return 2
	case t.parts[len(t.parts)-1] == a.parts[len(a.parts)-1]:
		return 3
	case slices.ContainsFunc(t.parts, func(w string) bool { return slices.Contains(a.parts, w) }):
		return 4
	}
	return 5
}
