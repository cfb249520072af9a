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

// gemm computes c (+)= a·b for row-major a (m×k) and b (k×n) packed by panels
// of 32 columns; n is a multiple of 32.
func gemm(a, packed, c []float32, m, k, n int, add bool) {
	for j := 0; j < n; j += panel {
		b := unsafe.Pointer(&packed[j*k])
		i := 0
		for ; i+4 <= m; i += 4 {
			gemm4(unsafe.Pointer(&a[i*k]), b, unsafe.Pointer(&c[i*n+j]), k, n, add)
		}
		for ; i < m; i++ {
			gemm1(unsafe.Pointer(&a[i*k]), b, unsafe.Pointer(&c[i*n+j]), k, add)
		}
	}
	archsimd.ClearAVXUpperBits()
}

func gemm4(a0, p, c unsafe.Pointer, k, n int, add bool) {
	var c00, c01, c10, c11, c20, c21, c30, c31 vec
	a1 := unsafe.Add(a0, 4*k)
	a2 := unsafe.Add(a0, 8*k)
	a3 := unsafe.Add(a0, 12*k)
	for range k {
		b0, b1 := ld(p), ld(unsafe.Add(p, 64))
		x := archsimd.BroadcastFloat32x16(*(*float32)(a0))
		c00, c01 = x.MulAdd(b0, c00), x.MulAdd(b1, c01)
		x = archsimd.BroadcastFloat32x16(*(*float32)(a1))
		c10, c11 = x.MulAdd(b0, c10), x.MulAdd(b1, c11)
		x = archsimd.BroadcastFloat32x16(*(*float32)(a2))
		c20, c21 = x.MulAdd(b0, c20), x.MulAdd(b1, c21)
		x = archsimd.BroadcastFloat32x16(*(*float32)(a3))
		c30, c31 = x.MulAdd(b0, c30), x.MulAdd(b1, c31)
		p = unsafe.Add(p, 128)
		a0, a1, a2, a3 = unsafe.Add(a0, 4), unsafe.Add(a1, 4), unsafe.Add(a2, 4), unsafe.Add(a3, 4)
	}
	put(c, c00, c01, add)
	put(unsafe.Add(c, 4*n), c10, c11, add)
	put(unsafe.Add(c, 8*n), c20, c21, add)
	put(unsafe.Add(c, 12*n), c30, c31, add)
}

func gemm1(a, p, c unsafe.Pointer, k int, add bool) {
	var c0, c1 vec
	for range k {
		x := archsimd.BroadcastFloat32x16(*(*float32)(a))
		c0, c1 = x.MulAdd(ld(p), c0), x.MulAdd(ld(unsafe.Add(p, 64)), c1)
		p, a = unsafe.Add(p, 128), unsafe.Add(a, 4)
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

// exp is eˣ to about 1e-7 relative.
func exp(x vec) vec {
	b := archsimd.BroadcastFloat32x16
	x = x.Min(b(80)).Max(b(-80))
	t := x.Mul(b(1.44269504))
	n := t.RoundToEvenScaled(0)
	f := t.Sub(n).Mul(b(0.693147181))
	p := b(1.0 / 720)
	for _, c := range [...]float32{1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1} {
		p = p.MulAdd(f, b(c))
	}
	return p.Scale(n)
}

func sigmoid(x vec) vec {
	one := archsimd.BroadcastFloat32x16(1)
	return one.Div(one.Add(exp(archsimd.BroadcastFloat32x16(0).Sub(x))))
}

// gates does one step of a recurrence over len(h) units: u holds candidate,
// forget and reset, the last two of which become gates in place. prev is the
// state before, nil at the start.
func gates(u, prev, c, h, x []float32) {
	n := len(h)
	one := archsimd.BroadcastFloat32x16(1)
	for i := 0; i < n; i += 16 {
		f := sigmoid(archsimd.LoadFloat32x16Slice(u[n+i:]).Add(one))
		r := sigmoid(archsimd.LoadFloat32x16Slice(u[2*n+i:]))
		f.StoreSlice(u[n+i:])
		r.StoreSlice(u[2*n+i:])
		z := archsimd.LoadFloat32x16Slice(u[i:])
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
	one := archsimd.BroadcastFloat32x16(1)
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
		e.Mul(one.Sub(f)).StoreSlice(du[i:])
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
