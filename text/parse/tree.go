package parse

// decode finds the tree with one root and the highest sum of arc scores.
// scores holds n rows: scores[d*n+h] is for word d hanging on word h, word 0 is
// the root of roots. The greedy choice of each word's best head nearly always
// is that tree; when it is not, Chu-Liu/Edmonds finds it in O(n²) a cycle.
func decode(scores []int32, n int) []int32 {
	heads := greedy(scores, n)
	if isTree(heads) {
		return heads
	}
	// One root: a charge on arcs from 0 larger than any gain makes the best
	// tree use as few of them as it can, and one is enough.
	wide := make([]int64, n*n)
	for i, s := range scores[:n*n] {
		wide[i] = int64(s)
		if i%n == 0 {
			wide[i] -= 1 << 45
		}
	}
	return edmonds(wide, n)
}

func greedy(scores []int32, n int) []int32 {
	heads := make([]int32, n)
	for d := 1; d < n; d++ {
		row := scores[d*n : d*n+n]
		best := 0
		for h := range row {
			if h != d && row[h] > row[best] {
				best = h
			}
		}
		heads[d] = int32(best)
	}
	return heads
}

// isTree tells whether every word reaches word 0 and one hangs on it.
func isTree(heads []int32) bool {
	roots := 0
	for _, h := range heads[1:] {
		if h == 0 {
			roots++
		}
	}
	return roots == 1 && cycle(heads) == nil
}

// cycle is the words of a cycle, nil when there is none.
func cycle(heads []int32) []int32 {
	seen := make([]int32, len(heads)) // the walk in which a word was met
	for d := 1; d < len(heads); d++ {
		k := int32(d)
		for k != 0 && seen[k] == 0 {
			seen[k] = int32(d)
			k = heads[k]
		}
		if k == 0 || seen[k] != int32(d) {
			continue
		}
		words := []int32{k}
		for j := heads[k]; j != k; j = heads[j] {
			words = append(words, j)
		}
		return words
	}
	return nil
}

// edmonds is Chu-Liu/Edmonds: take every word's best head; shrink a cycle to
// one word, solve that, and open the cycle where the arc into it comes.
func edmonds(scores []int64, n int) []int32 {
	heads := make([]int32, n)
	for d := 1; d < n; d++ {
		best := -1
		for h := range n {
			if h != d && (best < 0 || scores[d*n+h] > scores[d*n+best]) {
				best = h
			}
		}
		heads[d] = int32(best)
	}
	loop := cycle(heads)
	if loop == nil {
		return heads
	}
	s := shrink(scores, n, heads, loop)
	inner := edmonds(s.scores, s.n)
	for d := 1; d < s.n-1; d++ {
		if h := inner[d]; int(h) == s.n-1 {
			heads[s.old[d]] = s.out[d]
		} else {
			heads[s.old[d]] = s.old[h]
		}
	}
	h := inner[s.n-1]
	heads[s.in[h]] = s.old[h]
	return heads
}

// shrunk is a graph in which a cycle is the last word.
type shrunk struct {
	scores []int64
	n      int
	old    []int32 // the old numbers of the words outside the cycle
	out    []int32 // for a word outside: its best head in the cycle
	in     []int32 // for a word outside: the word of the cycle that best hangs on it
}

func shrink(scores []int64, n int, heads, loop []int32) shrunk {
	in := make([]bool, n)
	for _, k := range loop {
		in[k] = true
	}
	var s shrunk
	for k := range n {
		if !in[k] {
			s.old = append(s.old, int32(k))
		}
	}
	s.n = len(s.old) + 1
	c := s.n - 1
	s.scores = make([]int64, s.n*s.n)
	s.out, s.in = make([]int32, s.n), make([]int32, s.n)
	for a, x := range s.old {
		for b, y := range s.old {
			s.scores[a*s.n+b] = scores[int(x)*n+int(y)]
		}
		leave, enter := loop[0], loop[0]
		gain := func(k int32) int64 { return scores[int(k)*n+int(x)] - scores[int(k)*n+int(heads[k])] }
		for _, k := range loop[1:] {
			if scores[int(x)*n+int(k)] > scores[int(x)*n+int(leave)] {
				leave = k
			}
			if gain(k) > gain(enter) {
				enter = k
			}
		}
		s.out[a], s.in[a] = leave, enter
		s.scores[a*s.n+c] = scores[int(x)*n+int(leave)]
		s.scores[c*s.n+a] = gain(enter)
	}
	return s
}
