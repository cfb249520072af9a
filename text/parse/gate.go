package parse

import "griot/learn"

// Gates are fixed-point numbers with 15 bits after the point; so are the states
// of the recurrence, whose other 5 bits keep slow sums from stalling.
const (
	gateBits  = 15
	stateBits = gateBits - learn.Bits
	gateRange = 8 * learn.One // beyond ±8 a gate is open or shut
)

// logistic is 1/(1+e⁻ˣ) for x from -8 to 8 in steps of two, as learn counts. It
// is computed with +, × and ÷ alone, rounded one by one, so that no machine
// comes to another table.
func logistic() []int32 {
	table := make([]int32, gateRange)
	for i := range table {
		x := float64(2*i-gateRange+1) / learn.One
		table[i] = int32(float64(1<<gateBits)/float64(1+exp(-x)) + 0.5)
	}
	return table
}

// exp is eˣ for |x| ≤ 8, by squaring e^(x/256) eight times.
func exp(x float64) float64 {
	x /= 256
	sum, term := 1.0, 1.0
	for k := 1; k <= 8; k++ {
		term = float64(term * x / float64(k))
		sum = float64(sum + term)
	}
	for range 8 {
		sum = float64(sum * sum)
	}
	return sum
}

// open looks up a gate.
func open(table []int32, x int32) int64 {
	x = min(max(x, -gateRange), gateRange-1)
	return int64(table[(x+gateRange)>>1])
}

// recur runs one direction of a simple recurrent unit over a piece of rows: u
// is 3 numbers a unit and row (candidate, forget, reset), of both directions; x
// and h hold state numbers a row.
func (m *Model) recur(state int, h, x []int16, u []int32, first, n, direction int, c []int32) {
	half := state / 2
	clear(c)
	for q := range n {
		row := first + q
		if direction == 1 {
			row = first + n - 1 - q
		}
		at := row*state + direction*half
		m.step(h[at:at+half], x[at:at+half], u[3*at:3*at+3*half], c[:half])
	}
}

// step is one step of the recurrence: c ← f·c + (1-f)·z and h = r·c + (1-r)·x.
func (m *Model) step(h, x []int16, u, c []int32) {
	n := len(h)
	z, f, r := u[:n], u[n:2*n], u[2*n:3*n]
	x, c = x[:n], c[:n]
	for i := range n {
		cand := int64(min(max(z[i], -learn.Limit), learn.Limit)) << stateBits
		state := cand + (open(m.gate, f[i])*(int64(c[i])-cand)+1<<(gateBits-1))>>gateBits
		c[i] = int32(state)
		in := int64(x[i]) << stateBits
		out := in + (open(m.gate, r[i])*(state-in)+1<<(gateBits-1))>>gateBits
		h[i] = int16((out + 1<<(stateBits-1)) >> stateBits)
	}
}
