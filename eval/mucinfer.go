package eval

import (
	"maps"
	"regexp"
	"slices"
	"strings"

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

// inherit holds the one named group that a document holds responsible for what it
// did or claims responsible for its other incidents too, whose author it does not
// tell.
func (s *mucScene) inherit() {
	from := -1
	for i := range s.all {
		switch n := len(s.all[i].confidence); {
		case n > 1, n == 1 && from >= 0:
			return
		case n == 1:
			from = i
		}
	}
	if from < 0 || !s.groups(s.all[from].confidence) {
		return
	}
	for i := range s.all {
		if m := &s.all[i]; i != from && m.stage[0] == accomplished {
			m.slots["perp_org"], m.confidence = s.all[from].slots["perp_org"], maps.Clone(s.all[from].confidence)
		}
	}
}

// groups tells whether what is held responsible is a named group, and not accused.
func (s *mucScene) groups(confidence map[string][]string) bool {
	for org, how := range confidence {
		if how[0] != reportedAsFact && how[0] != claimedIt || !slices.ContainsFunc(s.orgs, func(o mucOrg) bool {
			return !o.state && !o.common && sameFill(strings.Split(org, "/"), o.names)
		}) {
			return false
		}
	}
	return true
}
