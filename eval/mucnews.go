package eval

import (
	"regexp"
	"slices"

	"griot/text"
)

// passing tells an incident that a document names in passing: what speaks for
// its being news is weighed against what speaks for its being talked about. Signs
// and points were set by hand on a part of muc4_dev.
func (s *mucScene) passing(m mucIncident) bool {
	if m.stage[0] != accomplished {
		return false
	}
	told := s.doc.Report.Text[:min(250, len(s.doc.Report.Text))]
	news := 0
	for _, sign := range []struct {
		holds  bool
		points int
	}{
		{len(m.slots["hum_tgt"]) > 0, 2},
		{len(m.slots["phys_tgt"]) > 0, 2},
		{slices.ContainsFunc(m.deeds, func(d mucDeed) bool { return len(d.on) > 0 }), 2},
		{len(m.slots["perp_org"]) > 0, 2},
		{slices.ContainsFunc(m.slots["hum_tgt"], func(fill []string) bool { return fullName.MatchString(fill[0]) }), 1},
		{slices.ContainsFunc(m.sentences, s.timed), 1},
		{len(m.sentences) > 1, 1},
		{s.sentenceAt(m.sentences[0]) < 2, 1},
		{talked.MatchString(told), -1},
	} {
		if sign.holds {
			news += sign.points
		}
	}
	return news < newsworthy
}

// newsworthy is what an incident must weigh.
const newsworthy = 5

// timed tells whether the sentence that begins at a byte says when.
func (s *mucScene) timed(at int) bool {
	sent := s.doc.Sentences[s.sentenceAt(at)]
	return timely.MatchString(s.doc.Report.Text[sent.ByteStart:sent.ByteEnd])
}

var timely = regexp.MustCompile(`(?i)\b(today|yesterday|tonight|last (night|week|month|\w+day)|this (morning|afternoon|evening)|on \w+day|since \w+day|\d+ (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)|at \d{4}|hours|dawn|noon|midnight|night|morning|ago)\b`)

// sentenceAt is the index of the sentence that begins at a byte.
func (s *mucScene) sentenceAt(at int) int {
	return slices.IndexFunc(s.doc.Sentences, func(x text.Sentence) bool { return x.ByteStart == at })
}

var (
	// talked are the kinds of text in which incidents are talked about, not told.
	talked   = regexp.MustCompile(`(?i)\b(interview|speech|commentary|editorial|communique|clandestine)\b`)
	fullName = regexp.MustCompile(`[A-Z][a-z]+ [A-Z][a-z]+`)
)
