package learn

// pair is two neighbouring columns of a row of weights in one word, so that
// one multiplication of 64 bits does two of 32.
type pair = int64

// packPairs lays out the weights for sumScalar: for every two columns, the
// pairs of all rows.
func packPairs(d *Dense) []pair {
	cols := (d.Out + 1) / 2
	p := make([]pair, cols*d.In)
	for j := range cols {
		for k := range d.In {
			w := int64(d.weights[k*d.Out+2*j])
			if 2*j+1 < d.Out {
				w += int64(d.weights[k*d.Out+2*j+1]) << 32
			}
			p[j*d.In+k] = w
		}
	}
	return p
}

// sumScalar computes x·W without vector instructions. The low half of the sum
// borrows from the high half when it is negative; taking it off gives it back.
func sumScalar(d *Dense, p []pair, dst []int32, x []int16, rows int) {
	wide := make([]int64, d.In)
	for r := range rows {
		for k, v := range x[r*d.In:][:d.In] {
			wide[k] = int64(v)
		}
		y := dst[r*d.Out:][:d.Out]
		for j := 0; j < d.Out; j += 2 {
			sum := dotPairs(wide, p[j/2*d.In:][:d.In])
			low := int32(sum)
			y[j] = low
			if j+1 < d.Out {
				y[j+1] = int32((sum - int64(low)) >> 32)
			}
		}
	}
}

func dotPairs(x []int64, p []pair) int64 {
	var a, b, c, d int64
	p = p[:len(x)]
	for len(x) >= 4 && len(p) >= 4 {
		a += x[0] * p[0]
		b += x[1] * p[1]
		c += x[2] * p[2]
		d += x[3] * p[3]
		x, p = x[4:], p[4:]
	}
	for k, v := range x {
		a += v * p[k]
	}
	return a + b + c + d
}

// sumScalarSparse is sumScalar over the inputs that are not 0.
func sumScalarSparse(d *Dense, p []pair, dst []int32, x []int16, rows int) {
	wide, at := make([]int64, d.In), make([]int32, d.In)
	for r := range rows {
		n := 0
		for k, v := range x[r*d.In:][:d.In] {
			if v != 0 {
				wide[n], at[n] = int64(v), int32(k)
				n++
			}
		}
		y := dst[r*d.Out:][:d.Out]
		for j := 0; j < d.Out; j += 2 {
			var sum int64
			column := p[j/2*d.In:][:d.In]
			for i, v := range wide[:n] {
				sum += v * column[at[i]]
			}
			low := int32(sum)
			y[j] = low
			if j+1 < d.Out {
				y[j+1] = int32((sum - int64(low)) >> 32)
			}
		}
	}
}
