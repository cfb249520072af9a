//go:build !(goexperiment.simd && amd64)

package main

import "math"

// fast tells whether the kernels of this build use vector instructions.
const fast = false

// gemm computes c (+)= a·b for a (m×k) and b (k×n), which is packed by panels of
// 32 columns; n is a multiple of 32. a is row-major, or with turned its transpose is.
func gemm(a, packed, c []float32, m, k, n int, add, turned bool) {
	if turned {
		a = transpose(nil, a, k, m)
	}
	for i := range m {
		for j := 0; j < n; j += panel {
			y := c[i*n+j:][:panel]
			if !add {
				clear(y)
			}
			for q, x := range a[i*k:][:k] {
				axpy(x, packed[j*k+q*panel:][:panel], y)
			}
		}
	}
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// gates does one step of a recurrence over len(h) units: u holds candidate,
// forget and reset, the last two of which become gates in place. prev is the
// state before, nil at the start.
func gates(u, prev, c, h, x []float32) {
	n := len(h)
	for i := range n {
		f, r := sigmoid(u[n+i]+1), sigmoid(u[2*n+i])
		u[n+i], u[2*n+i] = f, r
		var p float32
		if prev != nil {
			p = prev[i]
		}
		u[i] = min(max(u[i], -limit), limit)
		c[i] = f*p + (1-f)*u[i]
		h[i] = r*c[i] + (1-r)*x[i]
	}
}

// gatesBack is the gradient of gates: from dh, and dc carried back in time, to
// du and dx; dc becomes what the step before gets.
func gatesBack(u, prev, c, x, dh, dc, du, dx []float32) {
	n := len(dh)
	for i := range n {
		f, r := u[n+i], u[2*n+i]
		var p float32
		if prev != nil {
			p = prev[i]
		}
		g := dh[i]
		du[2*n+i] = g * (c[i] - x[i]) * r * (1 - r)
		dx[i] = g * (1 - r)
		e := dc[i] + g*r
		du[i] = 0
		if u[i] > -limit && u[i] < limit {
			du[i] = e * (1 - f)
		}
		du[n+i] = e * (p - u[i]) * f * (1 - f)
		dc[i] = e * f
	}
}

// adam moves the weights by Adam's rule and clears the gradient; scale is
// multiplied into the gradient, c1 and c2 undo the bias of the moments.
func adam(w, g, m, v []float32, rate, scale, c1, c2 float32) {
	adamPlain(w, g, m, v, rate, scale, c1, c2)
}

// axpy adds a·x to y.
func axpy(a float32, x, y []float32) {
	for i, v := range x {
		y[i] += a * v
	}
}

// dot is the inner product.
func dot(x, y []float32) float32 {
	var sum float32
	for i, v := range x {
		sum += v * y[i]
	}
	return sum
}
