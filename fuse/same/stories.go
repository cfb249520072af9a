package same

import (
	"cmp"
	"math"
	"slices"
)

// Stories groups reports that tell of one story: one pass in the order of
// publication, each report joining the story whose centre it is nearest to,
// then two rounds in which it may move to a nearer one (single-pass clustering
// as in topic detection and tracking). The result is the story of each report,
// numbered in the order in which they begin.
func (t *Texts) Stories() map[string]int {
	s := &stories{Texts: t, holding: make([][]int32, t.words)}
	of := make([]int, len(t.ids))
	for i, id := range t.ids {
		best, near := s.nearest(t.vectors[id], -1)
		if best < 0 || near < joins {
			best = s.open()
		}
		s.move(t.vectors[id], best, 1)
		of[i] = best
	}
	for range settles {
		for i, id := range t.ids {
			v := t.vectors[id]
			s.move(v, of[i], -1)
			best, near := s.nearest(v, of[i])
			if best < 0 || near < stays {
				best = of[i]
			}
			s.move(v, best, 1)
			of[i] = best
		}
	}
	return numbered(t.ids, of)
}

// Cosines from which a report joins a story, and from which it may move to
// another one, tuned on the training part of ECB+; and the rounds of moving.
const (
	joins   = .28
	stays   = .15
	settles = 2
)

// telling is how many of a report's heaviest words are asked for stories.
const telling = 60

type stories struct {
	*Texts
	centres []map[uint32]float64
	squares []float64 // of the length of each centre
	holding [][]int32 // stories that have or had a word, by word
}

func (s *stories) open() int {
	s.centres = append(s.centres, map[uint32]float64{})
	s.squares = append(s.squares, 0)
	return len(s.centres) - 1
}

// move adds a report to a story, or takes it out (sign −1).
func (s *stories) move(v []term, story int, sign float64) {
	centre := s.centres[story]
	for _, t := range v {
		was, ok := centre[t.word]
		if !ok {
			s.holding[t.word] = append(s.holding[t.word], int32(story))
		}
		is := was + float64(sign*float64(t.weight))
		s.squares[story] += float64(is*is) - float64(was*was)
		centre[t.word] = is
	}
}

// nearest is the story whose centre is nearest, home first of equals, and the
// cosine rounded to a ten-thousandth.
func (s *stories) nearest(v []term, home int) (int, float64) {
	heavy := slices.Clone(v)
	slices.SortFunc(heavy, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
	asked := map[int32]bool{}
	best, near := -1, 0.0
	for _, t := range heavy[:min(telling, len(heavy))] {
		for _, story := range s.holding[t.word] {
			if asked[story] {
				continue
			}
			asked[story] = true
			n := s.likeness(v, int(story))
			if better := n > near || n == near && (int(story) == home || best != home && int(story) < best); better && n > 0 {
				best, near = int(story), n
			}
		}
	}
	return best, near
}

func (s *stories) likeness(v []term, story int) float64 {
	if s.squares[story] < 1e-6 {
		return 0
	}
	sum := 0.0
	for _, t := range v {
		sum += float64(float64(t.weight) * s.centres[story][t.word])
	}
	return math.Round(sum/math.Sqrt(s.squares[story])*1e4) / 1e4
}

// numbered gives stories the numbers in which their reports begin them.
func numbered(ids []string, of []int) map[string]int {
	numbers := map[int]int{}
	out := make(map[string]int, len(ids))
	for i, id := range ids {
		n, ok := numbers[of[i]]
		if !ok {
			n = len(numbers)
			numbers[of[i]] = n
		}
		out[id] = n
	}
	return out
}
