package parse

import (
	"slices"

	"griot/text"
)

// openers gives finite verbs without a subject the word right before them that
// opens the sentence, that no treebank knows, and that was read as an auxiliary or
// adverb: "ECOWAS closed the border", "Dural called for calm". It takes linear time.
func (m *Model) openers(d *text.Doc) {
	moved := false
	for _, s := range d.Sentences {
		first := s.First
		for first < s.End && d.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if first+1 < s.End && m.stranger(&d.Tokens[first]) && bereft(d, first, first+1) {
			name, verb := &d.Tokens[first], &d.Tokens[first+1]
			if verb.XPOS == "VBN" {
				verb.XPOS, verb.Feats = "VBD", past
			}
			name.UPOS, name.XPOS, name.Rel, name.Feats, name.Lemma = "PROPN", "NNP", "nsubj", "Number=Sing", name.Form
			moved = true
		}
	}
	if moved {
		d.Link()
	}
}

// stranger tells a capitalised word that no treebank knows and that was read as
// what no name is.
func (m *Model) stranger(t *text.Token) bool {
	return capital(*t) && slices.Contains([]string{"AUX", "VERB", "ADV", "ADJ", "INTJ", "SCONJ", "X"}, t.UPOS) && m.lexicon.words[Normal(t.Form)] == 0
}

// bereft tells whether a token is a finite verb that has no subject but the word
// before it, which hangs on it as something else.
func bereft(d *text.Doc, before, verb int) bool {
	v, t := &d.Tokens[verb], &d.Tokens[before]
	if v.UPOS != "VERB" || t.Head != verb || !t.Is("aux") && !t.Is("advmod") && !t.Is("nsubj") && !t.Is("discourse") {
		return false
	}
	if v.XPOS != "VBD" && v.XPOS != "VBZ" && (v.XPOS != "VBN" || v.Rel != "root" || !stated(d, verb)) {
		return false
	}
	for k := range d.Children(verb) {
		if c := &d.Tokens[k]; k != before && (c.Is("nsubj") || c.Is("csubj") || c.Is("expl") || c.Is("aux") || c.Is("cop")) {
			return false
		}
	}
	return true
}
