package recordtest

import (
	"fmt"
	"strings"

	"griot"
)

// Reading is a reading of a one-sentence report "Subject verb N objects.", with
// a claim, a statement, a figure and two actors; day may be "".
func Reading(ref, outlet, day, sentence string) griot.Reading {
	r := griot.Report{Ref: ref, Outlet: outlet, Published: day0(day), PublishedBasis: griot.PublishedStated, Language: "en", Text: sentence}
	r.ID = r.Identify()
	words := strings.Fields(strings.TrimSuffix(sentence, "."))
	subject, object := words[0], strings.Join(words[2:], " ")
	when := griot.Interval{From: r.Published, To: r.Published, Basis: griot.BasisPublished}
	where := &griot.Place{Name: "Torodi", Country: "NE", Admin1: "Tillabéri", RadiusKm: 10}
	c := griot.Claim{
		Source: griot.Source{Report: r.ID}, Start: 0, End: len(sentence) - 1, Quote: sentence[:len(sentence)-1],
		Sentence: griot.Span{Start: 0, End: len(sentence)},
		Type:     griot.Assault, Status: griot.Happened, When: when, Where: where,
		Actors:     []griot.Actor{actor(sentence, subject)},
		Recipients: []griot.Actor{actor(sentence, object)},
	}
	if words[1] == "arrested" {
		c.Type, c.Mode = griot.Coerce, "arrest"
	}
	c.ID = c.Identify()
	s := griot.Statement{Source: griot.Source{Report: r.ID}, Kind: griot.Indirect, Act: "claim", Cue: "said", Content: c.Quote,
		Speaker: griot.Actor{ID: griot.NewID(griot.ActorID, "ministry"), Name: "the Ministry"}, Spans: [][2]int{{0, c.End}}, When: when}
	s.ID = s.Identify()
	at := strings.Index(sentence, object)
	f := griot.Figure{Source: griot.Source{Report: r.ID}, Amount: griot.Amount{Of: "killed", Who: "soldier", Min: 17, Max: 17, Words: object},
		Start: at, End: at + len(object), Quote: object, When: when, Where: where, Claim: c.ID}
	f.ID = f.Identify()
	return griot.Reading{Report: r, Claims: []griot.Claim{c}, Statements: []griot.Statement{s}, Figures: []griot.Figure{f},
		Actors: []griot.ActorFacts{{ID: c.Actors[0].ID, Name: subject, Kind: "group"}}}
}

func actor(sentence, words string) griot.Actor {
	at := strings.Index(sentence, words)
	return griot.Actor{ID: griot.NewID(griot.ActorID, strings.ToLower(words)), Name: words, Words: words, Start: at, End: at + len(words)}
}

// Many is n different readings, spread over 30 days and four outlets; every
// eleventh has no day.
func Many(n int) []griot.Reading {
	var out []griot.Reading
	for i := range n {
		day := griot.NewDay(2023, 8, 1+i%30).String()
		if i%11 == 10 {
			day = ""
		}
		out = append(out, Reading(fmt.Sprintf("%04d.txt", i), fmt.Sprint("Outlet ", i%4), day, fmt.Sprintf("Rebels killed %d soldiers.", i+1)))
	}
	return out
}

func day0(s string) griot.Day {
	d, err := griot.ParseDay(s)
	if err != nil {
		return 0
	}
	return d
}
