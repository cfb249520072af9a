package eval

import (
	"math"

	"griot/claim/fact"
	"griot/text"
)

// factDoc is a line of quotes/fact_*.jsonl: a sentence and the factuality of
// its events, from −3 (certainly not) to 3 (certainly); spans count code points.
type factDoc struct {
	ID     string     `json:"id"`
	Text   string     `json:"text"`
	Events []factGold `json:"events"`
}

type factGold struct {
	Span  [2]int  `json:"span"`
	Label float64 `json:"label"`
}

// Fact scores factuality: the mean absolute error and Pearson's r of the values,
// and the macro F1 of three classes, certain (2.25 and more), certainly not (−1
// and less) and the rest.
func Fact(gold string, _ Options) (Result, error) {
	docs, err := readLines[factDoc](gold)
	if err != nil {
		return Result{}, err
	}
	read, err := trees()
	if err != nil {
		return Result{}, err
	}
	judge, err := fact.New()
	if err != nil {
		return Result{}, err
	}
	var score factScore
	for _, d := range docs {
		doc, err := read(d.Text)
		if err != nil {
			return Result{}, err
		}
		at := runes(d.Text)
		for _, e := range d.Events {
			value := 3.0
			if i := tokenAt(doc, at[min(e.Span[0], len(at)-1)]); i >= 0 {
				value = judge.Of(doc, i).Value
			}
			score.add(value, e.Label)
		}
	}
	if score.n == 0 {
		return Result{}, ErrEmpty
	}
	return Result{Docs: len(docs), Figures: score.figures()}, nil
}

// tokenAt is the token that covers a byte, or −1.
func tokenAt(doc *text.Doc, at int) int {
	for i, t := range doc.Tokens {
		if t.Start <= at && at < t.End {
			return i
		}
	}
	return -1
}

// factScore sums what the figures need.
type factScore struct {
	n                  int
	off                float64
	x, y, xx, yy, xy   float64
	right, given, gold [3]int // per class
}

func (s *factScore) add(value, label float64) {
	s.n++
	s.off += math.Abs(value - label)
	s.x, s.y = s.x+value, s.y+label
	s.xx, s.yy, s.xy = s.xx+value*value, s.yy+label*label, s.xy+value*label
	g, l := factClass(value), factClass(label)
	s.given[g]++
	s.gold[l]++
	if g == l {
		s.right[g]++
	}
}

func factClass(v float64) int {
	switch {
	case v >= 2.25:
		return 0
	case v <= -1:
		return 2
	}
	return 1
}

func (s *factScore) figures() map[string]float64 {
	n := float64(s.n)
	spread := math.Sqrt((s.xx - s.x*s.x/n) * (s.yy - s.y*s.y/n))
	r := 0.0
	if spread > 0 {
		r = (s.xy - s.x*s.y/n) / spread
	}
	macro := 0.0
	for c := range s.right {
		macro += F1(s.right[c], s.given[c], s.gold[c]) / float64(len(s.right))
	}
	return map[string]float64{"mae": s.off / n, "r": r, "macro_f1": macro}
}
