package learn

// Products computes the inner product of each of n rows of x with each of m
// rows of y, all of length k, wrapping around at 32 bits: dst[i*m+j] = xᵢ·yⱼ.
func Products(dst []int32, x, y []int16, n, m, k int) {
	for i := range n {
		a := x[i*k : i*k+k]
		for j := range m {
			dst[i*m+j] = product(a, y[j*k:j*k+k])
		}
	}
}

// productScalar is the inner product without vector instructions.
func productScalar(x, y []int16) int32 {
	y = y[:len(x)]
	var sum int32
	for i, v := range x {
		sum += int32(v) * int32(y[i])
	}
	return sum
}
