package eval

import (
	"griot/text"
	"griot/text/annotate"
)

// Tag scores tags and lemmas on gold sentences and words: the share of words
// that are right.
func Tag(gold string, _ Options) (Result, error) {
	docs, err := readTrees(gold)
	if err != nil {
		return Result{}, err
	}
	parse, err := annotate.Parser()
	if err != nil {
		return Result{}, err
	}
	var words, upos, xpos, lemma int
	for _, d := range docs {
		want := append([]text.Token(nil), d.Tokens...)
		parse(d)
		for i, t := range d.Tokens {
			words++
			upos += tally(t.UPOS == want[i].UPOS)
			xpos += tally(t.XPOS == want[i].XPOS)
			lemma += tally(t.Lemma == want[i].Lemma)
		}
	}
	return Result{Docs: len(docs), Figures: map[string]float64{
		"upos": Ratio(upos, words), "xpos": Ratio(xpos, words), "lemma": Ratio(lemma, words),
	}}, nil
}

func tally(b bool) int {
	if b {
		return 1
	}
	return 0
}
