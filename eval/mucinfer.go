package eval

import (
	"maps"
	"regexp"
	"slices"

	"griot/text"
)

// rebels holds the one armed group that a document names responsible for what
// nameless rebels did in it.
func (s *mucScene) rebels() {
	only := s.onlyGroup()
	if only == nil {
		return
	}
	for i := range s.all {
		if m := &s.all[i]; len(m.confidence) == 0 && (slices.ContainsFunc(m.slots["perp_individual"], nameless) || s.rebelsNear(m)) {
			s.hold(m, []mucOrg{*only}, reportedAsFact)
		}
	}
}

// onlyGroup is the one group that a document names, nil where there are more.
func (s *mucScene) onlyGroup() *mucOrg {
	var only *mucOrg
	for i := range s.orgs {
		o := &s.orgs[i]
		if o.state || o.common {
			continue
		}
		if only != nil && only.id != o.id {
			return nil
		}
		only = o
	}
	return only
}

// rebelsNear tells whether a sentence that tells of an incident names rebels.
func (s *mucScene) rebelsNear(m *mucIncident) bool {
	return slices.ContainsFunc(s.doc.Sentences, func(x text.Sentence) bool {
		return slices.Contains(m.sentences, x.ByteStart) && rebel.MatchString(s.doc.Report.Text[x.ByteStart:x.ByteEnd])
	})
}

// nameless tells a fill that calls people rebels without naming their group.
func nameless(fill []string) bool {
	return slices.ContainsFunc(fill, rebel.MatchString)
}

var rebel = regexp.MustCompile(`(?i)\b(guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|commandos?|militants?)\b`)

// inherit holds the organisation that a document holds responsible for most of what
// it tells responsible for its other incidents too, whose authors it does not tell.
func (s *mucScene) inherit() {
	from := s.mostHeld()
	if from == nil {
		return
	}
	for i := range s.all {
		if m := &s.all[i]; len(m.confidence) == 0 && !slices.ContainsFunc(m.slots["perp_individual"], byPeople) {
			m.slots["perp_org"], m.confidence = from.slots["perp_org"], maps.Clone(from.confidence)
		}
	}
}

// mostHeld is the first incident of the organisation that is alone held responsible
// for all incidents of a document that somebody is held responsible for, or for all
// but a few; nil where there is none.
func (s *mucScene) mostHeld() *mucIncident {
	first, times, held := map[string]*mucIncident{}, map[string]int{}, 0
	for i := range s.all {
		for org := range s.all[i].confidence {
			held++
			if times[org]++; times[org] == 1 && len(s.all[i].confidence) == 1 {
				first[org] = &s.all[i]
			}
		}
	}
	for org, m := range first {
		if times[org] >= few*(held-times[org]) {
			return m
		}
	}
	return nil
}

// few is how many times as often as all others an organisation must be held.
const few = 4

// byPeople tells a fill that speaks of people, not of what they used: "a bomb".
func byPeople(fill []string) bool { return !slices.ContainsFunc(fill, things.MatchString) }

var things = regexp.MustCompile(`(?i)\b(bombs?|blasts?|explosions?|explosives?|charges?|bullets?|shots?|grenades?|mines?|rockets?|missiles?|dynamite|fire|glass)\b`)
