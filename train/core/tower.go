package main

import (
	"math"
	"slices"

	"griot/learn"
	"griot/text/parse"
)

// towerShape is the shape of the name tower that ships.
var towerShape = shape{Width: 28, State: 224, Layers: 1, TagLayer: 0, Name: 64, Tower: true, Buckets: 1024}

// What the head of the encoder that reads names counts for, and what the tower.
const (
	sharedShare = 0.4
	towerShare  = 1.2
)

// unnamed tells whether nothing is known of the names of a sample.
func unnamed(s *sample) bool {
	return !slices.ContainsFunc(s.names, func(set uint32) bool { return set != 0 })
}

// addTower makes a model file of a model and a tower for it.
func addTower(model *learn.File, n *net) ([]byte, error) {
	f := model.Clone()
	if !f.Has(parse.TowerPrefix + "shape") {
		if err := scale(f, "name.out", sharedShare); err != nil {
			return nil, err
		}
	}
	f.PutInt32s(parse.TowerPrefix+"shape", []int32{int32(n.Width), int32(n.Layers)})
	heads := []*linear{n.conv, n.name, n.nameOut}
	err := n.put(f, parse.TowerPrefix, func(l *linear) bool { return slices.Contains(append(heads, n.layers...), l) })
	if err != nil {
		return nil, err
	}
	if err := scale(f, parse.TowerPrefix+"name.out", towerShare); err != nil {
		return nil, err
	}
	return f.Bytes(), nil
}

// scale multiplies what a layer of a model computes.
func scale(f *learn.File, name string, by float64) error {
	for _, part := range []string{".mult", ".bias"} {
		x, err := f.Int32s(name + part)
		if err != nil {
			return err
		}
		for i := range x {
			x[i] = int32(math.Round(float64(x[i]) * by))
		}
		f.PutInt32s(name+part, x)
	}
	return nil
}
