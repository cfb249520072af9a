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
	d := p.doc
	if head < 0 || head >= len(d.Tokens) {
		return nil
	}
	at := d.Tokens[head].Sentence
	for i := at - 1; i >= max(0, at-reachesBack); i-- {
		s := d.Sentences[i]
		if d.Sentences[at].Paragraph-s.Paragraph > reachesParagraphs {
			return nil
		}
		if best := p.staged(s.Range); best.place != nil {
			found := p.found(&best)
			place := found.Place
			place.Odds = round(0.35 * place.Odds)
			place.Reason = "where what is told before it happened; " + place.Reason
			return &place
		}
	}
	return nil
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
