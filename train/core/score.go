package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"griot/text/parse"
)

// score says how well a model does on the development sets, as it will run.
func score(model []byte, shared string) (string, error) {
	m, err := parse.Read(model)
	if err != nil {
		return "", err
	}
	var out []string
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		s, err := scoreTrees(m, filepath.Join(shared, "treebanks", set+".conllu"))
		if err != nil {
			return "", err
		}
		out = append(out, set+" "+s)
	}
	s, err := scoreNames(m, filepath.Join(shared, "gold/names/uner-ewt-dev.tsv"))
	if err != nil {
		return "", err
	}
	return strings.Join(append(out, "names "+s), "  "), nil
}

func scoreTrees(m *parse.Model, path string) (string, error) {
	docs, err := readTrees(path)
	if err != nil {
		return "", err
	}
	again, err := readTrees(path)
	if err != nil {
		return "", err
	}
	var words, upos, lemma, las float64
	var took time.Duration
	for i, d := range docs {
		start := time.Now()
		m.Parse(d)
		took += time.Since(start)
		for k, t := range d.Tokens {
			g := again[i].Tokens[k]
			words++
			upos += one(t.UPOS == g.UPOS)
			lemma += one(t.Lemma == g.Lemma)
			las += one(t.Head == g.Head && plain(t.Rel) == plain(g.Rel))
		}
	}
	return fmt.Sprintf("upos %.2f lemma %.2f las %.2f (%.0f words/s)",
		100*upos/words, 100*lemma/words, 100*las/words, words/took.Seconds()), nil
}

func plain(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
