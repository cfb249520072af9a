package parse

import (
	"griot/learn"
)

// reader encodes pieces of text and reads the heads; it owns the buffers, so
// one reader serves one text at a time.
type reader struct {
	*Model
	rows, different         []Row
	numbers                 map[Row]int32
	at                      []int32 // of r.different, by row
	x, input, h             []int16
	wide, parts             []int32
	low                     []int16 // the encoding that tags are read from
	c                       []int32
	tagScores, featScores   []int32
	lemmaScores, nameScores []int32
	towerScores             []int32
	hidden, dep, probe      []int16
	arcHidden, arcHead      []int16
	reaches                 []int32
	relHalves, relScores    []int32
	scores                  []int32
}

// encode reads names off the tower and runs the encoder up to its top layer for
// rows cut into pieces of the given lengths.
func (r *reader) encode(lengths []int) {
	r.unique()
	r.readTower(lengths)
	r.run(&r.encoder, lengths, func(layer int, h []int16) {
		if layer == r.tagLayer {
			r.low = append(r.low[:0], h...)
		}
	})
}

// unique numbers the different rows, for the same words come again and again:
// r.different has them, and r.at the number of each row.
func (r *reader) unique() {
	if r.numbers == nil {
		r.numbers = map[Row]int32{}
	}
	clear(r.numbers)
	r.at = r.at[:0]
	list := r.different[:0]
	for _, row := range r.rows {
		n, ok := r.numbers[row]
		if !ok {
			n = int32(len(list))
			r.numbers[row] = n
			list = append(list, row)
		}
		r.at = append(r.at, n)
	}
	r.different = list
}

// heads reads from the encoding what is read of each row alone.
func (r *reader) heads() {
	n := len(r.rows)
	r.tagScores = r.tag.Apply(r.tagScores, r.low, n)
	r.wide = r.form.Apply(r.wide, r.low, n)
	r.hidden = learn.Relu(r.hidden, r.wide)
	r.featScores = r.feat.Apply(r.featScores, r.hidden, n)
	r.lemmaScores = r.lemma.Apply(r.lemmaScores, r.hidden, n)
	r.wide = r.name.Apply(r.wide, r.input, n)
	r.hidden = learn.Relu(r.hidden, r.wide)
	r.nameScores = r.nameOut.ApplySparse(r.nameScores, r.hidden, n)
	for i, v := range r.towerScores {
		r.nameScores[i] += v
	}

	half := r.bilinear.In
	r.wide = r.arc.Apply(r.wide, r.input, n)
	r.arcHidden = learn.Relu(r.arcHidden, r.wide)
	r.dep, r.arcHead = learn.Grow(r.dep, n*half), learn.Grow(r.arcHead, n*half)
	for t := range n {
		copy(r.dep[t*half:], r.arcHidden[t*2*half:][:half])
		copy(r.arcHead[t*half:], r.arcHidden[t*2*half+half:][:half])
	}
	r.wide = r.bilinear.ApplySparse(r.wide, r.dep, n)
	r.probe = learn.Clamp(r.probe, r.wide)
	r.reaches = r.reach.Apply(r.reaches, r.input, n)
	r.relHalves = r.rel.Apply(r.relHalves, r.input, n)
}

// arcs scores every word of a piece as the head of every other.
func (r *reader) arcs(first, n int) []int32 {
	half := r.bilinear.In
	r.scores = learn.Grow(r.scores, n*n)
	learn.Products(r.scores, r.probe[first*half:], r.arcHead[first*half:], n, n, half)
	for d := range n {
		near := r.reaches[(first+d)*Reaches:][:Reaches]
		for h := range n {
			r.scores[d*n+h] += near[Reach(d, h)] << learn.Bits
		}
	}
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
	r.relScores = r.relOut.ApplySparse(r.relScores, r.hidden, len(heads))
	return r.relScores
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
