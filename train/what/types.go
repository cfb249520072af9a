package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"griot"
	"griot/eval"
)

// The training of the model of types: softmax regression by stochastic steps in
// the order of the file, which is the same every time.
const (
	rounds  = 30
	rate    = .1
	decay   = 1e-3 // of the squared weights
	scale   = 200  // of the whole numbers that are kept
	rarest  = 2    // sentences in which a feature must occur
	foldsOf = 10
)

// types trains the model of types on gold files that may be trained on, writes
// it to out, and prints how often it is right when each tenth of them is kept
// out of training.
func types(out string, gold []string) error {
	examples, err := eval.TypeExamples(gold)
	if err != nil {
		return err
	}
	fmt.Printf("%d examples; right when kept out of training: %.4f\n", len(examples), crossValidated(examples))
	return write(out, fit(examples))
}

// crossValidated is the share of examples of which the model chooses the type when
// it is trained on the other tenths. All examples of one sentence are kept out
// together.
func crossValidated(examples []eval.TypeExample) float64 {
	fold := map[string]int{}
	for _, e := range examples {
		if _, known := fold[e.Text]; !known {
			fold[e.Text] = len(fold) % foldsOf
		}
	}
	right := 0
	for k := range foldsOf {
		var train, test []eval.TypeExample
		for _, e := range examples {
			if fold[e.Text] == k {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		w := fit(train)
		for _, e := range test {
			if choose(w, e.Features) == e.Type {
				right++
			}
		}
	}
	return float64(right) / float64(len(examples))
}

// weights are those of each feature for each type.
type weights map[string][]float64

func fit(examples []eval.TypeExample) weights {
	count := map[string]int{}
	for _, e := range examples {
		for _, f := range e.Features {
			count[f]++
		}
	}
	w := weights{}
	for f, n := range count {
		if n >= rarest {
			w[f] = make([]float64, len(griot.Types))
		}
	}
	for range rounds {
		for _, e := range examples {
			step(w, e)
		}
	}
	return w
}

// step moves the weights of one example's features towards its type.
func step(w weights, e eval.TypeExample) {
	p := shares(w, e.Features)
	for _, f := range e.Features {
		row, ok := w[f]
		if !ok {
			continue
		}
		for i, t := range griot.Types {
			want := 0.0
			if t == e.Type {
				want = 1
			}
			row[i] += rate * (want - p[i] - decay*row[i])
		}
	}
}

// shares are the probabilities of the types.
func shares(w weights, features []string) []float64 {
	p := make([]float64, len(griot.Types))
	for _, f := range features {
		for i, x := range w[f] {
			p[i] += x
		}
	}
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

func choose(w weights, features []string) griot.Type {
	p := shares(w, features)
	return griot.Types[slices.Index(p, slices.Max(p))]
}

func write(out string, w weights) error {
	var b strings.Builder
	b.WriteString("# Weights of the model of types; made by train/what.\nfeature")
	for _, t := range griot.Types {
		b.WriteString("\t" + string(t))
	}
	b.WriteByte('\n')
	var names []string
	for f := range w {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		b.WriteString(f)
		for _, x := range w[f] {
			fmt.Fprintf(&b, "\t%d", int(math.Round(x*scale)))
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}
