package eval

import (
	"regexp"
	"slices"
)

var (
	duds    = regexp.MustCompile(`(?i)\b(bombs?|explosives?|dynamite|explosive device|charges?|grenades?)\b[^.]{0,80}\b(defused|deactivated|dismantled|failed to explode|did not explode)\b|\b(defused|deactivated|dismantled)\b[^.]{0,60}\b(bombs?|explosives?|dynamite|device|charges?)\b`)
	threats = regexp.MustCompile(`(?i)\bdeath threats?\b|\bthreat(?:en(?:s|ed|ing)?|s)?(?: \w+){0,4} (?:to (?:kill|murder|assassinate|attack|execute)|with death)\b`)
	mines   = regexp.MustCompile(`(?i)\bbomb threats?\b|\bthreat(?:en(?:s|ed|ing)?|s)?(?: \w+){0,4} to (?:bomb|blow|dynamite)\b`)
)

// unfinished finds the bombs that did not go off and the threats of death that no
// deed tells of.
func (s *mucScene) unfinished() {
	for i, sent := range s.doc.Sentences {
		typ, stage := unfinishedIn(s.doc.Report.Text[sent.ByteStart:sent.ByteEnd])
		if typ == "" || slices.ContainsFunc(s.all, func(m mucIncident) bool { return m.typ[0] == typ && m.stage[0] == stage }) {
			continue
		}
		d := mucDeed{typ: typ, stage: stage, sentence: i}
		m := s.add(&d)
		m.deeds = append(m.deeds, d)
		m.sentences = append(m.sentences, sent.ByteStart)
		s.beside(m, &d)
		for k := sent.First; stage == "THREATENED" && k < sent.End; k++ {
			if t := s.doc.Tokens[k]; (t.Rel == "nsubj" || t.Rel == "nsubj:pass" || t.Rel == "obj" || s.doc.Name(k) >= 0) && human(s.doc, k) {
				s.target(m, k)
			}
		}
	}
}

// unfinishedIn is what a sentence tells of that has not come about, "" for nothing.
func unfinishedIn(sentence string) (typ, stage string) {
	switch {
	case duds.MatchString(sentence):
		return "BOMBING", "ATTEMPTED"
	case threats.MatchString(sentence):
		return "ATTACK", "THREATENED"
	case mines.MatchString(sentence):
		return "BOMBING", "THREATENED"
	}
	return "", ""
}
