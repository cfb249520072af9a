package parse

import "testing"

func TestUnseenWordsAreOfOpenClasses(t *testing.T) {
	r := &reader{Model: &Model{tags: []string{"NOUN|NNS", "PRON|PRP", "PROPN|NNP"}}}
	for _, x := range []struct {
		unseen bool
		want   string
	}{{false, "PRON|PRP"}, {true, "PROPN|NNP"}} {
		if got := r.bestTag([]int32{1, 9, 3}, x.unseen); got != x.want {
			t.Errorf("unseen %v: %s, want %s", x.unseen, got, x.want)
		}
	}
	if got := r.bestTag([]int32{-1 << 31, 9, -1 << 31}, true); got == "" {
		t.Error("no tag")
	}
}
