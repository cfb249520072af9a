//go:build purego || !(amd64 || arm64)

package learn

// panels is a layer's weights as sumScalar wants them.
type panels struct{ pairs []pair }

func pack(d *Dense) panels { return panels{pairs: packPairs(d)} }

// sums computes x·W.
func (d *Dense) sums(dst []int32, x []int16, rows int) {
	sumScalar(d, d.panels.pairs, dst, x, rows)
}

// sumsSparse is sums where most inputs are 0.
func (d *Dense) sumsSparse(dst []int32, x []int16, rows int) {
	sumScalarSparse(d, d.panels.pairs, dst, x, rows)
}

// scaleBlocks does nothing of what Finish does.
func scaleBlocks(y, mult, bias []int32) int { return 0 }

// product is the inner product, wrapping around at 32 bits.
func product(x, y []int16) int32 { return productScalar(x, y) }
