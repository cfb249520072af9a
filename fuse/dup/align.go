package dup

// run is a stretch of words that two texts have in common.
type run struct{ a, b, n int }

// mostPlaces bounds how many places of a repeated shingle are tried.
const mostPlaces = 4

// aligner lays texts side by side. It is used again and again, for the sake of
// its memory.
type aligner struct {
	first map[uint64]int32 // where each shingle of a stands first
	next  []int32          // where the shingle at each place of a stands next, 0 for nowhere
}

// align lists the runs of at least five words of b that stand in a too, from
// left to right in b, each as long as it can be made.
func (x *aligner) align(a, b []word) []run {
	x.enter(shingles(a))
	grams := shingles(b)
	var runs []run
	for j := 0; j < len(grams); {
		best := run{}
		i, ok := x.first[grams[j]]
		for tried := 0; ok && tried < mostPlaces; tried++ {
			if n := alike(a[i:], b[j:]); n > best.n {
				best = run{int(i), j, n}
			}
			i = x.next[i]
			ok = i > 0
		}
		if best.n < shingle {
			j++
			continue
		}
		runs = append(runs, best)
		j += best.n
	}
	return runs
}

// enter notes where the shingles of a text stand.
func (x *aligner) enter(grams []uint64) {
	clear(x.first)
	x.next = append(x.next[:0], make([]int32, len(grams))...)
	for i := len(grams) - 1; i >= 0; i-- {
		x.next[i] = x.first[grams[i]]
		x.first[grams[i]] = int32(i)
	}
}

// alike is the number of words that a and b begin with alike.
func alike(a, b []word) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i].hash != b[i].hash {
			return i
		}
	}
	return n
}
