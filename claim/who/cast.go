package who

import (
	"slices"
	"unicode/utf8"

	"griot"
	"griot/text"
)

// Cast is who appears in one report.
type Cast struct {
	dir      *Directory
	doc      *text.Doc
	day      griot.Day
	shouting bool // it is written in capitals throughout
	fighting bool // it speaks of rebels

	pieces []piece
	first  []int // by token: its first piece
	names  []mark
	nameAt []int32 // by token: index into names, or -1
	calls  []call
	callAt []int32 // by token: index into calls, or -1

	spoken map[string]int // how much the report speaks of a country
	story  string         // the country that it is about, "" when it is about none or several
	local  []string       // by sentence: the one country that things are said to be in there

	people   []personName
	surnames map[string][]int // by last word of a name: indexes into people
	holders  []holding
	orgs     []text.Range          // names of organisations found by their first word
	orgAt    []int32               // by token: index into orgs, or -1
	acronyms map[string]text.Range // the full names that the report gives for them

	bearer []int   // by call: where the name of the person begins who stands beside it, or -1
	owners []owner // by call: whose it says it is
	asked  []bool  // by call: whether owners has its owner
	before []int   // by call: the last call of the same role before it that says whose it is, or -1

	described   map[string]ident // by key: what the report says unknown actors are
	rebels      ident            // the one armed group that the report names
	rebelsAsked bool

	heads  map[int]int // by token: the mention that hangs on it
	chains []finding   // by entity
	found  []finding   // by token
}

// finding is what At has found out about a token.
type finding struct {
	state int8 // 0 not asked, 1 being looked for, 2 known
	id    ident
}

// Cast finds who appears in a document. Tags, trees and names must be there;
// chains of reference are used when they are.
func (d *Directory) Cast(doc *text.Doc) *Cast { return d.CastAmong(doc, nil) }

// CastAmong is Cast for a document of whose tokens it is known in which country
// the place lies that they name (ISO 3166-1 alpha-2, "" for none), so that those
// who are named with a town of no fame are given its country.
func (d *Directory) CastAmong(doc *text.Doc, countries []string) *Cast {
	c := &Cast{dir: d, doc: doc, day: doc.Report.Published, spoken: map[string]int{}}
	c.cutTokens()
	c.findPeople()
	c.findNames()
	c.addPlaces(countries)
	c.dropRedefined()
	c.findStory()
	c.dropDoubtful()
	c.findCalls()
	c.findLocal()
	c.findOrganisations()
	c.findAcronyms()
	c.findBearers()
	c.findHolders()
	c.forget()
	c.findOwners()
	c.forget() // what was found out while owners were still unknown
	c.findDescribed()
	c.forget()
	return c
}

func (c *Cast) forget() {
	c.found = make([]finding, len(c.doc.Tokens))
	c.findChains()
}

func (c *Cast) cutTokens() {
	c.first = make([]int, len(c.doc.Tokens)+1)
	for i, t := range c.doc.Tokens {
		c.first[i] = len(c.pieces)
		c.pieces = cut(c.pieces, t.Form, i)
	}
	c.first[len(c.doc.Tokens)] = len(c.pieces)
}

// findNames marks the names of the tables. One in the midst of somebody's name
// is none: "Jordan Pickford" is not a country.
func (c *Cast) findNames() {
	c.shouting = shouts(c.doc)
	c.names = c.dir.marks(c.pieces, c.shouting, func(first, end int, l label) bool {
		a, b := c.pieces[first].tok, c.pieces[end-1].tok
		if c.doc.Tokens[a].Sentence != c.doc.Tokens[b].Sentence {
			return false
		}
		if end-first == 1 && (!nameLike(c.doc.Tokens[a], l) || c.pieces[first].marks && l.sense == demonym && !marked(l.text)) {
			return false
		}
		n := c.doc.Name(a)
		if n < 0 || l.kind == person || c.doc.Names[n].Type != "PER" {
			return true
		}
		return c.untitled(c.doc.Names[n].Range).Len() <= b-a+1 && !c.partly(a)
	})
	c.nameAt = c.spread(len(c.names), func(i int) (int, int) { return c.names[i].first, c.names[i].end })
}

// addPlaces marks the places that the tables do not have, as cities of theirs.
func (c *Cast) addPlaces(countries []string) {
	for i := 0; i < len(countries); i++ {
		iso := c.dir.iso3[countries[i]]
		if n := c.doc.Name(i); iso == "" || c.nameAt[i] >= 0 || n >= 0 && c.doc.Names[n].Type == "PER" {
			continue
		}
		end := i + 1
		for end < len(countries) && countries[end] == countries[i] && c.nameAt[end] < 0 {
			end++
		}
		if c.first[i] == c.first[end] {
			continue
		}
		r := text.Range{First: i, End: end}
		c.names = append(c.names, mark{c.first[i], c.first[end], []label{{entry: &entry{kind: city, name: c.doc.Words(r), country: iso}}}})
		i = end - 1
	}
	slices.SortFunc(c.names, func(a, b mark) int { return a.first - b.first })
	c.nameAt = c.spread(len(c.names), func(i int) (int, int) { return c.names[i].first, c.names[i].end })
}

// marked tells whether a name has letters beyond plain ones: "Turk" has not,
// and so "Türk" is no Turk.
func marked(s string) bool { return utf8.RuneCountInString(s) < len(s) }

// nameLike tells whether a lone word may be the name by its part of speech.
func nameLike(t text.Token, l label) bool {
	switch t.UPOS {
	case "PROPN", "X", "":
		return true
	case "NOUN", "ADJ":
		return l.sense == demonym || l.kind == people || l.caps || l.kind == organisation && (l.sector == "PTY" || l.sector == "REB" || !l.upper)
	case "VERB":
		return l.sense == demonym
	}
	return false
}

// shouts tells whether a document is written in capitals throughout.
func shouts(doc *text.Doc) bool {
	small, large := 0, 0
	for _, t := range doc.Tokens[:min(len(doc.Tokens), 400)] {
		if t.Form == "" {
			continue
		}
		switch c := t.Form[len(t.Form)-1]; {
		case 'a' <= c && c <= 'z':
			small++
		case 'A' <= c && c <= 'Z':
			large++
		}
	}
	return large > 8*small && large > 10
}

func (c *Cast) findCalls() {
	c.calls = c.dir.calls(c.pieces, func(first, end int) bool {
		a, b := c.pieces[first].tok, c.pieces[end-1].tok
		return c.nameAt[a] < 0 && c.nameAt[b] < 0 && c.doc.Tokens[a].Sentence == c.doc.Tokens[b].Sentence
	})
	c.calls = c.joinDeputies(c.calls)
	for _, call := range c.calls {
		c.fighting = c.fighting || call.sector == "REB"
	}
	c.findUniforms()
	c.callAt = c.spread(len(c.calls), func(i int) (int, int) { return c.calls[i].first, c.calls[i].end })
}

// spread gives every token the index of the finding that covers it, or -1.
func (c *Cast) spread(n int, of func(int) (first, end int)) []int32 {
	at := make([]int32, len(c.doc.Tokens))
	for i := range at {
		at[i] = -1
	}
	for i := range n {
		first, end := of(i)
		for p := first; p < end; p++ {
			at[c.pieces[p].tok] = int32(i)
		}
	}
	return at
}

// tokens is the range of tokens of a range of pieces.
func (c *Cast) tokens(first, end int) text.Range {
	return text.Range{First: c.pieces[first].tok, End: c.pieces[end-1].tok + 1}
}

// findUniforms makes soldiers of officers in a report that speaks more of an
// army than of police.
func (c *Cast) findUniforms() {
	army, police := 0, 0
	for _, call := range c.calls {
		switch {
		case call.word == "officer":
		case call.sector == "MIL":
			army++
		case call.sector == "COP":
			police++
		}
	}
	if army <= police {
		return
	}
	for i, call := range c.calls {
		if call.word != "officer" {
			continue
		}
		_, found := c.dir.nouns.longest([]piece{{key: "soldier"}}, nil, func(int, noun) bool { return true })
		if len(found) > 0 {
			c.calls[i].noun = found[0]
		}
	}
}

// joinDeputies makes one noun of "deputy" and the office after it.
func (c *Cast) joinDeputies(calls []call) []call {
	var joined []call
	for i := 0; i < len(calls); i++ {
		call := calls[i]
		if call.word == "deputy" && i+1 < len(calls) && calls[i+1].first == call.end && calls[i+1].kind != group {
			first := call.first
			i++
			call = calls[i]
			call.first, call.word = first, "deputy "+call.word
		}
		joined = append(joined, call)
	}
	return joined
}
