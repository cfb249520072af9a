//go:build !purego

package learn

const (
	panelCols  = 8 // columns that sum4 and sum1 compute at once
	sideBySide = 1 // rows of weights that one instruction takes
	vectorStep = 4 // inputs that a step of sum4 and sum1 takes
	dotBlock   = 8
)

// hasVector: every arm64 machine has NEON.
const hasVector = true

// sumsSparse is sums where most inputs are 0, which NEON does not gain from.
func (d *Dense) sumsSparse(dst []int32, x []int16, rows int) { d.sums(dst, x, rows) }

// scaleBlocks does nothing of what Finish does.
func scaleBlocks(y, mult, bias []int32) int { return 0 }
