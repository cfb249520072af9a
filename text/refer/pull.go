package refer

import "griot/text"

// pull is where the grammar draws a pronoun: the heads of the subjects that it
// is likely to mean, -1 where there is none.
type pull struct {
	mention int // whose it is
	bound   int // of the verb whose object or oblique the pronoun possesses
	clause  int // of the verb that the pronoun's clause completes or modifies
	joined  int // of the verb that the pronoun's clause is joined to
	before  int // of the sentence before
	talk    int // of the verb of saying before, for the subject of one
}

// pulled finds where mention i is drawn.
func (s *state) pulled(i int) *pull {
	p := &s.pull
	if p.mention == i {
		return p
	}
	*p = pull{i, -1, -1, -1, -1, -1}
	d := s.doc
	h := d.Mentions[i].Head
	t := &d.Tokens[h]
	if n := s.traits[i].sentence - 1; n >= 0 && d.Sentences[n].Root >= 0 {
		p.before = d.Child(d.Sentences[n].Root, "nsubj")
	}
	if t.Head < 0 {
		return p
	}
	v := t.Head
	if t.Is("nmod:poss") {
		for n := 0; n < 3 && d.Tokens[v].Is("nmod") && d.Tokens[v].Head >= 0; n++ {
			v = d.Tokens[v].Head
		}
		if o := &d.Tokens[v]; o.Head >= 0 && (o.Is("obj") || o.Is("obl") || o.Is("iobj")) {
			p.bound = d.Child(o.Head, "nsubj")
		}
		return p
	}
	if !t.Is("nsubj") {
		return p
	}
	switch c := &d.Tokens[v]; {
	case c.Head < 0:
	case c.Is("conj") || c.Is("parataxis"):
		p.joined = d.Child(c.Head, "nsubj")
	default:
		p.clause = d.Child(c.Head, "nsubj")
	}
	if s.lang.Saying[d.Tokens[v].Lemma].Speaker {
		p.talk = s.lastSpeaker(v)
	}
	return p
}

// lastSpeaker is the head of the subject of the verb of saying nearest before
// token v, within a few sentences.
func (s *state) lastSpeaker(v int) int {
	const far = 120
	for k := v - 1; k >= max(0, v-far); k-- {
		if t := &s.doc.Tokens[k]; t.UPOS == "VERB" && s.lang.Saying[t.Lemma].Speaker {
			if subject := s.doc.Child(k, "nsubj"); subject >= 0 {
				return subject
			}
		}
	}
	return -1
}

// drawn tells in which ways the grammar draws mention i to mention j, a bit each.
func (s *state) drawn(i, j int) uint32 {
	p, g := s.pulled(i), s.doc.Mentions[j].Head
	return flag(p.bound == g) | flag(p.clause == g)<<1 | flag(p.joined == g)<<2 | flag(p.before == g)<<3 | flag(p.talk == g)<<4
}

// opening is the person that the sentence before names as its subject, for the
// "he", "she", "his" or "her" with which the next one of the paragraph opens;
// else unsure.
func (s *state) opening(i int) int {
	d, t := s.doc, &s.traits[i]
	h := d.Mentions[i].Head
	if k := &d.Tokens[h]; t.gender != 'm' && t.gender != 'f' || !k.Is("nsubj") && !k.Is("nmod:poss") {
		return unsure
	}
	sentence := d.Sentences[t.sentence]
	if t.sentence == 0 || d.Sentences[t.sentence-1].Paragraph != sentence.Paragraph {
		return unsure
	}
	for k := sentence.First; k < h; k++ {
		if _, ok := s.byHead[k]; ok {
			return unsure // somebody else opens it
		}
	}
	j, ok := s.byHead[s.pulled(i).before]
	if !ok || s.traits[j].kind == text.MentionPronoun || s.entity[j] < 0 || !s.possible(i, j) {
		return unsure
	}
	if x := &s.entities[s.entity[j]]; x.typ != 'P' || len(x.names) == 0 {
		return unsure
	}
	return s.entity[j]
}
