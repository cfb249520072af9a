// Command refer trains the model of reference (data/lang/en/refer.bin): a
// log-linear ranking of earlier mentions and "new", by AdaGrad, weights rounded
// to one byte. Its trees and names are those of the embedded parser, so train
// it again after the parser.
//
//	go run ./train/refer -out data/lang/en/refer.bin ../shared/treebanks/gum-train-free.conllu
//
// The same files and parser give the same bytes. Afterwards, score it with
// `griot eval refer` on a treebank that it has not seen.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"griot/text"
	"griot/text/parse"
	"griot/text/refer"
)

func main() {
	out := flag.String("out", "data/lang/en/refer.bin", "file to write")
	var t trainer
	flag.IntVar(&t.bits, "bits", 20, "binary logarithm of the number of weights")
	flag.IntVar(&t.epochs, "epochs", 5, "passes over the documents")
	flag.Float64Var(&t.rate, "rate", 0.05, "AdaGrad's rate of learning")
	flag.Float64Var(&t.decay, "decay", 1e-2, "what a weight loses each time it is used, as a share")
	flag.Float64Var(&t.wrongLink, "wrong", 1.0, "cost of a link to the wrong entity")
	flag.Float64Var(&t.falseLink, "false", 1.0, "cost of a link for something new")
	flag.Float64Var(&t.noLink, "none", 4.0, "cost of no link")
	flag.Parse()
	if err := run(*out, flag.Args(), &t); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string, files []string, t *trainer) error {
	var golds, docs []*text.Doc
	for _, file := range files {
		g, d, err := read(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		golds, docs = append(golds, g...), append(docs, d...)
	}
	if len(docs) == 0 {
		return fmt.Errorf("no treebank given, or none with entities")
	}
	if err := t.train(docs, golds); err != nil {
		return err
	}
	return os.WriteFile(out, t.round(), 0o644)
}

// read gives the gold documents of a treebank and the same as the program
// reads their words.
func read(file string) (golds, docs []*text.Doc, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if golds, err = refer.ReadGold(f); err != nil {
		return nil, nil, err
	}
	model, err := parse.Load()
	if err != nil {
		return nil, nil, err
	}
	for _, g := range golds {
		d := &text.Doc{Report: g.Report, Paragraphs: g.Paragraphs, Sentences: g.Sentences}
		for _, t := range g.Tokens {
			d.Tokens = append(d.Tokens, text.Token{Start: t.Start, End: t.End, Form: t.Form, Head: -1, Sentence: t.Sentence, Glued: t.Glued})
		}
		model.Parse(d)
		docs = append(docs, d)
	}
	return golds, docs, nil
}

type trainer struct {
	bits, epochs                 int
	rate, decay                  float64
	wrongLink, falseLink, noLink float64
	w, g, mean                   []float64 // mean: of the weights after each epoch but the first
	loss                         float64
	choices                      int
}

// train goes over the documents in an order fixed by a seed.
func (t *trainer) train(docs, golds []*text.Doc) error {
	t.w, t.g, t.mean = make([]float64, 1<<t.bits), make([]float64, 1<<t.bits), make([]float64, 1<<t.bits)
	rng := rand.New(rand.NewPCG(3, 4))
	for epoch := range t.epochs {
		t.loss, t.choices = 0, 0
		for _, k := range rng.Perm(len(docs)) {
			if err := refer.Choices(docs[k], golds[k], t.learn); err != nil {
				return err
			}
		}
		if epoch > 0 {
			for i, x := range t.w {
				t.mean[i] += x / float64(t.epochs-1)
			}
		}
		fmt.Printf("epoch %d: %d choices, loss %.4f\n", epoch+1, t.choices, t.loss/float64(t.choices))
	}
	return nil
}

// learn takes one step on the softmax-margin loss of a choice: what is wrong
// counts as better than it is by its cost (Durrett & Klein 2013).
func (t *trainer) learn(c refer.Choice) {
	scores := make([]float64, len(c.Options))
	for o, fs := range c.Options {
		scores[o] = t.score(fs) + t.cost(c, o)
	}
	all, right := logSum(scores, nil), logSum(scores, c.Right)
	t.loss += all - right
	t.choices++
	for o, fs := range c.Options {
		d := math.Exp(scores[o] - all)
		if c.Right[o] {
			d -= math.Exp(scores[o] - right)
		}
		if math.Abs(d) > 1e-5 {
			t.step(fs, d)
		}
	}
}

func (t *trainer) cost(c refer.Choice, o int) float64 {
	switch {
	case c.Right[o]:
		return 0
	case o == 0:
		return t.noLink
	case c.Right[0]:
		return t.falseLink
	}
	return t.wrongLink
}

func (t *trainer) score(features []uint32) float64 {
	mask, sum := uint32(len(t.w)-1), 0.0
	for _, f := range features {
		sum += t.w[f&mask]
	}
	return sum
}

func (t *trainer) step(features []uint32, d float64) {
	mask := uint32(len(t.w) - 1)
	for _, f := range features {
		k := f & mask
		grad := d + t.decay*t.w[k]
		t.g[k] += grad * grad
		t.w[k] -= t.rate * grad / (1e-6 + math.Sqrt(t.g[k]))
	}
}

// logSum is the logarithm of the sum of exponentials, of those in of if given.
func logSum(scores []float64, of []bool) float64 {
	top := math.Inf(-1)
	for i, s := range scores {
		if of == nil || of[i] {
			top = max(top, s)
		}
	}
	sum := 0.0
	for i, s := range scores {
		if of == nil || of[i] {
			sum += math.Exp(s - top)
		}
	}
	return top + math.Log(sum)
}

// round scales the weights so that nearly all fit a byte, and rounds them.
func (t *trainer) round() []byte {
	const scale = 127 / 1.5
	b := make([]byte, len(t.mean))
	clipped := 0
	for i, x := range t.mean {
		if math.Abs(x*scale) > 127 {
			clipped++
		}
		b[i] = byte(int8(max(-127, min(127, math.Round(x*scale)))))
	}
	fmt.Printf("%d weights clipped\n", clipped)
	return b
}
