package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// mucSign is a sign that speaks for or against an incident being news.
type mucSign struct {
	points int
	holds  bool
}

// passing tells an incident that a document names in passing: what speaks for
// its being news is weighed against what speaks for its being talked about. Signs
// and points were set by hand on a part of muc4_dev.
func (s *mucScene) passing(m mucIncident) bool {
	if m.stage[0] != accomplished {
		return len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"]) == 0
	}
	news := 0
	for _, sign := range slices.Concat(s.ofTargets(&m), s.ofTelling(&m), s.ofDocument(&m)) {
		if sign.holds {
			news += sign.points
		}
	}
	return news < newsworthy
}

// newsworthy is what an incident must weigh.
const newsworthy = 5

// ofTargets are the signs of whom and what an incident hit: news tells who they
// were or how many.
func (s *mucScene) ofTargets(m *mucIncident) []mucSign {
	hit := func(is func(int) bool) bool {
		return slices.ContainsFunc(m.deeds, func(d mucDeed) bool { return slices.ContainsFunc(d.on, is) })
	}
	named := hit(func(k int) bool { return s.doc.Tokens[k].UPOS == "PROPN" })
	numbered := hit(func(k int) bool { return s.doc.Child(k, "nummod") >= 0 })
	return []mucSign{
		{3, hit(func(int) bool { return true })},
		{1, len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"]) > 0},
		{1, named},
		{1, numbered},
		{1, named || numbered || hit(func(k int) bool { return s.doc.Tokens[k].XPOS == "NN" })},
		{-1, hit(s.several)},
		{-2, hit(s.armed)},
	}
}

// several tells whether token k heads a phrase of nobody knows how many.
func (s *mucScene) several(k int) bool {
	words := s.doc.Words(s.phrase(k))
	return severals.MatchString(words) || s.doc.Tokens[k].XPOS == "NNS" && s.doc.Child(k, "nummod", "det") < 0
}

// ofTelling are the signs of how an incident is told: at length, in the past, with
// its day; not in a quotation.
func (s *mucScene) ofTelling(m *mucIncident) []mucSign {
	some := func(is func(d *mucDeed) bool) bool {
		return slices.ContainsFunc(m.deeds, func(d mucDeed) bool { return is(&d) })
	}
	past := some(func(d *mucDeed) bool { return s.narrated(d.head) })
	return []mucSign{
		{1, past},
		{-1, !past && some(func(d *mucDeed) bool { x := s.doc.Tokens[d.head].XPOS; return x == "VB" || x == "VBG" })},
		{1, slices.ContainsFunc(m.sentences, s.timed)},
		{1, len(m.deeds) > 1},
		{1, len(m.deeds) > 2},
		{1, len(m.slots["perp_org"]) > 0},
		{1, m.typ[0] == "KIDNAPPING"},
		{-1, some(func(d *mucDeed) bool { return strings.Contains(s.sentence(d.sentence), `"`) })},
		{-1, some(func(d *mucDeed) bool { return s.Judge.Of(s.doc, d.head).Background })},
		{-1, some(func(d *mucDeed) bool { return s.Judge.Of(s.doc, d.head).Status == griot.Ongoing })},
	}
}

// narrated tells whether the act at a token is told as news is, in the simple past.
func (s *mucScene) narrated(head int) bool {
	switch s.doc.Tokens[head].XPOS {
	case "VBD":
		return true
	case "VBN":
		aux := s.doc.Child(head, "aux:pass")
		return s.doc.Child(head, "aux") < 0 && aux >= 0 && s.doc.Tokens[aux].XPOS == "VBD"
	}
	return false
}

// ofDocument are the signs of the document: what it opens with is its news, and
// incidents are talked about in texts of some kinds.
func (s *mucScene) ofDocument(m *mucIncident) []mucSign {
	return []mucSign{
		{1, s.sentenceAt(m.sentences[0]) <= s.opening()},
		{-1, talked.MatchString(s.heading())},
	}
}

// heading is what stands above the text: where, when, who published it, its kind.
func (s *mucScene) heading() string {
	if b := s.doc.Report.Blocks; len(b) > 0 {
		return s.doc.Report.Text[b[0].Start:b[0].End]
	}
	return ""
}

// opening is the first sentence of the body.
func (s *mucScene) opening() int {
	return max(0, slices.IndexFunc(s.doc.Sentences, func(x text.Sentence) bool { return s.doc.Kind(x.First) == griot.Body }))
}

// sentence is the text of a sentence.
func (s *mucScene) sentence(i int) string {
	return s.doc.Report.Text[s.doc.Sentences[i].ByteStart:s.doc.Sentences[i].ByteEnd]
}

// timed tells whether the sentence that begins at a byte says when.
func (s *mucScene) timed(at int) bool { return timely.MatchString(s.sentence(s.sentenceAt(at))) }

var timely = regexp.MustCompile(`(?i)\b(today|yesterday|tonight|last (night|week|month|\w+day)|this (morning|afternoon|evening)|on \w+day|since \w+day|\d+ (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)|at \d{4}|hours|dawn|noon|midnight|night|morning|ago)\b`)

// sentenceAt is the index of the sentence that begins at a byte.
func (s *mucScene) sentenceAt(at int) int {
	return slices.IndexFunc(s.doc.Sentences, func(x text.Sentence) bool { return x.ByteStart == at })
}

var (
	// talked are the kinds of text in which incidents are talked about, not told.
	talked   = regexp.MustCompile(`(?i)\b(interview|speech|commentary|editorial|article|statement|reporter|clandestine)\b`)
	severals = regexp.MustCompile(`(?i)\b(thousands|hundreds|many|dozens|several|numerous|some|scores)\b`)
)
