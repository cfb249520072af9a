package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"griot/learn"
)

// startUnit is what 1 in the bytes of a model's embeddings becomes, about what it
// was: export folds their true unit into the convolution, so that any would do.
const startUnit = 0.45 / 127

// start sets the weights to those of a model made of the same corpus: a training
// may begin with what another came to. The network may be larger than the model:
// a recurrent layer more begins by passing on what it gets, so that nothing is
// lost (Chen et al. 2016), and heads that are new or of another size begin anew.
func (n *net) start(path string, c *corpus) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f, err := learn.Parse(b)
	if err != nil {
		return err
	}
	if words, err := f.Strings("words"); err != nil || !slices.Equal(words, c.words) {
		return fmt.Errorf("%s is of another corpus: %w", path, err)
	}
	var errs []error
	for i, t := range n.tables {
		bytes, err := f.Int8s(fmt.Sprintf("embed.%d", i))
		if len(bytes) != len(t.w) {
			err = errors.Join(err, fmt.Errorf("table %d has another size", i))
			bytes = nil
		}
		for k, v := range bytes {
			t.w[k] = float32(v) * startUnit
		}
		errs = append(errs, err)
	}
	for _, l := range n.layered() {
		begun, err := l.start(f)
		if !begun && slices.Contains(n.layers, l.linear) {
			l.passOn()
		}
		errs = append(errs, err)
	}
	for k := range n.conv.w.w {
		if k/n.conv.w.cols%n.input() < n.Width {
			n.conv.w.w[k] /= startUnit
		} else {
			n.conv.w.w[k] /= vectorUnit
		}
	}
	return errors.Join(errs...)
}

// start undoes quantise, where the model has the layer in this size.
func (l layer) start(f *learn.File) (bool, error) {
	in, out := l.w.rows, l.out
	if _, err := f.Get(l.name + ".mult"); err != nil {
		return false, nil
	}
	weights, err1 := f.Int8s(l.name + ".weights")
	mult, err2 := f.Int32s(l.name + ".mult")
	bias, err3 := f.Int32s(l.name + ".bias")
	if err := errors.Join(err1, err2, err3); err != nil {
		return false, err
	}
	if len(weights) != in*out || len(mult) != out || len(bias) != out {
		return false, nil
	}
	for j := range out {
		step := float64(mult[j]) / (1 << learn.MultBits) / l.unit
		for k := range in {
			l.w.w[k*l.w.cols+j] = float32(float64(weights[k*out+j]) * step)
		}
		l.b.w[j] = float32(float64(bias[j])/learn.One - l.bias(j))
	}
	return true, nil
}

// passOn shuts the reset gates of a recurrent layer, whose output is then its
// input.
func (l layer) passOn() {
	half := l.out / 6
	for j := range l.out {
		if j/half%3 == 2 {
			l.b.w[j] = -shut
		}
	}
}

// shut is the bias that lets a gate open by an eighth only.
const shut = 2
