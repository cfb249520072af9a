package segment

import (
	"fmt"
	"slices"
	"sync"

	"griot/data"
	"griot/text"
	"griot/text/lang"
)

// scorer tells the places where sentences end. It is a linear model over
// hashed features with weights of one byte, so that it says the same on every
// machine.
type scorer struct{ weights []int8 }

// modelFile is the language's weights; their number is a power of two.
const modelFile = "lang/%s/sentence.bin"

var loadEnglish = sync.OnceValues(func() (*scorer, error) { return loadScorer("en") })

func loadScorer(code string) (*scorer, error) {
	b, err := data.Lang.ReadFile(fmt.Sprintf(modelFile, code))
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	if len(b) == 0 || len(b)&(len(b)-1) != 0 {
		return nil, fmt.Errorf("segment: the weights of %q are %d, not a power of two", code, len(b))
	}
	s := &scorer{weights: make([]int8, len(b))}
	for i, w := range b {
		s.weights[i] = int8(w)
	}
	return s, nil
}

// ends tells whether a sentence ends after token i.
func (s *scorer) ends(b *boundary, i int) bool {
	mask := uint32(len(s.weights) - 1)
	sum := 0
	for _, f := range b.features(i) {
		sum += int(s.weights[f&mask])
	}
	return sum > lean
}

// lean makes an end likelier by half a unit of the logit: a sentence that is
// missed spoils two trees, and the treebanks' development sets have more missed
// than made up.
const lean = -16

// Example is a place in a text where a sentence might end, as the trainer sees
// it: its hashed features and whether one does.
type Example struct {
	Features []uint32
	Ends     bool
}

// Examples lists the places of a gold document, cut anew into words, that the
// scorer is asked about when every decision before was right. It fails only
// when the embedded data is broken.
func Examples(gold *text.Doc) ([]Example, error) {
	l, err := lang.Of(gold.Report.Language)
	if err != nil {
		return nil, err
	}
	ends := make(map[int]bool, len(gold.Sentences))
	for _, s := range gold.Sentences {
		ends[s.ByteEnd] = true
	}
	var out []Example
	for _, p := range gold.Paragraphs {
		lex := lexer{text: gold.Report.Text, lang: l}
		lex.run(p.ByteStart, p.ByteEnd)
		b := boundary{tokens: lex.out}
		for i := 0; i+1 < len(b.tokens); i++ {
			b.step(i)
			end := ends[b.tokens[i].End]
			if b.possible(i) {
				out = append(out, Example{slices.Clone(b.features(i)), end})
			}
			if end {
				b.begin(i + 1)
			}
		}
	}
	return out, nil
}
