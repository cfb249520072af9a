package where

import (
	"math"
	"strings"

	"griot"
	"griot/claim/where/atlas"
	"griot/text"
)

// Of is where the act happened whose trigger is headed by token head, or nil
// when the text does not say. Its odds are those of the place being meant and
// being where the act happened; its reason says how the two hang together.
func (p *Places) Of(head int) *griot.Place {
	t, ok := p.At(head)
	if !ok {
		return nil
	}
	return &t.Place
}

// At is Of with the toponym itself.
func (p *Places) At(head int) (Toponym, bool) {
	if head < 0 || head >= len(p.doc.Tokens) {
		return Toponym{}, false
	}
	best := link{score: enough}
	for _, t := range p.around(head) {
		if l := p.link(head, t); l.score > best.score {
			best = l
		}
	}
	if best.place == nil {
		return Toponym{}, false
	}
	t := *best.place
	odds := 1 / (1 + math.Exp(-1.2*(best.score-1)))
	if t.Place.Odds > 0 {
		t.Place.Odds *= odds
	} else {
		t.Place.Odds = odds / 2 // a place that nothing is known of
	}
	t.Place.Reason = strings.TrimPrefix(t.Place.Reason+"; "+best.reason, "; ")
	return t, true
}

// enough is the score that a place must exceed to be where an act happened.
const enough = 0.5

// link is how well a place and an act hang together.
type link struct {
	place  *Toponym
	score  float64
	reason string
}

// around lists the places that an act at token head may have happened at:
// those of its sentence.
func (p *Places) around(head int) []*Toponym {
	in := p.doc.Sentences[p.doc.Tokens[head].Sentence].Range
	var out []*Toponym
	for _, list := range [][]Toponym{p.All, p.spots} {
		for i := p.first(list, in.First); i < len(list) && list[i].Range.First < in.End; i++ {
			if list[i].Use == Literal {
				out = append(out, &list[i])
			}
		}
	}
	return out
}

// first is the index of the first toponym at or after a token.
func (p *Places) first(list []Toponym, token int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if m := (lo + hi) / 2; list[m].Range.First < token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// The prepositions that say where, and those that say from or to where.
var (
	locative = words("in at near outside inside around across throughout on over off within along between amid by")
	moving   = words("into to toward towards through from")
)

// link judges whether the act of token head happened at a place, by the path
// between them in the tree.
func (p *Places) link(head int, t *Toponym) link {
	l := link{place: t}
	phrase, kase := p.phrase(t)
	g := p.doc.Tokens[phrase].Head
	steps, up := p.path(head, g)
	switch {
	case p.doc.Tokens[phrase].Is("obj") && kase == "" && g >= 0:
		l.score, l.reason = 1.6, "what the act is done to"
	case p.doc.Tokens[phrase].Is("nsubj:pass"):
		l.score, l.reason = 1.4, "what the act is done to"
	case locative[kase]:
		l.score, l.reason = 2.6, "“"+kase+"” it"
	case moving[kase]:
		l.score, l.reason = 0.9, "“"+kase+"” it"
	case p.doc.Tokens[phrase].Is("nmod:poss"), p.doc.Tokens[phrase].Is("compound"):
		l.score, l.reason = 0.6, "named with what takes part"
	default:
		l.score, l.reason = 0.2, "named in the sentence"
	}
	l.score -= 0.45 * float64(steps)
	l.score -= 0.35 * float64(up)
	l.score -= 0.02 * float64(abs(t.Range.First-head))
	if t.Place.RadiusKm > 0 {
		l.score += 0.25 * specific(&t.Place)
	}
	return l
}

// specific is 1 for a village, 0 for a continent.
func specific(p *griot.Place) float64 {
	return 1 - math.Min(1, math.Log10(math.Max(1, p.RadiusKm))/3.5)
}

// phrase is the head of the phrase that a place stands in, as far up as words
// for what it is go ("the southern countryside of Idlib city"), and its
// preposition.
func (p *Places) phrase(t *Toponym) (head int, kase string) {
	d := p.doc
	i := p.top(t.Range)
	for n := 0; n < 6; n++ {
		kase = p.kase(i)
		h := d.Tokens[i].Head
		if h < 0 {
			return i, kase
		}
		switch {
		case (kase == "" || kase == "of") && nests(d.Tokens[i]) && d.Tokens[h].UPOS != "VERB":
			i = h
		default:
			return i, kase
		}
	}
	return i, kase
}

// nests tells whether a token is part of the name or description of its head.
func nests(t text.Token) bool {
	return t.Is("compound") || t.Is("flat") || t.Is("appos") || t.Is("nmod") || t.Is("conj") || t.Is("amod") || t.Is("list") || t.Is("dep")
}

// top is the token of a range that hangs outside it.
func (p *Places) top(r text.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Has(p.doc.Tokens[i].Head) {
			return i
		}
	}
	return r.First
}

// kase is the preposition of a phrase headed by token i, or "".
func (p *Places) kase(i int) string {
	k := p.doc.Child(i, "case")
	if k < 0 || p.doc.Tokens[k].Form == "'s" || p.doc.Tokens[k].Form == "’s" {
		return ""
	}
	return strings.ToLower(p.doc.Tokens[k].Form)
}

// farthestStep bounds the walk in the tree.
const farthestStep = 12

// path counts the steps from an act down to token g, which a place hangs on,
// and those up from the act to where both meet.
func (p *Places) path(head, g int) (down, up int) {
	if g < 0 {
		return 2, 2
	}
	for a := head; a >= 0 && up < farthestStep; a = p.doc.Tokens[a].Head {
		down = 0
		for b := g; b >= 0 && down < farthestStep; b = p.doc.Tokens[b].Head {
			if b == a {
				return down, up
			}
			down++
		}
		up++
	}
	return farthestStep, farthestStep
}

func abs(x int) int { return max(x, -x) }

// scenery are the phrases that say where without a name of the gazetteer: "at
// the Zarah Thermal Station". They serve Of alone.
func (r *Resolver) scenery(p *Places) {
	d := p.doc
	if len(d.Tokens) == 0 || d.Tokens[0].UPOS == "" {
		return
	}
	for i := 0; i < len(d.Tokens); i++ {
		if d.Tokens[i].UPOS != "PROPN" || !capital(d.Tokens[i].Form) || p.covered(i) {
			continue
		}
		run := text.Range{First: i, End: i + 1}
		end := d.Sentences[d.Tokens[i].Sentence].Range.End
		for run.End < end && run.Len() < longest && (d.Tokens[run.End].UPOS == "PROPN" || d.Tokens[run.End].Form == "-") && !p.covered(run.End) {
			run.End++
		}
		i = run.End - 1
		if n := d.Name(run.First); n >= 0 && d.Names[n].Type == "PER" || vague[atlas.Key(d.Words(run))] {
			continue
		}
		t := Toponym{Range: run, Use: Literal, Place: griot.Place{Name: d.Words(run), Words: d.Words(run)}}
		s := d.Span(run)
		t.Start, t.End = s.Start, s.End
		if _, kase := p.phrase(&t); locative[kase] {
			p.spots = append(p.spots, t)
		}
	}
}

// covered tells whether a token is part of a toponym.
func (p *Places) covered(i int) bool {
	k := p.first(p.All, i+1) - 1
	return k >= 0 && p.All[k].Range.Has(i)
}
