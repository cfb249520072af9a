package eval

import (
	"math"
	"testing"
)

// TestChains checks the measures against examples worked by hand. The second
// is that of the papers: gold {a b c}{d e f g}, found {a b}{c d}{f g h i}.
func TestChains(t *testing.T) {
	for _, c := range []struct {
		name        string
		gold, found [][]int
		want        map[string]float64
	}{
		{
			"the same", [][]int{{1, 2}, {3, 4, 5}}, [][]int{{3, 4, 5}, {1, 2}},
			map[string]float64{"muc": 1, "b3": 1, "ceafe": 1, "conll": 1, "lea": 1},
		},
		{
			// MUC: recall (1+1)/(2+3), precision (1+0+1)/(1+1+3).
			// B³: recall (4+1)/3 + (1+4)/4 over 7, precision 4/2 + 2/2 + 4/4 over 8.
			// CEAFe: the best pairs are {abc}-{ab} 4/5 and {defg}-{fghi} 4/8.
			// LEA: recall (3·1/3 + 4·1/6)/7, precision (2·1 + 2·0 + 4·1/6)/8.
			"of the papers", [][]int{{1, 2, 3}, {4, 5, 6, 7}}, [][]int{{1, 2}, {3, 4}, {6, 7, 8, 9}},
			map[string]float64{
				"muc": 0.4, "b3": harmonic(35.0/12/7, 0.5),
				"ceafe": harmonic(1.3/2, 1.3/3), "lea": harmonic((1+4.0/6)/7, (2+4.0/6)/8),
			},
		},
		{
			"nothing in common", [][]int{{1, 2}}, [][]int{{3, 4}},
			map[string]float64{"muc": 0, "b3": 0, "ceafe": 0, "conll": 0, "lea": 0},
		},
		{
			// All in one chain: recall is whole; MUC precision 2/3, B³ precision (4+4)/4/4,
			// CEAFe one pair of 2·2/(2+4), LEA precision (1+1)/6.
			"all in one", [][]int{{1, 2}, {3, 4}}, [][]int{{1, 2, 3, 4}},
			map[string]float64{"muc": harmonic(1, 2.0/3), "b3": harmonic(1, 0.5), "ceafe": harmonic(2.0/3/2, 2.0/3), "lea": harmonic(1, 1.0/3)},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s chainScore
			s.add(c.gold, c.found)
			got := s.figures()
			for k, w := range c.want {
				if math.Abs(got[k]-w) > 1e-9 {
					t.Errorf("%s is %.6f, by hand %.6f", k, got[k], w)
				}
			}
		})
	}
}

func harmonic(a, b float64) float64 { return 2 * a * b / (a + b) }

// TestAlignment: the greedy choice of the heaviest pair is not the best one.
func TestAlignment(t *testing.T) {
	edges := []map[int]float64{{0: 0.9, 1: 0.8}, {0: 0.8}, {2: 0.5}}
	if got := assign([]int{0, 1, 2}, []int{0, 1, 2}, edges); math.Abs(got-2.1) > 1e-9 {
		t.Errorf("the best sum is 2.1, not %v", got)
	}
}
