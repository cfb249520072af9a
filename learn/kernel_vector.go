//go:build !purego && (amd64 || arm64)

package learn

import "unsafe"

// panels is a layer's weights as the kernel of this machine wants them: for
// sumVector where it can be used, else for sumScalar.
type panels struct {
	pairs []pair
	wide  []int16
}

func pack(d *Dense) panels {
	if hasVector && d.In%vectorStep == 0 {
		return panels{wide: packWide(d)}
	}
	return panels{pairs: packPairs(d)}
}

// sums computes x·W.
func (d *Dense) sums(dst []int32, x []int16, rows int) {
	if d.panels.wide == nil {
		sumScalar(d, d.panels.pairs, dst, x, rows)
		return
	}
	sumVector(d, d.panels.wide, dst, x, rows)
}

// packWide lays out the weights for sumVector: panels of panelCols columns, in
// each of them every sideBySide rows column after column.
func packWide(d *Dense) []int16 {
	cols := (d.Out + panelCols - 1) / panelCols * panelCols
	w := make([]int16, cols*d.In)
	for k := range d.In {
		for j := range d.Out {
			panel, col := j/panelCols*panelCols*d.In, j%panelCols
			block, row := k/sideBySide*sideBySide*panelCols, k%sideBySide
			w[panel+block+col*sideBySide+row] = int16(d.weights[k*d.Out+j])
		}
	}
	return w
}

// sumVector computes x·W four rows and a panel at a time.
func sumVector(d *Dense, w []int16, dst []int32, x []int16, rows int) {
	var edge [4 * panelCols]int32
	for j := 0; j < d.Out; j += panelCols {
		panel := w[j*d.In:][:panelCols*d.In]
		whole := j+panelCols <= d.Out
		for r := 0; r < rows; r += 4 {
			n := min(4, rows-r)
			out, stride := &dst[r*d.Out+j], d.Out
			if !whole {
				out, stride = &edge[0], panelCols
			}
			sumRows(&x[r*d.In], &panel[0], out, n, d.In, stride)
			for i := 0; !whole && i < n; i++ {
				copy(dst[(r+i)*d.Out+j:][:d.Out-j], edge[i*panelCols:])
			}
		}
	}
}

// sumRows computes up to four rows of a panel; stride is the numbers between
// two rows of dst.
func sumRows(x, w *int16, dst *int32, rows, in, stride int) {
	steps := in / vectorStep
	if rows == 4 {
		sum4(x, 2*in, w, steps, dst, 4*stride)
		return
	}
	for i := range rows {
		sum1((*int16)(unsafe.Add(unsafe.Pointer(x), 2*i*in)), w, steps, (*int32)(unsafe.Add(unsafe.Pointer(dst), 4*i*stride)))
	}
}

// product is the inner product, wrapping around at 32 bits.
func product(x, y []int16) int32 {
	blocks := len(x) / dotBlock
	if blocks == 0 || !hasVector {
		return productScalar(x, y)
	}
	n := blocks * dotBlock
	return dot(&x[0], &y[0], blocks) + productScalar(x[n:], y[n:])
}

// sum4 computes four rows of a panel: x points to the first row, the others
// follow xStride bytes apart; steps is the row's length over vectorStep; dst
// points to the first row of the result, the others follow dstStride bytes apart.
//
//go:noescape
func sum4(x *int16, xStride int, w *int16, steps int, dst *int32, dstStride int)

// sum1 computes one row of a panel.
//
//go:noescape
func sum1(x, w *int16, steps int, dst *int32)

// dot is the inner product of blocks of dotBlock numbers.
//
//go:noescape
func dot(x, y *int16, blocks int) int32
