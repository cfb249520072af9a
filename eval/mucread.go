package eval

import (
	"slices"

	"griot"
	"griot/claim"
	"griot/text"
	"griot/text/annotate"
)

// mucReader loads what reads the incidents of a document from its text.
func mucReader() (func(document string) ([]mucIncident, error), error) {
	read, err := annotate.All()
	if err != nil {
		return nil, err
	}
	reader, err := claim.New()
	if err != nil {
		return nil, err
	}
	return func(document string) ([]mucIncident, error) {
		doc := &text.Doc{Report: mucReport(document)}
		if err := read(doc); err != nil {
			return nil, err
		}
		return newMUCScene(reader.Parts(doc), doc).all, nil
	}, nil
}

// mucScene is a document and what is known of it while templates are made.
type mucScene struct {
	claim.Parts
	doc    *text.Doc
	actors []griot.ActorFacts
	orgs   []mucOrg
	all    []mucIncident
	told   []int // for each sentence the incident told of last, -1
}

// newMUCScene finds the incidents of a document: the attacks on people and
// property that its rules of relevance leave, deeds that are one told as one.
func newMUCScene(parts claim.Parts, doc *text.Doc) *mucScene {
	s := &mucScene{Parts: parts, doc: doc, actors: parts.Cast.Actors(), told: make([]int, len(doc.Sentences))}
	s.orgs = organisations(doc, s.actors)
	for i := range s.told {
		s.told[i] = -1
	}
	deeds := slices.DeleteFunc(deedsOf(doc, &s.Parts), s.irrelevant)
	for i := range deeds {
		s.tell(&deeds[i])
	}
	s.unfinished()
	s.blame()
	s.rebels()
	s.forget()
	s.blame()
	s.inherit()
	s.series()
	return s
}

// tell adds a deed to the incident that it is told of.
func (s *mucScene) tell(d *mucDeed) {
	m := s.incidentOf(d)
	sent := s.doc.Sentences[d.sentence]
	m.sentences = append(m.sentences, sent.ByteStart)
	m.deeds = append(m.deeds, *d)
	sentence := s.doc.Report.Text[sent.ByteStart:sent.ByteEnd]
	for _, k := range d.by {
		s.culprit(m, d, k)
	}
	s.fighters(m, d, sent.ByteStart, sentence)
	for _, k := range d.on {
		if s.specific(k) {
			s.target(m, k)
		}
	}
	if len(m.kinds) == 0 {
		s.beside(m, d)
	}
}

// forget drops the incidents that are named in passing; what is said of them is
// said of those told about them then.
func (s *mucScene) forget() {
	s.all = slices.DeleteFunc(s.all, s.passing)
	for i := range s.told {
		s.told[i] = slices.IndexFunc(s.all, func(m mucIncident) bool { return slices.Contains(m.sentences, s.doc.Sentences[i].ByteStart) })
	}
}

// ofIncident is the incident that a sentence speaks of: the one told of in it, or
// last before it; the first before any.
func (s *mucScene) ofIncident(i int) int {
	for ; i >= 0; i-- {
		if s.told[i] >= 0 {
			return s.told[i]
		}
	}
	return 0
}

// add adds an incident of the type and stage of a deed.
func (s *mucScene) add(d *mucDeed) *mucIncident {
	s.told[d.sentence] = len(s.all)
	s.all = append(s.all, mucIncident{typ: []string{d.typ}, stage: []string{d.stage}, confidence: map[string][]string{}, slots: map[string][][]string{}})
	return &s.all[len(s.all)-1]
}
