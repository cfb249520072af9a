package main

// linear is a fully connected layer. Its columns are padded to whole panels.
type linear struct {
	w, b *param
	out  int // columns in use
}

func (n *net) linear(name string, in, out int, scale float64) *linear {
	l := &linear{out: out}
	l.w = newParam(n.rng, name+".w", in, padded(out), scale)
	l.b = newParam(n.rng, name+".b", 1, padded(out), 0)
	n.params = append(n.params, l.w, l.b)
	return l
}

// forward computes y = x·w + b for rows of x.
func (l *linear) forward(y, x []float32, rows int) []float32 {
	k, n := l.w.rows, l.w.cols
	y = grow(y, rows*n)
	if l.w.stale {
		l.w.packed, l.w.stale = packInto(l.w.packed, l.w.w, k, n), false
	}
	gemm(x, l.w.packed, y, rows, k, n, false, false)
	for r := range rows {
		axpy(1, l.b.w, y[r*n:][:n])
	}
	return y
}

// backward adds to the gradients of w, b and dx. The input's width is a multiple
// of a panel's.
func (l *linear) backward(s *scratch, x, dy, dx []float32, rows int) {
	k, n := l.w.rows, l.w.cols
	s.wt = transpose(s.wt, l.w.w, k, n)
	s.packed = packInto(s.packed, s.wt, n, k)
	gemm(dy, s.packed, dx, rows, n, k, true, false)
	s.packed = packInto(s.packed, dy, rows, n)
	gemm(x[:rows*k], s.packed, l.w.g, k, rows, n, true, true)
	for r := range rows {
		axpy(1, dy[r*n:][:n], l.b.g)
	}
}

// scratch is the buffers that backward passes share.
type scratch struct{ wt, packed []float32 }
