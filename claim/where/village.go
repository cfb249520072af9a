package where

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"griot"
	"griot/claim/where/atlas"
)

// anchor is where the text puts a place that no gazetteer has.
type anchor struct {
	lat, lon, radius float64
	country, admin1  string
	odds             float64 // that the place lies within the radius
	firm             bool    // the text says so, rather than just telling of both
	reason           string
}

// settleVillages gives a point and a radius to every unknown place that the
// text ties to a known one. A name means one place in a report, so the firmest
// tie holds for all its mentions; one without any tie lies in the country that
// the report is about, and without that it stays without a point. A small place
// that the gazetteer has, but far from where the text puts it, is a namesake
// and treated as unknown.
func (r *Resolver) settleVillages(p *Places) {
	p.setStory()
	p.doubt()
	r.anchor(p)
	r.anchor(p) // once more: places now known tie others
	if p.story == nil {
		return
	}
	home := anchor{lat: p.story.Lat, lon: p.story.Lon, radius: p.story.RadiusKm, country: p.story.Country, odds: p.story.Odds,
		reason: "in the country that the report is about"}
	for t := range p.literal() {
		if t.unknown() {
			t.Place = home.place(t.Place.Words)
		}
	}
}

// doubt forgets the places that nothing speaks for in a report about other
// countries: an unknown place of the country at hand is likelier than one of its
// name in a country that is not spoken of.
func (p *Places) doubt() {
	about := p.about()
	if len(about) == 0 {
		return
	}
	for t := range p.literal() {
		if t.stray && !about[t.Place.Country] {
			t.Place, t.absent = griot.Place{Name: t.Place.Words, Words: t.Place.Words}, true
		}
	}
}

// about is the countries that a report speaks of for sure, by their name, their
// people, their divisions and great towns, and the one that its outlet writes from.
func (p *Places) about() map[string]bool {
	about := map[string]bool{}
	for i := range p.All {
		if t := &p.All[i]; !t.small && t.Place.Country != "" && t.Place.Odds >= sureCountry {
			about[t.Place.Country] = true
		}
	}
	if home := p.r.homeOf(&p.doc.Report); home != nil {
		about[home.Country] = true
	}
	return about
}

// literal yields the places that are named as such, those without a name of
// the gazetteer included.
func (p *Places) literal() func(yield func(*Toponym) bool) {
	return func(yield func(*Toponym) bool) {
		for _, list := range [][]Toponym{p.All, p.spots} {
			for i := range list {
				if list[i].Use == Literal && !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// anchor ties the unknown places to the known ones.
func (r *Resolver) anchor(p *Places) {
	ties := map[string]anchor{}
	for t := range p.literal() {
		if !t.unknown() && !t.small {
			continue
		}
		key := atlas.Key(t.Place.Words)
		a, ok := p.tie(t)
		if b := ties[key]; ok && a.better(&b) && (t.unknown() || a.denies(t)) {
			ties[key] = a
		}
	}
	for t := range p.literal() {
		a, ok := ties[atlas.Key(t.Place.Words)]
		if !ok || !t.unknown() && !t.small {
			continue
		}
		if c := r.within(t, &a); c != nil {
			t.Place = r.place(c, t.Place.Words)
		} else {
			t.Place = a.place(t.Place.Words)
		}
	}
}

// place is what the record knows of a place at the anchor.
func (a *anchor) place(words string) griot.Place {
	return griot.Place{Name: words, Country: a.country, Admin1: a.admin1, Lat: round(a.lat), Lon: round(a.lon), RadiusKm: a.radius,
		Words: words, Odds: round(a.odds), Reason: a.reason}
}

// denies tells whether what the text says of a place rules out where the
// gazetteer has one of its name.
func (a *anchor) denies(t *Toponym) bool {
	return a.firm && atlas.Km(a.lat, a.lon, t.Place.Lat, t.Place.Lon) > a.radius+100
}

// within is the place of the toponym's name that lies where the text puts it,
// or nil.
func (r *Resolver) within(t *Toponym, a *anchor) *Choice {
	if !a.firm {
		return nil
	}
	for _, c := range r.candidates(atlas.Key(t.Place.Words)) {
		if c.Kind.Populated() && !c.people && atlas.Km(a.lat, a.lon, c.Lat, c.Lon) <= a.radius+20 {
			return &Choice{Place: c.Place, Odds: a.odds, Reason: a.reason}
		}
	}
	return nil
}

// better tells whether an anchor says more than another: firmly, and of a
// smaller place.
func (a *anchor) better(b *anchor) bool {
	if a.firm != b.firm {
		return a.firm && a.odds > 0
	}
	return a.odds*(1-min(0.8, a.radius/1500)) > b.odds*(1-min(0.8, b.radius/1500))
}

// unknown tells whether no gazetteer entry stands behind the toponym.
func (k *Toponym) unknown() bool { return k.Place.Odds == 0 && k.Place.RadiusKm == 0 }

// nearby is how many places before and after an unknown one are asked.
const nearby = 4

// tie is the firmest tie of a place to a known one of its sentence or, in
// default of one, of its paragraph.
func (p *Places) tie(t *Toponym) (anchor, bool) {
	var best anchor
	i := p.first(p.All, t.Range.First)
	for j := max(0, i-nearby); j < min(len(p.All), i+nearby+1); j++ {
		k := &p.All[j]
		if k.Range.First == t.Range.First || k.unknown() || k.Use != Literal || k.Place.Odds < 0.3 {
			continue
		}
		if a, ok := p.relate(t, k); ok && a.better(&best) {
			best = a
		}
	}
	return best, best.odds > 0
}

// The words between an unknown place and a known one that tell how they lie.
// Each is matched against the bytes between the two, from end to end.
var (
	distance = regexp.MustCompile(`(?i)([\d.,]+)\s*-?\s*(km|kms|kilomet(?:er|re)s?|miles?|mi)\b[^.;]{0,25}?\b(?:of|from|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,4}$`)
	liesIn   = regexp.MustCompile(`^['’]?s?[\s,(]*(?:(?:and|which|is|lies|a|an|the|one|of|small|remote|rural|border|mining|northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|far|village|town|city|locality|commune|department|district|area|settlement|hamlet|located|situated|camp|neighbou?rhood|suburb)\s+)*(?:in|of|within)\s+(?:[a-z]+\s+){0,3}$`)
	comma    = regexp.MustCompile(`^\s*[,(]\s*$`)
	nearTo   = regexp.MustCompile(`^[\s,(]*(?:[a-z]+\s+){0,4}(?:near|outside|close to|next to|adjacent to|not far from|on the outskirts of|around)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$`)
	behind   = regexp.MustCompile(`^['’]?s?\s+(?:(?:region|province|district|state|department|governorate|area|commune|county)['’]?s?\s+)?(?:village|town|city|district|suburb|locality|settlement)?s?(?:\s+of)?\s*$`)
	then     = regexp.MustCompile(`^[\s,]*(?:(?:region|province|district|state|department|governorate|area)\s*,?\s+)?(?:in|at)\s+(?:the\s+)?(?:village|town|city|area|locality)?s?(?:\s+of)?\s*$`)
	also     = regexp.MustCompile(`^[\s,]*(?:and|or|,)\s+$`)
	between  = regexp.MustCompile(`(?i)\bbetween\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$`)
	frontier = regexp.MustCompile(`(?i)\bborders?\s+(?:area\s+)?(?:with|of|between)\s+(?:the\s+)?$`)
)

// relate reads how unknown place u lies to known place k from the words
// between and before them.
func (p *Places) relate(u, k *Toponym) (anchor, bool) {
	text := p.doc.Report.Text
	first, second := u, k
	if k.Start < u.Start {
		first, second = k, u
	}
	if second.Start < first.End || second.Start-first.End > 400 {
		return anchor{}, false
	}
	gap := text[first.End:second.Start]
	together := p.sentence(u) == p.sentence(k)
	ahead := text[max(0, first.Start-60):first.Start]
	switch {
	case together && (second == k && frontier.MatchString(gap) || first == k && frontier.MatchString(ahead)):
		return p.frontier(k)
	case !together:
		return k.loosely(), p.paragraph(u) == p.paragraph(k)
	case len(gap) <= 120 && between.MatchString(ahead) && also.MatchString(gap):
		return k.around(40, 0.7, "on the way to or from "+k.Place.Name), true
	case also.MatchString(gap) && k.Place.RadiusKm < 300 && u.unknown(): // lists of towns known run over countries
		return k.around(k.Place.RadiusKm, 0.7, "named along with "+k.Place.Name), true
	case second == k:
		return k.after(gap), true
	default:
		return k.before(gap, ahead), true
	}
}

// frontier is near the border of the story's country with another: "near the
// border with Benin".
func (p *Places) frontier(k *Toponym) (anchor, bool) {
	if p.story == nil || k.Place.Country == "" || k.Place.Country == p.story.Country {
		return anchor{}, false // on this side or that
	}
	a, ok := p.r.border(p.story.Country, k.Place.Country)
	a.odds, a.reason = 0.6*k.Place.Odds, "near the border with "+k.Place.Name
	return a, ok
}

// after reads "Torodi, 60 km from Niamey", "Torodi in the Tillabéri region".
func (k *Toponym) after(gap string) anchor {
	if m := distance.FindStringSubmatch(gap); m != nil && len(gap) <= 120 {
		if km, ok := kilometres(m[1], m[2]); ok {
			return k.around(km+10, 0.75, m[1]+" "+m[2]+" from "+k.Place.Name)
		}
	}
	switch {
	case comma.MatchString(gap) && k.divides(), liesIn.MatchString(gap):
		return k.inside(0.75)
	case nearTo.MatchString(gap):
		return k.around(25, 0.75, "near "+k.Place.Name)
	}
	return k.loosely()
}

// before reads "Tillabéri's Torodi", "in Tillabéri, in the village of Torodi",
// "60 km from Niamey, in Torodi".
func (k *Toponym) before(gap, ahead string) anchor {
	if m := distance.FindStringSubmatch(ahead); m != nil && len(gap) <= 30 {
		if km, ok := kilometres(m[1], m[2]); ok {
			return k.around(km+10, 0.6, m[1]+" "+m[2]+" from "+k.Place.Name)
		}
	}
	switch {
	case behind.MatchString(gap), then.MatchString(gap):
		return k.inside(0.7)
	}
	return k.loosely()
}

// divides tells whether a place is one that others lie in.
func (k *Toponym) divides() bool { return k.Place.RadiusKm >= 5 }

// loosely is the weak tie of being told of together.
func (k *Toponym) loosely() anchor {
	a := k.around(max(150, 1.5*k.Place.RadiusKm), 0.35, "told of beside "+k.Place.Name)
	a.firm = false
	return a
}

// inside is somewhere within a known place.
func (k *Toponym) inside(odds float64) anchor {
	a := k.around(k.Place.RadiusKm, odds, "in "+k.Place.Name)
	a.admin1 = k.Place.Admin1
	return a
}

// around is a disc about a known place; the odds of the place pass on.
func (k *Toponym) around(radius, odds float64, reason string) anchor {
	p := &k.Place
	radius = max(radius, 5, p.RadiusKm)
	return anchor{lat: p.Lat, lon: p.Lon, radius: math.Round(radius), country: p.Country, odds: odds * p.Odds, firm: true, reason: reason}
}

func kilometres(number, unit string) (float64, bool) {
	x, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimRight(number, ".,"), ",", ""), 64)
	if err != nil || x <= 0 || x > 500 {
		return 0, false
	}
	if strings.HasPrefix(strings.ToLower(unit), "mi") {
		x *= 1.609
	}
	return x, true
}

func (p *Places) sentence(t *Toponym) int { return p.doc.Tokens[t.Range.First].Sentence }

func (p *Places) paragraph(t *Toponym) int { return p.doc.Sentences[p.sentence(t)].Paragraph }
