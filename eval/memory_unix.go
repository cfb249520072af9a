//go:build unix

package eval

import (
	"runtime"
	"syscall"
)

// peakMB is the most memory that the process has held, in megabytes.
func peakMB() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	kilobytes := float64(u.Maxrss)
	if runtime.GOOS == "darwin" {
		kilobytes /= 1024 // there it is bytes
	}
	return kilobytes / 1024
}
