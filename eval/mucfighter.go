package eval

import (
	"regexp"
	"slices"
)

// fighters holds the group responsible whose fighters a sentence names beside a
// deed that it gives no author: "in an attack by FMLN units", "FMLN guerrillas
// set off a bomb".
func (s *mucScene) fighters(m *mucIncident, d *mucDeed, begin int, sentence string) {
	if slices.ContainsFunc(d.by, func(k int) bool {
		span := s.doc.Span(s.phrase(k))
		return len(orgsIn(s.orgs, span.Start, span.End)) > 0
	}) {
		return
	}
	for _, o := range orgsIn(s.orgs, begin, begin+len(sentence)) {
		if o.state || !fightersAfter.MatchString(sentence[o.end-begin:]) && !fightersBefore.MatchString(sentence[:o.start-begin]) {
			continue
		}
		if slices.ContainsFunc(d.on, func(k int) bool {
			span := s.doc.Span(s.doc.Subtree(k))
			return span.Start <= o.start && o.end <= span.End
		}) {
			continue
		}
		s.hold(m, []mucOrg{o}, s.confidence(d.head, ""))
	}
}

var (
	fightersAfter  = regexp.MustCompile(`(?i)^"?( [\[(][^\])]*[\])])?( [a-z-]+)? (guerrillas?|rebels?|units?|members?|militants?|commandos?|terrorists?|column|forces|subversives|fighters|squad)\b`)
	fightersBefore = regexp.MustCompile(`(?i)\b(by|members? of|guerrillas? (of|from)|rebels of|units of|commandos? of|column of|militants of|terrorists (of|from)|organization) (the )?"?$`)
)
