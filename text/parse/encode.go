package parse

import (
	"griot/learn"
)

// reader encodes pieces of text and reads the heads; it owns the buffers, so
// one reader serves one text at a time.
type reader struct {
	*Model
	rows                    []Row
	x, window, input, h     []int16
	wide                    []int32
	low                     []int16 // the encoding that tags are read from
	c                       []int32
	tagScores, featScores   []int32
	lemmaScores, nameScores []int32
	hidden, dep, probe      []int16
	arcHidden, arcHead      []int16
	relHalves               []int32
	scores                  []int32
}

// encode runs the network up to its top layer for rows cut into pieces of the
// given lengths.
func (r *reader) encode(lengths []int) {
	n := len(r.rows)
	r.lookUp()
	r.windows(lengths)
	r.wide = r.conv.Apply(r.wide, r.window, n)
	r.input = learn.Relu(r.input, r.wide)
	r.c = learn.Grow(r.c, r.state/2)
	for i, layer := range r.layers {
		r.wide = layer.Apply(r.wide, r.input, n)
		r.h = learn.Grow(r.h, n*r.state)
		first := 0
		for _, length := range lengths {
			for direction := range 2 {
				r.recur(r.h, r.input, r.wide, first, length, direction, r.c)
			}
			first += length
		}
		if i == r.tagLayer {
			r.low = append(r.low[:0], r.h...)
		}
		r.input, r.h = r.h, r.input
	}
}

// lookUp sums the embeddings of each row and puts the word's vector beside the
// sum. Eight bytes cannot leave 16 bits.
func (r *reader) lookUp() {
	w := r.width
	both := w + r.vector
	r.x = learn.Grow(r.x, len(r.rows)*both)
	clear(r.x)
	for t, row := range r.rows {
		x := r.x[t*both:][:w]
		for i, at := range row[:Features] {
			e := r.embed[i][int(at)*w:][:len(x)]
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

// windows puts each row beside its neighbours in the same piece.
func (r *reader) windows(lengths []int) {
	w := r.width + r.vector
	r.window = learn.Grow(r.window, len(r.rows)*3*w)
	first := 0
	for _, n := range lengths {
		for i := range n {
			for k := -1; k <= 1; k++ {
				cell := r.window[(first+i)*3*w+(k+1)*w:][:w]
				if j := i + k; j < 0 || j >= n {
					clear(cell)
				} else {
					copy(cell, r.x[(first+j)*w:][:w])
				}
			}
		}
		first += n
	}
}

// heads reads from the encoding what is read of each row alone.
func (r *reader) heads() {
	n := len(r.rows)
	r.tagScores = r.tag.Apply(r.tagScores, r.low, n)
	r.featScores = r.feat.Apply(r.featScores, r.low, n)
	r.lemmaScores = r.lemma.Apply(r.lemmaScores, r.low, n)
	r.wide = r.name.Apply(r.wide, r.input, n)
	r.hidden = learn.Relu(r.hidden, r.wide)
	r.nameScores = r.nameOut.Apply(r.nameScores, r.hidden, n)

	half := r.bilinear.In
	r.wide = r.arc.Apply(r.wide, r.input, n)
	r.arcHidden = learn.Relu(r.arcHidden, r.wide)
	r.dep, r.arcHead = learn.Grow(r.dep, n*half), learn.Grow(r.arcHead, n*half)
	for t := range n {
		copy(r.dep[t*half:], r.arcHidden[t*2*half:][:half])
		copy(r.arcHead[t*half:], r.arcHidden[t*2*half+half:][:half])
	}
	r.wide = r.bilinear.Apply(r.wide, r.dep, n)
	r.probe = learn.Clamp(r.probe, r.wide)
	r.relHalves = r.rel.Apply(r.relHalves, r.input, n)
}

// arcs scores every word of a piece as the head of every other.
func (r *reader) arcs(first, n int) []int32 {
	half := r.bilinear.In
	r.scores = learn.Grow(r.scores, n*n)
	learn.Products(r.scores, r.probe[first*half:], r.arcHead[first*half:], n, n, half)
	return r.scores
}

// relations scores the relations of each word of a piece to its head.
func (r *reader) relations(first int, heads []int32) []int32 {
	k := r.relOut.In
	r.wide = learn.Grow(r.wide, len(heads)*k)
	clear(r.wide[:k])
	for d := 1; d < len(heads); d++ {
		a := r.relHalves[(first+d)*2*k:][:k]
		b := r.relHalves[(first+int(heads[d]))*2*k+k:][:k]
		for i := range k {
			r.wide[d*k+i] = a[i] + b[i]
		}
	}
	r.hidden = learn.Relu(r.hidden, r.wide)
	return r.relOut.Apply(nil, r.hidden, len(heads))
}

// highest is the index of the largest number, the first of equals.
func highest(x []int32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
