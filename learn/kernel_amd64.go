//go:build !purego

package learn

import "golang.org/x/sys/cpu"

const (
	panelCols  = 16 // columns that sum4 and sum1 compute at once
	sideBySide = 2  // rows of weights that one instruction takes
	vectorStep = 2  // inputs that a step of sum4 and sum1 takes
	dotBlock   = 16
)

// hasVector tells whether this machine runs the vector kernels (AVX2).
var hasVector = cpu.X86.HasAVX2

// place is two neighbouring inputs, and where the weights of the pair begin in
// a panel, in bytes.
type place struct {
	x  [2]int16
	at uint32
}

// sumsSparse is sums where most inputs are 0: a row at a time, over the pairs of
// inputs that are not both 0.
func (d *Dense) sumsSparse(dst []int32, x []int16, rows int) {
	switch w := d.panels.wide; {
	case w == nil:
		sumScalarSparse(d, d.panels.pairs, dst, x, rows)
	case d.Out%panelCols != 0:
		d.sums(dst, x, rows)
	default:
		few := make([]place, d.In/sideBySide)
		for r := range rows {
			n := places(few, x[r*d.In:][:d.In])
			sumFew(&few[0], n, &w[0], 2*panelCols*d.In, &dst[r*d.Out], d.Out/panelCols)
		}
	}
}

// places finds the pairs of a row that are not both 0.
func places(few []place, row []int16) int {
	n := 0
	for k := 0; k+1 < len(row); k += 2 {
		if row[k]|row[k+1] != 0 {
			few[n] = place{[2]int16{row[k], row[k+1]}, uint32(2 * panelCols * k)}
			n++
		}
	}
	return n
}

// scaleBlocks does what Finish does for all whole blocks of eight numbers, and
// returns how many it did.
func scaleBlocks(y, mult, bias []int32) int {
	blocks := len(y) / 8
	if !hasVector || blocks == 0 {
		return 0
	}
	scale8(&y[0], &mult[0], &bias[0], blocks)
	return 8 * blocks
}

// sumFew computes a row of n pairs of inputs over all panels of the weights,
// which follow one another size bytes apart.
//
//go:noescape
func sumFew(few *place, n int, w *int16, size int, dst *int32, panels int)

// scale8 multiplies, rounds and adds eight numbers at a time.
//
//go:noescape
func scale8(y, mult, bias *int32, blocks int)
