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

// games tells of each sentence whether it speaks of a game, by its own words or
// because the report as a whole is of sport, and of no police and nobody hurt.
func (s *scene) games() []bool {
	games := make([]bool, len(s.doc.Sentences))
	surely, words := 0, 0
	for i, sentence := range s.doc.Sentences {
		sure, all := s.sports(sentence.Range)
		games[i] = sure > 0 && all >= 2
		surely, words = surely+sure, words+all
	}
	ofSport := surely > 0 && 1000*words >= sporting*len(s.doc.Tokens)
	for i, sentence := range s.doc.Sentences {
		games[i] = (games[i] || ofSport) && !s.earnest(sentence.Range)
	}
	return games
}

// harmless tells whether a claim of a sentence on a game is a move of it: nobody is
// hurt, and no public party takes part.
func harmless(c *griot.Claim) bool {
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
