package same

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"griot"
)

// drawn is a claim made of few values, so that many pairs of them nearly agree.
func drawn(r *rand.Rand, report string) *griot.Claim {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	typ := []griot.Type{griot.Assault, griot.Coerce, griot.Protest, griot.Agree, griot.Consult}[r.IntN(5)]
	c := told(report, typ, one("kill", "arrest", "meet", "hold"), "they did it", one("", "rebels", "army"), one("", "soldier"), one("", "Gao", "Kidal"), int64(r.IntN(20)))
	c.Mode, c.Status = one("", "arrest", "resign"), griot.Statuses[r.IntN(len(griot.Statuses))]
	c.When.Basis = []griot.Basis{griot.BasisText, griot.BasisPublished, griot.BasisNone}[r.IntN(3)]
	c.When.From += griot.Day(r.IntN(9) - 4)
	c.When.To = c.When.From + griot.Day(r.IntN(2))
	if r.IntN(4) == 0 {
		c.When = griot.Interval{}
	}
	c.Published += griot.Day(r.IntN(9) - 4)
	return c
}

// TestASketchKeepsApartWhatComparingWould: what is not compared for its sketch
// would have been kept apart, without a word in the log.
func TestASketchKeepsApartWhatComparingWould(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var claims []*griot.Claim
	for i := range 400 {
		claims = append(claims, drawn(r, fmt.Sprint(i/2)))
	}
	in := input(claims...)
	in.Persons = map[string]bool{"a_soldier": true}
	g := newGrouping(in)
	views := g.views()
	seen := map[bool]int{}
	for i, a := range views {
		for _, b := range views[i+1:] {
			s, other := sketchOf(a), sketchOf(b)
			apart := s.apart(&other, -1)
			seen[apart]++
			var e evidence
			if g.compare(&e, a, b); apart && (e.veto == "" || e.points >= enough/2) {
				t.Fatalf("%+v and %+v are kept apart; comparing says %.2f: %s", a.Claim, b.Claim, e.points, &e)
			}
		}
	}
	if seen[true] < 1000 || seen[false] < 1000 {
		t.Errorf("%d pairs apart, %d not: too few to tell", seen[true], seen[false])
	}
}
