package dup

// run is a stretch of words that two texts have in common.
type run struct{ a, b, n int }

// mostPlaces bounds how many places of a repeated shingle are tried.
const mostPlaces = 4

// align lists the runs of at least five words of b that stand in a too, from
// left to right in b, each as long as it can be made.
func align(a, b []word) []run {
	places := map[uint64][]int{}
	for i, h := range shingles(a) {
		if len(places[h]) < mostPlaces {
			places[h] = append(places[h], i)
		}
	}
	grams := shingles(b)
	var runs []run
	for j := 0; j < len(grams); {
		best := run{}
		for _, i := range places[grams[j]] {
			if n := alike(a[i:], b[j:]); n > best.n {
				best = run{i, j, n}
			}
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
