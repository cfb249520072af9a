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
