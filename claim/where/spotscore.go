package where

import (
	"strings"

	"griot/claim/where/atlas"
	"griot/text"
)

// What speaks for and against a stretch of text naming a place, in the same
// units: above 0 is taken for a place.
const (
	spotBase      = -0.5
	spotTagged    = 0.3  // tagged as a place
	spotPerson    = -1.7 // within the name of a person
	spotSurnamed  = -0.4 // the same, but said to be a village: names of villages look like names of persons
	spotOrg       = -0.5 // within the name of an organisation
	spotOther     = -0.5 // within another name
	spotUntagged  = -0.6 // names were tagged and this is none
	spotFamous    = 2.0  // country, state, region or city
	spotTown      = 1.0
	spotWords     = 2.0  // a name of several words
	spotPlaced    = 1.6  // after "in", "near", "town of"
	spotContained = 2.5  // before ", Maine"
	spotDivision  = 1.5  // "… County", "… province"
	spotCommon    = -2.5 // mostly a common word
	spotVague     = -5.0 // a month, a direction
	spotStart     = 0.3  // first word of a sentence: no neighbour before it speaks against
	spotAdjacent  = -1.6 // beside another capitalised word
	spotTitle     = -4.0 // after "Mr.", "President"
	spotStreet    = -4.0 // before "Street"
	spotShort     = -2.0 // two or three capitals
	spotSurname   = -3.0 // also the surname of somebody in the report
	spotNoProper  = -2.5 // not tagged as a proper name
	spotAdjective = -0.8 // the same, but a famous place: "Kentucky" before a noun
	spotAgain     = 2.5  // a clear place elsewhere in the report
	spotUnknown   = -2.0 // the gazetteer has no such name
	spotSettled   = 4.0  // but it is said to be a village
)

var (
	placing = words("in at near from to of outside around across inside into toward towards through between throughout off via " +
		"city town village district province region state county governorate capital camp port")
	settlements = words("village villages town towns hamlet hamlets locality localities commune communes settlement settlements district districts " +
		"province neighbourhood neighborhood subdistrict camp outskirts suburb countryside")
	titles = words("mr mrs ms dr sen rep gov minister secretary judge sgt lt capt gen col prof mayor king queen prince princess pope " +
		"officer detective sheriff sir lady lord coach rev general colonel captain lieutenant sergeant sheikh imam justice miss maj major cpl")
	streets   = words("street st avenue ave road rd boulevard blvd lane ln highway drive square herald times tribune gazette st. ave. rd. blvd.")
	divisions = words("county province state governorate district region oblast prefecture township department")
	offices   = words("police department university college school hospital county city council court government state army region province district " +
		"airport association chamber governorate oblast state's republic united high area metropolitan parish bay islands island")
)

// vague keys, their words joined by hyphens, are names of places and far more
// often something else.
var vague = words("january february march april may june july august september october november december monday tuesday wednesday thursday " +
	"friday saturday sunday christmas easter north south east west northeast northwest southeast southwest northern southern eastern western " +
	"central university college council court center centre street park school church hospital museum bridge square house party " +
	"metro federal national international democrat republican senate congress justice god lord lake sea saint saints bank abu bin ibn al king queen prince bishop abbey far tri " +
	"mary george david vladimir elizabeth john james joseph michael maria anna diego carlos juan jose peter paul ali omar hassan hussein ahmed ahmad " +
	"mohamed mohammed muhammad ibrahim mustafa abdullah khalid hamid sergei ivan pierre jean marie hamas hezbollah fatah taliban isis daesh xinhua " +
	"republic capital islands terminal hall hindi free un national-park " +
	"google facebook twitter honda toyota fifa nato ibm bbc cnn obama trump putin biden " +
	"white-house capitol-hill wall-street red-cross united-nations black-friday new-year")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// weigh sums up what speaks for and against a spot.
func (s *spotter) weigh(m *spot) {
	m.score = spotBase + s.byName(m) + s.byFame(m) + s.byContext(m) + s.byForm(m)
}

// byName asks the tagged names.
func (s *spotter) byName(m *spot) float64 {
	if !s.named {
		return 0
	}
	n := s.doc.Name(m.First)
	if n < 0 {
		return spotUntagged
	}
	switch name := s.doc.Names[n]; name.Type {
	case "LOC":
		return spotTagged
	case "PER":
		if m.settled != "" {
			return spotSurnamed
		}
		return spotPerson
	case "ORG":
		last := s.form(name.End - 1)
		m.inside = name.Range != m.Range && !grounds[last] && !weekdays[last]
		return spotOrg
	}
	return spotOther
}

func (s *spotter) byFame(m *spot) float64 {
	switch {
	case !m.known && m.settled != "":
		return spotUnknown + spotSettled
	case !m.known:
		return spotUnknown
	case m.fame >= 5, m.settled != "":
		return spotFamous
	case m.fame >= 4:
		return spotTown
	}
	return 0
}

// byContext asks the words around.
func (s *spotter) byContext(m *spot) float64 {
	score := 0.0
	sentence := s.doc.Sentences[s.doc.Tokens[m.First].Sentence]
	first := m.First == sentence.First
	if !first {
		score += s.before(m, sentence.Range)
	}
	if m.End < sentence.Range.End {
		score += s.after(m, sentence.Range)
	}
	return score
}

func (s *spotter) before(m *spot, in text.Range) float64 {
	i := m.First - 1
	t := s.doc.Tokens[i]
	word := strings.ToLower(t.Form)
	if (word == "the" || word == "of" && placing[strings.ToLower(s.form(i-1))]) && i > in.First {
		t = s.doc.Tokens[i-1]
		word = strings.ToLower(t.Form)
	}
	bare := strings.TrimSuffix(word, ".")
	switch {
	case titles[bare]:
		return spotTitle
	case placing[word]:
		return spotPlaced
	case i == m.First-1 && capital(t.Form) && i > in.First && !s.place(i) && !offices[word] && len(t.Form) > 1 && m.fame < 6.5:
		return spotAdjacent
	}
	return 0
}

func (s *spotter) after(m *spot, in text.Range) float64 {
	t := s.doc.Tokens[m.End]
	word := strings.ToLower(t.Form)
	switch {
	case capital(t.Form) && streets[word]:
		return spotStreet
	case (t.Form == "," || word == "in") && s.container(m.End+1, in.End):
		return spotContained
	case capital(t.Form) && len(t.Form) > 1 && !offices[word] && !s.place(m.End) && m.fame < 5.5 && !s.inName(m):
		return spotAdjacent
	}
	return 0
}

// inName tells whether the token after the spot belongs to the same tagged name.
func (s *spotter) inName(m *spot) bool {
	n := s.doc.Name(m.First)
	return n >= 0 && s.doc.Names[n].Has(m.End) && s.doc.Names[n].Type != "PER"
}

func (s *spotter) form(i int) string {
	if i < 0 || i >= len(s.doc.Tokens) {
		return ""
	}
	return s.doc.Tokens[i].Form
}

// place tells whether token i by itself names a place of some fame.
func (s *spotter) place(i int) bool {
	m, ok := s.look(text.Range{First: i, End: i + 1}, false)
	return ok && m.fame >= 4.5 && !s.r.common[m.key]
}

// container tells whether a country or first-order division is named from
// token i on.
func (s *spotter) container(i, end int) bool {
	if s.form(i) == "the" {
		i++
	}
	if i >= end || !capital(s.form(i)) {
		return false
	}
	for n := min(3, end-i); n > 0; n-- {
		for _, sense := range s.r.atlas.Find(atlas.Key(s.doc.Words(text.Range{First: i, End: i + n}))) {
			if p := s.r.atlas.Place(sense.Row); !sense.People && p.Kind <= atlas.Admin1 {
				return true
			}
		}
	}
	return false
}

// byForm asks the shape of the words themselves.
func (s *spotter) byForm(m *spot) float64 {
	if vague[strings.ReplaceAll(m.key, " ", "-")] {
		return spotVague
	}
	if m.Len() > 1 && !m.known {
		return 0
	}
	if m.Len() > 1 {
		if divisions[m.key[strings.LastIndexByte(m.key, ' ')+1:]] {
			return spotWords + spotDivision
		}
		return spotWords
	}
	t := s.doc.Tokens[m.First]
	score := 0.0
	if s.r.common[m.key] && !m.people && m.fame < 6.5 {
		score += spotCommon
	}
	if !abbreviates(t.Form, m.fame) || s.bareAbbreviation(m) {
		score += spotShort
	}
	if m.First == s.doc.Sentences[t.Sentence].First && m.fame < 5 {
		score += spotStart
	}
	if s.persons[m.key] {
		score += spotSurname
	}
	if s.tagged && t.UPOS != "PROPN" && !(m.people && (t.UPOS == "ADJ" || t.UPOS == "NOUN")) {
		if m.fame > 6 && !s.r.common[m.key] {
			score += spotAdjective
		} else {
			score += spotNoProper
		}
	}
	return score
}

// abbreviates tells whether a form of one to three letters may stand for a
// place: in capitals, or with a full stop.
func abbreviates(form string, fame float64) bool {
	letters := strings.ReplaceAll(form, ".", "")
	if len(letters) > 3 {
		return true
	}
	if form != letters {
		return true
	}
	return strings.ToUpper(form) == form && (len(letters) == 2 || fame > 6) || strings.ToUpper(form) != form && len(letters) == 3
}

// bareAbbreviation tells whether a spot is the short form of a state without
// what it belongs to: "IN" is Indiana only after a comma.
func (s *spotter) bareAbbreviation(m *spot) bool {
	t := s.doc.Tokens[m.First]
	letters := strings.ReplaceAll(t.Form, ".", "")
	return len(letters) <= 2 && t.Form == letters && m.fame < 8.5 && s.form(m.First-1) != ","
}
