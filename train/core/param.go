package main

import (
	"math"
	"math/rand/v2"
)

// decay is what a weight loses in a step, as a share of the rate of learning.
const decay = 0.03

const (
	panel        = 32 // columns of a packed panel
	beta1, beta2 = 0.9, 0.98
)

// param is a matrix of weights with its gradient and Adam's moments.
type param struct {
	name       string
	rows, cols int
	w, g, m, v []float32
	mean       []float32 // moving average of w, which is what ships
	packed     []float32 // w as gemm wants it, unless stale
	stale      bool
	rare       bool // a table of which a batch touches few rows
	touched    []int32
	marked     []bool
}

// padded rounds up to whole panels.
func padded(n int) int { return (n + panel - 1) / panel * panel }

func newParam(rng *rand.Rand, name string, rows, cols int, scale float64) *param {
	p := &param{name: name, rows: rows, cols: cols, stale: true}
	for _, s := range []*[]float32{&p.w, &p.g, &p.m, &p.v, &p.mean} {
		*s = make([]float32, rows*cols)
	}
	if scale < 0 {
		scale = math.Sqrt(2 / float64(rows+cols))
	}
	for i := range p.w {
		p.w[i] = float32(rng.NormFloat64() * scale)
	}
	return p
}

func newTable(rng *rand.Rand, name string, rows, cols int) *param {
	p := newParam(rng, name, rows, cols, 0.1)
	p.rare, p.marked = true, make([]bool, rows)
	return p
}

func (p *param) touch(row int32) {
	if !p.marked[row] {
		p.marked[row] = true
		p.touched = append(p.touched, row)
	}
}

// step applies the gradient.
func (p *param) step(rate, scale, c1, c2 float32) {
	if !p.rare {
		for i := range p.w {
			p.w[i] *= 1 - decay*rate
		}
		adam(p.w, p.g, p.m, p.v, rate, scale, c1, c2)
		p.stale = true
		return
	}
	for _, r := range p.touched {
		p.marked[r] = false
		a, b := int(r)*p.cols, int(r+1)*p.cols
		adam(p.w[a:b], p.g[a:b], p.m[a:b], p.v[a:b], rate, scale, c1, c2)
	}
	p.touched = p.touched[:0]
}

// average moves the mean towards the weights.
func (p *param) average(share float32) {
	for i, w := range p.w {
		p.mean[i] += share * (w - p.mean[i])
	}
}

// adamPlain is adam without vector instructions.
func adamPlain(w, g, m, v []float32, rate, scale, c1, c2 float32) {
	for i, x := range g {
		x *= scale
		m[i] = beta1*m[i] + (1-beta1)*x
		v[i] = beta2*v[i] + (1-beta2)*x*x
		w[i] -= rate * c1 * m[i] / (float32(math.Sqrt(float64(v[i]*c2))) + 1e-6)
		g[i] = 0
	}
}

// packInto lays b (k×n) out by panels.
func packInto(buf, b []float32, k, n int) []float32 {
	buf = grow(buf, k*n)
	for j := 0; j < n; j += panel {
		p := buf[j*k:]
		for q := range k {
			copy(p[q*panel:][:panel], b[q*n+j:])
		}
	}
	return buf
}

// transpose turns a (m×n) into out (n×m).
func transpose(out, a []float32, m, n int) []float32 {
	out = grow(out, m*n)
	for i := 0; i < m; i += 8 {
		for j := range n {
			for q := i; q < min(i+8, m); q++ {
				out[j*m+q] = a[q*n+j]
			}
		}
	}
	return out
}

func grow(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n, n+n/2)
	}
	return b[:n]
}

func zeroed(b []float32, n int) []float32 {
	b = grow(b, n)
	clear(b)
	return b
}
