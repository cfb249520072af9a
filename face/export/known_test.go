package export

import (
	"strings"

	"griot"
)

// hostile is text that every format must carry as text.
const hostile = "Tab\there, \"quotes\", <b>tags</b> & ]]> 'n' \u202eRTL; a;b,c\\ \x07 end"

// sample is a record of three events made by hand: an attack with deaths and a
// place, a meeting of equals without a place, and a hostile one without a day.
func sample() *griot.Known {
	text := "Rebels killed 17 soldiers near Torodi. Mali and Niger held talks. " + hostile
	r := griot.Report{Ref: "a.txt", Outlet: "Daily", URL: "https://example.org/a", Published: griot.NewDay(2023, 8, 16), Text: text}
	r.ID = r.Identify()
	actor := func(name, code, words string) griot.Actor {
		at := strings.Index(text, words)
		return griot.Actor{ID: griot.NewID(griot.ActorID, name), Name: name, Code: code, Words: words, Start: at, End: at + len(words)}
	}
	rebels, army := actor("Rebels", "NER REB", "Rebels"), actor("Armed Forces of Niger", "NER MIL", "17 soldiers")
	mali, niger := actor("Mali", "MLI", "Mali"), actor("Niger", "NER", "Niger")
	odd := actor(hostile, "", "Tab")
	claim := func(quote string, typ griot.Type, status griot.Status) griot.Claim {
		at := strings.Index(text, quote)
		c := griot.Claim{Source: r.Source(), Start: at, End: at + len(quote), Quote: quote, Sentence: griot.Span{Start: at, End: at + len(quote)}, Type: typ, Status: status}
		c.ID = c.Identify()
		return c
	}
	attack, talks, noise := claim("Rebels killed 17 soldiers near Torodi", griot.Assault, griot.Happened), claim("Mali and Niger held talks", griot.Consult, griot.Announced), claim(hostile, griot.Accuse, griot.Happened)
	tuesday := griot.Interval{From: griot.NewDay(2023, 8, 15), To: griot.NewDay(2023, 8, 15), Basis: griot.BasisText}
	event := func(id, title string, c griot.Claim, actors, recipients []griot.Actor) griot.Event {
		return griot.Event{ID: id, Title: title, Type: c.Type, Quad: c.Type.Quad(), Scale: c.Type.Scale(""), Status: c.Status, Actors: actors, Recipients: recipients,
			Claims: []string{c.ID}, Reports: 1, Independent: 1, FirstReported: r.Published, LastReported: r.Published, Contexts: []string{"military"}}
	}
	e1 := event("e_00000000000000a1", "Rebels killed 17 soldiers near Torodi", attack, []griot.Actor{rebels}, []griot.Actor{army})
	e1.When, e1.Mode = tuesday, "firearms"
	e1.Where = &griot.Place{Name: "Torodi", Country: "NE", Admin1: "Tillabéri", Lat: 13.12, Lon: 1.8, RadiusKm: 10, Words: "Torodi"}
	e1.Figures = []griot.Amount{{Of: "killed", Who: "soldier", Min: 17, Max: 17, Words: "17 soldiers"}, {Of: "killed", Min: 20, Max: -1, Words: "at least 20"}}
	e1.Disputes = []griot.Dispute{{Slot: "killed"}}
	e2 := event("e_00000000000000a2", "Mali and Niger hold talks", talks, []griot.Actor{mali, niger}, nil)
	e2.When = griot.Interval{From: griot.NewDay(2023, 8, 18), To: griot.NewDay(2023, 8, 20), Basis: griot.BasisText}
	e3 := event("e_00000000000000a3", hostile, noise, []griot.Actor{odd}, nil)
	d := griot.Derived{Events: []griot.Event{e1, e2, e3},
		Expectations: []griot.Expectation{{ID: "x_1", Claim: talks.ID, What: "Mali and Niger, " + hostile, Kind: "announced", Status: "open", By: e2.When, Quote: talks.Quote, Published: r.Published}}}
	return griot.NewKnown([]griot.Reading{{Report: r, Claims: []griot.Claim{attack, talks, noise}}}, d)
}
