package parse

import (
	"math/rand/v2"
	"testing"
)

func TestBestLabelsAreLegalAndBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		const n = 3
		scores := make([]int32, n*NameLabels)
		for i := range scores {
			scores[i] = int32(rng.IntN(1000))
		}
		labels := bestLabels(scores, n)
		var got int32
		for i, l := range labels {
			got += scores[i*NameLabels+int(l)]
		}
		if want := bruteForce(scores, n, outside, 0); got != want || !legal(labels) {
			t.Fatalf("labels %v sum to %d, want %d; legal: %v", labels, got, want, legal(labels))
		}
	}
}

// bruteForce is the highest sum of a legal sequence of n labels after prev.
func bruteForce(scores []int32, n, prev int, i int) int32 {
	if i == n {
		if p := place(prev); p == begin || p == inside {
			return -1 << 30
		}
		return 0
	}
	best := int32(-1 << 30)
	for l := range NameLabels {
		if follows(prev, l) {
			best = max(best, scores[i*NameLabels+l]+bruteForce(scores, n, l, i+1))
		}
	}
	return best
}

func legal(labels []int8) bool {
	prev := outside
	for _, l := range append(labels, outside) {
		if !follows(prev, int(l)) {
			return false
		}
		prev = int(l)
	}
	return true
}

func TestNameLabel(t *testing.T) {
	for _, typ := range nameTypes {
		for n := 1; n <= 4; n++ {
			labels := make([]int8, n)
			for i := range labels {
				labels[i] = int8(NameLabel(typ, i, n))
				if nameTypes[typeOf(int(labels[i]))] != typ {
					t.Errorf("%s, word %d of %d: label %d", typ, i, n, labels[i])
				}
			}
			if !legal(labels) {
				t.Errorf("%s of %d words: %v", typ, n, labels)
			}
		}
	}
	if l := NameLabel("TIME", 0, 1); l != outside {
		t.Errorf("a type we do not know has label %d", l)
	}
}
