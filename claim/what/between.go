package what

import (
	"slices"

	"griot"
	"griot/text"
)

// Between is the type of the event that a sentence tells between a source and
// a target whose phrases are known, "" when it tells none: of the frames, the
// one whose participants they are, or else the likeliest.
func (l *Lexicon) Between(doc *text.Doc, cast Cast, source, target []text.Range) griot.Type {
	best, most := griot.Type(""), -1.0
	for _, f := range l.Find(doc, cast) {
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
	return best
}

// touches tells whether a token of the list lies in one of the phrases.
func touches(toks []int, phrases []text.Range) bool {
	return slices.ContainsFunc(toks, func(t int) bool {
		return slices.ContainsFunc(phrases, func(p text.Range) bool { return p.Has(t) })
	})
}
