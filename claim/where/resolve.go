package where

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"griot/claim/where/atlas"
	"griot/data"
)

// Resolver tells places apart. It is safe for use by many readers at once.
type Resolver struct {
	atlas   *atlas.Atlas
	weights Weights
	common  map[string]bool // keys of places that are mostly common words
}

// gazetteer is the embedded one. Opening it takes most of the time that griot
// takes to start, so it is opened once.
var gazetteer = sync.OnceValues(func() (*atlas.Atlas, error) {
	packed, err := data.Gazetteer.ReadFile("gazetteer/places.bin")
	if err != nil {
		return nil, err
	}
	return atlas.Open(packed)
})

// New is a resolver on the embedded gazetteer, with places of the user's own
// beside it.
func New(extra ...atlas.Entry) (*Resolver, error) {
	a, err := gazetteer()
	if err != nil {
		return nil, err
	}
	common, err := data.Gazetteer.ReadFile("gazetteer/common.txt")
	if err != nil {
		return nil, err
	}
	return &Resolver{atlas: a.With(extra...), weights: Tuned, common: words(string(common))}, nil
}

// Weighted is the same resolver with other weights.
func (r *Resolver) Weighted(w Weights) *Resolver {
	return &Resolver{atlas: r.atlas, weights: w, common: r.common}
}

// Home is where an outlet writes from; Admin1 is a GeoNames code. Without an
// Admin1 only the country is known.
type Home struct {
	Country, Admin1 string
	Lat, Lon        float64
}

// Choice is what a span was taken for. The zero Choice means that no place has
// the name.
type Choice struct {
	atlas.Place
	People   bool    // the span names the people, not the place
	Odds     float64 // that the place is right, 0…1
	RunnerUp string  // the next best meaning, "" when there is none
	Reason   string  // what spoke for it, in words
	stray    bool    // nothing in the report speaks for it, and the name may well be another place's
}

// Known tells whether the gazetteer has the name.
func (c *Choice) Known() bool { return c.Name != "" }

// Resolve picks a place for every span of a text, given in text order. home
// may be nil.
func (r *Resolver) Resolve(text string, spans []Span, home *Home) []Choice {
	s := r.scene(text, spans, home)
	s.settle()
	out := make([]Choice, len(spans))
	for i := range spans {
		cs := s.names[s.of[i]].candidates
		if len(s.beside[i]) > 0 {
			cs = slices.Clone(cs)
			for k := range cs {
				cs[k].for_.beside, cs[k].for_.besideIn = 0, 0
			}
			s.contain(cs, s.beside[i])
			r.weigh(cs)
		}
		out[i] = r.choose(cs)
	}
	return out
}

func (r *Resolver) choose(cs []candidate) Choice {
	first, second := best(cs)
	if first < 0 {
		return Choice{}
	}
	c := &cs[first]
	odds := c.odds
	for i := range cs {
		if i != first && atlas.Km(c.Lat, c.Lon, cs[i].Lat, cs[i].Lon) < 100 {
			odds += cs[i].odds // a town and its district: either way it is there
		}
	}
	out := Choice{Place: c.Place, People: c.people, Odds: odds * c.trust(), Reason: c.reason(len(cs)), stray: c.stray(len(cs))}
	if second >= 0 {
		out.RunnerUp = r.describe(&cs[second].Place)
	}
	return out
}

// trust is how often a name that is found in the gazetteer means a place that
// the gazetteer has, by what the report says of it: villages share the names of
// towns elsewhere, and odd spellings are often other places altogether.
func (c *candidate) trust() float64 {
	supported := c.supported()
	switch {
	case c.Kind.Wide() || c.people:
		return 0.99
	case c.Kind > atlas.Region:
		return 0.9
	case c.for_.ownName > 0 && (supported || c.Population > 500_000 || c.Kind == atlas.Admin1):
		return 0.97
	case supported, c.for_.ownName > 0 && c.Population > 100_000, c.Population > 1_000_000:
		return 0.9
	case c.for_.ownName > 0:
		return 0.7
	}
	return 0.4
}

// supported tells whether the report speaks for the candidate.
func (c *candidate) supported() bool {
	e := &c.for_
	return e.beside+e.besideIn+e.named+e.namedIn+e.home > 0 || e.near > 0.1 || e.country > 0.25
}

// stray tells whether a candidate, one of n, may well be another place, by what
// the report says of it. A name that is but a variant here is often that of a
// place elsewhere: Mambasa is no Mombasa. So is that of a village, or of a town
// with namesakes, for which neither a place beside or near it speaks nor its
// division.
func (c *candidate) stray(n int) bool {
	e := &c.for_
	switch {
	case c.people || c.Kind == atlas.Capital || c.Kind == atlas.Country || c.Kind > atlas.Section:
		return false
	case e.ownName == 0:
		return c.Population <= 2_000_000 && !c.supported()
	case c.Kind == atlas.Admin1 || e.beside+e.besideIn+e.namedIn > 0 || e.nearest != "":
		return false
	}
	return c.Population < hamletPeople || n > 1 && c.Population < townPeople
}

// The people below whose number a place without namesakes, and one that has
// some, is named in far countries only along with something of its own.
const (
	hamletPeople = 10_000
	townPeople   = 100_000
)

// lookup finds the senses of a key, trying what reports add to and leave off a
// name when the name itself is unknown.
func (r *Resolver) lookup(key string) []atlas.Sense {
	if s := r.atlas.Find(key); len(s) > 0 {
		return s
	}
	for _, p := range addedBefore {
		if rest, ok := strings.CutPrefix(key, p); ok {
			if s := r.famous(r.atlas.Find(rest)); len(s) > 0 {
				return s
			}
		}
	}
	if bare := addedAfter.ReplaceAllString(key, ""); bare != key {
		if s := r.atlas.Find(bare); len(s) > 0 {
			return s
		}
	}
	for _, p := range articles {
		if rest, ok := strings.CutPrefix(key, p); ok {
			return r.atlas.Find(rest)
		}
	}
	return nil
}

// famous keeps the senses that a longer name may stand for: "south Lebanon" is
// Lebanon, "South Plains" is not the town of Plains.
func (r *Resolver) famous(senses []atlas.Sense) []atlas.Sense {
	return slices.DeleteFunc(senses, func(s atlas.Sense) bool {
		p := r.atlas.Place(s.Row)
		return p.Kind.Populated() && p.Population < 50_000
	})
}

// What reports put before and after a name that the gazetteer has without it.
var (
	addedBefore = []string{"the ", "city of ", "state of ", "province of ", "town of ", "village of ", "district of ", "region of ", "republic of ",
		"greater ", "downtown ", "metro ", "mainland ", "central ", "upper ", "lower ", "mid ", "inner ",
		"northern ", "southern ", "eastern ", "western ", "north ", "south ", "east ", "west ",
		"northeast ", "northwest ", "southeast ", "southwest ", "northeastern ", "northwestern ", "southeastern ", "southwestern "}
	addedAfter = regexp.MustCompile(` (county|counties|co|district|parish|region|governorate|province|oblast|state|municipality|department|raion|prefecture|city|township|twp|borough|division|area|valley|village|town|camp|metro)$`)
	articles   = []string{"al ", "el ", "ad ", "ar ", "as ", "at ", "an ", "ash "}
)
