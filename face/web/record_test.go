package web_test

import (
	"fmt"
	"strings"

	"griot"
)

// scene builds a record by hand.
type scene struct {
	readings []griot.Reading
	derived  griot.Derived
	actors   map[string]griot.Actor
}

func newScene() *scene { return &scene{actors: map[string]griot.Actor{}} }

func (s *scene) actor(name, kind, code string) griot.Actor {
	if a, ok := s.actors[name]; ok {
		return a
	}
	a := griot.Actor{ID: griot.NewID(griot.ActorID, name), Name: name, Code: code, Words: name}
	s.actors[name] = a
	s.derived.Actors = append(s.derived.Actors, griot.ActorEntry{ActorFacts: griot.ActorFacts{ID: a.ID, Name: name, Kind: kind, Code: code}})
	return a
}

// report adds a report and returns its number.
func (s *scene) report(outlet, title string, published griot.Day, text string, blocks ...griot.Block) int {
	r := griot.Report{Ref: fmt.Sprintf("%03d.txt", len(s.readings)), Outlet: outlet, Title: title, Published: published, PublishedBasis: griot.PublishedStated, Language: "en", Text: text, Blocks: blocks}
	r.ID = r.Identify()
	s.readings = append(s.readings, griot.Reading{Report: r})
	return len(s.readings) - 1
}

// claim adds a claim of a report with a quote, which stands in a sentence that
// ends at the next full stop.
func (s *scene) claim(report int, quote string, typ griot.Type, status griot.Status, when griot.Interval, where *griot.Place, by, to []griot.Actor) *griot.Claim {
	r := &s.readings[report]
	start := strings.Index(r.Report.Text, quote)
	end := start + len(quote)
	c := griot.Claim{Source: r.Report.Source(), Start: start, End: end, Quote: quote, Type: typ, Status: status, When: when, Where: where, Actors: by, Recipients: to, Odds: .8, Rules: []string{"trigger:kill.v"}}
	stop := strings.IndexByte(r.Report.Text[end:], '.')
	c.Sentence = griot.Span{Start: start, End: end + stop + 1}
	c.ID = c.Identify()
	r.Claims = append(r.Claims, c)
	return &r.Claims[len(r.Claims)-1]
}

// event joins claims.
func (s *scene) event(title string, claims ...*griot.Claim) *griot.Event {
	c := claims[0]
	e := griot.Event{Title: title, Type: c.Type, Quad: c.Type.Quad(), Scale: c.Type.Scale(""), Status: c.Status, Actors: c.Actors, Recipients: c.Recipients, When: c.When, Where: c.Where,
		Figures: c.Figures, FirstReported: c.Published, LastReported: claims[len(claims)-1].Published, Reports: len(claims), Independent: len(claims)}
	for _, c := range claims {
		e.Claims = append(e.Claims, c.ID)
	}
	e.ID = griot.NewID(griot.EventID, e.Claims...)
	s.derived.Events = append(s.derived.Events, e)
	return &s.derived.Events[len(s.derived.Events)-1]
}

func (s *scene) known() *griot.Known { return griot.NewKnown(s.readings, s.derived) }

func on(day int) griot.Interval {
	d := griot.NewDay(2023, 8, day)
	return griot.Interval{From: d, To: d, Words: "Tuesday", Basis: griot.BasisText, Reason: "the Tuesday before"}
}

func killed(n int64, words string) griot.Amount {
	return griot.Amount{Of: "killed", Who: "soldier", Min: n, Max: n, Words: words}
}

// sample is a small crisis with one of everything.
func sample() *griot.Known {
	s := newScene()
	army, gunmen := s.actor("Army of Torland", "organisation", "TOR MIL"), s.actor("gunmen", "group", "REB")
	bloc, minister := s.actor("Lake Union", "organisation", "IGO"), s.actor("Ama Kofi", "person", "TOR GOV")
	torodi := &griot.Place{Name: "Boni", Country: "NE", Admin1: "West", Lat: 13.1, Lon: 1.8, RadiusKm: 10, Words: "near Boni"}
	nowhere := &griot.Place{Name: "Mount Nowhere", Words: "Mount Nowhere"}
	one := s.report("Lake Wire", "Ambush kills soldiers", griot.NewDay(2023, 8, 16), "NIAMEY.\n\nGunmen killed 17 soldiers near Boni on Tuesday. The Lake Union will meet on Friday if asked.\n\nPhoto: A. Person",
		griot.Block{Start: 0, End: 7, Kind: griot.Dateline}, griot.Block{Start: 9, End: 98, Kind: griot.Body}, griot.Block{Start: 98, End: 116, Kind: griot.Credit})
	two := s.report("Coast Post", "Dozens dead", griot.NewDay(2023, 8, 18), "At least 29 soldiers were killed near Boni, the minister said. Torland suspended talks at Mount Nowhere. “We will not rest,” said Ama Kofi.")
	three := s.report("", "Copied", griot.NewDay(2023, 8, 18), "Gunmen killed 17 soldiers near Boni on Tuesday. More later.")
	a := s.claim(one, "Gunmen killed 17 soldiers", griot.Assault, griot.Happened, on(15), torodi, []griot.Actor{gunmen}, []griot.Actor{army})
	s.readings[one].Claims[0].Figures = []griot.Amount{killed(17, "17 soldiers")}
	b := s.claim(two, "29 soldiers were killed", griot.Assault, griot.Happened, on(15), torodi, nil, []griot.Actor{army})
	c := s.claim(three, "Gunmen killed 17 soldiers", griot.Assault, griot.Happened, on(15), torodi, []griot.Actor{gunmen}, []griot.Actor{army})
	e := s.event("Gunmen killed 17 soldiers near Boni", a, b, c)
	e.Disputes = []griot.Dispute{{Slot: "killed", Sides: []griot.Side{{Value: "17", Claims: []string{a.ID, c.ID}, Outlets: []string{"Lake Wire"}, Independent: 1}, {Value: "29", Claims: []string{b.ID}, Outlets: []string{"Coast Post"}, Independent: 1}}}}
	s.derived.Links = []griot.Link{{A: a.ID, B: b.ID, Same: true, Score: 3.2, Reason: "same place, same day", Known: griot.NewDay(2023, 8, 18)}}
	meet := s.claim(one, "The Lake Union will meet", griot.Consult, griot.Announced, griot.Interval{}, nil, []griot.Actor{bloc}, nil)
	s.event("The Lake Union will meet", meet)
	stop := s.claim(two, "Torland suspended talks", griot.Reject, griot.Happened, on(17), nowhere, nil, []griot.Actor{bloc})
	s.event("Torland suspended talks", stop)
	s.derived.Expectations = []griot.Expectation{
		{ID: "x_1", Claim: meet.ID, What: "The Lake Union will meet", Type: griot.Consult, Kind: "announced", Who: "Lake Union", By: on(17), Status: "overdue", Quote: meet.Quote, Condition: "if asked"},
		{ID: "x_2", Claim: meet.ID, What: "Talks will stop", Type: griot.Reject, Kind: "threatened", Status: "fulfilled", ResolvedBy: stop.ID, Reason: "same words"}}
	s.derived.Holdings = []griot.Holding{
		{ID: "h_1", Subject: "Army of Torland", Property: "talks with Lake Union", Value: "suspended", Since: on(17), Claims: []string{stop.ID}},
		{ID: "h_2", Subject: "Ama Kofi", Property: "office", Value: "minister of Torland", Since: on(18), Rule: "office: “the minister”"},
		{ID: "h_3", Subject: "Army of Torland", Property: "borders", Value: "closed", Since: on(1), Until: &griot.Interval{From: griot.NewDay(2023, 8, 9), To: griot.NewDay(2023, 8, 9)}, Contested: true, Claims: []string{a.ID}}}
	for _, x := range []struct {
		c *griot.Claim
		n int64
	}{{a, 17}, {b, 29}} {
		s.derived.Figures = append(s.derived.Figures, griot.Figure{ID: griot.NewID(griot.FigureID, x.c.ID), Source: x.c.Source, Amount: killed(x.n, "soldiers"), Start: x.c.Start, End: x.c.End, When: on(15), Claim: x.c.ID, Event: e.ID, Contested: true})
	}
	quote := strings.Index(s.readings[two].Report.Text, "“We will")
	said := griot.Statement{ID: "s_1", Source: s.readings[two].Report.Source(), Kind: griot.Direct, Act: "promise", Speaker: minister, Cue: "said", Content: "“We will not rest,”", Spans: [][2]int{{quote, quote + 23}}, Addressee: &bloc}
	s.readings[two].Statements = []griot.Statement{said}
	s.derived.Copies = []griot.Copy{{Report: s.readings[three].Report.ID, Of: s.readings[one].Report.ID, Shared: .8, Spans: [][4]int{{0, 48, 9, 57}}, Why: "the same words in the same order"}}
	s.derived.Actors[0].Aliases, s.derived.Actors[0].Why = []string{"the army"}, []string{"another name in the tables"}
	s.derived.Actors[3].Roles = []griot.Role{{Source: s.readings[two].Report.Source(), Name: "Ama Kofi", Role: "minister", Of: "Torland", Quote: "the minister"}}
	s.derived.Places = []griot.PlaceEntry{{ID: "p_1", Place: *torodi, Claims: 3}}
	return s.known()
}

// attack is what somebody may hope a page obeys.
const attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil\u200b\u0000 'quoted' "

// hostile is a record of attacks: names and texts that are markup, a title of
// 5 MB, a report of 10,000 claims.
func hostile() *griot.Known {
	s := newScene()
	by := s.actor(attack, "group", attack)
	place := &griot.Place{Name: attack, Country: "XX", Lat: 1, Lon: 1, RadiusKm: 1e9, Words: attack, Reason: strings.Repeat(attack, 100)}
	text := strings.Repeat("<b>Gunmen</b> \"killed\" 9 men & fled. ", 10_000)
	long := s.report(attack, strings.Repeat(attack, 70_000), griot.NewDay(2023, 8, 16), text)
	r := &s.readings[long]
	r.Report.URL = "javascript:alert(1)"
	size := len(text) / 10_000
	for i := range 10_000 {
		c := griot.Claim{Source: r.Report.Source(), Start: i * size, End: i*size + 25, Quote: text[i*size : i*size+25], Sentence: griot.Span{Start: i * size, End: (i + 1) * size}, Type: griot.Assault, Mode: attack, Status: griot.Happened,
			When: on(15), Where: place, Actors: []griot.Actor{by, by}, Rules: []string{attack}}
		c.ID = c.Identify()
		r.Claims = append(r.Claims, c)
	}
	all := make([]*griot.Claim, len(r.Claims))
	for i := range all {
		all[i] = &r.Claims[i]
	}
	s.event(strings.Repeat(attack, 1000), all...)
	for i := range 300 {
		e := s.event(strings.Repeat(attack, 20), all[i])
		e.Disputes = []griot.Dispute{{Slot: attack, Sides: []griot.Side{{Value: strings.Repeat(attack, 50), Claims: []string{all[i].ID}, Outlets: []string{attack}}}}}
		s.derived.Holdings = append(s.derived.Holdings, griot.Holding{ID: fmt.Sprintf("h_%d", i), Subject: strings.Repeat(attack, 9), Property: attack, Value: strings.Repeat(attack, 9), Since: on(i % 28), Rule: attack})
		s.derived.Expectations = append(s.derived.Expectations, griot.Expectation{ID: fmt.Sprintf("x_%d", i), Claim: all[i].ID, What: strings.Repeat(attack, 20), Who: attack, Status: "open", Condition: strings.Repeat(attack, 30)})
		s.derived.Figures = append(s.derived.Figures, griot.Figure{ID: fmt.Sprintf("f_%d", i), Source: r.Report.Source(), Amount: griot.Amount{Of: attack, Who: attack, Min: 1 << 60, Max: -1, Words: attack}, When: griot.Interval{From: 1, To: 3_000_000}, Claim: all[i].ID})
		s.actor(fmt.Sprint(attack, i), "group", attack)
	}
	return s.known()
}

// synthetic is a record of about n claims in reports of ten.
func synthetic(n int) *griot.Known {
	s := newScene()
	var actors []griot.Actor
	for i := range 500 {
		actors = append(actors, s.actor(fmt.Sprintf("Group %d", i), "group", "REB"))
	}
	text := strings.Repeat("Group one attacked a town of Group two on Tuesday. ", 10)
	size := len(text) / 10
	s.readings = make([]griot.Reading, 0, n/10)
	s.derived.Events = make([]griot.Event, 0, n)
	for i := range n / 10 {
		s.report(fmt.Sprintf("Outlet %d", i%40), fmt.Sprintf("Report %d", i), griot.NewDay(2022, 1, 1+i%700), text)
		r := &s.readings[i]
		for j := range 10 {
			c := griot.Claim{Source: r.Report.Source(), Start: j * size, End: j*size + 25, Quote: text[j*size : j*size+25], Sentence: griot.Span{Start: j * size, End: j*size + 50}, Type: griot.Types[(i+j)%len(griot.Types)], Status: griot.Happened, When: on(i % 28),
				Actors: actors[(i*7+j)%500 : (i*7+j)%500+1], Recipients: actors[(i*3+j)%500 : (i*3+j)%500+1], Where: &griot.Place{Name: fmt.Sprint("Town ", i%300), Country: "NE", Lat: float64(i%30) + .5, Lon: float64(i % 10), RadiusKm: 8}}
			c.ID = c.Identify()
			r.Claims = append(r.Claims, c)
		}
		for j := 0; j < 10; j += 2 {
			s.event("Group one attacked a town of Group two", &r.Claims[j], &r.Claims[j+1])
		}
	}
	return s.known()
}
