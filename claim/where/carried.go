package where

import (
	"griot"
	"griot/text"
)

// How many sentences back, and how many paragraphs, an act takes its place from.
const (
	reachesBack       = 3
	reachesParagraphs = 1
)

// Carried is where an act happened whose own sentence names no place: where the
// acts told shortly before it did, in their paragraph or the one before. Its odds
// are low. It is nil when nothing was told of a place smaller than a country.
func (p *Places) Carried(head int) *griot.Place {
	if head < 0 || head >= len(p.doc.Tokens) {
		return nil
	}
	for i := p.doc.Tokens[head].Sentence - 1; i >= 0 && p.Reaches(i, head); i-- {
		in := p.doc.Sentences[i].Range
		in.End = min(in.End, in.First+2*reach) // time stays linear however long a sentence is
		if best := p.staged(in); best.place != nil {
			found := p.found(&best)
			return p.Again(&found.Place)
		}
	}
	return nil
}

// Reaches tells whether an act may go on with what a sentence before it tells.
func (p *Places) Reaches(sentence, head int) bool {
	at := p.doc.Tokens[head].Sentence
	return at-sentence <= reachesBack && p.doc.Sentences[at].Paragraph-p.doc.Sentences[sentence].Paragraph <= reachesParagraphs
}

// Again is a place taken from an act told before for one told after it, with low
// odds; nil for a country, which says too little.
func (p *Places) Again(place *griot.Place) *griot.Place {
	if addressed(place) {
		return nil
	}
	again := *place
	again.Odds = round(0.35 * again.Odds)
	again.Reason = "where what is told before it happened; " + again.Reason
	return &again
}

// staged is the place that hangs together best with the main act of a sentence:
// something is said to be in it, or done to it.
func (p *Places) staged(in text.Range) link {
	best := link{score: enough}
	root := p.root(in)
	for k := p.first(p.All, in.First); k < len(p.All) && p.All[k].Range.First < in.End; k++ {
		t := &p.All[k]
		phrase, kase := p.phrase(t)
		if t.Use != Literal || addressed(&t.Place) || !locative[kase] && !inward[kase] && !p.taken(phrase) {
			continue
		}
		if l := p.link(root, t); l.score > best.score {
			best = l
		}
	}
	return best
}

// root is the main act of a sentence; of one that says what somebody said, what
// was said.
func (p *Places) root(in text.Range) int {
	root := in.First
	for i := in.First; i < in.End; i++ {
		if p.doc.Tokens[i].Head < 0 {
			root = i
			break
		}
	}
	if said := p.doc.Child(root, "ccomp"); said >= 0 {
		return said
	}
	return root
}
