package fuse

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"griot"
)

// Words of the made-up world that tests of size and order run on.
var (
	cities  = []string{"Almaty", "Gao", "Kidal", "Mopti", "Segou", "Diffa", "Zinder", "Maradi", "Agadez", "Tahoua"}
	groups  = []string{"the army", "the rebels", "the police", "the militia", "the union", "the junta"}
	targets = []string{"a convoy", "a market", "the villagers", "an outpost", "the strikers", "a bridge"}
	deeds   = []struct {
		typ   griot.Type
		past  string
		lemma string
	}{
		{griot.Assault, "attacked", "attack"}, {griot.Coerce, "detained", "detain"}, {griot.Protest, "blocked", "block"},
		{griot.Aid, "helped", "help"}, {griot.Request, "urged", "urge"}, {griot.Threaten, "threatened", "threaten"},
	}
	filler = strings.Fields(`officials residents witnesses reported calm markets rain harvest school road bridge river border traders prices
		children hospital water power budget ministers session council debate speech visit letter radio border patrol convoy fuel`)
)

// world makes n readings of a made-up crisis; every fourth report copies an
// earlier one. The same n and seed give the same readings.
func world(n int, seed uint64) []griot.Reading {
	random := rand.New(rand.NewPCG(seed, 1))
	first := griot.NewDay(2023, 7, 1)
	readings := make([]griot.Reading, 0, n)
	for i := range n {
		published := first + griot.Day(i/20)
		outlet := fmt.Sprintf("Outlet %d", random.IntN(40))
		if i > 4 && i%4 == 0 {
			readings = append(readings, again(readings[random.IntN(len(readings))], outlet, published))
			continue
		}
		var text strings.Builder
		var claims []griot.Claim
		for range 6 {
			claims = append(claims, sentence(&text, random, published))
		}
		readings = append(readings, finish(griot.Report{Outlet: outlet, Published: published, Text: text.String()}, claims))
	}
	return readings
}

// sentence writes one act and some filler, and returns the claim of the act.
func sentence(text *strings.Builder, random *rand.Rand, published griot.Day) griot.Claim {
	deed := deeds[random.IntN(len(deeds))]
	actor, target, city := groups[random.IntN(len(groups))], targets[random.IntN(len(targets))], cities[random.IntN(len(cities))]
	start := text.Len()
	fmt.Fprintf(text, "%s %s %s in %s", actor, deed.past, target, city)
	c := griot.Claim{
		Start: start, End: start + len(actor) + len(deed.past) + len(target) + 2, Type: deed.typ, Lemma: deed.lemma, Status: griot.Happened,
		When:  griot.Interval{From: published - 1, To: published - 1, Basis: griot.BasisText},
		Where: &griot.Place{Name: city, Country: "ML", Lat: float64(len(city)), Lon: 1, RadiusKm: 10, Words: city},
	}
	killed := int64(1 + random.IntN(30))
	if deed.typ == griot.Assault {
		c.Figures = []griot.Amount{{Of: "killed", Who: "people", Min: killed, Max: killed, Words: fmt.Sprint(killed, " people")}}
	}
	c.Actors = []griot.Actor{{ID: "a_" + actor, Name: actor, Words: actor, Start: start, End: start + len(actor)}}
	at := start + len(actor) + len(deed.past) + 2
	c.Recipients = []griot.Actor{{ID: "a_" + target, Name: target, Words: target, Start: at, End: at + len(target)}}
	fmt.Fprintf(text, " and killed %d people.", killed)
	c.Sentence = griot.Span{Start: start, End: text.Len()}
	for range 30 {
		fmt.Fprintf(text, " %s%d", filler[random.IntN(len(filler))], random.IntN(50))
	}
	text.WriteString(".\n")
	return c
}

// again is a reading of a copy of a report under another name.
func again(one griot.Reading, outlet string, published griot.Day) griot.Reading {
	r := one.Report
	r.Outlet, r.Published = outlet, published
	claims := make([]griot.Claim, len(one.Claims))
	copy(claims, one.Claims)
	return finish(r, claims)
}

// finish fills in IDs and quotes.
func finish(r griot.Report, claims []griot.Claim) griot.Reading {
	r.ID = r.Identify()
	for i := range claims {
		c := &claims[i]
		c.Report, c.Quote = r.ID, r.Text[c.Start:c.End]
		c.Sentence.Report = r.ID
		c.ID = c.Identify()
	}
	return griot.Reading{Report: r, Claims: claims}
}
