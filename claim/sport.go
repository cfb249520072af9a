package claim

import (
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// A report of a game speaks of attacks, clashes and coups that are none. What it
// says of states, armed groups and courts, of protests and of people hurt, is
// news like any other.

// sporting is how many words of sport, out of a thousand, make a report one of
// sport; of a sentence two do.
const sporting = 20

// sports counts the words of sport in a part of a document: those that are of
// nothing else, and all.
func (s *scene) sports(part text.Range) (sure, all int) {
	for i := part.First; i < part.End; i++ {
		if s.doc.Kind(i) != griot.Body {
			continue
		}
		switch s.what.Sport(s.doc, i) {
		case 2:
			sure++
			all++
		case 1:
			all++
		}
	}
	return sure, all
}

// ofSport tells whether the report as a whole is of sport.
func (s *scene) ofSport() bool {
	sure, all := s.sports(text.Range{End: len(s.doc.Tokens)})
	return sure > 0 && 1000*all >= sporting*len(s.doc.Tokens)
}

// played tells whether a claim, whose trigger is head, is a move of a game.
func (s *scene) played(c *griot.Claim, head int, ofSport bool) bool {
	sentence := s.doc.Sentences[s.doc.Tokens[head].Sentence].Range
	if sure, all := s.sports(sentence); !ofSport && (sure == 0 || all < 2) || s.earnest(sentence) {
		return false
	}
	harmed := slices.ContainsFunc(c.Figures, func(f griot.Amount) bool { return f.Of != "people" && f.Of != "money" && f.Of != "" })
	return c.Type != griot.Protest && !harmed && !slices.ContainsFunc(slices.Concat(c.Actors, c.Recipients), public)
}

// earnest tells whether a sentence of a report speaks of police or of people hurt.
func (s *scene) earnest(sentence text.Range) bool {
	return slices.ContainsFunc(s.doc.Tokens[sentence.First:sentence.End], func(t text.Token) bool {
		return slices.Contains([]string{"police", "arrest", "kill", "die", "injure", "wound", "dead", "riot", "hooligan", "gunman", "soldier", "bomb"}, strings.ToLower(t.Lemma))
	})
}

// public tells whether an actor is a state's, a party's or armed.
func public(a griot.Actor) bool {
	_, sector, _ := strings.Cut(a.Code, " ")
	return slices.Contains([]string{"GOV", "MIL", "COP", "REB", "LEG", "JUD", "SPY", "PRM", "PTY", "OPP"}, sector)
}
