package where

import (
	"math"
	"strings"

	"griot"
	"griot/text"
)

// Of is where the act happened whose trigger is headed by token head, or nil
// when the text does not say. Its odds are those of the place being meant and
// being where the act happened; its reason says how the two hang together.
//
// When the sentence names no place for the act and begins with a pronoun, the
// place of what was told just before it in the paragraph is given with low odds.
func (p *Places) Of(head int) *griot.Place {
	if head < 0 || head >= len(p.doc.Tokens) {
		return nil
	}
	best := p.best(head)
	if place := p.spoken(head, best.score); place != nil {
		return place
	}
	if best.place != nil {
		found := p.found(&best)
		return &found.Place
	}
	if place := p.amongPeople(head); place != nil {
		return place
	}
	return p.before(head)
}

// At lists the places that the sentence of an act gives for it: the likeliest,
// then those named along with it ("in Kenya and Tanzania").
func (p *Places) At(head int) []Toponym {
	if head < 0 || head >= len(p.doc.Tokens) {
		return nil
	}
	best := p.best(head)
	if best.place == nil {
		return nil
	}
	out, last := []Toponym{p.found(&best)}, best.place
	for _, t := range p.around(head) {
		if t != best.place && t.Start != out[0].Start && (p.along(t, best.place) || p.along(t, last)) {
			out, last = append(out, *t), t
		}
	}
	return out
}

// best is the place of its sentence that hangs together best with an act, its
// place nil when none does well enough.
func (p *Places) best(head int) link {
	best := link{score: enough}
	for _, t := range p.around(head) {
		if p.housed(head, t) {
			continue
		}
		l := p.link(head, t)
		if in := p.inner(t); in != nil {
			l.score = min(l.score, p.link(head, in).score) + linkOuter
		}
		if l.score > best.score {
			best = l
		}
	}
	return best
}

// housed tells whether an act is said to be at a site without a name, "at the
// palace to help the victims in Khost", to which a place further off does not
// belong.
func (p *Places) housed(head int, t *Toponym) bool {
	d := p.doc
	phrase, _ := p.phrase(t)
	if d.Tokens[phrase].Head == head {
		return false
	}
	for k := range d.Children(head) {
		if i := p.siteOf(k); i >= 0 && i != phrase && !p.below(phrase, k) {
			return true
		}
	}
	return false
}

// siteOf is the nameless site that a phrase of an act is, or has, or -1: "at the
// palace", "a meeting at the palace".
func (p *Places) siteOf(k int) int {
	d := p.doc
	switch tok := d.Tokens[k]; {
	case tok.Is("obl"):
	case tok.Is("obj"), tok.Rel == "nsubj:pass":
		if k = d.Child(k, "nmod"); k < 0 {
			return -1
		}
	default:
		return -1
	}
	if locative[p.kase(k)] && housing[d.Tokens[k].Lemma] && !p.covered(k) {
		return k
	}
	return -1
}

// below tells whether a token hangs, near or far, on another.
func (p *Places) below(i, on int) bool {
	for n := 0; i >= 0 && n < farthestStep; i, n = p.doc.Tokens[i].Head, n+1 {
		if i == on {
			return true
		}
	}
	return false
}

// inner is the place that another is only named to explain, "Ariel in the West
// Bank", or nil.
func (p *Places) inner(t *Toponym) *Toponym {
	phrase, kase := p.phrase(t)
	k := p.doc.Tokens[phrase]
	if !locative[kase] || !k.Is("nmod") || k.Head < 0 || k.Head > t.Range.First {
		return nil
	}
	if i := p.first(p.All, k.Head+1) - 1; i >= 0 && p.All[i].Range.Has(k.Head) && p.All[i].Use == Literal {
		return &p.All[i]
	}
	return nil
}

// found is the place of a link with the odds and the reason of both.
func (p *Places) found(l *link) Toponym {
	t := p.span(*l.place)
	if t.whole > t.Range.End {
		t.End = p.doc.Tokens[t.whole-1].End
		t.Place.Words = p.doc.Words(text.Range{First: t.Range.First, End: t.whole})
	}
	if n := p.atBorder(&t); n > 0 {
		words := p.doc.Report.Text[t.Start-n : t.End]
		t.Place = griot.Place{Name: words, Words: words}
		if a, ok := p.frontier(l.place); ok {
			t.Place = a.place(words)
		}
	}
	odds := 1 / (1 + math.Exp(-1.2*(l.score-1)))
	if t.Place.Odds > 0 {
		t.Place.Odds = round(t.Place.Odds * odds)
	} else {
		t.Place.Odds = round(odds / 2) // a place that nothing is known of
	}
	t.Place.Reason = strings.TrimPrefix(t.Place.Reason+"; "+l.reason, "; ")
	return t
}

// along tells whether two places are coordinated.
func (p *Places) along(a, b *Toponym) bool {
	x, y := p.top(a.Range), p.top(b.Range)
	hangs := func(i, j int) bool { return p.doc.Tokens[i].Is("conj") && p.doc.Tokens[i].Head == j }
	hx, hy := p.doc.Tokens[x].Head, p.doc.Tokens[y].Head
	return hangs(x, y) || hangs(y, x) || hx == hy && p.doc.Tokens[x].Is("conj") && p.doc.Tokens[y].Is("conj") ||
		b.Range.Has(hx) && p.doc.Tokens[x].Is("conj")
}

// span widens a place between two others to the words that say so, "between
// the villages of Boni and Torodi"; the one of them that is known better stands
// for it.
func (p *Places) span(t Toponym) Toponym {
	phrase, kase := p.phrase(&t)
	if kase != "between" {
		return t
	}
	last := t
	for i := p.first(p.All, t.Range.First); i < len(p.All) && p.All[i].Range.First < t.Range.End+4; i++ {
		last = p.All[i]
	}
	words := p.doc.Words(text.Range{First: p.doc.Child(phrase, "case"), End: last.Range.End})
	if last.Place.Odds > t.Place.Odds || last.Place.GeonameID != 0 && t.Place.GeonameID == 0 {
		t = last
	}
	t.Place.Words = words
	t.Place.RadiusKm = max(t.Place.RadiusKm, 10)
	return t
}

// link is how well a place and an act hang together.
type link struct {
	place  *Toponym
	score  float64
	reason string
}

// What the path between a place and an act in the tree adds to the score of
// the place being where the act happened. They are set by hand, with the help
// of sentences in which the place of one verb is known.
const (
	enough      = 0.4   // a place must exceed this
	linkAt      = 2.8   // in, at, near it
	linkTo      = 0.6   // to, from it
	linkInto    = 2.0   // into, through it
	linkDone    = 2.6   // the act is done to it
	linkWith    = 0.5   // its name describes what takes part
	linkActor   = -2.0  // a country that acts or is acted on: "called on France"
	linkNamed   = 0.4   // otherwise
	linkOwner   = -0.8  // it is the whole of which another place is told: "Iraq's Anbar"
	linkOuter   = -0.2  // it explains where another place is
	linkVast    = -1.5  // it is a continent or nearly so, and not named with the act itself
	linkFrom    = -1.2  // "north of it", "20 km from it"
	linkFact    = 1.0   // the smaller, the better: a village against a continent
	linkUnknown = 0.8   // no gazetteer has it: most often a small place
	linkWord    = -0.05 // for each word between
	linkBefore  = -0.8  // named before the act
	// For each step of the path, by what it crosses:
	stepNoun   = 0.0  // to what another noun tells of
	stepDoer   = -0.3 // to the one who acts
	stepClause = -0.5 // to another clause of the same story
	stepAside  = -0.6 // besides, down into what is told of a noun
	stepWho    = -0.5 // and more so in a relative clause
	stepAppos  = -1.0 // besides, down into another name for it
	stepSaid   = -1.8 // from what is said to who says it, or back
	stepOther  = -0.5
)

// reach is how many tokens away from an act its place is looked for.
const reach = 120

// around lists the places that an act at token head may have happened at:
// those of its sentence.
func (p *Places) around(head int) []*Toponym {
	in := p.doc.Sentences[p.doc.Tokens[head].Sentence].Range
	in.First, in.End = max(in.First, head-reach), min(in.End, head+reach)
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
	locative = words("in at near outside inside around across throughout on over off within along")
	within   = words("in inside across throughout into through around near over off")
	inward   = words("into through onto")
	moving   = words("to toward towards from")
	// What a place name may describe and still be where it is: "the Aleppo countryside".
	sites = words("city cities village villages town towns area areas district districts region regions province provinces countryside suburb suburbs " +
		"neighborhood neighborhoods neighbourhood neighbourhoods camp camps airport airfield airbase base bases hospital outpost crossing outskirts capital " +
		"governorate county state center centre quarter quarters enclave stronghold port valley mountains mountain hills river lake island islands road " +
		"highway street square mosque church market station school university prison bridge settlement settlements cafe restaurant hotel house home farm farms plant field fields embassy border coast " +
		"north south east west northeast northwest southeast southwest part parts side resort square township locality commune municipality front sector " +
		"community third thirds half majority streets perimeter point points position positions stretch roundabout checkpoint junction hill mount stadium headquarters palace park building compound garrison barracks mine zone territory")
	// "in Tbilisi Thursday" is at times read as one name.
	weekdays = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	compass  = words("north south east west northeast northwest southeast southwest kilometers kilometres km miles kms outside")
	// Verbs whose object is nearly always a place.
	entering = words("enter storm besiege liberate shell bomb bombard pound occupy retake recapture overrun overran invade patrol")
	// Verbs whose object is a place that they happen at.
	taking = words("capture seize enter storm liberate bomb shell attack raid patrol occupy retake recapture besiege reach invade leave hit strike " +
		"target destroy control dominate lose block overrun overran secure regain surround visit cross clear defend infiltrate penetrate pound bombard")
	// Nouns for acts that happen to what stands after them with "of" or "on".
	befalling = words("invasion occupation annexation bombing bombardment siege capture seizure shelling blockade storming attack strike airstrike raid assault offensive")
	// Sites that an act happens within.
	housing = words("airport airbase hospital mosque church temple cathedral monastery market school university prison jail palace stadium parliament embassy headquarters " +
		"checkpoint barracks cafe restaurant hotel station courthouse home house residence office court")
	// Verbs whose subject is where what they tell of happens.
	seeing = words("see suffer witness experience endure")
)

// link judges whether the act of token head happened at a place, by the path
// between them in the tree.
func (p *Places) link(head int, t *Toponym) link {
	l := link{place: t}
	phrase, kase := p.phrase(t)
	top := p.doc.Tokens[phrase]
	switch {
	case p.atBorder(t) > 0:
		l.score, l.reason = linkAt, "near its border"
	case addressed(&t.Place) && !within[kase] && !p.befallen(phrase, head):
		l.score, l.reason = linkActor, "it takes part"
	case locative[kase] || kase == "between" && !addressed(&t.Place):
		l.score, l.reason = linkAt, "“"+kase+"” it"
	case moving[kase]:
		l.score, l.reason = linkTo, "“"+kase+"” it"
	case inward[kase]:
		l.score, l.reason = linkInto, "“"+kase+"” it"
	case kase == "" && compass[strings.ToLower(top.Form)] && !t.Range.Has(phrase):
		l.score, l.reason = linkAt, "“"+top.Form+"” of it"
	case (kase == "" || kase == "of") && p.taken(phrase):
		l.score, l.reason = linkDone, "the act is done to it"
	case top.Is("nmod:poss"), top.Is("compound"):
		l.score, l.reason = linkWith, "it describes what takes part"
	default:
		l.score, l.reason = linkNamed, "it is named in the sentence"
	}
	l.score += p.path(head, phrase) + linkWord*float64(abs(t.Range.First-head))
	if name := p.doc.Tokens[p.top(t.Range)]; name.Is("nmod:poss") {
		l.score += linkOwner
	} else if name.Head >= 0 && compass[strings.ToLower(p.doc.Tokens[name.Head].Form)] {
		l.score += linkFrom
	}
	if t.Place.RadiusKm >= vast && top.Head != head {
		l.score += linkVast
	}
	if t.Range.First < head {
		l.score += linkBefore
	}
	if t.scenic || t.absent && t.Place.GeonameID == 0 {
		l.score += linkUnknown
	} else if t.Place.RadiusKm > 0 {
		l.score += linkFact * specific(&t.Place)
	}
	return l
}

// befallen tells whether an act is done to a country that a phrase names: what
// only follows the noun for another act is not befallen by this one.
func (p *Places) befallen(phrase, head int) bool {
	d := p.doc
	noun := d.Tokens[phrase].Head
	return p.taken(phrase) && (!d.Tokens[phrase].Is("nmod") || noun == head || d.Tokens[noun].Head == head)
}

// vast is from which radius in kilometres a place hardly tells where an act was.
const vast = 1000

// addressed tells whether a place is one that others call on: a country, or an
// organisation of several.
func addressed(p *griot.Place) bool {
	return p.RadiusKm > 0 && p.Name != "" && p.Admin1 == "" && p.GeonameID != 0
}

// before is where the sentence before the one of an act, in its paragraph, has
// its last place that something is said to be in, with low odds; the sentence
// must go on with the same story: "They killed four traders."
func (p *Places) before(head int) *griot.Place {
	i := p.doc.Tokens[head].Sentence
	if i == 0 || p.doc.Sentences[i-1].Paragraph != p.doc.Sentences[i].Paragraph || p.doc.Tokens[p.doc.Sentences[i].First].UPOS != "PRON" {
		return nil
	}
	in := p.doc.Sentences[i-1].Range
	for k := p.first(p.All, in.End) - 1; k >= 0 && p.All[k].Range.First >= in.First; k-- {
		t := &p.All[k]
		if _, kase := p.phrase(t); t.Use == Literal && locative[kase] && !addressed(&t.Place) {
			place := t.Place
			place.Odds = round(0.35 * place.Odds)
			place.Reason = "named in the sentence before; " + place.Reason
			return &place
		}
	}
	return nil
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
		if kase = p.kase(i); n == 0 && kase == "" {
			kase = p.kaseWithin(t.Range)
		}
		h := d.Tokens[i].Head
		if h < 0 {
			return i, kase
		}
		switch {
		case (kase == "" || kase == "of") && nests(d.Tokens[i]) && (t.Range.Has(h) || p.site(h)):
			i = h
		default:
			return i, kase
		}
	}
	return i, kase
}

// site tells whether token i is a noun for a sort of place, or a place itself.
func (p *Places) site(i int) bool {
	t := p.doc.Tokens[i]
	return sites[strings.ToLower(t.Form)] || weekdays[t.Form] || p.covered(i)
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
	if k+1 < i && p.doc.Tokens[k+1].Form == "with" {
		return "" // "along with"
	}
	return strings.ToLower(p.doc.Tokens[k].Form)
}

// kaseWithin is the preposition that hangs on any token of a name, whose tree
// may have come apart, or "".
func (p *Places) kaseWithin(r text.Range) string {
	for i := r.First; i < r.End; i++ {
		if k := p.kase(i); k != "" {
			return k
		}
	}
	return ""
}

// farthestStep bounds the walk in the tree.
const farthestStep = 12

// path is the cost of the way from an act up to where it meets the phrase of a
// place, and down to the phrase.
func (p *Places) path(head, phrase int) float64 {
	up := 0.0
	for a, n := head, 0; a >= 0 && n < farthestStep; a, n = p.doc.Tokens[a].Head, n+1 {
		down := 0.0
		for b, m := phrase, 0; b >= 0 && m < farthestStep; b, m = p.doc.Tokens[b].Head, m+1 {
			if b == a {
				return up + down
			}
			if m > 0 || p.doc.Tokens[b].Head != a { // what hangs on the act itself costs nothing
				down += step(p.doc.Tokens[b]) + aside(p.doc.Tokens[b])
			}
		}
		up += step(p.doc.Tokens[a])
	}
	return -farthestStep
}

// aside is what it costs besides to go down into what only tells more of a noun.
func aside(t text.Token) float64 {
	switch {
	case t.Rel == "acl:relcl":
		return stepAside + stepWho
	case t.Is("acl"):
		return stepAside
	case t.Is("appos"):
		return stepAppos
	}
	return 0
}

// step is the cost of going from a token to its head.
func step(t text.Token) float64 {
	switch {
	case t.Is("ccomp"), t.Is("parataxis"):
		return stepSaid
	case t.Is("advcl"), t.Is("xcomp"), t.Is("conj"), t.Is("acl"):
		return stepClause
	case t.Rel == "nsubj":
		return stepDoer
	case t.Is("nmod"), t.Is("obl"), t.Is("obj"), t.Is("nsubj"):
		return stepNoun
	}
	return stepOther
}

func abs(x int) int { return max(x, -x) }
