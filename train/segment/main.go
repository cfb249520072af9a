// Command segment trains the model that tells where sentences end
// (data/lang/en/sentence.bin) on treebanks: logistic regression over the
// features of text/segment, by AdaGrad, weights rounded to one byte.
//
//	go run ./train/segment -out data/lang/en/sentence.bin ../shared/treebanks/{ewt-train,gum-train-free}.conllu
//
// The same files give the same bytes. Afterwards, score it with `griot eval
// segment` on treebanks that it has not seen.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"griot/text"
	"griot/text/segment"
)

func main() {
	out := flag.String("out", "data/lang/en/sentence.bin", "file to write")
	bits := flag.Int("bits", 18, "binary logarithm of the number of weights")
	epochs := flag.Int("epochs", 12, "passes over the examples")
	rate := flag.Float64("rate", 0.05, "AdaGrad's rate of learning")
	decay := flag.Float64("decay", 1e-2, "what a weight loses each time it is used")
	least := flag.Int("least", 2, "examples a feature must be in to be learned")
	flag.Parse()
	if err := run(*out, flag.Args(), trainer{bits: *bits, epochs: *epochs, least: *least, rate: *rate, decay: *decay}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string, files []string, t trainer) error {
	var all []segment.Example
	for _, file := range files {
		es, err := examples(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, es...)
	}
	if len(all) == 0 {
		return fmt.Errorf("no treebank given, or none with sentences")
	}
	return os.WriteFile(out, round(t.train(frequent(all, t.least))), 0o644)
}

func examples(file string) ([]segment.Example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		return nil, err
	}
	var all []segment.Example
	for _, d := range docs {
		es, err := segment.Examples(d)
		if err != nil {
			return nil, err
		}
		all = append(all, es...)
	}
	return all, nil
}

// frequent leaves out the features of fewer than least examples.
func frequent(es []segment.Example, least int) []segment.Example {
	count := map[uint32]int{}
	for _, e := range es {
		for _, f := range e.Features {
			count[f]++
		}
	}
	for i := range es {
		es[i].Features = slices.DeleteFunc(es[i].Features, func(f uint32) bool { return count[f] < least })
	}
	return es
}

type trainer struct {
	bits, epochs, least int
	rate, decay         float64
}

// train is AdaGrad on the logistic loss in an order fixed by a seed.
func (t trainer) train(es []segment.Example) []float64 {
	w, g := make([]float64, 1<<t.bits), make([]float64, 1<<t.bits)
	mask := uint32(len(w) - 1)
	rng := rand.New(rand.NewPCG(1, 2))
	for epoch := range t.epochs {
		rng.Shuffle(len(es), func(i, j int) { es[i], es[j] = es[j], es[i] })
		loss := 0.0
		for _, e := range es {
			sum, want := 0.0, 0.0
			for _, f := range e.Features {
				sum += w[f&mask]
			}
			if e.Ends {
				want = 1
			}
			p := 1 / (1 + math.Exp(-sum))
			loss -= want*math.Log(p+1e-12) + (1-want)*math.Log(1-p+1e-12)
			for _, f := range e.Features {
				k := f & mask
				d := p - want + t.decay*w[k]
				g[k] += d * d
				w[k] -= t.rate * d / (1e-6 + math.Sqrt(g[k]))
			}
		}
		fmt.Printf("epoch %d: %d examples, loss %.4f\n", epoch+1, len(es), loss/float64(len(es)))
	}
	return w
}

// round scales the weights so that nearly all fit a byte, and rounds them.
func round(w []float64) []byte {
	const scale = 127.0 / 4 // a weight of 4 decides alone in practice
	b := make([]byte, len(w))
	for i, x := range w {
		b[i] = byte(int8(max(-127, min(127, math.Round(x*scale)))))
	}
	return b
}
