//go:build goexperiment.simd && amd64

package main

import (
	"simd/archsimd"
	"unsafe"
)

type vec = archsimd.Float32x16

func ld(p unsafe.Pointer) vec    { return archsimd.LoadFloat32x16((*[16]float32)(p)) }
func st(p unsafe.Pointer, v vec) { v.Store((*[16]float32)(p)) }

// fast tells whether the kernels of this build use vector instructions.
const fast = true

// gemm computes c (+)= a·b for a (m×k) and b (k×n), which is packed by panels of
// 32 columns; n is a multiple of 32. a is row-major, or with turned its transpose is.
func gemm(a, packed, c []float32, m, k, n int, add, turned bool) {
	row, step := 4*k, 4
	if turned {
		row, step = 4, 4*m
	}
	for j := 0; j < n; j += panel {
		b := &packed[j*k]
		i := 0
		for ; i+8 <= m; i += 8 {
			rows8(&a[i*row/4], row, step, b, k, &c[i*n+j], 4*n, add)
		}
		for ; i < m; i++ {
			row1(unsafe.Pointer(&a[i*row/4]), unsafe.Pointer(b), unsafe.Pointer(&c[i*n+j]), k, step, add)
		}
	}
	archsimd.ClearAVXUpperBits()
}

// rows8 computes eight rows of a panel of c: row and step are the bytes between
// two rows of a and between two numbers of a row, stride those between two rows
// of c.
//
//go:noescape
func rows8(a *float32, row, step int, b *float32, k int, c *float32, stride int, add bool)

// row1 computes one row of a panel.
func row1(a, p, c unsafe.Pointer, k, step int, add bool) {
	var c0, c1 vec
	for range k {
		x := archsimd.BroadcastFloat32x16(*(*float32)(a))
		c0, c1 = x.MulAdd(ld(p), c0), x.MulAdd(ld(unsafe.Add(p, 64)), c1)
		p, a = unsafe.Add(p, 128), unsafe.Add(a, step)
	}
	put(c, c0, c1, add)
}

func put(c unsafe.Pointer, x, y vec, add bool) {
	d := unsafe.Add(c, 64)
	if add {
		x, y = x.Add(ld(c)), y.Add(ld(d))
	}
	st(c, x)
	st(d, y)
}

// logistic is what sigmoid computes with, each number sixteen times: loading is
// cheaper than spreading.
var logistic = func() (t [11][16]float32) {
	for i, x := range [...]float32{80, -80, -1.44269504, 0.693147181, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1} {
		for k := range t[i] {
			t[i][k] = x
		}
	}
	return t
}()

// sigmoid is 1/(1+e⁻ˣ) to about 1e-7.
func sigmoid(x vec) vec {
	k := func(i int) vec { return archsimd.LoadFloat32x16(&logistic[i]) }
	x = x.Min(k(0)).Max(k(1))
	t := x.Mul(k(2))
	n := t.RoundToEvenScaled(0)
	f := t.Sub(n).Mul(k(3))
	p := f.MulAdd(k(4), k(5))
	p = f.MulAdd(p, k(6))
	p = f.MulAdd(p, k(7))
	p = f.MulAdd(p, k(8))
	p = f.MulAdd(p, k(9))
	one := k(10)
	d := one.Add(f.MulAdd(p, one).Scale(n))
	r := d.Reciprocal() // to 14 bits; a step of Newton's doubles them
	return r.Add(r.Mul(one.Sub(d.Mul(r))))
}

// gates does one step of a recurrence over len(h) units: u holds candidate,
// forget and reset, the last two of which become gates in place. prev is the
// state before, nil at the start.
func gates(u, prev, c, h, x []float32) {
	n := len(h)
	one := archsimd.BroadcastFloat32x16(1)
	most, least := archsimd.BroadcastFloat32x16(limit), archsimd.BroadcastFloat32x16(-limit)
	for i := 0; i < n; i += 16 {
		f := sigmoid(archsimd.LoadFloat32x16Slice(u[n+i:]).Add(one))
		r := sigmoid(archsimd.LoadFloat32x16Slice(u[2*n+i:]))
		f.StoreSlice(u[n+i:])
		r.StoreSlice(u[2*n+i:])
		z := archsimd.LoadFloat32x16Slice(u[i:]).Min(most).Max(least)
		z.StoreSlice(u[i:])
		var p vec
		if prev != nil {
			p = archsimd.LoadFloat32x16Slice(prev[i:])
		}
		cc := f.MulAdd(p.Sub(z), z)
		xx := archsimd.LoadFloat32x16Slice(x[i:])
		cc.StoreSlice(c[i:])
		r.MulAdd(cc.Sub(xx), xx).StoreSlice(h[i:])
	}
	archsimd.ClearAVXUpperBits()
}

// gatesBack is the gradient of gates: from dh, and dc carried back in time, to
// du and dx; dc becomes what the step before gets.
func gatesBack(u, prev, c, x, dh, dc, du, dx []float32) {
	n := len(dh)
	one, zero := archsimd.BroadcastFloat32x16(1), archsimd.BroadcastFloat32x16(0)
	most, steep := archsimd.BroadcastFloat32x16(limit), archsimd.BroadcastFloat32x16(1e6)
	l := archsimd.LoadFloat32x16Slice
	for i := 0; i < n; i += 16 {
		z, f, r := l(u[i:]), l(u[n+i:]), l(u[2*n+i:])
		var p vec
		if prev != nil {
			p = l(prev[i:])
		}
		g, cc, xx := l(dh[i:]), l(c[i:]), l(x[i:])
		g.Mul(cc.Sub(xx)).Mul(r).Mul(one.Sub(r)).StoreSlice(du[2*n+i:])
		g.Mul(one.Sub(r)).StoreSlice(dx[i:])
		e := g.MulAdd(r, l(dc[i:]))
		inside := most.Sub(z.Max(zero.Sub(z))).Mul(steep).Min(one) // 0 at the limit, else 1
		e.Mul(one.Sub(f)).Mul(inside).StoreSlice(du[i:])
		e.Mul(p.Sub(z)).Mul(f).Mul(one.Sub(f)).StoreSlice(du[n+i:])
		e.Mul(f).StoreSlice(dc[i:])
	}
	archsimd.ClearAVXUpperBits()
}

// adam moves the weights by Adam's rule and clears the gradient; scale is
// multiplied into the gradient, c1 and c2 undo the bias of the moments.
func adam(w, g, m, v []float32, rate, scale, c1, c2 float32) {
	b := archsimd.BroadcastFloat32x16
	l := archsimd.LoadFloat32x16Slice
	keep1, keep2, take1, take2 := b(beta1), b(beta2), b((1-beta1)*scale), b((1-beta2)*scale*scale)
	move, unbias, least, zero := b(rate*c1), b(c2), b(1e-6), b(0)
	i := 0
	for ; i+16 <= len(w); i += 16 {
		x := l(g[i:])
		mm := l(m[i:]).MulAdd(keep1, x.Mul(take1))
		vv := l(v[i:]).MulAdd(keep2, x.Mul(x).Mul(take2))
		mm.StoreSlice(m[i:])
		vv.StoreSlice(v[i:])
		l(w[i:]).Sub(mm.Mul(move).Div(vv.Mul(unbias).Sqrt().Add(least))).StoreSlice(w[i:])
		zero.StoreSlice(g[i:])
	}
	archsimd.ClearAVXUpperBits()
	adamPlain(w[i:], g[i:], m[i:], v[i:], rate, scale, c1, c2)
}

// axpy adds a·x to y.
func axpy(a float32, x, y []float32) {
	b := archsimd.BroadcastFloat32x16(a)
	l := archsimd.LoadFloat32x16Slice
	i := 0
	for ; i+16 <= len(x); i += 16 {
		b.MulAdd(l(x[i:]), l(y[i:])).StoreSlice(y[i:])
	}
	archsimd.ClearAVXUpperBits()
	for ; i < len(x); i++ {
		y[i] += a * x[i]
	}
}

// dot is the inner product.
func dot(x, y []float32) float32 {
	l := archsimd.LoadFloat32x16Slice
	var a vec
	i := 0
	for ; i+16 <= len(x); i += 16 {
		a = l(x[i:]).MulAdd(l(y[i:]), a)
	}
	var s [16]float32
	a.Store(&s)
	archsimd.ClearAVXUpperBits()
	var sum float32
	for _, v := range s {
		sum += v
	}
	for ; i < len(x); i++ {
		sum += x[i] * y[i]
	}
	return sum
}
