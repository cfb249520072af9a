package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"griot/text"
	"griot/text/parse"
)

// sample is a sentence to learn from. Its slices hold the root's place first;
// what is -1, or 0 among names, is not known and teaches nothing.
type sample struct {
	forms  []string
	rows   []parse.Row
	tag    []int32
	feat   []int32
	script []int32
	head   []int32
	rel    []int32
	names  []uint32 // the labels a word may have, a bit each
	noisy  bool     // of a set so uncertain that every other epoch is enough
	set    int      // the set of names that it is of, 0 for the one whose way ships
}

func newSample(n int) *sample {
	s := &sample{names: make([]uint32, n+1)}
	for _, list := range []*[]int32{&s.tag, &s.feat, &s.script, &s.head, &s.rel} {
		*list = slices.Repeat([]int32{-1}, n+1)
	}
	return s
}

// inventory numbers the values that a head of the network tells apart.
type inventory struct {
	list  []string
	index map[string]int32
}

func newInventory(counts map[string]int, least int) *inventory {
	v := &inventory{index: map[string]int32{}}
	for s, n := range counts {
		if n >= least {
			v.list = append(v.list, s)
		}
	}
	slices.Sort(v.list)
	for i, s := range v.list {
		v.index[s] = int32(i)
	}
	return v
}

func (v *inventory) of(s string) int32 {
	if i, ok := v.index[s]; ok {
		return i
	}
	return -1
}

// corpus is everything that is learned from.
type corpus struct {
	samples                   []*sample
	lexicon                   *parse.Lexicon
	words                     []string
	counts                    []int // of the words, by number; unknown words first
	gazette                   []int32
	vectors                   vectors
	lemmas                    []int32 // known, as the model stores them
	book                      nameBook
	tags, feats, scripts, rel *inventory
}

// loadCorpus reads what is learned from.
func loadCorpus(in inputs) (*corpus, error) {
	shared := in.shared
	ewt, err := readTrees(filepath.Join(shared, "treebanks/ewt-train.conllu"))
	if err != nil {
		return nil, err
	}
	gum, err := readTrees(filepath.Join(shared, "treebanks/gum-train-free.conllu"))
	if err != nil {
		return nil, err
	}
	gumNames, err := readGUMNames(filepath.Join(shared, "treebanks/gum-train-free.conllu"))
	if err != nil {
		return nil, err
	}
	c := &corpus{}
	c.count(append(slices.Clone(ewt), gum...))
	if c.gazette, err = loadGazette(in.cities, commonWords(append(slices.Clone(ewt), gum...))); err != nil {
		return nil, err
	}
	if c.vectors, err = loadVectors(in.vectors); err != nil {
		return nil, err
	}
	c.lexicon = parse.NewLexicon(c.words, c.gazette, c.vectors.entries)
	names, err := readNames(filepath.Join(shared, "gold/names"))
	if err != nil {
		return nil, err
	}
	uner := map[string][]uint32{}
	for _, n := range names["uner-ewt-train.tsv"] {
		uner[strings.Join(n.forms, " ")] = n.allowed
	}
	for _, doc := range ewt {
		c.addTrees(doc, 0, func(_ int, forms []string) []uint32 { return uner[strings.Join(forms, " ")] })
	}
	for d, doc := range gum {
		c.addTrees(doc, gumSet(), func(first int, forms []string) []uint32 { return gumNames[d][first:][:len(forms)] })
	}
	for i, set := range nameSets[1:] {
		for _, n := range names[set.file] {
			c.addNames(n, i+1, set.noisy)
		}
	}
	return c, c.addMachines(in)
}

// addMachines adds what programs marked.
func (c *corpus) addMachines(in inputs) error {
	if err := c.addSilver(in.silver, silverSet()); err != nil {
		return err
	}
	var err error
	if c.book, err = c.nameBook(in.cities); err != nil {
		return err
	}
	if err := c.addSilver(in.theirs, theirSet()); err != nil || in.trees == "" {
		return err
	}
	return c.readSilverTrees(in.trees)
}

// addSilver adds silver names, none if path is empty.
func (c *corpus) addSilver(path string, set int) error {
	if path == "" {
		return nil
	}
	silver, err := readSilver(path)
	for _, n := range silver {
		c.addNames(n, set, true)
	}
	return err
}

func readTrees(path string) ([]*text.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(bufio.NewReader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// count makes the vocabulary and the inventories.
func (c *corpus) count(docs []*text.Doc) {
	words, tags, feats, scripts, rel := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, d := range docs {
		for _, t := range d.Tokens {
			words[parse.Normal(t.Form)]++
			tags[t.UPOS+"|"+t.XPOS]++
			feats[t.Feats]++
			scripts[parse.Script(t.Form, t.Lemma)]++
			rel[t.Rel]++
			c.lemmas = append(c.lemmas, parse.LemmaEntry(t.Lemma, t.UPOS))
		}
	}
	c.tags, c.feats = newInventory(tags, 1), newInventory(feats, 1)
	c.scripts, c.rel = newInventory(scripts, 2), newInventory(rel, 1)
	slices.Sort(c.lemmas)
	c.lemmas = slices.Compact(c.lemmas)
	known := newInventory(words, 2)
	c.words, c.counts = known.list, []int{0}
	for _, w := range c.words {
		c.counts = append(c.counts, words[w])
	}
}

// size is the rows that an epoch goes through, about.
func (c *corpus) size() int {
	n := 0
	for _, s := range c.samples {
		if s.noisy {
			n += len(s.rows) / 2
		} else {
			n += len(s.rows)
		}
	}
	return n
}

func (c *corpus) rows(forms []string) []parse.Row {
	return append([]parse.Row{c.lexicon.RootRow()}, c.lexicon.Rows(forms)...)
}

func (c *corpus) addTrees(d *text.Doc, set int, names func(first int, forms []string) []uint32) {
	for _, s := range d.Sentences {
		p := newSample(s.Len())
		p.set = set
		for i, t := range d.Tokens[s.First:s.Range.End] {
			p.forms = append(p.forms, t.Form)
			p.tag[i+1] = c.tags.of(t.UPOS + "|" + t.XPOS)
			p.feat[i+1] = c.feats.of(t.Feats)
			p.script[i+1] = c.scripts.of(parse.Script(t.Form, t.Lemma))
			p.rel[i+1] = c.rel.of(t.Rel)
			p.head[i+1] = int32(max(t.Head-s.First+1, 0))
		}
		p.rows = c.rows(p.forms)
		if allowed := names(s.First, p.forms); len(allowed) == s.Len() {
			copy(p.names[1:], allowed)
			dropMisc(p.names[1:], d.Tokens[s.First:s.Range.End])
		}
		c.samples = append(c.samples, p)
	}
}

func (c *corpus) addNames(n named, set int, noisy bool) {
	p := newSample(len(n.forms))
	p.set, p.noisy = set, noisy
	p.forms, p.rows = n.forms, c.rows(n.forms)
	copy(p.names[1:], n.allowed)
	c.samples = append(c.samples, p)
}

// recased is s with its forms changed by change; lemmas are not known then.
func (c *corpus) recased(s *sample, change func(string) string) *sample {
	r := *s
	r.forms = make([]string, len(s.forms))
	for i, f := range s.forms {
		r.forms[i] = change(f)
	}
	r.rows = c.rows(r.forms)
	r.script = slices.Repeat([]int32{-1}, len(s.script))
	return &r
}
