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

// inherit holds the one organisation that a document holds responsible for what it
// tells responsible for its other incidents too, whose authors it does not tell.
func (s *mucScene) inherit() {
	from := s.onlyHeld()
	if from == nil {
		return
	}
	for i := range s.all {
		if m := &s.all[i]; len(m.confidence) == 0 && len(m.slots["perp_individual"]) == 0 {
			m.slots["perp_org"], m.confidence = from.slots["perp_org"], maps.Clone(from.confidence)
		}
	}
}

// onlyHeld is the first incident that somebody is held responsible for, nil where
// there is none or the document holds several organisations responsible.
func (s *mucScene) onlyHeld() *mucIncident {
	var first *mucIncident
	for i := range s.all {
		m := &s.all[i]
		switch {
		case len(m.confidence) == 0:
		case first == nil && len(m.confidence) == 1:
			first = m
		case first == nil || !maps.EqualFunc(first.confidence, m.confidence, func(a, b []string) bool { return true }):
			return nil
		}
	}
	return first
}
