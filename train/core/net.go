package main

import (
	"math/rand/v2"
	"slices"

	"griot/learn"
	"griot/text/parse"
)

// shape is the size of a network.
type shape struct {
	Width    int `json:"width"`     // of an embedding
	Vector   int `json:"vector"`    // width of a word vector
	State    int `json:"state"`     // of a recurrent layer, both directions
	Layers   int `json:"layers"`    // recurrent layers
	TagLayer int `json:"tag_layer"` // where tags, features and lemmas are read
	Arc      int `json:"arc"`       // of the biaffine arc scorer
	Rel      int `json:"rel"`       // hidden units for relations
	Name     int `json:"name"`      // hidden units for names
	Form     int `json:"form"`      // hidden units for features and lemmas
	// Tower tells that names and tags alone are learned, of words that are seen
	// less sharply: by towerFeatures alone, in tables of Buckets rows.
	Tower   bool `json:"tower,omitempty"`
	Buckets int  `json:"buckets,omitempty"`
}

// towerFeatures are the features of a word that a tower sees, beside its vector:
// not the word itself.
var towerFeatures = []int{1, 3, 4, 5, 6, 7}

// rows is the rows of a feature's table, 0 if it is not seen.
func (s shape) rows(feature, words int) int {
	rows := parse.Rows(feature, words)
	switch {
	case !s.Tower:
		return rows
	case !slices.Contains(towerFeatures, feature):
		return 0
	}
	return min(rows, s.Buckets)
}

// net is the network in training: hashed embeddings of words, affixes and
// shapes, a convolution of width 3, layers of bidirectional simple recurrent
// units (Lei et al. 2018), and a head for each task.
type net struct {
	shape
	rng      *rand.Rand
	params   []*param
	tables   []*param
	vectors  []int8
	conv     *linear
	layers   []*linear
	tag      *linear
	form     *linear
	feat     *linear
	script   *linear
	arc      *linear
	bilinear *linear
	reach    *linear
	rel      *linear
	relOut   *linear
	name     *linear
	nameOut  *linear
	markers  []marker // of the sets of names but the first
	chains   chains
	scratch  scratch
	run      pass
}

func newNet(s shape, c *corpus, seed uint64) *net {
	n := &net{shape: s, rng: rand.New(rand.NewPCG(seed, 1))}
	for i := range parse.Features {
		n.tables = append(n.tables, newTable(n.rng, "embed", s.rows(i, len(c.words)), s.Width))
	}
	n.params = append(n.params, n.tables...)
	n.vectors = c.vectors.values
	n.conv = n.linear("conv", 3*n.input(), s.State, -1)
	for range s.Layers {
		n.layers = append(n.layers, n.linear("layer", s.State, 3*s.State, -1))
	}
	n.tag = n.linear("tag", s.State, len(c.tags.list), -1)
	n.form = n.linear("form", s.State, s.Form, -1)
	n.feat = n.linear("feat", s.Form, len(c.feats.list), -1)
	n.script = n.linear("lemma", s.Form, len(c.scripts.list), -1)
	n.arc = n.linear("arc", s.State, 2*s.Arc, -1)
	n.bilinear = n.linear("bilinear", s.Arc, s.Arc, 0.02)
	n.reach = n.linear("reach", s.State, parse.Reaches, 0.01)
	n.rel = n.linear("rel", s.State, 2*s.Rel, -1)
	n.relOut = n.linear("rel.out", s.Rel, len(c.rel.list), -1)
	n.name = n.linear("name", s.State, s.Name, -1)
	n.nameOut = n.linear("name.out", s.Name, parse.NameLabels, -1)
	for range nameKinds - 1 {
		n.markers = append(n.markers, n.marker())
	}
	return n
}

// input is the width of what the convolution sees of a word: the sum of its
// embeddings, and its vector.
func (s shape) input() int { return s.Width + s.Vector }

// pass is the buffers of one batch, forward and back.
type pass struct {
	rows   []parse.Row
	batch  []*sample
	x0     []float32 // embeddings and vectors
	mask0  []float32
	xc     []float32 // windows of three
	conv   []float32
	layers []recurrence
	dxc    []float32
	dx0    []float32
	tmp    []float32
	dconv  []float32
	dc     []float32
}

// recurrence is the buffers of one recurrent layer.
type recurrence struct{ x, mask, u, c, h, dh, du []float32 }

// each calls f for each sentence of the batch with its first row and its length,
// the root included.
func (p *pass) each(f func(s *sample, first, n int)) {
	t := 0
	for _, s := range p.batch {
		f(s, t, len(s.rows))
		t += len(s.rows)
	}
}

// forward encodes a batch.
func (n *net) forward(batch []*sample, rows []parse.Row) {
	p := &n.run
	p.batch, p.rows = batch, rows
	n.lookUp()
	p.xc = zeroed(p.xc, len(rows)*3*n.input())
	p.each(func(_ *sample, first, length int) { n.windows(p.x0, p.xc, first, length, false) })
	p.conv = n.conv.forward(p.conv, p.xc, len(rows))
	relu(p.conv)
	if p.layers == nil {
		p.layers = make([]recurrence, n.Layers)
	}
	x := p.conv
	for i := range p.layers {
		n.recur(&p.layers[i], n.layers[i], x)
		x = p.layers[i].h
	}
}

// lookUp sums the embeddings of each row and puts the word's vector beside.
func (n *net) lookUp() {
	p, w := &n.run, n.input()
	p.x0 = zeroed(p.x0, len(p.rows)*w)
	for t, row := range p.rows {
		x := p.x0[t*w:][:w]
		for i, r := range row[:parse.Features] {
			if table := n.tables[i]; table.rows > 0 {
				axpy(1, table.w[int(r)%table.rows*n.Width:][:n.Width], x[:n.Width])
			}
		}
		if r := int(row[parse.VectorAt]); r > 0 {
			for k, v := range n.vectors[(r-1)*n.Vector:][:n.Vector] {
				x[n.Width+k] = float32(v) * vectorUnit
			}
		}
	}
	p.mask0 = n.drop(p.x0, p.mask0, 0.3)
}

// windows copies each word with its neighbours from x to xc, or back adds xc to x.
func (n *net) windows(x, xc []float32, first, length int, back bool) {
	w := n.input()
	for i := range length {
		for k := -1; k <= 1; k++ {
			j := i + k
			if j < 0 || j >= length {
				continue
			}
			a, b := x[(first+j)*w:][:w], xc[(first+i)*3*w+(k+1)*w:][:w]
			if back {
				axpy(1, b, a)
			} else {
				copy(b, a)
			}
		}
	}
}

// steps calls f for each step of a sentence in a direction: the row and the row
// of the step before, -1 at the start.
func steps(first, length, direction int, f func(row, before int)) {
	for q := range length {
		row, before := first+q, first+q-1
		if direction == 1 {
			row, before = first+length-1-q, first+length-q
		}
		if q == 0 {
			before = -1
		}
		f(row, before)
	}
}

func (n *net) recur(l *recurrence, w *linear, x []float32) {
	p, d, h := &n.run, n.State, n.State/2
	rows := len(p.rows)
	l.x = append(l.x[:0], x[:rows*d]...)
	l.mask = n.drop(l.x, l.mask, 0.33)
	l.u = w.forward(l.u, l.x, rows)
	l.c, l.h = grow(l.c, rows*d), grow(l.h, rows*d)
	p.each(func(_ *sample, first, length int) {
		for dir := range 2 {
			steps(first, length, dir, func(row, before int) {
				at := row*d + dir*h
				var prev []float32
				if before >= 0 {
					prev = l.c[before*d+dir*h:][:h]
				}
				gates(l.u[row*3*d+dir*3*h:][:3*h], prev, l.c[at:][:h], l.h[at:][:h], l.x[at:][:h])
			})
		}
	})
}

// backward carries the gradients in dh of the layers down to the tables.
func (n *net) backward() {
	p := &n.run
	rows := len(p.rows)
	p.dconv = zeroed(p.dconv, rows*n.State)
	for i := n.Layers - 1; i >= 0; i-- {
		dx := p.dconv
		if i > 0 {
			dx = p.layers[i-1].dh
		}
		n.recurBack(&p.layers[i], n.layers[i], dx)
	}
	reluBack(p.dconv, p.conv)
	w := n.input()
	p.dxc = zeroed(p.dxc, rows*3*w)
	n.conv.backward(&n.scratch, p.xc, p.dconv, p.dxc, rows)
	p.dx0 = zeroed(p.dx0, rows*w)
	p.each(func(_ *sample, first, length int) { n.windows(p.dx0, p.dxc, first, length, true) })
	times(p.dx0, p.mask0)
	for t, row := range p.rows {
		for i, r := range row[:parse.Features] {
			if table := n.tables[i]; table.rows > 0 {
				at := int(r) % table.rows
				table.touch(int32(at))
				axpy(1, p.dx0[t*w:][:n.Width], table.g[at*n.Width:][:n.Width])
			}
		}
	}
}

func (n *net) recurBack(l *recurrence, w *linear, dx []float32) {
	p, d, h := &n.run, n.State, n.State/2
	rows := len(p.rows)
	l.du = grow(l.du, rows*3*d)
	p.tmp = grow(p.tmp, rows*d)
	p.each(func(_ *sample, first, length int) {
		for dir := range 2 {
			p.dc = zeroed(p.dc, h)
			for q := length - 1; q >= 0; q-- {
				row, before := first+q, first+q-1
				if dir == 1 {
					row, before = first+length-1-q, first+length-q
				}
				at := row*d + dir*h
				var prev []float32
				if q > 0 {
					prev = l.c[before*d+dir*h:][:h]
				}
				gatesBack(l.u[row*3*d+dir*3*h:][:3*h], prev, l.c[at:][:h], l.x[at:][:h],
					l.dh[at:][:h], p.dc, l.du[row*3*d+dir*3*h:][:3*h], p.tmp[at:][:h])
			}
		}
	})
	w.backward(&n.scratch, l.x, l.du, p.tmp, rows)
	times(p.tmp, l.mask)
	axpy(1, p.tmp, dx)
}

// drop zeroes a share of x and scales up the rest; the mask undoes it.
func (n *net) drop(x, mask []float32, share float32) []float32 {
	mask = grow(mask, len(x))
	keep, cut := 1/(1-share), uint64(share*(1<<16))
	var bits uint64
	for i := range mask {
		if i%4 == 0 {
			bits = n.rng.Uint64()
		}
		mask[i] = keep
		if bits&0xffff < cut {
			mask[i] = 0
		}
		bits >>= 16
	}
	times(x, mask)
	return mask
}

func times(x, y []float32) {
	for i := range x {
		x[i] *= y[i]
	}
}

// limit is the largest activation, as when the weights are whole numbers.
// Without it activations grow until training breaks down.
const limit = float32(learn.Limit) / learn.One

func relu(x []float32) {
	for i := range x {
		x[i] = min(max(x[i], 0), limit)
	}
}

func reluBack(d, x []float32) {
	for i := range x {
		if x[i] <= 0 || x[i] >= limit {
			d[i] = 0
		}
	}
}

// reseed sets what follows of the network's randomness.
func (n *net) reseed(seed, stream uint64) { n.rng = rand.New(rand.NewPCG(seed, stream)) }
