package eval

import (
	"regexp"
	"slices"

	"griot"
	"griot/claim/where/atlas"
)

// incidentOf is the incident that a deed belongs to: that with which it has the
// most in common, the latest of equals, or a new one. What somebody nameless
// suffered is the effect of the deed told before it in the same breath.
func (s *mucScene) incidentOf(d *mucDeed) *mucIncident {
	if k := s.causeOf(d); k >= 0 {
		s.told[d.sentence] = k
		return &s.all[k]
	}
	best, most := -1, parted
	for k := range slices.Backward(s.all) {
		if n := s.alike(k, d); n > most {
			best, most = k, n
		}
	}
	if best < 0 {
		return s.add(d)
	}
	m := &s.all[best]
	if d.typ == "BOMBING" && m.typ[0] == "ATTACK" {
		m.typ = []string{"BOMBING"}
	}
	s.told[d.sentence] = best
	return m
}

// causeOf is the incident told in the same breath as a deed that only says what
// it did to somebody, -1 for none.
func (s *mucScene) causeOf(d *mucDeed) int {
	for back := 0; d.effect && back < 2 && d.sentence >= back; back++ {
		if k := s.told[d.sentence-back]; k >= 0 && s.all[k].stage[0] == d.stage && s.all[k].typ[0] != "KIDNAPPING" && !s.elsewhere(&s.all[k], d) {
			return k
		}
	}
	return -1
}

// parted is what an incident and a deed must weigh more than to be one.
const parted = -2

// alike weighs what speaks for a deed being part of an incident against what
// speaks for its being another: hand-set points.
func (s *mucScene) alike(k int, d *mucDeed) int {
	m := &s.all[k]
	if m.stage[0] != d.stage || m.typ[0] != d.typ && !oneType(m, d) {
		return parted
	}
	n := 0
	last := m.deeds[len(m.deeds)-1].sentence
	own := slices.ContainsFunc(d.on, func(t int) bool { return s.fresh(m, t) })
	for _, sign := range []struct {
		holds  bool
		points int
	}{
		{s.sameTarget(m, d), 4},
		{!own, 1},
		{s.told[d.sentence] == k, 3},
		{d.sentence == last+1, 1},
		{own && len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"]) > 0, -2},
		{slices.ContainsFunc(m.deeds, func(x mucDeed) bool { return otherDay(&x, d) }), -3},
		{s.elsewhere(m, d), -3},
		{s.turns(d.sentence) && last < d.sentence, -2},
		{s.doc.Sentences[last].Paragraph != s.doc.Sentences[d.sentence].Paragraph && own, -1},
	} {
		if sign.holds {
			n += sign.points
		}
	}
	return n
}

// oneType tells whether a plain attack and a bombing may be one.
func oneType(m *mucIncident, d *mucDeed) bool {
	plain := func(x mucDeed) bool { return plainly[x.frame.Lemma] || effects[x.frame.Lemma] }
	switch {
	case m.typ[0] == "BOMBING" && d.typ == "ATTACK":
		return plain(*d)
	case m.typ[0] == "ATTACK" && d.typ == "BOMBING":
		return !slices.ContainsFunc(m.deeds, func(x mucDeed) bool { return x.frame == nil || !plain(x) })
	}
	return false
}

// otherDay tells whether two deeds are said to be of different days.
func otherDay(a, b *mucDeed) bool {
	return dated(a) && dated(b) && !a.day.Overlaps(b.day)
}

// dated tells whether the text says the day of a deed.
func dated(d *mucDeed) bool {
	return d.day.Known() && (d.day.Basis == griot.BasisText || d.day.Basis == griot.BasisAnaphora)
}

// elsewhere tells whether a deed is said to be at another place than all the deeds
// of an incident that have one.
func (s *mucScene) elsewhere(m *mucIncident, d *mucDeed) bool {
	known := false
	for _, x := range m.deeds {
		if !located(&x) || !located(d) {
			continue
		}
		if known = true; atlas.Km(x.place.Lat, x.place.Lon, d.place.Lat, d.place.Lon) <= max(x.place.RadiusKm, d.place.RadiusKm)+15 {
			return false
		}
	}
	return known
}

// located tells whether the text gives the place of a deed, smaller than a country.
func located(d *mucDeed) bool {
	return d.place != nil && d.place.Admin1 != "" && d.place.RadiusKm > 0
}

// sameTarget tells whether a deed hits whom or what an incident hit.
func (s *mucScene) sameTarget(m *mucIncident, d *mucDeed) bool {
	for _, k := range d.on {
		k = s.Cast.Meant(k)
		words := s.calls(k)
		for _, slot := range []string{"hum_tgt", "phys_tgt"} {
			if slices.ContainsFunc(m.slots[slot], func(have []string) bool { return sameFill(have, words) }) {
				return true
			}
		}
	}
	return false
}

// fresh tells a target that an incident does not have yet: a name, or somebody
// or something that is new to the reader. What is pointed at was told of before,
// unless a name tells which.
func (s *mucScene) fresh(m *mucIncident, k int) bool {
	t := s.doc.Tokens[k]
	if !s.specific(k) || t.UPOS == "PRON" {
		return false
	}
	r := s.phrase(k)
	for i := r.First; i < r.End; i++ {
		if s.doc.Tokens[i].UPOS == "PROPN" {
			return true
		}
	}
	det := s.doc.Child(k, "det", "nmod:poss")
	return det < 0 || indefinite[s.doc.Tokens[det].Lemma]
}

var indefinite = map[string]bool{"a": true, "an": true, "another": true, "some": true, "several": true}

// turns tells whether a sentence turns to something else.
func (s *mucScene) turns(i int) bool {
	sent := s.doc.Sentences[i]
	return turning.MatchString(s.doc.Report.Text[sent.ByteStart:sent.ByteEnd])
}

var turning = regexp.MustCompile(`(?i)^\W*(meanwhile|elsewhere|in another|in other|in a separate|moreover|in addition|furthermore|on the other hand|another|a second|also)\b|\b(in another (attack|incident|action|place|part)|in a separate)\b`)
