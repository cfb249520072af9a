package where

import (
	"strings"

	"griot"
	"griot/claim/where/atlas"
	"griot/text"
)

// spoken is the best of the common nouns for places known from before with which
// its sentence says where an act happened, "in the capital", "in the town",
// "there", if it beats a score. Its place is nil when there is none.
func (p *Places) spoken(head int, score float64) *griot.Place {
	in := p.doc.Sentences[p.doc.Tokens[head].Sentence].Range
	var place *griot.Place
	for i := max(in.First, head-reach); i < min(in.End, head+reach); i++ {
		if !p.definitely(i) {
			continue
		}
		t := &Toponym{Range: text.Range{First: i, End: i + 1}, Use: Literal, scenic: true}
		l := p.link(head, t)
		if l.score <= score {
			continue
		}
		if meant := p.meant(i); meant != nil {
			known := *meant
			known.Words = p.doc.Words(text.Range{First: p.opened(i), End: i + 1})
			known.Odds = round(0.6 * known.Odds)
			known.Reason = "“" + known.Words + "” is taken for it; " + known.Reason
			place, score = &known, l.score
		}
	}
	return place
}

// amongPeople is the country whose people's name stands with the site of an act
// in its sentence, where no place is named: "in an Ecuadorian prison".
func (p *Places) amongPeople(head int) *griot.Place {
	in := p.doc.Sentences[p.doc.Tokens[head].Sentence].Range
	best, place := enough, (*griot.Place)(nil)
	for k := p.first(p.All, max(in.First, head-reach)); k < len(p.All) && p.All[k].Range.First < min(in.End, head+reach); k++ {
		t := p.All[k]
		i := p.top(t.Range)
		site := p.doc.Tokens[i].Head
		if t.Use != People || site < t.Range.End || !p.doc.Tokens[i].Is("amod") || !sites[strings.ToLower(p.doc.Tokens[site].Form)] || !locative[p.kase(site)] {
			continue
		}
		l := p.link(head, &Toponym{Range: text.Range{First: site, End: site + 1}, Use: Literal, scenic: true})
		if l.score > best {
			found := t.Place
			found.Words = p.doc.Words(text.Range{First: t.Range.First, End: site + 1})
			found.Odds, found.Reason = round(0.5*found.Odds), found.Reason+"; the country of its people"
			best, place = l.score, &found
		}
	}
	return place
}

// definitely tells whether a token is "there", or a definite noun for a place
// after a preposition that says where, with no name beside it.
func (p *Places) definitely(i int) bool {
	t := p.doc.Tokens[i]
	if strings.EqualFold(t.Form, "there") {
		return t.Is("advmod") && t.XPOS == "RB"
	}
	if !towns[t.Lemma] && t.Lemma != "capital" && t.Lemma != "country" || t.UPOS != "NOUN" || !locative[p.kase(i)] || p.doc.Child(i, "nmod", "appos", "flat") >= 0 {
		return false
	}
	if a := p.doc.Child(i, "amod"); a >= 0 && !(t.Lemma == "capital" && p.covered(a) || t.Lemma == "country" && !other[strings.ToLower(p.doc.Tokens[a].Form)]) {
		return false
	}
	det := p.doc.Child(i, "det")
	return det >= 0 && strings.EqualFold(p.doc.Tokens[det].Form, "the")
}

var towns = words("town city village")

// other are the words by which another country is meant than the report's: "in
// the West African country" is still in its own.
var other = words("neighboring neighbouring other another foreign host third rival second")

// opened is the first token of a phrase: its article, or itself.
func (p *Places) opened(i int) int {
	if det := p.doc.Child(i, "det"); det >= 0 {
		return det
	}
	return i
}

// meant is the place that a common noun speaks of: the capital of the country
// that the report is about, that country itself, or the last place named, for a
// town the last of its sort.
func (p *Places) meant(i int) *griot.Place {
	switch lemma := p.doc.Tokens[i].Lemma; {
	case lemma == "capital":
		return p.capitalAt(i)
	case lemma == "country":
		return p.story
	default:
		return p.last(i, towns[lemma])
	}
}

// capitalAt is the capital of the country whose people stand before the noun at a
// token, "the Angolan capital", else of the one that the report is about; or nil.
func (p *Places) capitalAt(i int) *griot.Place {
	of := p.story
	if a := p.doc.Child(i, "amod"); a >= 0 {
		of = &p.All[p.first(p.All, a+1)-1].Place
	}
	if of == nil || of.Country == "" {
		return nil
	}
	for t := range p.r.atlas.Towns(of.Country) {
		if t.Kind == atlas.Capital {
			place := p.r.place(&Choice{Place: t, Odds: min(1, of.Odds+0.4), Reason: "the capital of " + of.Name + ": " + of.Reason}, t.Name)
			return &place
		}
	}
	return nil
}

// back is how many sentences before its own a common noun looks for its place.
const back = 2

// last is the last place named before a token that something is said to be in,
// if it is a town where only a town is meant; or nil.
func (p *Places) last(token int, town bool) *griot.Place {
	for k := p.first(p.All, token) - 1; k >= 0; k-- {
		t := &p.All[k]
		if p.doc.Tokens[token].Sentence-p.doc.Tokens[t.Range.First].Sentence > back {
			return nil
		}
		if _, kase := p.phrase(t); t.Use != Literal || !locative[kase] && !inward[kase] && !moving[kase] {
			continue
		}
		if town && (addressed(&t.Place) || t.Place.RadiusKm > 30) {
			continue
		}
		return &t.Place
	}
	return nil
}
