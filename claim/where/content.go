package where

import "griot"

// OfContent is where the act is to happen that words of promise, threat or demand
// are about: "promised that troops would be in Ituri", "called for protests in
// Lomé". It is nil when the text does not say; a country that is only spoken of
// is no such place.
func (p *Places) OfContent(head int) *griot.Place {
	if head < 0 || head >= len(p.doc.Tokens) {
		return nil
	}
	best := link{score: enough}
	for _, t := range p.around(head) {
		if l := p.link(head, t); p.inContent(t, head) && (best.place == nil || l.score > best.score) {
			best = l
		}
	}
	if best.place == nil {
		return nil
	}
	found := p.found(&best)
	return &found.Place
}

// inContent tells whether a place is that of an act which the verb at head, or a
// clause right under it, is about.
func (p *Places) inContent(t *Toponym, head int) bool {
	phrase, kase := p.phrase(t)
	if taken := p.taken(phrase); !taken && !inward[kase] && (!locative[kase] || addressed(&t.Place) && !within[kase]) {
		return false
	}
	verb := func(i int) bool {
		k := p.doc.Tokens[i]
		return i == head || k.Head == head && (k.Is("xcomp") || k.Is("ccomp"))
	}
	k := p.doc.Tokens[phrase]
	if k.Is("nmod") && !addressed(&t.Place) && k.Head >= 0 {
		phrase, k = k.Head, p.doc.Tokens[k.Head]
	}
	return verb(phrase) && phrase != head || k.Head >= 0 && verb(k.Head) && (k.Is("obl") || k.Is("obj") || k.Rel == "nsubj:pass")
}
