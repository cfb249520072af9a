package eval

import (
	"slices"

	"griot"
	"griot/claim"
	"griot/claim/what"
	"griot/text"
)

// mucScene is a document and what is known of it while templates are made.
type mucScene struct {
	claim.Parts
	doc    *text.Doc
	actors []griot.ActorFacts
	orgs   []mucOrg
	bombed bool // a bombing is told of
	all    []mucIncident
	at     map[string]int // incidents by type and stage
	told   []int          // for each sentence the incident told of last, -1
}

// newMUCScene finds the incidents of a document: the attacks on people and
// property, those of one type told once for a document unless they have other
// authors and targets. Fights between armed sides are none.
func newMUCScene(parts claim.Parts, doc *text.Doc) *mucScene {
	s := &mucScene{Parts: parts, doc: doc, actors: parts.Cast.Actors(), at: map[string]int{}, told: make([]int, len(doc.Sentences))}
	s.orgs = organisations(doc, s.actors)
	for i := range s.told {
		s.told[i] = -1
	}
	deeds := slices.DeleteFunc(deedsOf(doc, s.Events, s.Judge), s.irrelevant)
	s.bombed = slices.ContainsFunc(deeds, func(d mucDeed) bool { return d.typ == "BOMBING" && d.stage == accomplished && len(d.on) > 0 })
	for i := range deeds {
		s.tell(&deeds[i])
	}
	s.unfinished()
	s.blame()
	s.rebels()
	s.inherit()
	s.all = slices.DeleteFunc(s.all, s.passing)
	return s
}

// irrelevant tells a deed of or among the armed: whom soldiers fight, and whom
// rebels fight in arms.
func (s *mucScene) irrelevant(d mucDeed) bool {
	if battles[d.frame.Lemma] {
		return true
	}
	if t := s.doc.Tokens[d.head]; (t.XPOS == "VBZ" || t.XPOS == "VBP") && s.doc.Child(d.head, "aux", "aux:pass") < 0 {
		return true
	}
	if d.typ == "KIDNAPPING" || len(d.on) == 0 {
		return false
	}
	return !slices.ContainsFunc(d.on, func(k int) bool { return !s.armed(k) })
}

// armed tells whether the phrase that token k heads is of those who bear arms.
func (s *mucScene) armed(k int) bool {
	span := s.doc.Span(s.doc.Subtree(k))
	return soldiery.MatchString(s.doc.Report.Text[span.Start:span.End]) ||
		slices.ContainsFunc(orgsIn(s.orgs, span.Start, span.End), func(o mucOrg) bool { return !o.state })
}

// tell adds a deed to the incident that it is told of.
func (s *mucScene) tell(d *mucDeed) {
	m := s.incidentOf(d)
	sent := s.doc.Sentences[d.sentence]
	m.sentences = append(m.sentences, sent.ByteStart)
	m.deeds = append(m.deeds, *d)
	sentence := s.doc.Report.Text[sent.ByteStart:sent.ByteEnd]
	for _, k := range d.by {
		s.culprit(m, d, k)
	}
	s.fighters(m, d, sent.ByteStart, sentence)
	for _, k := range d.on {
		if s.specific(k) {
			s.target(m, k)
		}
	}
	if len(m.kinds) == 0 {
		s.beside(m, d)
	}
}

// incidentOf is the incident that a deed belongs to. What somebody nameless
// suffered is the effect of the deed told before it in the same breath.
func (s *mucScene) incidentOf(d *mucDeed) *mucIncident {
	if d.effect {
		for back := 0; back < 2 && d.sentence >= back; back++ {
			if k := s.told[d.sentence-back]; k >= 0 && s.all[k].stage[0] == d.stage && s.all[k].typ[0] != "KIDNAPPING" {
				s.told[d.sentence] = k
				return &s.all[k]
			}
		}
	}
	if d.typ == "ATTACK" && plainly[d.frame.Lemma] && d.stage == accomplished && s.bombed {
		d.typ = "BOMBING"
	}
	k, ok := s.at[d.typ+d.stage]
	if ok && d.typ != "BOMBING" && s.another(&s.all[k], d) {
		ok = false
	}
	if !ok {
		return s.add(d)
	}
	s.told[d.sentence] = k
	return &s.all[k]
}

// ofIncident is the incident that a sentence speaks of: the one told of in it, or
// last before it; the first before any.
func (s *mucScene) ofIncident(i int) int {
	for ; i >= 0; i-- {
		if s.told[i] >= 0 {
			return s.told[i]
		}
	}
	return 0
}

// add adds an incident of the type and stage of a deed.
func (s *mucScene) add(d *mucDeed) *mucIncident {
	s.told[d.sentence] = len(s.all)
	s.at[d.typ+d.stage] = len(s.all)
	s.all = append(s.all, mucIncident{typ: []string{d.typ}, stage: []string{d.stage}, confidence: map[string][]string{}, slots: map[string][][]string{}})
	return &s.all[len(s.all)-1]
}

// another tells a deed with an author and a target of its own from an incident
// of other targets.
func (s *mucScene) another(m *mucIncident, d *mucDeed) bool {
	if d.frame.Odds < what.Likely || len(d.by) == 0 || len(d.on) == 0 || slices.Contains(m.sentences, s.doc.Sentences[d.sentence].ByteStart) {
		return false
	}
	if len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"]) == 0 {
		return false
	}
	for _, k := range d.on {
		words := []string{s.doc.Words(s.phrase(k))}
		if a, ok := s.Cast.At(k); ok && a.Name != "" {
			words = append(words, a.Name)
		}
		for _, slot := range []string{"hum_tgt", "phys_tgt"} {
			if slices.ContainsFunc(m.slots[slot], func(have []string) bool { return sameFill(have, words) }) {
				return false
			}
		}
	}
	return true
}
