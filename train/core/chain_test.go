package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"griot/text/parse"
)

// legal tells whether a sequence of labels is one, and fits what is allowed.
func legal(labels []int, allowed []uint32) bool {
	before := 0
	for i, l := range labels {
		if goesOn[l] != before || allowed[i] != 0 && allowed[i]&(1<<l) == 0 {
			return false
		}
		before = opens[l]
	}
	return before == 0
}

func TestAChainSumsOverAllSequences(t *testing.T) {
	const n = 3
	rng := rand.New(rand.NewPCG(1, 1))
	y := make([]float32, n*parse.NameLabels)
	for i := range y {
		y[i] = float32(rng.NormFloat64())
	}
	allowed := []uint32{typeLabels("PER") | 1, 0, typeLabels("PER") | typeLabels("LOC") | 1}
	var sum float64
	want := make([]float64, len(y))
	labels := make([]int, n)
	for k := range parse.NameLabels * parse.NameLabels * parse.NameLabels {
		labels[0], labels[1], labels[2] = k%parse.NameLabels, k/parse.NameLabels%parse.NameLabels, k/parse.NameLabels/parse.NameLabels
		if !legal(labels, allowed) {
			continue
		}
		var score float64
		for i, l := range labels {
			score += float64(y[i*parse.NameLabels+l])
		}
		sum += math.Exp(score)
		for i, l := range labels {
			want[i*parse.NameLabels+l] += math.Exp(score)
		}
	}
	var c chain
	got, ok := c.run(y, parse.NameLabels, n, allowed)
	if !ok || math.Abs(got-math.Log(sum)) > 1e-5 {
		t.Fatalf("the logarithm of the sum is %.6f, want %.6f", got, math.Log(sum))
	}
	for i := range want {
		if math.Abs(c.fore[i]-want[i]/sum) > 1e-5 {
			t.Errorf("word %d, label %d: %.6f, want %.6f", i/parse.NameLabels, i%parse.NameLabels, c.fore[i], want[i]/sum)
		}
	}
	if _, ok := c.run(y, parse.NameLabels, 1, []uint32{1 << parse.NameLabel("PER", 0, 2)}); ok {
		t.Error("a name that begins and does not end is legal")
	}
}
