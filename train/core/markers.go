package main

// nameKinds is how many sets of names there are: those of nameSets, GUM's,
// silver names, and what another program marked.
var nameKinds = len(nameSets) + 3

// The sets of names beside nameSets.
func gumSet() int    { return len(nameSets) }
func silverSet() int { return len(nameSets) + 1 }
func theirSet() int  { return len(nameSets) + 2 }

// marker is what a set of names adds to the biases of the two layers that read
// names, for sets differ in what they call an organisation. The first set, whose
// way ships, adds nothing.
type marker struct{ hidden, out *param }

func (n *net) marker() marker {
	m := marker{newParam(n.rng, "name.set", 1, n.name.w.cols, 0), newParam(n.rng, "name.out.set", 1, n.nameOut.w.cols, 0)}
	n.params = append(n.params, m.hidden, m.out)
	return m
}

func (m marker) ofHidden() *param { return m.hidden }
func (m marker) ofOut() *param    { return m.out }

// marked calls f with the marker of each row whose sentence has one.
func (n *net) marked(y []float32, cols int, of func(marker) *param, f func(p *param, row []float32)) {
	n.run.each(func(s *sample, first, length int) {
		if s.set == 0 {
			return
		}
		p := of(n.markers[s.set-1])
		for i := range length {
			f(p, y[(first+i)*cols:][:cols])
		}
	})
}

func shift(p *param, row []float32) { axpy(1, p.w, row) }
func teach(p *param, row []float32) { axpy(1, row, p.g) }

// names is the loss of names.
func (n *net) names(l *recurrence) float64 {
	rows := len(n.run.rows)
	wide, cols := n.name.w.cols, n.nameOut.w.cols
	hidden := n.name.forward(nil, l.h, rows)
	n.marked(hidden, wide, marker.ofHidden, shift)
	relu(hidden)
	mask := n.drop(hidden, nil, 0.35)
	y := n.nameOut.forward(nil, hidden, rows)
	n.marked(y, cols, marker.ofOut, shift)
	var loss float64
	n.run.each(func(s *sample, first, length int) {
		clear(y[first*cols:][:cols])
		loss += n.chains.learn(y[(first+1)*cols:], cols, s.names[1:], nameShare/float32(rows))
	})
	n.marked(y, cols, marker.ofOut, teach)
	d := make([]float32, len(hidden))
	n.nameOut.backward(&n.scratch, hidden, y, d, rows)
	times(d, mask)
	reluBack(d, hidden)
	n.marked(d, wide, marker.ofHidden, teach)
	n.name.backward(&n.scratch, l.h, d, l.dh, rows)
	return loss / float64(rows)
}
