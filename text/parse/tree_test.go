package parse

import (
	"math/rand/v2"
	"testing"
)

func TestDecodeFindsTheBestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for n := 2; n <= 5; n++ {
		for range 200 {
			scores := make([]int32, n*n)
			for i := range scores {
				scores[i] = int32(rng.IntN(200) - 100)
			}
			heads := decode(scores, n)
			if !isTree(heads) {
				t.Fatalf("%v is no tree", heads)
			}
			if got, want := total(scores, heads), bestTree(scores, make([]int32, n), 1); got != want {
				t.Fatalf("tree %v scores %d, the best %d", heads, got, want)
			}
		}
	}
}

func total(scores, heads []int32) int64 {
	var sum int64
	for d := 1; d < len(heads); d++ {
		sum += int64(scores[d*len(heads)+int(heads[d])])
	}
	return sum
}

// bestTree tries all heads for the words from d on.
func bestTree(scores, heads []int32, d int) int64 {
	if d == len(heads) {
		if !isTree(heads) {
			return -1 << 60
		}
		return total(scores, heads)
	}
	best := int64(-1 << 60)
	for h := range heads {
		heads[d] = int32(h)
		if h != d {
			best = max(best, bestTree(scores, heads, d+1))
		}
	}
	return best
}

func TestDecodeOfNestedCycles(t *testing.T) {
	const n = longest + 1
	scores := make([]int32, n*n)
	for d := 1; d < n; d++ { // pairs, pairs of pairs and so on love each other
		for h := range n {
			if h > 0 && h != d {
				scores[d*n+h] = 1 << 20 / int32((d-1)^(h-1))
			}
		}
	}
	if heads := decode(scores, n); !isTree(heads) {
		t.Errorf("%v is no tree", heads)
	}
}
