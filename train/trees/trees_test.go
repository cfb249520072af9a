package main

import "testing"

func TestTwoThirdsDecide(t *testing.T) {
	a := word{"NOUN|NN", "Number=Sing", "2\tnsubj"}
	b := word{"NOUN|NN", "", "3\tobj"}
	c := word{"VERB|VB", "Mood=Imp", "0\troot"}
	for _, x := range []struct {
		readings []word
		want     word
	}{
		{[]word{a, b, a}, a},
		{[]word{a, b, c}, word{"NOUN|NN", unknown.feats, unknown.arc}},
		{[]word{a, b}, word{"NOUN|NN", unknown.feats, unknown.arc}},
		{[]word{a, a, b, b}, word{"NOUN|NN", unknown.feats, unknown.arc}},
	} {
		var readings [][]word
		for _, w := range x.readings {
			readings = append(readings, []word{w})
		}
		if got := agreed(readings)[0]; got != x.want {
			t.Errorf("%v: %v, want %v", x.readings, got, x.want)
		}
	}
}
