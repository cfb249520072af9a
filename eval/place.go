package eval

import (
	"griot/claim/where"
)

// Place scores finding the names of places in raw text: a span is right when
// the gold has exactly the same (strict), or one that overlaps it (overlap;
// each gold span may be used once). The gold marks the words for peoples and
// the places in names of organisations too, and so do we.
func Place(gold string, _ Options) (Result, error) {
	docs, err := readGeo(gold)
	if err != nil {
		return Result{}, err
	}
	r, err := where.New()
	if err != nil {
		return Result{}, err
	}
	parsed, err := trees()
	if err != nil {
		return Result{}, err
	}
	var strict, overlap spanScore
	for i := range docs {
		d, err := parsed(docs[i].Text)
		if err != nil {
			return Result{}, err
		}
		var got []where.Span
		for _, t := range r.Find(d).All {
			got = append(got, where.Span{Start: t.Start, End: t.End})
		}
		strict.add(got, docs[i].spans(), func(a, b where.Span) bool { return a == b })
		overlap.add(got, docs[i].spans(), func(a, b where.Span) bool { return a.Start < b.End && b.Start < a.End })
	}
	return Result{Docs: len(docs), Figures: map[string]float64{
		"strict_f1": strict.f1(), "overlap_f1": overlap.f1(),
		"precision": Ratio(strict.right, strict.found), "recall": Ratio(strict.right, strict.gold),
	}}, nil
}

type spanScore struct{ right, found, gold int }

// add counts the spans found that match a gold span not yet used; both lists
// are in text order, and spans of one list do not overlap.
func (s *spanScore) add(got, gold []where.Span, same func(a, b where.Span) bool) {
	s.found += len(got)
	s.gold += len(gold)
	k := 0
	for _, g := range got {
		for k < len(gold) && gold[k].End <= g.Start {
			k++
		}
		if k < len(gold) && same(g, gold[k]) {
			s.right++
			k++
		}
	}
}

func (s *spanScore) f1() float64 { return F1(s.right, s.found, s.gold) }
