package eval

import (
	"fmt"
	"os"

	"griot"
	"griot/text"
	"griot/text/annotate"
	"griot/text/refer"
)

// Refer scores within-document coreference on gold words, with the program's
// own trees and names, as the CorefUD scorer does by default: singletons on
// either side do not count, and a found mention is a gold one when both hang
// on the same word (of several, the one with the same words, else the nearest
// in length). "exact" is the mean of MUC, B³ and CEAFe when a mention must have
// exactly the same words.
func Refer(gold string, _ Options) (Result, error) {
	f, err := os.Open(gold)
	if err != nil {
		return Result{}, err
	}
	defer f.Close()
	docs, err := refer.ReadGold(f)
	if err != nil {
		return Result{}, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	parse, err := annotate.Parser()
	if err != nil {
		return Result{}, err
	}
	var byHead, exact chainScore
	entities := 0
	for _, d := range docs {
		entities += len(d.Entities)
		got := bare(d)
		parse(got)
		if err := refer.Run(got); err != nil {
			return Result{}, err
		}
		byHead.add(matched(d, got, sameHead))
		exact.add(matched(d, got, sameWords))
	}
	if entities == 0 {
		return Result{}, ErrEmpty
	}
	r := Result{Docs: len(docs), Figures: byHead.figures()}
	r.Figures["exact"] = exact.figures()["conll"]
	return r, nil
}

// bare is a document with its words and nothing else.
func bare(d *text.Doc) *text.Doc {
	b := &text.Doc{
		Report:     griot.Report{Text: d.Report.Text, Language: d.Report.Language},
		Paragraphs: d.Paragraphs, Sentences: append([]text.Sentence(nil), d.Sentences...),
		Tokens: make([]text.Token, len(d.Tokens)),
	}
	for i, t := range d.Tokens {
		b.Tokens[i] = text.Token{Start: t.Start, End: t.End, Form: t.Form, Head: -1, Sentence: t.Sentence, Glued: t.Glued}
	}
	for i := range b.Sentences {
		b.Sentences[i].Root = -1
	}
	return b
}

// sameHead and sameWords tell how well a found mention fits a gold one: 0 not
// at all, and the greater the better.
func sameHead(g, f text.Mention) int {
	if g.Head != f.Head {
		return 0
	}
	difference := max(g.First-f.First, f.First-g.First) + max(g.End-f.End, f.End-g.End)
	return max(1, 1000-difference)
}

func sameWords(g, f text.Mention) int {
	if g.Range == f.Range {
		return 1
	}
	return 0
}

// matched numbers the mentions of both sides, the same where a found one is a
// gold one, and gives the chains of two and more.
func matched(gold, found *text.Doc, fits func(g, f text.Mention) int) (golds, founds [][]int) {
	gs, fs := chained(gold), chained(found)
	const none = -1
	of := make(map[int]int, len(fs)) // found mention to gold mention
	taken := map[int]bool{}
	at := map[int][]int{} // gold mentions by a word that both ways of fitting share
	for _, g := range gs {
		for k := gold.Mentions[g].First; k < gold.Mentions[g].End && k < gold.Mentions[g].First+maxMention; k++ {
			at[k] = append(at[k], g)
		}
	}
	for _, f := range fs {
		best, top := none, 0
		for _, g := range at[found.Mentions[f].Head] {
			if fit := fits(gold.Mentions[g], found.Mentions[f]); fit > top && !taken[g] {
				best, top = g, fit
			}
		}
		if best != none {
			of[f], taken[best] = best, true
		}
	}
	return number(gold, func(g int) int { return g }), number(found, func(f int) int {
		if g, ok := of[f]; ok {
			return g
		}
		return len(gold.Mentions) + f
	})
}

// maxMention bounds the words of a gold mention that are indexed.
const maxMention = 200

// chained lists the mentions of entities that have more than one.
func chained(d *text.Doc) []int {
	var out []int
	for i, m := range d.Mentions {
		if len(d.Entities[m.Entity].Mentions) > 1 {
			out = append(out, i)
		}
	}
	return out
}

func number(d *text.Doc, of func(int) int) [][]int {
	var out [][]int
	for _, e := range d.Entities {
		if len(e.Mentions) < 2 {
			continue
		}
		chain := make([]int, len(e.Mentions))
		for i, m := range e.Mentions {
			chain[i] = of(m)
		}
		out = append(out, chain)
	}
	return out
}
