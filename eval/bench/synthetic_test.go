package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"griot"
)

// The make-up of a synthetic record: what one report of a long crisis holds.
const (
	claimsPerReport = 10
	actorNames      = 3000
	placeNames      = 800
	crisisDays      = 3 * 365
)

var firstDay = griot.NewDay(2021, 1, 1)

// world draws the same rows for the same seed.
type world struct{ *rand.Rand }

func newWorld(seed uint64) world { return world{rand.New(rand.NewPCG(seed, 1))} }

// few draws an index below n, small ones far more often: names of the news are
// not told evenly.
func (w world) few(n int) int {
	f := w.Float64()
	return int(f * f * f * float64(n))
}

func (w world) actor(at int, words string) griot.Actor {
	name := fmt.Sprint("Group ", w.few(actorNames))
	return griot.Actor{ID: griot.NewID(griot.ActorID, name), Name: name, Code: "XX REB", Words: words, Start: at, End: at + len(words)}
}

func (w world) place() *griot.Place {
	n := w.few(placeNames)
	return &griot.Place{Name: fmt.Sprint("Town ", n), Country: fmt.Sprint("C", n%9), Admin1: fmt.Sprint("Region ", n%40), Lat: 12 + float64(n%40)/10, Lon: float64(n % 50), RadiusKm: 10, Words: "here"}
}

// readings are n synthetic claims, ten a report, with statements and figures.
func readings(n int) iter.Seq[griot.Reading] {
	return func(yield func(griot.Reading) bool) {
		w := newWorld(1)
		for i := range n / claimsPerReport {
			if !yield(w.reading(i, crisisDays*i/(n/claimsPerReport))) {
				return
			}
		}
	}
}

// batches are the readings, so many at a time.
func batches(all iter.Seq[griot.Reading], n int) iter.Seq[[]griot.Reading] {
	return func(yield func([]griot.Reading) bool) {
		var some []griot.Reading
		for r := range all {
			if some = append(some, r); len(some) == n {
				if !yield(some) {
					return
				}
				some = nil
			}
		}
		if len(some) > 0 {
			yield(some)
		}
	}
}

// reading is the report of a number and a day: they come in the order of their
// days, a few late.
func (w world) reading(i, day int) griot.Reading {
	var text strings.Builder
	r := griot.Reading{Report: griot.Report{Ref: fmt.Sprintf("%07d.txt", i), Outlet: fmt.Sprint("Outlet ", i%300), Title: fmt.Sprint("Fighting goes on, day ", i%crisisDays),
		Published: firstDay + griot.Day(max(0, day-w.few(60))), PublishedBasis: griot.PublishedStated, Language: "en"}}
	for range claimsPerReport {
		start := text.Len()
		fmt.Fprintf(&text, "Rebels killed %d soldiers in an attack here, %q said.", w.IntN(90)+2, fmt.Sprint("the ministry of ", w.IntN(5000)))
		sentence := text.String()[start:]
		when := griot.Interval{From: r.Report.Published - griot.Day(w.few(30)), Basis: griot.BasisText, Words: "then"}
		when.To = when.From
		c := griot.Claim{Start: start, End: start + 13, Quote: sentence[:13], Sentence: griot.Span{Start: start, End: text.Len()},
			Type: griot.Types[w.few(len(griot.Types))], Status: griot.Statuses[w.few(len(griot.Statuses))], When: when, Where: w.place(), Lemma: "kill", Odds: .9,
			Actors: []griot.Actor{w.actor(start, "Rebels")}, Recipients: []griot.Actor{w.actor(start+7, "killed")}}
		r.Claims = append(r.Claims, c)
		if w.IntN(3) == 0 {
			r.Statements = append(r.Statements, griot.Statement{Kind: griot.Direct, Act: "claim", Speaker: w.actor(start, "Rebels"), Cue: "said", Content: sentence[:40], Spans: [][2]int{{start, start + 40}}, When: when})
			r.Figures = append(r.Figures, griot.Figure{Amount: griot.Amount{Of: "killed", Who: "soldier", Min: 2, Max: 2, Words: "killed"}, Start: start + 7, End: start + 13, Quote: sentence[7:13], When: when, Where: c.Where})
		}
		text.WriteString("\n")
	}
	r.Report.Text = text.String()
	identify(&r)
	return r
}

// identify gives a reading and its rows their IDs.
func identify(r *griot.Reading) {
	r.Report.ID = r.Report.Identify()
	src := r.Report.Source()
	for i := range r.Claims {
		r.Claims[i].Source = src
		r.Claims[i].ID = r.Claims[i].Identify()
	}
	for i := range r.Statements {
		r.Statements[i].Source = src
		r.Statements[i].ID = r.Statements[i].Identify()
	}
	for i := range r.Figures {
		r.Figures[i].Source = src
		r.Figures[i].ID = r.Figures[i].Identify()
	}
}

// derived is what might follow from n synthetic claims: rows in the numbers and
// sizes that a real record has. Fusing them for true is measured elsewhere.
func derived(n int, asOf griot.Day) griot.Derived {
	d := griot.Derived{AsOf: asOf}
	w := newWorld(2)
	ids, k := []string{}, 0
	for r := range readings(n) {
		for i := range r.Claims {
			c := &r.Claims[i]
			ids = append(ids, c.ID)
			if k++; len(ids) < 1+w.IntN(5) {
				continue
			}
			d.Events = append(d.Events, w.event(c, ids))
			if k%50 == 0 {
				d.Expectations = append(d.Expectations, griot.Expectation{ID: griot.NewID(griot.ExpectationID, c.ID), Claim: c.ID, Claims: ids, What: "to march on " + c.Where.Name, Type: c.Type,
					Kind: "announced", Status: []string{"open", "overdue", "fulfilled"}[k%3], By: c.When, Quote: c.Quote, Actors: c.Actors, Where: c.Where})
			}
			if k%200 == 0 {
				d.Holdings = append(d.Holdings, griot.Holding{ID: griot.NewID(griot.HoldingID, c.ID), Subject: c.Actors[0].Name, Property: "liberty", Value: "detained", Since: c.When, Claims: ids})
			}
			ids = nil
		}
		d.Figures = append(d.Figures, r.Figures...)
		d.Reports = append(d.Reports, griot.ReportEntry{ID: r.Report.ID, Ref: r.Report.Ref, Outlet: r.Report.Outlet, Title: r.Report.Title, Published: r.Report.Published, Language: "en", Words: 120, CopiesOf: []string{}, Claims: len(r.Claims)})
	}
	for i := range actorNames {
		name := fmt.Sprint("Group ", i)
		d.Actors = append(d.Actors, griot.ActorEntry{ActorFacts: griot.ActorFacts{ID: griot.NewID(griot.ActorID, name), Name: name, Kind: "group"}})
	}
	for range placeNames {
		d.Places = append(d.Places, griot.PlaceEntry{ID: griot.NewID(griot.PlaceID, fmt.Sprint(len(d.Places))), Place: *w.place()})
	}
	d.Totals = &griot.Totals{Reports: len(d.Reports), Claims: n, Events: len(d.Events), Outlets: 300, Last: firstDay + crisisDays}
	for day := range griot.Day(crisisDays) {
		d.Totals.Days = append(d.Totals.Days, firstDay+day)
	}
	return d
}

func (w world) event(c *griot.Claim, ids []string) griot.Event {
	e := griot.Event{ID: griot.NewID(griot.EventID, c.ID), Title: c.Actors[0].Name + " killed soldiers in " + c.Where.Name, Type: c.Type, Status: c.Status, Scale: -9, Quad: 4,
		Actors: c.Actors, Recipients: c.Recipients, When: c.When, Where: c.Where, Claims: ids, Reports: len(ids), Independent: 1 + w.few(6), Background: w.IntN(10) == 0,
		FirstReported: c.Published, LastReported: c.Published}
	if w.IntN(50) == 0 {
		e.Disputes = []griot.Dispute{{Slot: "killed", Sides: []griot.Side{{Value: "17", Claims: ids[:1]}, {Value: "24", Claims: ids[len(ids)-1:]}}}}
	}
	return e
}
