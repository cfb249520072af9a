package same

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
)

// Texts holds reports as vectors of words, for telling which tell of one story.
type Texts struct {
	ids     []string // reports in order
	vectors map[string][]term
	words   int // number of different words
}

type term struct {
	word   uint32
	weight float32
}

// fewReports is the number of reports that fewer count as when words are
// weighed: in a handful of reports of one crisis, what all share is no less telling.
const fewReports = 50

const (
	mostWords = 20000 // words of a report that are read
	mostTerms = 400   // words of a report that count, the most telling ones
	leadWords = 75    // the first words of a report count twice: they say what it is about
)

// NewTexts weighs the words of reports, which are in order of publication, by
// how often they stand in a report and in how few reports they stand (tf·idf,
// cosine). A word that is written with a capital counts as a name as well.
func NewTexts(reports []*griot.Report) *Texts {
	t := &Texts{vectors: map[string][]term{}}
	c := &counter{ids: map[string]uint32{}}
	counts := make([][]term, len(reports))
	for i, r := range reports {
		counts[i] = c.count(prose(r))
		t.ids = append(t.ids, r.ID)
	}
	for i, r := range reports {
		t.vectors[r.ID] = normal(counts[i], c.in, len(reports))
	}
	t.words = len(c.ids)
	return t
}

// counter counts the words of texts.
type counter struct {
	ids   map[string]uint32 // numbers the words of all texts
	in    []int             // the texts in which each word stands
	at    []int32           // where each word stands in terms, for those of this text
	terms []term
}

// count is the words of a text and how often they stand in it.
func (c *counter) count(text string) []term {
	c.terms = c.terms[:0]
	n := 0
	begins := true // a sentence
	for word := range fields(text) {
		if n == mostWords {
			break
		}
		if begun := begins; word.end {
			begins = true
			continue
		} else if w := strings.ToLower(word.form); !function[w] && (len(w) > 2 || unicode.IsDigit(rune(w[0]))) {
			weight := float32(1)
			if n < leadWords {
				weight = 2
			}
			stem := Stem(w)
			c.add(stem, weight)
			if r, _ := utf8.DecodeRuneInString(word.form); unicode.IsUpper(r) && !begun {
				c.add("^"+stem, weight)
			}
		}
		begins = false
		n++
	}
	return slices.Clone(c.terms)
}

func (c *counter) add(word string, n float32) {
	id, ok := c.ids[word]
	if !ok {
		id = uint32(len(c.ids))
		c.ids[strings.Clone(word)] = id
		c.in, c.at = append(c.in, 0), append(c.at, 0)
	}
	at := c.at[id]
	if int(at) >= len(c.terms) || c.terms[at].word != id { // it is new to this text
		at = int32(len(c.terms))
		c.at[id] = at
		c.terms = append(c.terms, term{word: id})
		c.in[id]++
	}
	c.terms[at].weight += n
}

// field is a word of a text, or the end of a sentence.
type field struct {
	form string
	end  bool
}

func fields(text string) func(yield func(field) bool) {
	return func(yield func(field) bool) {
		start := -1
		for i, c := range text {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(field{form: text[start:i]}) {
				return
			}
			start = -1
			if strings.ContainsRune(".!?:\"“”\n", c) && !yield(field{end: true}) {
				return
			}
		}
		if start >= 0 {
			yield(field{form: text[start:]})
		}
	}
}

// prose is the text of a report without its furniture.
func prose(r *griot.Report) string {
	if len(r.Blocks) == 0 {
		return r.Text
	}
	var b []byte
	for _, k := range r.Blocks {
		if !k.Kind.Furniture() && 0 <= k.Start && k.Start <= k.End && k.End <= len(r.Text) {
			b = append(append(b, r.Text[k.Start:k.End]...), '\n')
		}
	}
	return string(b)
}

// normal turns counts into weights of a vector of length 1, by word.
func normal(terms []term, in []int, reports int) []term {
	for i, t := range terms {
		idf := math.Log(float64(max(reports+2, fewReports)) / float64(in[t.word]+1))
		terms[i].weight = float32((1 + math.Log(float64(t.weight))) * idf)
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
	if len(terms) > mostTerms {
		terms = slices.Clone(terms[:mostTerms])
	}
	if n := float32(math.Sqrt(cosine(terms, terms))); n > 0 {
		for i := range terms {
			terms[i].weight /= n
		}
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	return terms
}

// Near is the cosine of two reports, rounded to a hundredth.
func (t *Texts) Near(a, b string) float64 {
	return math.Round(100*cosine(t.vectors[a], t.vectors[b])) / 100
}

// cosine is the inner product of two vectors in the order of their words. Each
// product is rounded before it is added, so that it is the same on all machines.
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
