package same

import (
	"regexp"
	"slices"
	"strings"

	"griot"
)

// view is a claim with what comparing needs, made once.
type view struct {
	*griot.Claim
	at      int    // position among all claims
	report  int    // position of its report
	group   int    // where it was put
	words   []word // content words of what was done, in order, without those of the actors
	around  []word // content words of its sentence, in order
	another bool   // its sentence says that it tells of another act than those before
	lemma   string // stem of the head word
	kin     []int  // rows of words for one act that the lemma stands in
	actors  []*party
	objects []*party // recipients
	falls   string   // the country in which power was seized, "" for none
	copied  passage
	taken   bool // its place is taken over from what was told before
}

// passage is where a claim's words stand in the report that its own copies.
type passage struct {
	report     string // "" when they do not
	start, end int
}

// party is an actor as far as comparing goes.
type party struct {
	id      string
	name    string
	country string // first part of the code
	sector  string // second part
	person  bool
	crowd   bool   // "people", "gunmen": a word for many, not a name
	head    string // stem of the word that says what it is when it is described and not named: "chiefs" of defence
	words   []word // of its name
}

// state tells whether a party is a country, which takes part in everything.
func (x *party) state() bool { return x.country != "" && x.sector == "" && !domains[x.country] }

// domains are the first parts of codes that are no countries: bodies of one
// domain have nothing in common but that.
var domains = map[string]bool{"IGO": true, "UNO": true, "EUR": true, "NGO": true, "IMG": true, "MNC": true, "ISM": true}

func (g *grouping) view(c *griot.Claim, at, report int) *view {
	v := &view{Claim: c, at: at, report: report, lemma: Stem(strings.ToLower(c.Lemma))}
	v.kin = loaded().kin[v.lemma]
	recipients := c.Recipients
	if slices.ContainsFunc(recipients, settled) { // a town says where
		recipients = slices.DeleteFunc(slices.Clone(recipients), settled)
	}
	v.actors, v.objects = g.parties(c.Actors), g.parties(recipients)
	named := g.set(c.Lemma)
	for _, list := range [][]griot.Actor{c.Actors, recipients} {
		for _, a := range list {
			named = append(named, g.set(a.Words)...)
		}
	}
	v.words = slices.DeleteFunc(g.set(g.Act(c)), func(w word) bool { return slices.Contains(named, w) })
	sentence := g.Sentence(c)
	v.taken = c.Where != nil && !strings.Contains(sentence, c.Where.Words)
	if g.last == nil || sentence != g.sentence {
		g.sentence, v.around, v.another = sentence, g.set(sentence), tellsAnother(sentence)
	} else {
		v.around, v.another = g.last.around, g.last.another
	}
	g.last = v
	v.copied.report, v.copied.start, v.copied.end = g.Copied(c)
	v.falls = g.falls(v)
	return v
}

// settlements are the stems of words for places that stand for their people.
var settlements = map[string]bool{Stem("town"): true, Stem("village"): true, Stem("city"): true, Stem("cities"): true, Stem("settlement"): true, Stem("hamlet"): true, Stem("suburb"): true}

// settled tells whether an actor is a town or village.
func settled(a griot.Actor) bool { return settlements[head(a.Name)] }

// another matches what a report begins another act with.
var another = regexp.MustCompile(`(?i)\b(separately|elsewhere|meanwhile|in a (?:separate|second)|another (\w+))\b`)

// tellsAnother tells whether a sentence says that it tells of another act.
func tellsAnother(sentence string) bool {
	m := another.FindStringSubmatch(sentence)
	return m != nil && (m[2] == "" || len(m[2]) > 2 && !function[strings.ToLower(m[2])]) // "succeeded another in" is no beginning
}

// parties are actors as far as comparing goes, each made once.
func (g *grouping) parties(actors []griot.Actor) []*party {
	if len(actors) == 0 {
		return nil
	}
	list := make([]*party, len(actors))
	for i, a := range actors {
		key := [3]string{a.ID, a.Name, a.Code}
		if g.known[key] == nil {
			country, sector, _ := strings.Cut(a.Code, " ")
			g.known[key] = &party{a.ID, a.Name, country, sector, g.Persons[a.ID], strings.ToLower(a.Name) == a.Name, head(a.Name), g.set(a.Name)}
		}
		list[i] = g.known[key]
	}
	return list
}

// head is the stem of the word in small letters that a description stands on:
// the last one, or the one before "of"; "" for a name.
func head(name string) string {
	before, _, _ := strings.Cut(name, " of ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if word == "" || word != strings.ToLower(word) {
		return ""
	}
	return Stem(word)
}
