package main

import (
	"math"

	"griot/text/parse"
)

// chain computes how likely each label of each word of a sentence is over all
// legal sequences of labels, or over those that the words may have (Lafferty et
// al. 2001). Its slices hold parse.NameLabels numbers a word.
type chain struct{ emit, fore, back []float64 }

// nameTypes is how many types of name there are.
const nameTypes = (parse.NameLabels - 1) / 4

// opens and goesOn are, by label, the type of the name that goes on after it and
// of the name that it goes on with, from 1; 0 where none does. A label may follow
// another where its goesOn is the other's opens.
var opens, goesOn = labelJoints()

func labelJoints() (opens, goesOn [parse.NameLabels]int) {
	for t, typ := range []string{"PER", "ORG", "LOC", "MISC"} {
		first, middle, last := parse.NameLabel(typ, 0, 2), parse.NameLabel(typ, 1, 3), parse.NameLabel(typ, 1, 2)
		opens[first], opens[middle] = t+1, t+1
		goesOn[middle], goesOn[last] = t+1, t+1
	}
	return opens, goesOn
}

// run leaves in fore how likely the labels of n words are whose scores are in
// rows of y, cols wide, and returns the logarithm of the sum over all sequences.
// A word may have the labels of its set in allowed, any if that is 0 or allowed
// nil. It returns false where no sequence is legal.
func (c *chain) run(y []float32, cols, n int, allowed []uint32) (float64, bool) {
	size := n * parse.NameLabels
	c.emit, c.fore, c.back = grown(c.emit, size), grown(c.fore, size), grown(c.back, size)
	total, ok := c.forward(y, cols, n, allowed)
	if !ok {
		return 0, false
	}
	c.backward(n)
	for i := range n {
		var all float64
		fore, back := c.fore[i*parse.NameLabels:][:parse.NameLabels], c.back[i*parse.NameLabels:]
		for l := range fore {
			fore[l] *= back[l]
			all += fore[l]
		}
		for l := range fore {
			fore[l] /= all
		}
	}
	return total, true
}

// forward sums over the beginnings of sequences.
func (c *chain) forward(y []float32, cols, n int, allowed []uint32) (total float64, ok bool) {
	before := [nameTypes + 1]float64{0: 1} // by the type of the name that goes on
	for i := range n {
		row := y[i*cols:][:parse.NameLabels]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		emit, fore := c.emit[i*parse.NameLabels:][:len(row)], c.fore[i*parse.NameLabels:][:len(row)]
		var all float64
		for l, v := range row {
			emit[l] = 0
			if (allowed == nil || allowed[i] == 0 || allowed[i]&(1<<l) != 0) && (i < n-1 || opens[l] == 0) {
				emit[l] = float64(exp32(v - top))
			}
			fore[l] = emit[l] * before[goesOn[l]]
			all += fore[l]
		}
		if all < 1e-30 {
			return 0, false
		}
		total += float64(top) + math.Log(all)
		clear(before[:])
		for l := range fore {
			fore[l] /= all
			before[opens[l]] += fore[l]
		}
	}
	return total, true
}

// backward sums over the ends of sequences.
func (c *chain) backward(n int) {
	after := [nameTypes + 1]float64{0: 1}
	for i := n - 1; i >= 0; i-- {
		emit, back := c.emit[i*parse.NameLabels:][:parse.NameLabels], c.back[i*parse.NameLabels:]
		var next [nameTypes + 1]float64
		var all float64
		for l, e := range emit {
			back[l] = after[opens[l]]
			next[goesOn[l]] += e * back[l]
			all += e * back[l]
		}
		for t := range after {
			after[t] = next[t] / all
		}
	}
}

// chains is the two sums of which the loss of a sentence's names is made: over
// all legal sequences, and over those that are right.
type chains struct{ all, right chain }

// learn turns the scores of a sentence's words into their gradient times scale
// and returns the loss. A sentence of which nothing is known, or that no sequence
// fits, teaches nothing.
func (c *chains) learn(y []float32, cols int, allowed []uint32, scale float32) float64 {
	all, ok1 := c.all.run(y, cols, len(allowed), nil)
	right, ok2 := c.right.run(y, cols, len(allowed), allowed)
	for i := range allowed {
		row := y[i*cols:][:cols]
		clear(row)
		for l := range parse.NameLabels {
			if at := i*parse.NameLabels + l; ok1 && ok2 {
				row[l] = scale * float32(c.all.fore[at]-c.right.fore[at])
			}
		}
	}
	if !ok1 || !ok2 {
		return 0
	}
	return all - right
}

func grown(b []float64, n int) []float64 {
	if cap(b) < n {
		return make([]float64, n, n+n/2)
	}
	return b[:n]
}
