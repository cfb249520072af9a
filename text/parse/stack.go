package parse

import (
	"fmt"

	"griot/learn"
)

// stack is a network over the words of a sentence: embeddings of their features
// beside their vectors, a convolution over each word and its neighbours, and
// recurrent layers.
type stack struct {
	embed  [Features][]int8 // none of a feature that is not seen
	width  int              // of an embedding
	state  int              // of a layer, both directions
	conv   *learn.Dense     // of three words
	window *learn.Dense     // conv, each of its three words by itself
	layers []*learn.Dense
}

// readStack reads the stack whose sections' names begin with prefix.
func readStack(f *learn.File, prefix string, width, layers int) (stack, error) {
	conv, err := f.Dense(prefix + "conv")
	if err != nil {
		return stack{}, err
	}
	s := stack{width: width, state: conv.Out, conv: conv}
	for i := range s.embed {
		if name := fmt.Sprintf("%sembed.%d", prefix, i); f.Has(name) {
			if s.embed[i], err = f.Int8s(name); err != nil {
				return stack{}, err
			}
		}
	}
	for i := range layers {
		l, err := f.Dense(fmt.Sprintf("%slayer.%d", prefix, i))
		if err != nil {
			return stack{}, err
		}
		s.layers = append(s.layers, l)
	}
	s.window, err = conv.Split(3)
	return s, err
}

// check tells whether the parts fit one another, vectors of a width and a number
// of known words. Tables of hashed features may have fewer rows than there are
// hashes.
func (s *stack) check(vector, known int) error {
	if s.width <= 0 || s.conv.In != 3*(s.width+vector) || s.state%2 != 0 {
		return fmt.Errorf("a convolution is %d×%d for words of %d", s.conv.In, s.conv.Out, s.width+vector)
	}
	for i, e := range s.embed {
		rows := Rows(i, known)
		if len(e)%s.width != 0 || len(e) > 0 && len(e) != rows*s.width && rows != Buckets {
			return fmt.Errorf("table %d has %d numbers for %d rows", i, len(e), rows)
		}
	}
	for i, l := range s.layers {
		if l.In != s.state || l.Out != 3*s.state {
			return fmt.Errorf("layer %d is %d×%d", i, l.In, l.Out)
		}
	}
	return nil
}

// run runs a stack over the reader's rows, cut into pieces of the given lengths,
// and returns its top layer, which stands until the next run. It calls each,
// unless nil, with every recurrent layer.
func (r *reader) run(s *stack, lengths []int, each func(layer int, h []int16)) []int16 {
	n := len(r.rows)
	r.lookUp(s)
	r.input = learn.Relu(r.input, r.convolve(s, lengths))
	r.c = learn.Grow(r.c, s.state/2)
	for i, layer := range s.layers {
		if i == 0 { // what comes out of a Relu is mostly 0
			r.wide = layer.ApplySparse(r.wide, r.input, n)
		} else {
			r.wide = layer.Apply(r.wide, r.input, n)
		}
		r.h = learn.Grow(r.h, n*s.state)
		first := 0
		for _, length := range lengths {
			for direction := range 2 {
				r.recur(s.state, r.h, r.input, r.wide, first, length, direction, r.c)
			}
			first += length
		}
		if each != nil {
			each(i, r.h)
		}
		r.input, r.h = r.h, r.input
	}
	return r.input
}

// lookUp sums the embeddings of each different row and puts the word's vector
// beside the sum. Eight bytes cannot leave 16 bits.
func (r *reader) lookUp(s *stack) {
	w := s.width
	both := w + r.vector
	r.x = learn.Grow(r.x, len(r.different)*both)
	clear(r.x)
	for t, row := range r.different {
		x := r.x[t*both:][:w]
		for i, at := range row[:Features] {
			if len(s.embed[i]) == 0 {
				continue
			}
			from := int(at) * w
			if from >= len(s.embed[i]) {
				from %= len(s.embed[i])
			}
			e := s.embed[i][from:][:len(x)]
			for k := range x {
				x[k] += int16(e[k])
			}
		}
		if at := int(row[VectorAt]); at > 0 {
			x := r.x[t*both+w:][:r.vector]
			for k, v := range r.vectors[(at-1)*r.vector:][:len(x)] {
				x[k] = int16(v)
			}
		}
	}
}

// convolve computes the convolution over each row and its neighbours in the same
// piece. What a row adds as the one before, in the middle or after is computed
// once for all rows alike.
func (r *reader) convolve(s *stack, lengths []int) []int32 {
	r.parts = s.window.Sums(r.parts, r.x, len(r.different))
	r.wide = learn.Grow(r.wide, len(r.rows)*s.state)
	clear(r.wide)
	first := 0
	for _, n := range lengths {
		for i := range n {
			y := r.wide[(first+i)*s.state:][:s.state]
			for k := max(i-1, 0); k <= min(i+1, n-1); k++ {
				part := r.parts[int(r.at[first+k])*3*s.state+(k-i+1)*s.state:][:len(y)]
				for j := range y {
					y[j] += part[j]
				}
			}
		}
		first += n
	}
	s.conv.Finish(r.wide)
	return r.wide
}
