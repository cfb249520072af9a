package what

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot"
	"griot/data"
	"griot/text"
)

// model is a linear model that chooses the type of a sentence's event from its
// words and from the frames that the lexicon reads in it. Its weights are whole
// numbers, so that it chooses alike on every machine. Source: train/what.
type model struct {
	weights map[string][]int32 // by feature: one for each type, in the order of griot.Types
}

// modelColumns name the weights' table.
func modelColumns() []string {
	columns := []string{"feature"}
	for _, t := range griot.Types {
		columns = append(columns, string(t))
	}
	return columns
}

func loadModel() (*model, error) {
	rows, err := data.LexiconRows("types", modelColumns()...)
	if err != nil {
		return nil, err
	}
	m := &model{map[string][]int32{}}
	for _, cols := range rows {
		w := make([]int32, len(griot.Types))
		for i, c := range cols[1:] {
			n, err := strconv.ParseInt(c, 10, 32)
			if err != nil && c != "" {
				return nil, fmt.Errorf("lexicon/types: %s: %w", cols[0], err)
			}
			w[i] = int32(n)
		}
		m.weights[cols[0]] = w
	}
	return m, nil
}

// choose is the type with the highest sum of weights, the first in the order of
// griot.Types among equals; "" when no feature is known.
func (m *model) choose(features []string) griot.Type {
	sum, known := make([]int32, len(griot.Types)), false
	for _, f := range features {
		if w, ok := m.weights[f]; ok {
			known = true
			for i := range sum {
				sum[i] += w[i]
			}
		}
	}
	if !known {
		return ""
	}
	best := 0
	for i := range sum {
		if sum[i] > sum[best] {
			best = i
		}
	}
	return griot.Types[best]
}

// Features are what the model of types looks at: the words of the document's
// sentences, the frames read from them, and the likeliest frame between source
// and target.
func (l *Lexicon) Features(doc *text.Doc, cast Cast, source, target []text.Range) []string {
	frames := l.Find(doc, cast)
	likeliest, _ := between(frames, source, target)
	all := []string{"bias", "between=" + string(likeliest)}
	for _, f := range frames {
		likely := "?"
		if f.Odds >= Likely {
			likely = "!"
		}
		all = append(all, "frame="+string(f.Type)+likely)
		if f.Mode != "" && f.Odds >= Likely {
			all = append(all, "mode="+string(f.Type)+"/"+f.Mode)
		}
	}
	for i := range doc.Tokens {
		switch t := &doc.Tokens[i]; t.UPOS {
		case "VERB", "NOUN", "ADJ", "AUX":
			if w := l.base(t); !strings.ContainsAny(w, "\t\n") {
				all = append(all, "word="+w)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
