package refer

import (
	"fmt"
	"sync"

	"griot/data"
	"griot/text"
)

// weights is the model: a weight of one byte for each hash of a feature, so
// that sums are whole numbers and the same on every machine. Their number is a
// power of two.
type weights []int8

const modelFile = "lang/en/refer.bin"

var loadEnglish = sync.OnceValues(func() (weights, error) {
	b, err := data.Lang.ReadFile(modelFile)
	if err != nil {
		return nil, fmt.Errorf("refer: %w", err)
	}
	return newWeights(b)
})

func newWeights(b []byte) (weights, error) {
	if len(b) == 0 || len(b)&(len(b)-1) != 0 {
		return nil, fmt.Errorf("refer: %d weights, not a power of two", len(b))
	}
	w := make(weights, len(b))
	for i, x := range b {
		w[i] = int8(x)
	}
	return w, nil
}

func (w weights) sum(features []uint32) int {
	mask, sum := uint32(len(w)-1), 0
	for _, f := range features {
		sum += int(w[f&mask])
	}
	return sum
}

// caution is how much better than new a candidate must be, in the unit of the
// weights. A thing is let go sooner than an actor, for a wrong link to an
// actor puts words and deeds into the wrong mouth and hands.
func (s *state) caution(i int) int {
	t := &s.traits[i]
	if t.kind == text.MentionNominal && t.typ == '?' {
		return -50
	}
	return 0
}
