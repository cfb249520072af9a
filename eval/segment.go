package eval

import (
	"fmt"
	"os"

	"griot"
	"griot/text"
	"griot/text/segment"
)

// Segment scores the splitting of raw text into sentences and words, as the
// CoNLL 2018 shared task does: a sentence or word is right when the gold has
// one of exactly the same bytes. The bytes of a multi-word token are divided
// over its words before they are compared.
func Segment(gold string, _ Options) (Result, error) {
	docs, err := readTrees(gold)
	if err != nil {
		return Result{}, err
	}
	var words, sentences match
	for _, d := range docs {
		got, err := segmented(d)
		if err != nil {
			return Result{}, err
		}
		words.add(tokenSpans(got), tokenSpans(d))
		sentences.add(sentenceSpans(got), sentenceSpans(d))
	}
	return Result{Docs: len(docs), Figures: map[string]float64{
		"words_f1": words.f1(), "sentences_f1": sentences.f1(),
	}}, nil
}

// readTrees reads a CoNLL-U file; one without words is ErrEmpty.
func readTrees(gold string) ([]*text.Doc, error) {
	f, err := os.Open(gold)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}
	if words == 0 {
		return nil, ErrEmpty
	}
	return docs, nil
}

// segmented is the text of a gold document cut anew, with the paragraphs of
// the gold.
func segmented(d *text.Doc) (*text.Doc, error) {
	got := &text.Doc{Report: griot.Report{Text: d.Report.Text, Language: d.Report.Language}}
	for _, p := range d.Paragraphs {
		got.Report.Blocks = append(got.Report.Blocks, griot.Block{Start: p.ByteStart, End: p.ByteEnd, Kind: p.Kind})
	}
	return got, segment.Run(got)
}

// match counts what is right, found and in the gold.
type match struct{ right, found, gold int }

func (m *match) add(found, gold [][2]int) {
	m.found += len(found)
	m.gold += len(gold)
	in := make(map[[2]int]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	for _, f := range found {
		if in[f] {
			m.right++
		}
	}
}

func (m match) f1() float64 { return F1(m.right, m.found, m.gold) }

func tokenSpans(d *text.Doc) [][2]int {
	spans := make([][2]int, len(d.Tokens))
	for i, t := range d.Tokens {
		spans[i] = [2]int{t.Start, t.End}
	}
	return spans
}

func sentenceSpans(d *text.Doc) [][2]int {
	spans := make([][2]int, len(d.Sentences))
	for i, s := range d.Sentences {
		spans[i] = [2]int{s.ByteStart, s.ByteEnd}
	}
	return spans
}
