// Package where finds the places that a report names, tells which places they
// are, and which of them an act happened at.
//
// A name is found by the tagged names and the gazetteer together (spot.go) and
// told apart from its namesakes by what the rest of the report says (rank.go).
// Villages that no gazetteer has are placed by what the text says they lie in
// or near (village.go). Everything carries odds and a reason in words.
package where

import (
	"math"

	"griot"
	"griot/claim/where/atlas"
	"griot/text"
)

// Use tells how a report uses the name of a place.
type Use string

// The uses of a place's name.
const (
	Literal Use = "place"  // the place itself
	People  Use = "people" // the word for its people: "Nigerien soldiers"
	Inside  Use = "inside" // part of an organisation's name: "Fargo Police Department"
)

// Toponym is the name of a place in a report. Only literal ones say where
// something is; the others are there for reference.
type Toponym struct {
	Range      text.Range
	Start, End int // bytes
	Use        Use
	Place      griot.Place
	RunnerUp   string // the next best meaning of the name, "" when there is none
	scenic     bool   // only its preposition makes it a place
	small      bool   // the gazetteer has a small town of the name, or a place of which it is a variant
	town       bool   // it is called a town, city or village
	stray      bool   // nothing in the report speaks for the place, and the name may well be another's
	absent     bool   // the gazetteer has none of the name
	whole      int    // the end of the longer name that it begins, "Douala Airport"; 0 when there is none
}

// Places are the places of one report.
type Places struct {
	All   []Toponym // in text order
	r     *Resolver
	doc   *text.Doc
	spots []Toponym    // phrases that say where without a known name
	story *griot.Place // the country that the report is about
}

// Find reads the places of a report. It needs the segments of the doc and uses
// its tags, names and trees when they are there.
func (r *Resolver) Find(doc *text.Doc) *Places {
	spots := r.spots(doc)
	spans := make([]Span, len(spots))
	for i, m := range spots {
		s := doc.Span(m.Range)
		spans[i] = Span{s.Start, s.End}
	}
	choices := r.Resolve(doc.Report.Text, spans, r.homeOf(&doc.Report))
	p := &Places{r: r, doc: doc, All: make([]Toponym, 0, len(spots))}
	for i, m := range spots {
		p.All = append(p.All, r.toponym(doc, m, spans[i], &choices[i]))
	}
	p.nearTowns()
	p.spots = p.scenery()
	r.settleVillages(p)
	return p
}

// nearTowns takes for the town of that name what was taken for a region and is
// said to be a town, or something is said to be near: nothing is near a region
// that it lies in.
func (p *Places) nearTowns() {
	for i := range p.All {
		t := &p.All[i]
		if t.Use != Literal || t.Place.RadiusKm < 40 || addressed(&t.Place) {
			continue
		}
		if _, kase := p.phrase(t); kase != "near" && kase != "outside" && kase != "at" && !t.town {
			continue
		}
		for _, c := range p.r.candidates(atlas.Key(t.Place.Words)) {
			if c.Kind.Populated() && !c.people && c.Country == t.Place.Country && atlas.Km(c.Lat, c.Lon, t.Place.Lat, t.Place.Lon) < t.Place.RadiusKm {
				t.Place = p.r.place(&Choice{Place: c.Place, Odds: t.Place.Odds, Reason: t.Place.Reason + "; the town, as it is called one or something is near it"}, t.Place.Words)
				break
			}
		}
	}
}

func (r *Resolver) toponym(doc *text.Doc, m spot, s Span, c *Choice) Toponym {
	t := Toponym{Range: m.Range, Start: s.Start, End: s.End, Use: Literal, RunnerUp: c.RunnerUp}
	switch {
	case c.People:
		t.Use = People
	case m.inside:
		t.Use = Inside
	}
	if hamlets[m.settled] && c.Population > 100_000 {
		c = &Choice{} // a namesake
	}
	t.absent = !c.Known()
	t.small = c.Kind == atlas.Town && c.Population < 200_000 || c.Kind == atlas.Section || c.stray
	t.stray, t.town = c.stray, towns[m.settled]
	t.Place = r.place(c, doc.Words(m.Range))
	return t
}

// place is a choice as the record knows places. One that the gazetteer does
// not have bears the words of the text.
func (r *Resolver) place(c *Choice, words string) griot.Place {
	if !c.Known() {
		return griot.Place{Name: words, Words: words}
	}
	return griot.Place{Name: c.Name, Country: c.Country, Admin1: r.Admin1(&c.Place), Lat: c.Lat, Lon: c.Lon, GeonameID: c.ID,
		RadiusKm: math.Ceil(c.RadiusKm), Words: words, Odds: round(c.Odds), Reason: c.Reason}
}

// sureCountry is the odds from which a place tells the country of who is named
// with it.
const sureCountry = 0.7

// Countries is for every token the country (ISO 3166-1 alpha-2) of the place
// whose name it is part of, "" when there is none or it is not sure. A small town
// counts where something greater in its country is named, or another town in it.
func (p *Places) Countries() []string {
	great, small := map[string]bool{}, map[string]string{}
	for i := range p.All {
		t := &p.All[i]
		switch known, ok := small[t.Place.Country]; {
		case t.Place.GeonameID == 0:
		case !t.small:
			great[t.Place.Country] = true
		case ok && known != t.Place.Name:
			great[t.Place.Country] = true
		default:
			small[t.Place.Country] = t.Place.Name
		}
	}
	list := make([]string, len(p.doc.Tokens))
	for i := range p.All {
		t := &p.All[i]
		if t.Use != Literal || t.Place.GeonameID == 0 || t.Place.Odds < sureCountry || !great[t.Place.Country] {
			continue
		}
		for k := t.Range.First; k < t.Range.End; k++ {
			list[k] = t.Place.Country
		}
	}
	return list
}

// round keeps three places, so that no machine's arithmetic shows in a record.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }

// hamlets are the words for settlements of at most a few thousand people.
var hamlets = words("village villages hamlet hamlets")
