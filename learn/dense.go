// Package learn holds what the models of the house share: fully connected
// layers in whole numbers, which give the same result on every machine, and
// the file they are stored in.
//
// Activations are fixed-point numbers with 10 bits after the point (One is 1),
// clamped to ±Limit. Weights are signed bytes with one multiplier a column.
// Sums are exact: no path rounds before the sum is complete.
package learn

import (
	"fmt"
	"slices"
)

// The fixed point of activations.
const (
	Bits  = 10
	One   = 1 << Bits
	Limit = 1<<14 - 1 // largest activation, just under 16
)

// MultBits is the fixed point of the multipliers of a layer's columns.
const MultBits = 24

// maxIn bounds a layer's input so that 32 bits hold every sum:
// 1024 · (2¹⁴−1) · 127 < 2³¹.
const maxIn = 1024

// Dense is a fully connected layer: y = x·W·mult/2²⁴ + bias.
type Dense struct {
	In, Out int
	weights []int8  // In rows of Out columns
	mult    []int32 // by column
	bias    []int32 // by column, fixed point
	panels  panels
}

// NewDense makes a layer of in rows and out columns of weights, row after row,
// with a multiplier and a bias for each column.
func NewDense(in, out int, weights []int8, mult, bias []int32) (*Dense, error) {
	if in <= 0 || in > maxIn || out <= 0 || len(weights) != in*out || len(mult) != out || len(bias) != out {
		return nil, fmt.Errorf("%d×%d layer with %d weights, %d multipliers and %d biases", in, out, len(weights), len(mult), len(bias))
	}
	d := &Dense{In: in, Out: out, weights: weights, mult: mult, bias: bias}
	d.panels = pack(d)
	return d, nil
}

// Apply computes rows outputs of d from rows inputs, one after the other, and
// returns them in dst, which is made larger when it is too small. Inputs are
// within ±Limit.
func (d *Dense) Apply(dst []int32, x []int16, rows int) []int32 {
	dst = d.Sums(dst, x, rows)
	d.Finish(dst)
	return dst
}

// ApplySparse is Apply, and faster where most of the inputs are 0.
func (d *Dense) ApplySparse(dst []int32, x []int16, rows int) []int32 {
	dst = Grow(dst, rows*d.Out)
	d.sumsSparse(dst, x, rows)
	d.Finish(dst)
	return dst
}

// Sums computes x·W alone, as Apply does before it multiplies and adds.
func (d *Dense) Sums(dst []int32, x []int16, rows int) []int32 {
	dst = Grow(dst, rows*d.Out)
	d.sums(dst, x, rows)
	return dst
}

// Finish turns rows of x·W into outputs.
func (d *Dense) Finish(y []int32) {
	for ; len(y) > 0; y = y[d.Out:] {
		n := scaleBlocks(y[:d.Out], d.mult, d.bias)
		scaleScalar(y[n:d.Out], d.mult[n:], d.bias[n:])
	}
}

func scaleScalar(y, mult, bias []int32) {
	for j := range y {
		y[j] = int32((int64(y[j])*int64(mult[j])+1<<(MultBits-1))>>MultBits) + bias[j]
	}
}

// Split cuts the inputs into parts of one width and makes a layer that computes
// the sums of each part side by side: what d sums over neighbouring inputs can
// then be summed once for each input, wherever it stands.
func (d *Dense) Split(parts int) (*Dense, error) {
	if parts <= 0 || d.In%parts != 0 {
		return nil, fmt.Errorf("%d inputs in %d parts", d.In, parts)
	}
	in := d.In / parts
	weights := make([]int8, len(d.weights))
	for p := range parts {
		for k := range in {
			copy(weights[(k*parts+p)*d.Out:], d.weights[(p*in+k)*d.Out:][:d.Out])
		}
	}
	return NewDense(in, parts*d.Out, weights, slices.Repeat(d.mult, parts), slices.Repeat(d.bias, parts))
}

// Clamp narrows fixed-point numbers to activations.
func Clamp(dst []int16, x []int32) []int16 {
	dst = Grow(dst, len(x))
	for i, v := range x {
		dst[i] = int16(min(max(v, -Limit), Limit))
	}
	return dst
}

// Relu narrows fixed-point numbers to activations and cuts them off below 0.
func Relu(dst []int16, x []int32) []int16 {
	dst = Grow(dst, len(x))
	for i, v := range x {
		dst[i] = int16(min(max(v, 0), Limit))
	}
	return dst
}

// Grow is a slice of n elements that reuses b where it is large enough. Its
// contents are not cleared.
func Grow[T any](b []T, n int) []T {
	if cap(b) < n {
		return make([]T, n, n+n/4)
	}
	return b[:n]
}
