package text

import "fmt"

// Layer is a set of the layers of a Doc.
type Layer uint

// The layers, in the order in which they are usually made.
const (
	Segments   Layer = 1 << iota // Paragraphs, Sentences, Tokens with Start, End, Form
	Tags                         // UPOS, XPOS, Feats, Lemma
	Trees                        // Head, Rel
	Names                        // Doc.Names
	References                   // Mentions, Entities
)

var layerNames = []string{"segments", "tags", "trees", "names", "references"}

func (l Layer) String() string {
	s := ""
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			if s != "" {
				s += ", "
			}
			s += n
		}
	}
	return s
}

// Stage is one step of reading a text: what it needs to be there, what it adds.
type Stage struct {
	Name  string
	Needs Layer
	Adds  Layer
	Run   func(*Doc) error
}

// Chain joins stages into one function. It fails when a stage needs a layer
// that no earlier stage adds.
func Chain(stages ...Stage) (func(*Doc) error, error) {
	var have Layer
	for _, s := range stages {
		if lack := s.Needs &^ have; lack != 0 {
			return nil, fmt.Errorf("text: stage %s needs %s, which no stage before it adds", s.Name, lack)
		}
		have |= s.Adds
	}
	return func(d *Doc) error {
		for _, s := range stages {
			if err := s.Run(d); err != nil {
				return fmt.Errorf("%s: %w", s.Name, err)
			}
		}
		return nil
	}, nil
}
