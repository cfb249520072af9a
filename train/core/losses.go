package main

import "math"

// The shares of the tasks in the loss.
const (
	tagShare    = 0.7
	featShare   = 0.4
	scriptShare = 0.4
	nameShare   = 2.5
)

// losses is the mean loss a word of each task in a batch.
type losses struct{ Tag, Feat, Script, Arc, Rel, Name float64 }

func (a *losses) add(b losses) {
	a.Tag += b.Tag
	a.Feat += b.Feat
	a.Script += b.Script
	a.Arc += b.Arc
	a.Rel += b.Rel
	a.Name += b.Name
}

func (a losses) over(n float64) losses {
	return losses{a.Tag / n, a.Feat / n, a.Script / n, a.Arc / n, a.Rel / n, a.Name / n}
}

// learn computes the losses of the encoded batch and carries their gradients
// into the weights.
func (n *net) learn() losses {
	p := &n.run
	rows := len(p.rows)
	for i := range p.layers {
		p.layers[i].dh = zeroed(p.layers[i].dh, rows*n.State)
	}
	low, top := &p.layers[n.TagLayer], &p.layers[n.Layers-1]
	var l losses
	l.Tag = n.classify(n.tag, low.h, low.dh, tagShare, func(s *sample) []int32 { return s.tag })
	l.Name = n.names(top)
	if !n.Tower {
		l.Feat, l.Script = n.forms(low)
		l.Arc = n.arcs(top)
		l.Rel = n.rels(top)
	}
	n.backward()
	return l
}

// classify is the loss of a linear head with one right answer a word.
func (n *net) classify(head *linear, x, dx []float32, share float32, gold func(*sample) []int32) float64 {
	rows := len(n.run.rows)
	y := head.forward(nil, x, rows)
	var loss float64
	n.run.each(func(s *sample, first, length int) {
		want := gold(s)
		for i := range length {
			loss += oneOf(y[(first+i)*head.w.cols:][:head.w.cols], head.out, want[i], share/float32(rows))
		}
	})
	head.backward(&n.scratch, x, y, dx, rows)
	return loss / float64(rows)
}

// forms is the losses of features and lemmas, which share a hidden layer.
func (n *net) forms(l *recurrence) (feat, script float64) {
	rows := len(n.run.rows)
	hidden := n.form.forward(nil, l.h, rows)
	relu(hidden)
	mask := n.drop(hidden, nil, 0.1)
	d := make([]float32, len(hidden))
	feat = n.classify(n.feat, hidden, d, featShare, func(s *sample) []int32 { return s.feat })
	script = n.classify(n.script, hidden, d, scriptShare, func(s *sample) []int32 { return s.script })
	times(d, mask)
	reluBack(d, hidden)
	n.form.backward(&n.scratch, l.h, d, l.dh, rows)
	return feat, script
}

// oneOf turns scores into their gradient times scale and returns the loss; with
// want < 0 there is none.
func oneOf(y []float32, used int, want int32, scale float32) float64 {
	clear(y[used:])
	if want < 0 {
		clear(y)
		return 0
	}
	y = y[:used]
	softmax(y)
	loss := -math.Log(float64(y[want]) + 1e-9)
	y[want]--
	for i := range y {
		y[i] *= scale
	}
	return loss
}

func softmax(y []float32) {
	top := y[0]
	for _, v := range y {
		top = max(top, v)
	}
	var sum float32
	for i, v := range y {
		y[i] = exp32(v - top)
		sum += y[i]
	}
	for i := range y {
		y[i] /= sum
	}
}

// exp32 is eˣ for x ≤ 0, faster than math.Exp.
func exp32(x float32) float32 {
	if x < -80 {
		return 0
	}
	t := x * 1.44269504
	k := int32(t - 0.5)
	f := (t - float32(k)) * 0.693147181
	p := 1 + f*(1+f*(0.5+f*(1.0/6+f*(1.0/24+f*(1.0/120+f*(1.0/720))))))
	return p * math.Float32frombits(uint32(k+127)<<23)
}
