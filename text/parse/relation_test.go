package parse

import (
	"strings"
	"testing"
)

func TestLabelGivesEachVerbOneObject(t *testing.T) {
	rels := []string{"root", "nsubj", "obj", "iobj"}
	r := &reader{Model: &Model{rels: rels}}
	for _, rel := range rels {
		r.kinds = append(r.kinds, kinds[rel])
	}
	heads := []int32{0, 2, 0, 2, 2} // "she gave them arms"
	for _, x := range []struct {
		name       string
		them, arms []int32
		want       string
	}{
		{"the surer object stays", []int32{0, 1, 9, 8}, []int32{0, 1, 9, 2}, "nsubj root iobj obj"},
		{"whichever comes first", []int32{0, 1, 9, 2}, []int32{0, 1, 9, 8}, "nsubj root obj iobj"},
		{"one object is left alone", []int32{99, 9, 2, 2}, []int32{0, 1, 9, 8}, "nsubj root nsubj obj"},
	} {
		scores := append(make([]int32, 4), 0, 9, 1, 1, 0, 0, 0, 0)
		scores = append(append(scores, x.them...), x.arms...)
		var got []string
		for _, l := range r.label(scores, heads)[1:] {
			got = append(got, rels[l])
		}
		if g := strings.Join(got, " "); g != x.want {
			t.Errorf("%s: %s, want %s", x.name, g, x.want)
		}
	}
}
