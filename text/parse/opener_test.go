package parse

import (
	"fmt"
	"testing"
)

// A word that opens a sentence and that no treebank knows is the subject of a verb
// without one; words that have another part to play keep it.
func TestOpeners(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ words, want string }{
		{"OKRAS/VERB/VBD/2/aux:pass closed/VERB/VBN/0/root borders/NOUN/NNS/2/obj ./PUNCT/./2/punct", "OKRAS nsubj closed"},
		{"Dural/ADV/RB/2/advmod called/VERB/VBN/0/root for/ADP/IN/4/case calm/NOUN/NN/2/obl ./PUNCT/./2/punct", "Dural nsubj called"},
		{"“/PUNCT/``/3/punct Mardly/ADV/RB/3/advmod left/VERB/VBD/0/root ./PUNCT/./3/punct", "Mardly nsubj left"},
		{"Dural/ADV/RB/3/advmod he/PRON/PRP/3/nsubj called/VERB/VBD/0/root ./PUNCT/./3/punct", "Dural advmod called"},
		{"Dural/ADV/RB/2/advmod rained/VERB/VBD/0/root it/PRON/PRP/2/expl ./PUNCT/./2/punct", "Dural advmod rained"},
		{"Suddenly/ADV/RB/2/advmod came/VERB/VBD/0/root rain/NOUN/NN/2/obj ./PUNCT/./2/punct", "Suddenly advmod came"},
		{"Dural/ADV/RB/2/advmod armed/VERB/VBN/0/root men/NOUN/NNS/2/dep", "Dural advmod armed"},
	} {
		d := tree(t, x.words)
		m.openers(d)
		first := &d.Tokens[0]
		if first.UPOS == "PUNCT" {
			first = &d.Tokens[1]
		}
		if got := fmt.Sprint(first.Form, " ", first.Rel, " ", d.Tokens[first.Head].Form); got != x.want {
			t.Errorf("%s: %s, want %s", x.words, got, x.want)
		}
	}
}
