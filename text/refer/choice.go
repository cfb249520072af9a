package refer

import (
	"griot/text"
)

// Choice is what the model is asked about one mention: to be new, which is the
// first option, or to refer back to one of the others. It is what the trainer
// sees; its slices hold only until the next one.
type Choice struct {
	Options [][]uint32 // hashed features
	Right   []bool     // at least one is
	Kind    text.MentionKind
}

// Choices shows every choice that the model has in a document when all before
// were made as in the gold one. Both documents have the same words; d has the
// trees and names that the program found. It fails only when the embedded data
// is broken.
func Choices(d, gold *text.Doc, visit func(Choice)) error {
	s, err := newState(d)
	if err != nil {
		return err
	}
	chain := align(d, gold)
	entityOf := map[int]int{}
	var c Choice
	var pool []uint32
	for i := range s.traits {
		if s.entity[i] >= 0 {
			entityOf[chain[i]] = s.entity[i]
			continue
		}
		if s.certain(i) == unsure {
			s.candidates(i)
			c.Options, c.Right, c.Kind, pool = c.Options[:0], c.Right[:0], s.traits[i].kind, pool[:0]
			found := false
			for _, j := range append([]int{-1}, s.cands...) {
				from := len(pool)
				pool = append(pool, s.features(i, j)...)
				c.Options = append(c.Options, pool[from:len(pool):len(pool)])
				right := j >= 0 && chain[i] >= 0 && chain[i] == chain[j]
				c.Right, found = append(c.Right, right), found || right
			}
			c.Right[0] = !found
			if len(c.Options) > 1 {
				visit(c)
			}
		}
		e := -1
		if chain[i] >= 0 {
			if known, ok := entityOf[chain[i]]; ok {
				e = known
			}
		}
		s.join(i, e)
		if chain[i] >= 0 {
			entityOf[chain[i]] = s.entity[i]
		}
	}
	return nil
}

// align gives for every mention of d the gold entity whose mention hangs on the
// same word and is nearest in length, or -1.
func align(d, gold *text.Doc) []int {
	at := map[int][]int{}
	for g, m := range gold.Mentions {
		at[m.Head] = append(at[m.Head], g)
	}
	chain := make([]int, len(d.Mentions))
	for i, m := range d.Mentions {
		chain[i] = -1
		least := 1 << 30
		for _, g := range at[m.Head] {
			difference := gold.Mentions[g].Len() - m.Len()
			if difference = max(difference, -difference); difference < least {
				least, chain[i] = difference, gold.Mentions[g].Entity
			}
		}
	}
	return chain
}
