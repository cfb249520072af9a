//go:build !unix

package eval

import "runtime"

// peakMB is the memory that the program has taken from the system, in megabytes.
func peakMB() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / (1 << 20)
}
