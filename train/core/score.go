package main

import (
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"griot/text/parse"
)

// figures are scores by set and measure, "ewt-dev las", in percent.
type figures map[string]float64

func (f figures) String() string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		out = append(out, fmt.Sprintf("%s %.2f", name, f[name]))
	}
	return strings.Join(out, "  ")
}

// score says how well a model does on the development sets, as it will run.
func score(model []byte, shared string) (figures, error) {
	m, err := parse.Read(model)
	if err != nil {
		return nil, err
	}
	f := figures{}
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		if err := f.trees(m, set, filepath.Join(shared, "treebanks", set+".conllu")); err != nil {
			return nil, err
		}
	}
	return f, f.names(m, "uner-ewt-dev", filepath.Join(shared, "gold/names/uner-ewt-dev.tsv"))
}

// trees scores tags, lemmas and trees on gold words.
func (f figures) trees(m *parse.Model, set, path string) error {
	docs, err := readTrees(path)
	if err != nil {
		return err
	}
	again, err := readTrees(path)
	if err != nil {
		return err
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
	f[set+" upos"], f[set+" lemma"] = percent(upos, words), percent(lemma, words)
	f[set+" las"] = percent(las, words)
	fmt.Printf("%s: %.0f words a second\n", set, words/took.Seconds())
	return nil
}

// plain is a relation without its subtype.
func plain(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

func percent(part, whole float64) float64 { return math.Round(1e4*part/whole) / 100 }

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
