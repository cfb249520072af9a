package what

import (
	"slices"

	"griot"
	"griot/text"
)

// Between is the type of the event that a sentence tells between a source and
// a target whose phrases are known: that of their frame where it is likely, else
// the model's choice from words and frames.
func (l *Lexicon) Between(doc *text.Doc, cast Cast, source, target []text.Range) griot.Type {
	if t, n := between(l.Find(doc, cast), source, target); n >= Likely {
		return t
	}
	return l.model.choose(l.Features(doc, cast, source, target))
}

// between is the type of the frame whose participants are source and target, or
// else of the likeliest, "" for none; and its odds, half a point added for each
// side that takes part.
func between(frames []Frame, source, target []text.Range) (griot.Type, float64) {
	best, most := griot.Type(""), -1.0
	for _, f := range frames {
		n := f.Odds
		if touches(f.Actors, source) {
			n += .5
		}
		if touches(f.Recipients, target) || touches(f.Actors, target) {
			n += .5
		}
		if n > most {
			best, most = f.Type, n
		}
	}
	return best, most
}

// touches tells whether a token of the list lies in one of the phrases.
func touches(toks []int, phrases []text.Range) bool {
	return slices.ContainsFunc(toks, func(t int) bool {
		return slices.ContainsFunc(phrases, func(p text.Range) bool { return p.Has(t) })
	})
}
