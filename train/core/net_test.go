package main

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/learn"
	"griot/text"
	"griot/text/parse"
)

const treebank = `1	Troops	troops	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	entered	enter	VERB	VBD	Tense=Past	0	root	_	_
3	Niamey	Niamey	PROPN	NNP	Number=Sing	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

`

// small is a network over a corpus of a sentence, seen three times, and a
// sentence with names alone.
func small(t *testing.T) (*net, *corpus) {
	docs, err := text.ReadCoNLLU(strings.NewReader(strings.Repeat(treebank, 3)))
	if err != nil {
		t.Fatal(err)
	}
	c := &corpus{}
	c.count(docs)
	c.vectors = vectors{entries: []int32{parse.VectorEntry("troops")}, values: slices.Repeat([]int8{9, -9}, 16)}
	c.lexicon = parse.NewLexicon(c.words, nil, c.vectors.entries)
	c.addTrees(docs[0], 0, func(_ int, forms []string) []uint32 {
		return nameSets[0].labels(forms, []string{"O", "O", "B-LOC", "O"})
	})
	c.addNames(named{[]string{"Bola", "Tinubu"}, nameSets[0].labels([]string{"Bola", "Tinubu"}, []string{"B-PER", "I-PER"})}, 1, false)
	return newNet(shape{Width: 32, Vector: 32, State: 64, Layers: 2, TagLayer: 0, Arc: 32, Rel: 32, Name: 32, Form: 32}, c, 1), c
}

// loss is what training makes small, with the same words dropped each time.
func (n *net) loss(c *corpus) float64 {
	n.reseed(7, 7)
	for _, p := range n.params {
		clear(p.g)
	}
	var rows []parse.Row
	for _, s := range c.samples {
		rows = append(rows, s.rows...)
	}
	n.forward(c.samples, rows)
	l := n.learn()
	return l.Tag*tagShare + l.Feat*featShare + l.Script*scriptShare + l.Name*nameShare + l.Arc + l.Rel
}

func TestGradientsAreTheSlopesOfTheLoss(t *testing.T) {
	n, c := small(t)
	n.loss(c)
	rng := rand.New(rand.NewPCG(2, 2))
	wrong, seen, each := 0, 0, 20
	if testing.Short() {
		each = 2
	}
	for _, p := range n.params {
		slopes := append([]float32(nil), p.g...)
		for range each {
			i := rng.IntN(len(p.w))
			if p.rare {
				i = int(p.touched[rng.IntN(len(p.touched))])*p.cols + rng.IntN(p.cols)
			}
			const step = 5e-3
			was := p.w[i]
			at := func(d float32) float64 {
				p.w[i], p.stale = was+d, true
				return n.loss(c)
			}
			want := (at(step) - at(-step)) / (2 * step)
			at(0)
			if got := float64(slopes[i]); math.Abs(got-want) > 2e-3+0.05*math.Abs(want) {
				t.Logf("%s[%d]: gradient %.5f, slope %.5f", p.name, i, got, want)
				wrong++
			}
			seen++
		}
	}
	if wrong > seen/50 { // a few lie at a kink, where a hidden unit opens
		t.Errorf("%d of %d gradients are wrong", wrong, seen)
	}
}

func TestTrainingLearnsAndShips(t *testing.T) {
	if testing.Short() {
		t.Skip("trains a network for 150 epochs; run it without -short")
	}
	n, c := small(t)
	tr := &trainer{options: options{epochs: 150, batch: 20, rate: 5e-3}, corpus: c, net: n, words: 20}
	for tr.Epoch < tr.epochs {
		tr.epoch()
	}
	b, err := export(n, c)
	if err != nil {
		t.Fatal(err)
	}
	m, err := parse.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	want := append([]text.Token(nil), d.Tokens...)
	m.Parse(d)
	for i, k := range d.Tokens {
		if k != want[i] {
			t.Errorf("learned %+v as %+v", want[i], k)
		}
	}
	if len(d.Names) != 1 || d.Words(d.Names[0].Range) != "Niamey" || d.Names[0].Type != "LOC" {
		t.Errorf("names %+v", d.Names)
	}
}

func TestATowerLearnsAndShips(t *testing.T) {
	n, c := small(t)
	for _, p := range n.params {
		copy(p.mean, p.w)
	}
	b, err := export(n, c)
	if err != nil {
		t.Fatal(err)
	}
	beside, err := learn.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	s := n.shape
	s.Tower, s.Buckets, s.State = true, 64, 32
	tr := &trainer{options: options{tower: true, epochs: 400, batch: 20, rate: 5e-3}, corpus: c, net: newNet(s, c, 1), words: 20, beside: beside}
	begun := tr.epoch().Name
	var last losses
	for tr.Epoch < tr.epochs {
		last = tr.epoch()
	}
	if last.Name > begun/4 || last.Arc != 0 {
		t.Errorf("the loss of names was %.3f and is %.3f; that of arcs is %.3f", begun, last.Name, last.Arc)
	}
	if b, err = tr.model(); err != nil {
		t.Fatal(err)
	}
	f, err := learn.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse.Read(b); err != nil || !f.Has(parse.TowerPrefix+"conv.weights") || f.Has(parse.TowerPrefix+"arc.weights") {
		t.Errorf("the model has no tower, or too much of it: %v", err)
	}
}

func TestEntityLabels(t *testing.T) {
	per, loc, none := typeLabels("PER"), typeLabels("LOC"), uint32(1)
	for _, c := range []struct {
		upos string
		open []string
		want uint32
	}{
		{"PROPN", []string{"person"}, per},
		{"PROPN", []string{"person", "place"}, per | loc},
		{"PROPN", []string{"place", "event"}, loc | miscLabels | none},
		{"PROPN", nil, 0},
		{"NOUN", []string{"person"}, none | miscLabels},
		{"ADP", []string{"organization"}, 0},
	} {
		if got := entityLabels(c.upos, c.open); got != c.want {
			t.Errorf("%s in %v: %b, want %b", c.upos, c.open, got, c.want)
		}
	}
}

const complex = `1	Officials	official	NOUN	NNS	_	2	nsubj	_	_
2	say	say	VERB	VBP	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	army	army	NOUN	NN	_	6	nsubj	_	_
5	quickly	quickly	ADV	RB	_	6	advmod	_	_
6	armed	arm	VERB	VBD	_	2	ccomp	_	_
7	villagers	villager	NOUN	NNS	_	6	obj	_	_
8	.	.	PUNCT	.	_	2	punct	_	_

`

func TestAClauseAloneIsASentence(t *testing.T) {
	n, c := small(t)
	docs, err := text.ReadCoNLLU(strings.NewReader(complex))
	if err != nil {
		t.Fatal(err)
	}
	c.count(docs)
	c.addTrees(docs[0], 0, func(int, []string) []uint32 { return nil })
	tr := &trainer{corpus: c, net: n}
	whole := c.samples[len(c.samples)-1]
	p := tr.sub(whole, tr.clause(whole, 6), 6)
	if got := strings.Join(p.forms, " "); got != "The army armed villagers ." {
		t.Errorf("clause %q", got)
	}
	if want := []int32{-1, 2, 3, 0, 3, 3}; !slices.Equal(p.head, want) {
		t.Errorf("heads %v, want %v", p.head, want)
	}
	if c.rel.list[p.rel[3]] != "root" {
		t.Errorf("the verb is %s", c.rel.list[p.rel[3]])
	}
}

func TestALargerNetworkBeginsWithAModel(t *testing.T) {
	n, c := small(t)
	for _, p := range n.params {
		copy(p.mean, p.w)
	}
	b, err := export(n, c)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "core.bin")
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	s := n.shape
	s.Layers, s.Form = s.Layers+1, 2*s.Form
	larger := newNet(s, c, 2)
	if err := larger.start(path, c); err != nil {
		t.Fatal(err)
	}
	for i, w := range larger.layers[1].w.w {
		if was := n.layers[1].w.w[i]; math.Abs(float64(w-was)) > 0.01 {
			t.Fatalf("weight %d is %.3f, was %.3f", i, w, was)
		}
	}
	top, half := larger.layers[2].b.w, s.State/2
	if top[0] != 0 || top[2*half] != -shut || top[5*half] != -shut {
		t.Errorf("the new layer does not pass on: %.1f %.1f", top[2*half], top[5*half])
	}
}
