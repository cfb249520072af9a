package parse

import (
	"slices"
	"strings"
	"testing"
)

func TestSubjects(t *testing.T) {
	for _, x := range []struct{ name, words, want string }{
		{"a name read as an auxiliary",
			"ECOWAS/PROPN/NNP/2/aux closed/VERB/VBN/0/root borders/NOUN/NNS/2/obj ./PUNCT/./2/punct",
			"ECOWAS nsubj closed"},
		{"that before a plural",
			"He/PRON/PRP/2/nsubj denied/VERB/VBD/0/root that/DET/DT/4/det men/NOUN/NNS/5/nsubj fired/VERB/VBD/2/ccomp",
			"that mark fired"},
		{"a name with an aside",
			"Germany/PROPN/NNP/0/root ,/PUNCT/,/1/punct meanwhile/ADV/RB/1/advmod ,/PUNCT/,/1/punct called/VERB/VBN/1/acl on/ADP/IN/7/case Kenya/PROPN/NNP/5/obl ./PUNCT/./1/punct",
			"Germany nsubj called"},
		{"a time that is given",
			"They/PRON/PRP/2/nsubj give/VERB/VBP/0/root men/NOUN/NNS/2/obj who/PRON/WP/5/nsubj fled/VERB/VBD/3/acl:relcl one/NUM/CD/7/nummod week/NOUN/NN/5/obl:unmarked to/PART/TO/9/mark yield/VERB/VB/5/advcl",
			"week obj give, yield xcomp give, men iobj give"},
		{"a past tense joined to an infinitive",
			"He/PRON/PRP/2/nsubj agreed/VERB/VBD/0/root to/PART/TO/4/mark meet/VERB/VB/2/xcomp and/CCONJ/CC/6/cc left/VERB/VBD/4/conj",
			"left conj agreed"},
		{"a past tense joined to a perfect",
			"He/PRON/PRP/2/nsubj denied/VERB/VBD/0/root they/PRON/PRP/5/nsubj had/AUX/VBD/5/aux fired/VERB/VBN/2/ccomp and/CCONJ/CC/7/cc left/VERB/VBD/5/conj",
			"left conj denied"},
		{"two fates, one joined as a noun",
			"Twelve/NUM/CD/3/nsubj:pass were/AUX/VBD/3/aux:pass killed/VERB/VBN/0/root and/CCONJ/CC/6/cc others/NOUN/NNS/3/conj wounded/VERB/VBN/5/acl",
			"wounded conj killed, others nsubj:pass wounded"},
		{"a past tense joined to what describes",
			"He/PRON/PRP/2/nsubj acted/VERB/VBD/0/root against/ADP/IN/4/case plots/NOUN/NNS/2/obl that/PRON/WDT/7/nsubj could/AUX/MD/7/aux succeed/VERB/VB/4/acl:relcl and/CCONJ/CC/9/cc warned/VERB/VBD/7/conj",
			"warned conj acted"},
		{"a time of day",
			"They/PRON/PRP/2/nsubj struck/VERB/VBD/0/root before/ADP/IN/4/case dawn/VERB/VBN/2/advcl",
			"dawn obl struck"},
		{"it that does something",
			"It/PRON/PRP/2/expl order/VERB/VBD/0/root men/NOUN/NNS/2/obj to/PART/TO/5/mark go/VERB/VB/2/xcomp",
			"It nsubj order"},
	} {
		d := tree(t, x.words)
		straighten(d)
		var arcs []string
		for _, tok := range d.Tokens {
			if tok.Head >= 0 {
				arcs = append(arcs, tok.Form+" "+tok.Rel+" "+d.Tokens[tok.Head].Form)
			}
		}
		for _, want := range strings.Split(x.want, ", ") {
			if !slices.Contains(arcs, want) {
				t.Errorf("%s: not %q", x.name, want)
			}
		}
	}
}
