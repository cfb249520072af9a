package parse

import (
	"fmt"

	"griot/learn"
)

// tower is a second, smaller network for names alone. The encoder that all tasks
// share knows many names of its training by heart; the tower sees words less
// sharply and learned from names that were swapped for others. Two that learned
// apart err apart: their scores are added.
type tower struct {
	stack
	name    *learn.Dense
	nameOut *learn.Dense
}

// TowerPrefix begins the names of the sections of a model that are its tower's.
const TowerPrefix = "tower."

// readTower reads the tower of a model, nil of one that has none yet.
func readTower(f *learn.File) (*tower, error) {
	if !f.Has(TowerPrefix + "shape") {
		return nil, nil
	}
	shape, err := f.Int32s(TowerPrefix + "shape")
	if err != nil {
		return nil, err
	}
	if len(shape) != 2 {
		return nil, fmt.Errorf("parse: the tower's shape %v", shape)
	}
	t := &tower{}
	if t.stack, err = readStack(f, TowerPrefix, int(shape[0]), int(shape[1])); err != nil {
		return nil, err
	}
	if t.name, err = f.Dense(TowerPrefix + "name"); err != nil {
		return nil, err
	}
	t.nameOut, err = f.Dense(TowerPrefix + "name.out")
	return t, err
}

func (t *tower) check(vector, known int) error {
	if t == nil {
		return nil
	}
	if t.name.In != t.state || t.nameOut.In != t.name.Out || t.nameOut.Out != NameLabels {
		return fmt.Errorf("the tower's layers are %d, %d×%d, %d×%d", t.state, t.name.In, t.name.Out, t.nameOut.In, t.nameOut.Out)
	}
	return t.stack.check(vector, known)
}

// readTower scores the labels of each row by the tower, NameLabels numbers a row.
func (r *reader) readTower(lengths []int) {
	t, n := r.tower, len(r.rows)
	if t == nil {
		return
	}
	r.wide = t.name.Apply(r.wide, r.run(&t.stack, lengths, nil), n)
	r.hidden = learn.Relu(r.hidden, r.wide)
	r.towerScores = t.nameOut.ApplySparse(r.towerScores, r.hidden, n)
}
