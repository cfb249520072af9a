package main

import (
	"fmt"
	"math"
	"slices"

	"griot/learn"
)

// export makes a model file of the averaged weights, in whole numbers.
func export(n *net, c *corpus) ([]byte, error) {
	f := learn.NewFile()
	f.PutInt32s("shape", []int32{int32(n.Width), int32(n.State), int32(n.Layers), int32(n.TagLayer), int32(n.Vector)})
	f.PutStrings("words", c.words)
	f.PutInt32s("gazette", c.gazette)
	f.PutInt32s("vectors", c.vectors.entries)
	f.PutInt8s("vector", c.vectors.values)
	f.PutInt32s("lemmas", c.lemmas)
	f.PutStrings("tags", c.tags.list)
	f.PutStrings("feats", c.feats.list)
	f.PutStrings("scripts", c.scripts.list)
	f.PutStrings("rels", c.rel.list)
	if err := n.put(f, "", func(*linear) bool { return true }); err != nil {
		return nil, err
	}
	return f.Bytes(), nil
}

// put puts the embeddings and those of the layers that ship in sections whose
// names begin with prefix.
func (n *net) put(f *learn.File, prefix string, ships func(*linear) bool) error {
	unit := embeddingUnit(n.tables)
	for i, t := range n.tables {
		if t.rows > 0 {
			f.PutInt8s(fmt.Sprintf("%sembed.%d", prefix, i), bytesOf(t.mean, unit))
		}
	}
	conv := n.conv.rescaled(func(row int) float64 {
		if row%n.input() < n.Width {
			return unit
		}
		return vectorUnit
	})
	for _, l := range n.layered() {
		if !ships(l.linear) {
			continue
		}
		if l.linear == n.conv {
			l.linear = conv
		}
		d, err := quantise(l.linear, l.unit, l.bias)
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		f.PutDense(prefix+l.name, d)
	}
	return nil
}

// layer is a layer as a model file has it. unit is the value of its input's 1
// over that of its output's; bias is what the program adds by itself to the bias
// of a column.
type layer struct {
	*linear
	name string
	unit float64
	bias func(column int) float64
}

// layered is all layers.
func (n *net) layered() []layer {
	none := func(int) float64 { return 0 }
	half := n.State / 2
	forget := func(column int) float64 { // gates adds 1 to the forget gate
		if column/half%3 == 1 {
			return 1
		}
		return 0
	}
	list := []layer{
		{n.conv, "conv", learn.One, none},
		{n.tag, "tag", 1, none}, {n.form, "form", 1, none}, {n.feat, "feat", 1, none}, {n.script, "lemma", 1, none},
		{n.arc, "arc", 1, none}, {n.bilinear, "bilinear", 1, none}, {n.reach, "reach", 1, none},
		{n.rel, "rel", 1, none}, {n.relOut, "rel.out", 1, none},
		{n.name, "name", 1, none}, {n.nameOut, "name.out", 1, none},
	}
	for i, l := range n.layers {
		list = append(list, layer{l, fmt.Sprintf("layer.%d", i), 1, forget})
	}
	return list
}

// rescaled is l with the averaged weights of each row times by(row).
func (l *linear) rescaled(by func(row int) float64) *linear {
	w := *l.w
	w.mean = slices.Clone(w.mean)
	for i := range w.mean {
		w.mean[i] *= float32(by(i / w.cols))
	}
	return &linear{w: &w, b: l.b, out: l.out}
}

// embeddingUnit is what 1 stands for in the tables' bytes: the few weights
// beyond 127 of it are cut off.
func embeddingUnit(tables []*param) float64 {
	var all []float32
	for _, t := range tables {
		for i := 0; i < len(t.mean); i += 7 {
			all = append(all, float32(math.Abs(float64(t.mean[i]))))
		}
	}
	slices.Sort(all)
	return float64(all[len(all)-len(all)/20000-1]) / 127
}

func bytesOf(x []float32, unit float64) []int8 {
	b := make([]int8, len(x))
	for i, v := range x {
		b[i] = int8(max(-127, min(127, math.Round(float64(v)/unit))))
	}
	return b
}

// quantise makes whole numbers of a layer: bytes with a multiplier for each
// column. unit is the value of its input's 1 over that of its output's.
func quantise(l *linear, unit float64, bias func(column int) float64) (*learn.Dense, error) {
	in, out := l.w.rows, l.out
	weights := make([]int8, in*out)
	mult, biases := make([]int32, out), make([]int32, out)
	for j := range out {
		var top float64
		for k := range in {
			top = max(top, math.Abs(float64(l.w.mean[k*l.w.cols+j])))
		}
		step := max(top/127, 1e-9)
		for k := range in {
			weights[k*out+j] = int8(math.Round(float64(l.w.mean[k*l.w.cols+j]) / step))
		}
		mult[j] = int32(math.Round(step * unit * (1 << learn.MultBits)))
		biases[j] = int32(math.Round((float64(l.b.mean[j]) + bias(j)) * learn.One))
	}
	return learn.NewDense(in, out, weights, mult, biases)
}
