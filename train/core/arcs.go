package main

import (
	"math"

	"griot/text/parse"
)

// arcs is the loss of the biaffine arc scorer (Dozat and Manning 2017): word d
// hangs on word h with the score (dep_d·U + u)·head_h, and with what d says of
// a head at that distance.
func (n *net) arcs(l *recurrence) float64 {
	rows, a := len(n.run.rows), n.Arc
	both := n.arc.forward(nil, l.h, rows)
	relu(both)
	mask := n.drop(both, nil, headDrop)
	dep, head := make([]float32, rows*a), make([]float32, rows*a)
	for r := range rows {
		copy(dep[r*a:], both[r*2*a:][:a])
		copy(head[r*a:], both[r*2*a+a:][:a])
	}
	probe := n.bilinear.forward(nil, dep, rows)
	reach := n.reach.forward(nil, l.h, rows)
	dProbe, dHead, dReach := make([]float32, rows*a), make([]float32, rows*a), make([]float32, len(reach))
	var loss float64
	n.run.each(func(s *sample, first, length int) {
		for i := 1; i < length; i++ {
			if s.head[i] >= 0 {
				w := n.reach.w.cols
				near, dNear := reach[(first+i)*w:][:w], dReach[(first+i)*w:][:w]
				loss += n.arcRow(probe, head, near, dProbe, dHead, dNear, first, length, i, int(s.head[i]))
			}
		}
	})
	dDep := make([]float32, rows*a)
	n.bilinear.backward(&n.scratch, dep, dProbe, dDep, rows)
	d := make([]float32, rows*2*a)
	for r := range rows {
		copy(d[r*2*a:], dDep[r*a:][:a])
		copy(d[r*2*a+a:], dHead[r*a:][:a])
	}
	times(d, mask)
	reluBack(d, both)
	n.arc.backward(&n.scratch, l.h, d, l.dh, rows)
	n.reach.backward(&n.scratch, l.h, dReach, l.dh, rows)
	return loss / float64(rows)
}

// arcRow is the loss of word i of a sentence, whose right head is want.
func (n *net) arcRow(probe, head, near, dProbe, dHead, dNear []float32, first, length, i, want int) float64 {
	a := n.Arc
	q := probe[(first+i)*a:][:a]
	y := make([]float32, length)
	for j := range y {
		y[j] = dot(q, head[(first+j)*a:][:a]) + near[parse.Reach(i, j)]
	}
	y[i] = -1e9
	softmax(y)
	loss := -math.Log(float64(y[want]) + 1e-9)
	y[want]--
	scale := 1 / float32(len(n.run.rows))
	for j, v := range y {
		if v < -1e-5 || v > 1e-5 {
			dNear[parse.Reach(i, j)] += v * scale
			axpy(v*scale, q, dHead[(first+j)*a:][:a])
			axpy(v*scale, head[(first+j)*a:][:a], dProbe[(first+i)*a:][:a])
		}
	}
	return loss
}

// rels is the loss of the relation of each word to its right head: a hidden
// layer over the sum of what both say.
func (n *net) rels(l *recurrence) float64 {
	rows, k := len(n.run.rows), n.Rel
	both := n.rel.forward(nil, l.h, rows)
	hidden := make([]float32, rows*k)
	n.run.each(func(s *sample, first, length int) {
		for i := 1; i < length; i++ {
			if h := int(s.head[i]); h >= 0 {
				copy(hidden[(first+i)*k:], both[(first+i)*2*k:][:k])
				axpy(1, both[(first+h)*2*k+k:][:k], hidden[(first+i)*k:][:k])
			}
		}
	})
	relu(hidden)
	mask := n.drop(hidden, nil, headDrop)
	y := n.relOut.forward(nil, hidden, rows)
	var loss float64
	n.run.each(func(s *sample, first, length int) {
		for i := range length {
			loss += oneOf(y[(first+i)*n.relOut.w.cols:][:n.relOut.w.cols], n.relOut.out, s.rel[i], 1/float32(rows))
		}
	})
	d := make([]float32, rows*k)
	n.relOut.backward(&n.scratch, hidden, y, d, rows)
	times(d, mask)
	reluBack(d, hidden)
	dBoth := make([]float32, rows*2*k)
	n.run.each(func(s *sample, first, length int) {
		for i := 1; i < length; i++ {
			if h := int(s.head[i]); h >= 0 {
				axpy(1, d[(first+i)*k:][:k], dBoth[(first+i)*2*k:][:k])
				axpy(1, d[(first+i)*k:][:k], dBoth[(first+h)*2*k+k:][:k])
			}
		}
	})
	n.rel.backward(&n.scratch, l.h, dBoth, l.dh, rows)
	return loss / float64(rows)
}

// headDrop is the share of the hidden units of the heads for trees that is
// dropped in training.
const headDrop = 0.3
