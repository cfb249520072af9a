package parse

import (
	"fmt"
	"testing"
)

func TestVerbless(t *testing.T) {
	m := &Model{pasts: map[string]string{"drew": "draw"}}
	for _, x := range []struct{ words, want string }{
		{"Canada/PROPN/NNP/3/compound imposed/VERB/VBN/3/amod sanctions/NOUN/NNS/0/root on/ADP/IN/5/case Iran/PROPN/NNP/3/nmod ./PUNCT/./3/punct",
			"Canada nsubj imposed, imposed root, sanctions obj imposed, on case Iran, Iran nmod sanctions, . punct imposed"},
		{"The/DET/DT/4/det army/NOUN/NN/3/compound drew/NOUN/NN/0/root criticism/NOUN/NN/3/obj ./PUNCT/./3/punct",
			"The det army, army nsubj drew, drew root, criticism obj drew, . punct drew"},
		{"The/DET/DT/2/det head/NOUN/NN/0/root of/ADP/IN/4/case Chad/PROPN/NNP/2/nmod praised/VERB/VBN/2/acl it/PRON/PRP/5/obj ./PUNCT/./2/punct",
			"The det head, head nsubj praised, of case Chad, Chad nmod head, praised root, it obj praised, . punct praised"},
		{"A/DET/DT/2/det man/NOUN/NN/0/root accused/VERB/VBN/2/acl of/ADP/IN/5/case fraud/NOUN/NN/3/obl ./PUNCT/./2/punct",
			"A det man, man root, accused acl man, of case fraud, fraud obl accused, . punct man"},
	} {
		d := tree(t, x.words)
		m.verbless(d)
		got := ""
		for i, k := range d.Tokens {
			if i > 0 {
				got += ", "
			}
			got += k.Form + " " + k.Rel
			if k.Head >= 0 {
				got += fmt.Sprint(" ", d.Tokens[k.Head].Form)
			}
		}
		if got != x.want {
			t.Errorf("got  %s\nwant %s", got, x.want)
		}
	}
}
