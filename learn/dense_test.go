package learn

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomDense is a layer whose weights reach both ends of their range.
func randomDense(t testing.TB, rng *rand.Rand, in, out int) *Dense {
	weights := make([]int8, in*out)
	for i := range weights {
		weights[i] = int8(rng.IntN(255) - 127)
	}
	mult, bias := make([]int32, out), make([]int32, out)
	for j := range out {
		mult[j], bias[j] = int32(rng.IntN(1<<20)), int32(rng.IntN(1<<12)-1<<11)
	}
	d, err := NewDense(in, out, weights, mult, bias)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func randomInput(rng *rand.Rand, n int) []int16 {
	x := make([]int16, n)
	for i := range x {
		x[i] = int16(rng.IntN(2*Limit+1) - Limit)
	}
	return x
}

// naive is the definition of a layer's sums.
func naive(d *Dense, x []int16, rows int) []int32 {
	y := make([]int32, rows*d.Out)
	for r := range rows {
		for j := range d.Out {
			for k := range d.In {
				y[r*d.Out+j] += int32(x[r*d.In+k]) * int32(d.weights[k*d.Out+j])
			}
		}
	}
	return y
}

// shapes cover whole and broken panels and blocks of rows.
var shapes = []struct{ in, out, rows int }{
	{1, 1, 1}, {2, 16, 4}, {3, 5, 2}, {64, 17, 7}, {96, 96, 9}, {288, 192, 5}, {1024, 33, 3}, {10, 31, 4},
}

func TestEveryPathGivesTheExactSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, s := range shapes {
		d := randomDense(t, rng, s.in, s.out)
		x := randomInput(rng, s.rows*s.in)
		want := naive(d, x, s.rows)
		got := make([]int32, len(want))
		d.sums(got, x, s.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%d×%d, %d rows: this machine's kernel is wrong", s.in, s.out, s.rows)
		}
		clear(got)
		sumScalar(d, packPairs(d), got, x, s.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%d×%d, %d rows: the scalar kernel is wrong", s.in, s.out, s.rows)
		}
	}
}

func TestMostlyZerosGiveTheExactSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for _, s := range shapes {
		d := randomDense(t, rng, s.in, s.out)
		x := randomInput(rng, s.rows*s.in)
		for i := range x {
			if rng.IntN(8) > 0 || i < s.in {
				x[i] = 0
			}
		}
		want := naive(d, x, s.rows)
		got := make([]int32, len(want))
		d.sumsSparse(got, x, s.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%d×%d, %d rows: this machine's kernel is wrong", s.in, s.out, s.rows)
		}
		clear(got)
		sumScalarSparse(d, packPairs(d), got, x, s.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%d×%d, %d rows: the scalar kernel is wrong", s.in, s.out, s.rows)
		}
	}
}

func TestEveryPathScalesAlike(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	d := randomDense(t, rng, 1, 51)
	y := make([]int32, 3*51)
	for i := range y {
		y[i] = int32(rng.Uint32())
		d.mult[i%51] = int32(rng.Uint32())
	}
	want := slices.Clone(y)
	for r := range 3 {
		scaleScalar(want[51*r:][:51], d.mult, d.bias)
	}
	if d.Finish(y); !slices.Equal(y, want) {
		t.Errorf("finished %v, want %v", y, want)
	}
}

func TestPartsSumToTheWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	d := randomDense(t, rng, 96, 20)
	parts, err := d.Split(3)
	if err != nil {
		t.Fatal(err)
	}
	x := randomInput(rng, 96)
	want, got := naive(d, x, 1), make([]int32, 20)
	for p := range 3 {
		sums := parts.Sums(nil, x[32*p:], 1)
		for j := range got {
			got[j] += sums[20*p+j]
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := d.Split(5); err == nil {
		t.Error("96 inputs in five parts: no error")
	}
}

func TestEveryPathGivesTheSameProducts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, k := range []int{1, 15, 16, 33, 96} {
		x, y := randomInput(rng, 2*k), randomInput(rng, 3*k)
		got := make([]int32, 6)
		Products(got, x, y, 2, 3, k)
		for i := range got {
			if want := productScalar(x[i/3*k:][:k], y[i%3*k:][:k]); got[i] != want {
				t.Errorf("length %d: product %d is %d, want %d", k, i, got[i], want)
			}
		}
	}
}

func TestExtremeSumsFit(t *testing.T) {
	const in = maxIn
	d, err := NewDense(in, 2, slices.Repeat([]int8{-127, 127}, in), []int32{1 << MultBits, 1 << MultBits}, []int32{5, -5})
	if err != nil {
		t.Fatal(err)
	}
	y := d.Apply(nil, slices.Repeat([]int16{Limit}, in), 1)
	if want := int32(Limit * 127 * in); y[0] != -want+5 || y[1] != want-5 {
		t.Errorf("sums %v, want ∓%d", y, want)
	}
}

func TestNewDenseRefusesWhatDoesNotFit(t *testing.T) {
	for _, s := range []struct{ in, out, weights, columns int }{{0, 1, 0, 1}, {2, 2, 3, 2}, {2, 2, 4, 1}, {maxIn + 1, 1, maxIn + 1, 1}} {
		if _, err := NewDense(s.in, s.out, make([]int8, s.weights), make([]int32, s.columns), make([]int32, s.columns)); err == nil {
			t.Errorf("%+v: no error", s)
		}
	}
}

func TestFileRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	d := randomDense(t, rng, 6, 3)
	f := NewFile()
	f.PutDense("layer", d)
	f.PutStrings("list", []string{"a", "", "b c"})
	stored := f.Bytes()
	g, err := Parse(stored)
	if err != nil {
		t.Fatal(err)
	}
	e, err := g.Dense("layer")
	if err != nil {
		t.Fatal(err)
	}
	x := randomInput(rng, 12)
	if a, b := d.Apply(nil, x, 2), e.Apply(nil, x, 2); !slices.Equal(a, b) {
		t.Errorf("the layer read back gives %v, want %v", b, a)
	}
	if list, err := g.Strings("list"); err != nil || !slices.Equal(list, []string{"a", "", "b c"}) {
		t.Errorf("list %q, %v", list, err)
	}
	if _, err := g.Dense("other"); err == nil {
		t.Error("a missing layer is no error")
	}
	for n := range stored {
		if h, err := Parse(stored[:n]); err == nil && len(h.names) == len(f.names) {
			t.Errorf("cut to %d bytes the file still reads whole", n)
		}
	}
}

func BenchmarkDense(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	d := randomDense(b, rng, 192, 576)
	x := randomInput(rng, 192*256)
	var y []int32
	b.Run("machine", func(b *testing.B) {
		for b.Loop() {
			y = d.Apply(y, x, 256)
		}
	})
	p := packPairs(d)
	b.Run("scalar", func(b *testing.B) {
		for b.Loop() {
			sumScalar(d, p, y, x, 256)
		}
	})
}
