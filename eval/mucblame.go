package eval

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/claim/said"
	"griot/claim/what"
)

// The confidences of MUC that are told apart here.
const (
	reportedAsFact  = "REPORTED AS FACT" // nothing qualifies it
	accusedPlain    = "SUSPECTED OR ACCUSED"
	accusedByOffice = "SUSPECTED OR ACCUSED BY AUTHORITIES"
	claimedIt       = "CLAIMED OR ADMITTED"
	possiblyIt      = "POSSIBLE"
)

// blame holds those responsible whom the document accuses or who claim a deed,
// for the incident told of in the sentence, or last before it.
func (s *mucScene) blame() {
	if len(s.all) == 0 {
		return
	}
	s.avowed()
	s.accused()
	s.charged()
}

// avowed holds those responsible who say that a deed is theirs.
func (s *mucScene) avowed() {
	for _, a := range s.avowals() {
		s.hold(s.spokenOf(a.Cue), s.named(a.By), claimedIt)
	}
}

// avowals are those of the document that came about, unlike "the ELN has not yet
// claimed responsibility".
func (s *mucScene) avowals() []said.Avowal {
	return slices.DeleteFunc(s.Talk.Avowals(), func(a said.Avowal) bool { return !s.Judge.Of(s.doc, a.Cue).Status.Real() })
}

// series makes claims of all that those are held responsible for who claim a deed
// in the document: who claims one attack claims the others of his campaign.
func (s *mucScene) series() {
	for _, a := range s.avowals() {
		orgs := s.named(a.By)
		for i := range s.all {
			s.all[i].claimedBy(orgs)
		}
	}
}

// claimedBy makes a claim of what an incident holds organisations responsible for
// that claim deeds in the document.
func (m *mucIncident) claimedBy(orgs []mucOrg) {
	for have := range m.confidence {
		if slices.ContainsFunc(orgs, func(o mucOrg) bool { return sameFill(strings.Split(have, "/"), o.names) }) {
			m.confidence[have] = []string{claimedIt}
		}
	}
}

// accused holds those responsible whom somebody accuses of a deed.
func (s *mucScene) accused() {
	for i := range s.Events {
		f := &s.Events[i]
		if f.Type != griot.Accuse || f.Mode != "allege" || !s.ofDeed(f.Head) {
			continue
		}
		if !s.Judge.Of(s.doc, f.Head).Status.Real() {
			continue
		}
		for _, k := range f.Recipients {
			s.hold(s.spokenOf(f.Head), s.named(k), s.accuser(f))
		}
	}
}

// ofDeed tells whether the sentence of a token names a deed, or comes back to one.
func (s *mucScene) ofDeed(tok int) bool {
	n := s.doc.Tokens[tok].Sentence
	if slices.ContainsFunc(s.Events, func(f what.Frame) bool {
		return f.Type == griot.Assault && s.doc.Tokens[f.Head].Sentence == n
	}) {
		return true
	}
	sent := s.doc.Sentences[n]
	return comesBack.MatchString(s.doc.Report.Text[sent.ByteStart:sent.ByteEnd])
}

// comesBack are words by which a text comes back to a deed.
var comesBack = regexp.MustCompile(`(?i)\b(crimes?|actions?|acts?|incidents?|deaths?|responsible|it)\b`)

// charged holds those responsible of whom it is said that a deed is theirs.
func (s *mucScene) charged() {
	for _, c := range s.Charges {
		if status := s.Judge.Of(s.doc, c.Cue).Status; status == griot.Denied || status == griot.Conditional {
			continue
		}
		how := s.confidence(c.Cue, "")
		if how == reportedAsFact && !c.Told {
			how = accusedPlain
		}
		s.hold(s.spokenOf(c.Cue), s.named(c.Whom), how)
	}
}

// spokenOf is the incident that the sentence of a token speaks of.
func (s *mucScene) spokenOf(tok int) *mucIncident {
	return &s.all[s.ofIncident(s.doc.Tokens[tok].Sentence)]
}

// accuser is how a frame accuses: by authorities where they do it or say so.
func (s *mucScene) accuser(f *what.Frame) string {
	for _, k := range f.Actors {
		if a, ok := s.Cast.At(k); ok && official(a.Code) {
			return accusedByOffice
		}
	}
	return s.sayingSo(f.Head)
}

// sayingSo is how those who tell of the act at a token accuse.
func (s *mucScene) sayingSo(head int) string {
	for _, v := range s.Talk.Voices(head) {
		if i := slices.IndexFunc(s.actors, func(a griot.ActorFacts) bool { return a.ID == v.ID }); i >= 0 && official(s.actors[i].Code) || offices.MatchString(v.Words) {
			return accusedByOffice
		}
	}
	return accusedPlain
}

// official tells the code of an actor who acts for a state.
func official(code string) bool {
	_, sector, _ := strings.Cut(code, " ")
	return slices.Contains([]string{"GOV", "MIL", "COP", "JUD", "SPY", "LEG"}, sector)
}

// offices are words for authorities that are no actor with a code.
var offices = regexp.MustCompile(`(?i)\b(police|army|officials?|minist(er|ry)|government|authorit(y|ies)|military|president|attorney|judge|armed forces|security|colonel|general|brigade|battalion|official report|communique)\b`)

// hold holds organisations responsible for an incident.
func (s *mucScene) hold(m *mucIncident, orgs []mucOrg, how string) {
	for _, o := range orgs {
		m.fill("perp_org", o.names...)
		m.hold(strings.Join(o.names, "/"), how)
	}
}

// hold holds an organisation responsible: what was said first stays, but that what
// is suspected outdoes a plain report, and what is claimed both.
func (m *mucIncident) hold(org, how string) {
	for _, have := range slices.Sorted(maps.Keys(m.confidence)) {
		if sameFill(strings.Split(have, "/"), strings.Split(org, "/")) {
			if how != reportedAsFact && m.confidence[have][0] == reportedAsFact || how == claimedIt {
				m.confidence[have] = []string{how}
			}
			return
		}
	}
	m.confidence[org] = []string{how}
}

// confidence is how the text holds those responsible, whom some words name, who do
// the deed at a token of it.
func (s *mucScene) confidence(head int, words string) string {
	alleges := func(v griot.Voice) bool { return alleged.MatchString(v.Cue) }
	switch {
	case presumed.MatchString(words), s.around(head, presumed), slices.ContainsFunc(s.Talk.Voices(head), alleges):
		return accusedPlain
	case s.around(head, maybes):
		return possiblyIt
	}
	return reportedAsFact
}

// around tells whether words of a kind stand by the deed at a token.
func (s *mucScene) around(head int, of *regexp.Regexp) bool {
	sent := s.doc.Sentences[s.doc.Tokens[head].Sentence]
	from, to := max(sent.First, head-6), min(sent.End, head+7)
	return of.MatchString(s.doc.Report.Text[s.doc.Tokens[from].Start:s.doc.Tokens[to-1].End])
}

var (
	presumed = regexp.MustCompile(`(?i)\b(suspected|alleged(ly)?|presum(ed|abl[ey])|supposed(ly)?|reputed)\b`)
	alleged  = regexp.MustCompile(`(?i)\b(claim\w*|alleg\w*|charg\w*|maintain\w*|insist\w*|accus\w*|believ\w*|suspect\w*|denounc\w*)\b`)
	maybes   = regexp.MustCompile(`(?i)\b(possibl[ey]|perhaps|might have|may have|apparently|could have)\b`)
)
