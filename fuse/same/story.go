package same

import (
	"math"
	"slices"

	"griot"
)

// Texts holds reports as vectors of words, for telling which tell of one story.
type Texts struct {
	vectors map[string][]term
}

type term struct {
	word   uint32
	weight float32
}

// mostTerms is how many words of a report count, the most telling ones.
const mostTerms = 80

// NewTexts weighs the words of reports by how often they stand in a report and
// in how few reports they stand (tf·idf, cosine).
func NewTexts(reports []*griot.Report) *Texts {
	ids, in := map[string]uint32{}, []int{}
	counts := make([][]term, len(reports))
	for i, r := range reports {
		count := map[uint32]int{}
		var order []uint32
		for _, w := range Words(prose(r)) {
			id, ok := ids[w]
			if !ok {
				id = uint32(len(ids))
				ids[w] = id
				in = append(in, 0)
			}
			if count[id] == 0 {
				order = append(order, id)
				in[id]++
			}
			count[id]++
		}
		for _, id := range order {
			counts[i] = append(counts[i], term{id, float32(1 + math.Log(float64(count[id])))})
		}
	}
	t := &Texts{map[string][]term{}}
	for i, r := range reports {
		t.vectors[r.ID] = normal(counts[i], in, len(reports))
	}
	return t
}

// prose is the text of a report without its furniture.
func prose(r *griot.Report) string {
	if len(r.Blocks) == 0 {
		return r.Text
	}
	var b []byte
	for _, k := range r.Blocks {
		if !k.Kind.Furniture() {
			b = append(append(b, r.Text[k.Start:k.End]...), '\n')
		}
	}
	return string(b)
}

func normal(terms []term, in []int, reports int) []term {
	for i, t := range terms {
		terms[i].weight *= float32(math.Log(float64(reports+2) / float64(in[t.word]+1)))
	}
	slices.SortFunc(terms, func(a, b term) int {
		if a.weight != b.weight {
			if a.weight > b.weight {
				return -1
			}
			return 1
		}
		return int(a.word) - int(b.word)
	})
	terms = slices.Clone(terms[:min(mostTerms, len(terms))])
	sum := 0.0
	for _, t := range terms {
		sum += float64(float64(t.weight) * float64(t.weight)) // rounded before it is added, on every machine
	}
	if sum > 0 {
		for i := range terms {
			terms[i].weight /= float32(math.Sqrt(sum))
		}
	}
	slices.SortFunc(terms, func(a, b term) int { return int(a.word) - int(b.word) })
	return terms
}

// Near is the cosine of two reports, rounded to a hundredth.
func (t *Texts) Near(a, b string) float64 {
	return math.Round(100*cosine(t.vectors[a], t.vectors[b])) / 100
}

func cosine(a, b []term) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			sum += float64(float64(a[i].weight) * float64(b[j].weight))
			i++
			j++
		}
	}
	return sum
}
