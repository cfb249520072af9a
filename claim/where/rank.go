package where

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"griot/claim/where/atlas"
)

// Weights are the scales of the scorer that picks the meaning of a name. They
// are a few constants set by hand with the help of train/places, which walks
// one at a time over articles with known places; nothing else was learned.
type Weights struct {
	Fame      float64 // log10 of the population, and what the kind of place adds
	Share     float64 // a town's part of all people in towns of the name
	OwnName   float64 // the name is the first one of the place, not a variant
	Beside    float64 // the text names the country beside it: "Bangor, Ireland"
	BesideIn  float64 // the text names the division beside it: "Bangor, Maine"
	InCountry float64 // share of the report's other names that may lie in the country
	InState   float64 // … in the division
	Near      float64 // closeness to the report's other places
	Named     float64 // the report names the country somewhere
	NamedIn   float64 // the report names the division somewhere
	Home      float64 // the country that the outlet writes from
	HomeIn    float64 // the division that the outlet writes from
	HomeNear  float64 // closeness to where the outlet writes from
	Kind      [6]float64
	Sharpness float64 // how far differences in score pull the odds apart
}

// The kinds that Weights.Kind sets apart.
const (
	likeCountry = iota
	likeState
	likeDistrict
	likeTown
	likeSection
	likeRegion
)

// Tuned are the weights in use.
var Tuned = Weights{Fame: 1.6, Share: 0.8, OwnName: 0.9, Beside: 3, BesideIn: 5, InCountry: 3, InState: 3, Near: 3, Named: 0.5, NamedIn: 1.5,
	Home: 1.5, HomeIn: 2, HomeNear: 3, Kind: [6]float64{2, 0.6, -0.8, 0, -0.5, 3}, Sharpness: 1}

// candidate is one meaning of a name, with what speaks for it.
type candidate struct {
	atlas.Place
	row    int
	people bool
	fame   float64
	score  float64
	odds   float64
	for_   evidence
}

// evidence is what speaks for a candidate; each part is 0…1.
type evidence struct {
	share, beside, besideIn, country, state, near, named, namedIn float64
	ownName, home, homeIn, homeNear                               float64
	nearest                                                       string // the name that lies nearest
}

// name is a distinct name of a report: all mentions of it mean the same unless
// their neighbours say otherwise.
type name struct {
	key        string
	mentions   int
	first      int // index of the first mention
	candidates []candidate
}

// widest is how many candidates and how many other names are weighed; more
// would make reports that are lists of names slow and change little.
const widest = 40

func kindOf(k atlas.Kind) int {
	switch k {
	case atlas.Country:
		return likeCountry
	case atlas.Admin1:
		return likeState
	case atlas.Admin2:
		return likeDistrict
	case atlas.Section:
		return likeSection
	case atlas.Continent, atlas.Region, atlas.Water, atlas.Land, atlas.Landmark:
		return likeRegion
	}
	return likeTown
}

// fame is how well known a place is by itself, in powers of ten of people.
func (w *Weights) fame(p *atlas.Place) float64 {
	f := math.Log10(float64(p.Population)+1) + w.Kind[kindOf(p.Kind)]
	switch p.Kind {
	case atlas.Capital:
		f += 1.8
	case atlas.Seat:
		f += 0.3
	case atlas.Continent, atlas.Region, atlas.Water, atlas.Land, atlas.Landmark:
		f += 4.5 // they have no population
	}
	return f
}

// candidates are the meanings of a key, the best known first.
func (r *Resolver) candidates(key string) []candidate {
	senses := r.lookup(key)
	out := make([]candidate, 0, len(senses))
	seen := map[int]bool{} // the user's file may repeat places of ours
	for _, s := range senses {
		c := candidate{Place: r.atlas.Place(s.Row), row: s.Row, people: s.People}
		if c.ID != 0 && seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		c.fame = r.weights.fame(&c.Place)
		if !s.People && c.bears(key) {
			c.for_.ownName = 1
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.fame, a.fame) })
	out = widely(out)
	people := 1.0
	for i := range out {
		if out[i].Kind.Populated() {
			people += float64(out[i].Population)
		}
	}
	for i := range out {
		if out[i].for_.share = 0.5; out[i].Kind.Populated() {
			out[i].for_.share = float64(out[i].Population) / people
		}
	}
	return out
}

// bears tells whether a key is the first name of a place, with or without its
// article: "Hague".
func (c *candidate) bears(key string) bool {
	return strings.TrimPrefix(atlas.Key(c.Name), "the ") == strings.TrimPrefix(key, "the ")
}

// widely keeps the widest many of candidates in the order of their fame, among
// them the best known of every country: each land has its own Santa Rosa, and
// the report may be about the least of them.
func widely(cs []candidate) []candidate {
	if len(cs) <= widest {
		return cs
	}
	first := map[string]bool{}
	var kept, rest []candidate
	for _, c := range cs {
		if first[c.Country] {
			rest = append(rest, c)
		} else {
			kept = append(kept, c)
		}
		first[c.Country] = true
	}
	kept = append(kept, rest...)[:widest]
	slices.SortStableFunc(kept, func(a, b candidate) int { return cmp.Compare(b.fame, a.fame) })
	return kept
}

// weigh sets the odds of the candidates from what speaks for them.
func (r *Resolver) weigh(cs []candidate) {
	w := &r.weights
	top := math.Inf(-1)
	for i := range cs {
		c, e := &cs[i], &cs[i].for_
		c.score = w.Fame*c.fame + w.Share*e.share + w.OwnName*e.ownName + w.Beside*e.beside + w.BesideIn*e.besideIn +
			w.InCountry*e.country + w.InState*e.state + w.Near*e.near + w.Named*e.named + w.NamedIn*e.namedIn +
			w.Home*e.home + w.HomeIn*e.homeIn + w.HomeNear*e.homeNear
		top = max(top, c.score)
	}
	sum := 0.0
	for i := range cs {
		cs[i].odds = math.Exp(w.Sharpness * (cs[i].score - top))
		sum += cs[i].odds
	}
	for i := range cs {
		cs[i].odds /= sum
	}
}

// best is the index of the likeliest candidate and of the runner-up, -1 for none.
func best(cs []candidate) (first, second int) {
	first, second = -1, -1
	for i := range cs {
		switch {
		case first < 0 || cs[i].score > cs[first].score:
			first, second = i, first
		case second < 0 || cs[i].score > cs[second].score:
			second = i
		}
	}
	return first, second
}
