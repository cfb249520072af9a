package eval

import (
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
		if o.state || o.vague {
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

// inherit holds the one organisation that a document holds responsible for an
// incident responsible for its other incidents too.
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
	for i := range s.all {
		if from < 0 || i == from || s.all[i].stage[0] != accomplished {
			continue
		}
		s.all[i].slots["perp_org"] = s.all[from].slots["perp_org"]
		s.all[i].confidence = s.all[from].confidence
	}
}
