// Package parse tags words, finds the tree of each sentence and the names in
// it, with one network for all: an embedding of hashed word features beside a
// word vector learned from far more text, a convolution, recurrent layers, and a
// head for each task.
//
// All of it is computed in whole numbers. The same text gives the same tags,
// trees and names on every machine, with vector instructions or without.
package parse

import (
	"math"
	"strings"

	"griot/text"
)

// Stages gives tags, trees and names to a Doc that has segments, in one pass.
func Stages(m *Model) []text.Stage {
	return []text.Stage{{
		Name:  "parse",
		Needs: text.Segments,
		Adds:  text.Tags | text.Trees | text.Names,
		Run: func(d *text.Doc) error {
			m.Parse(d)
			return nil
		},
	}}
}

// batchRows is how many rows are encoded together: enough to keep the weights
// busy, few enough to stay in the cache.
const batchRows = 256

// Parse fills in the tags, heads, relations and names of a Doc and links its
// tree. It takes time in proportion to the text.
func (m *Model) Parse(d *text.Doc) {
	r, ok := m.readers.Get().(*reader)
	if !ok {
		r = &reader{Model: m}
	}
	defer m.readers.Put(r)
	var names []found
	pieces := pieces(d)
	for len(pieces) > 0 {
		n, rows := 0, 0
		for n < len(pieces) && (n == 0 || rows+pieces[n].Len()+1 <= batchRows) {
			rows += pieces[n].Len() + 1
			n++
		}
		names = append(names, r.batch(d, pieces[:n])...)
		pieces = pieces[n:]
	}
	join(d)
	d.Link()
	decoded := arcs(d)
	m.verbless(d)
	m.openers(d)
	straighten(d)
	openCircles(d, decoded)
	m.settle(d, names)
}

// batch fills in the words of some pieces and returns the names in them.
func (r *reader) batch(d *text.Doc, pieces []text.Range) []found {
	r.rows = r.rows[:0]
	var lengths []int
	for _, p := range pieces {
		r.rows = append(r.rows, r.rootWords)
		forms := make([]string, p.Len())
		for i := range forms {
			forms[i] = d.Tokens[p.First+i].Form
		}
		r.rows = append(r.rows, r.lexicon.Rows(forms)...)
		lengths = append(lengths, p.Len()+1)
	}
	r.encode(lengths)
	r.heads()
	var names []found
	first := 0
	for _, p := range pieces {
		r.readTags(d, p, first)
		r.readTree(d, p, first)
		scores := r.nameScores[(first+1)*NameLabels:]
		heed(d.Tokens[p.First:p.End], scores)
		names = append(names, namesIn(p, scores)...)
		first += p.Len() + 1
	}
	return names
}

// readTags sets the tags, features and lemmas of a piece whose rows begin at
// first.
func (r *reader) readTags(d *text.Doc, p text.Range, first int) {
	for i := range p.Len() {
		t, row := &d.Tokens[p.First+i], first+1+i
		best := r.bestTag(r.tagScores[row*r.tag.Out:][:r.tag.Out], len(t.Form) > 5 && r.rows[row][0] == 0)
		if strings.HasPrefix(best, "NOUN|") && r.rows[row][Features-1] == int32(Country) && capital(*t) {
			best = "PROPN|NNP" // "Serbia lifted the curfew."
		}
		t.UPOS, t.XPOS, _ = strings.Cut(best, "|")
		t.Feats = r.feats[highest(r.featScores[row*r.feat.Out:][:r.feat.Out])]
		t.Lemma = r.lemmaOf(t.Form, best, r.lemmaScores[row*r.lemma.Out:][:r.lemma.Out])
	}
}

// closed are the classes to which no new words come.
var closed = map[string]bool{"PRON": true, "DET": true, "ADP": true, "AUX": true, "CCONJ": true, "SCONJ": true, "PART": true}

// bestTag is the tag with the highest score; a longer word that was never seen is
// of no closed class.
func (r *reader) bestTag(scores []int32, unseen bool) string {
	best := highest(scores)
	for range scores {
		upos, _, _ := strings.Cut(r.tags[best], "|")
		if !unseen || !closed[upos] {
			break
		}
		scores[best] = math.MinInt32
		best = highest(scores)
	}
	return r.tags[best]
}

// readTree sets the heads and relations of a piece. Its root has head -1.
func (r *reader) readTree(d *text.Doc, p text.Range, first int) {
	n := p.Len() + 1
	heads := decode(r.arcs(first, n), n)
	rels := r.label(r.relations(first, heads), heads)
	for i := 1; i < n; i++ {
		t := &d.Tokens[p.First+i-1]
		t.Head = -1
		if heads[i] > 0 {
			t.Head = p.First + int(heads[i]) - 1
		}
		t.Rel = r.rels[rels[i]]
	}
}
