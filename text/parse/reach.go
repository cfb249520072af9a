package parse

import "math/bits"

// Reaches is how many kinds of places a head may have as seen from its
// dependent: the root of roots, and so many words before or after.
const Reaches = 1 + 2*reachSteps

// reachSteps is the number of distances told apart: 1, 2, 3, 4, then halves of
// powers of two up to 32 and more.
const reachSteps = 11

// Reach is the place of word head of a sentence as seen from word dep; word 0 is
// the root of roots.
func Reach(dep, head int) int {
	switch {
	case head == 0:
		return 0
	case head < dep:
		return distance(dep - head)
	}
	return reachSteps + distance(head-dep)
}

// distance is the number of a distance from 1: 1, 2, 3, 4–5, 6–7, 8–11, 12–15, …
func distance(n int) int {
	if n < 4 {
		return max(n, 1)
	}
	k := bits.Len(uint(n))
	return min(4+2*(k-3)+n>>(k-2)&1, reachSteps)
}
