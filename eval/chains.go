package eval

import "slices"

// chainScore sums, over documents, the counts behind the measures of
// coreference, as the reference scorers define them: MUC (Vilain et al. 1995),
// B³ (Bagga & Baldwin 1998), CEAF with the entity measure φ4 (Luo 2005), LEA
// (Moosavi & Strube 2016). In each pair the first is recall, the second
// precision.
type chainScore struct{ muc, b3, ceafe, lea [2]portion }

// portion is a share: part of whole.
type portion struct{ part, whole float64 }

func (p *portion) add(part, whole float64) { p.part += part; p.whole += whole }

func f1Of(p [2]portion) float64 {
	if p[0].part == 0 || p[1].part == 0 {
		return 0
	}
	r, q := p[0].part/p[0].whole, p[1].part/p[1].whole
	return 2 * r * q / (r + q)
}

// figures are the F1 of each measure, and the mean of MUC, B³ and CEAFe.
func (s *chainScore) figures() map[string]float64 {
	muc, b3, ceafe := f1Of(s.muc), f1Of(s.b3), f1Of(s.ceafe)
	return map[string]float64{"muc": muc, "b3": b3, "ceafe": ceafe, "conll": (muc + b3 + ceafe) / 3, "lea": f1Of(s.lea)}
}

// add counts one document. Chains are lists of mentions; a mention that both
// sides have bears the same number in both.
func (s *chainScore) add(gold, found [][]int) {
	inGold, inFound := chainOf(gold), chainOf(found)
	for side, c := range [2]struct {
		chains [][]int
		other  map[int]int
		others [][]int
	}{{gold, inFound, found}, {found, inGold, gold}} {
		for _, chain := range c.chains {
			s.muc[side].add(mucOf(chain, c.other))
			s.b3[side].add(b3Of(chain, c.other))
			s.lea[side].add(leaOf(chain, c.other, c.others))
		}
	}
	total := alignment(gold, found, inFound)
	s.ceafe[0].add(total, float64(len(gold)))
	s.ceafe[1].add(total, float64(len(found)))
}

func chainOf(chains [][]int) map[int]int {
	of := map[int]int{}
	for c, chain := range chains {
		for _, m := range chain {
			of[m] = c
		}
	}
	return of
}

// overlaps counts the mentions of a chain in each chain of the other side.
func overlaps(chain []int, other map[int]int) map[int]int {
	n := map[int]int{}
	for _, m := range chain {
		if c, ok := other[m]; ok {
			n[c]++
		}
	}
	return n
}

// mucOf counts the links of a chain that the other side has, and all of them.
func mucOf(chain []int, other map[int]int) (part, whole float64) {
	common, parts := 0, 0
	for _, n := range overlaps(chain, other) {
		common += n
		parts++
	}
	return float64(common - parts), float64(len(chain) - 1)
}

// b3Of sums over the mentions of a chain the share of it that is with them on
// the other side.
func b3Of(chain []int, other map[int]int) (part, whole float64) {
	squares := 0
	for _, n := range overlaps(chain, other) {
		squares += n * n
	}
	return float64(squares) / float64(len(chain)), float64(len(chain))
}

// leaOf weighs the share of a chain's links that the other side has by its
// size. The link of a singleton is the one to itself.
func leaOf(chain []int, other map[int]int, others [][]int) (part, whole float64) {
	size := float64(len(chain))
	if len(chain) == 1 {
		if c, ok := other[chain[0]]; ok && len(others[c]) == 1 {
			return 1, 1
		}
		return 0, 1
	}
	links := 0
	for _, n := range overlaps(chain, other) {
		links += n * (n - 1) / 2
	}
	return size * float64(links) / (size * (size - 1) / 2), size
}

// alignment is the greatest sum of φ4 = 2|G∩F|/(|G|+|F|) over one-to-one
// pairs of gold and found chains. Chains that share no mention with others
// fall apart into small problems, each solved exactly.
func alignment(gold, found [][]int, inFound map[int]int) float64 {
	edges := make([]map[int]float64, len(gold))
	golds := make([][]int, len(found)) // gold chains that a found chain touches
	for g, chain := range gold {
		edges[g] = map[int]float64{}
		for f, n := range overlaps(chain, inFound) {
			edges[g][f] = 2 * float64(n) / float64(len(chain)+len(found[f]))
			golds[f] = append(golds[f], g)
		}
	}
	done := make([]bool, len(gold))
	total := 0.0
	for g := range gold {
		if !done[g] {
			rows, cols := component(g, edges, golds, done)
			total += assign(rows, cols, edges)
		}
	}
	return total
}

// component collects the gold and found chains that hang together with g.
func component(g int, edges []map[int]float64, golds [][]int, done []bool) (rows, cols []int) {
	seen := map[int]bool{}
	done[g] = true
	for stack := []int{g}; len(stack) > 0; {
		g := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		rows = append(rows, g)
		for f := range edges[g] {
			if seen[f] {
				continue
			}
			seen[f] = true
			cols = append(cols, f)
			for _, k := range golds[f] {
				if !done[k] {
					done[k] = true
					stack = append(stack, k)
				}
			}
		}
	}
	slices.Sort(rows)
	slices.Sort(cols)
	return rows, cols
}

// assign is the greatest sum over one-to-one pairs of rows and columns, by the
// Hungarian method with potentials (Kuhn 1955; Jonker & Volgenant's form).
func assign(rows, cols []int, edges []map[int]float64) float64 {
	n, m := len(rows), max(len(rows), len(cols))
	cost := func(i, j int) float64 {
		if j >= len(cols) {
			return 0
		}
		return -edges[rows[i]][cols[j]]
	}
	u, v := make([]float64, n+1), make([]float64, m+1)
	match, way := make([]int, m+1), make([]int, m+1) // by column, from 1
	for i := 1; i <= n; i++ {
		match[0] = i
		j := augment(m, u, v, match, way, cost)
		for ; j != 0; j = way[j] {
			match[j] = match[way[j]]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if match[j] > 0 {
			sum -= cost(match[j]-1, j-1)
		}
	}
	return sum
}

// augment finds the cheapest path from the row in match[0] to a free column
// and returns that column.
func augment(m int, u, v []float64, match, way []int, cost func(i, j int) float64) int {
	const far = 1e18
	least, used := make([]float64, m+1), make([]bool, m+1)
	for j := range least {
		least[j] = far
	}
	j := 0
	for {
		used[j] = true
		row, delta, next := match[j], far, 0
		for k := 1; k <= m; k++ {
			if used[k] {
				continue
			}
			if c := cost(row-1, k-1) - u[row] - v[k]; c < least[k] {
				least[k], way[k] = c, j
			}
			if least[k] < delta {
				delta, next = least[k], k
			}
		}
		for k := 0; k <= m; k++ {
			if used[k] {
				u[match[k]] += delta
				v[k] -= delta
			} else {
				least[k] -= delta
			}
		}
		if j = next; match[j] == 0 {
			return j
		}
	}
}
