package eval

import (
	"strings"

	"griot/text"
	"griot/text/annotate"
)

// Parse scores trees as the CoNLL 2018 shared task does: UAS and LAS are F1
// over words, subtypes of relations left off. A word of raw text is the gold
// word of exactly the same bytes; its head is right when it is that word's head.
func Parse(gold string, opt Options) (Result, error) {
	docs, err := readTrees(gold)
	if err != nil {
		return Result{}, err
	}
	parse, err := annotate.Parser()
	if err != nil {
		return Result{}, err
	}
	var uas, las match
	genres := map[string]match{}
	for _, want := range docs {
		got, err := reparsed(parse, want, opt.GoldTokens)
		if err != nil {
			return Result{}, err
		}
		u, l := arcs(got, want)
		uas.sum(u)
		las.sum(l)
		if g := genre(want.Report.Ref); g != "" {
			l.sum(genres[g])
			genres[g] = l
		}
	}
	byGenre := map[string]float64{}
	for g, m := range genres {
		byGenre[g] = m.f1()
	}
	return Result{Docs: len(docs), Types: byGenre, Figures: map[string]float64{"uas": uas.f1(), "las": las.f1()}}, nil
}

// genre is the genre of a document of GUM ("GUM_news_crane") or EWT
// ("weblog-blogspot.com_…"), "" of others.
func genre(name string) string {
	if rest, ok := strings.CutPrefix(name, "GUM_"); ok {
		g, _, _ := strings.Cut(rest, "_")
		return g
	}
	g, _, ok := strings.Cut(name, "-")
	if !ok || strings.ContainsAny(g, "_. ") {
		return ""
	}
	return g
}

func (m *match) sum(n match) {
	m.right += n.right
	m.found += n.found
	m.gold += n.gold
}

// reparsed is a gold document parsed anew, from its words or from its text.
func reparsed(parse func(*text.Doc), d *text.Doc, goldTokens bool) (*text.Doc, error) {
	if !goldTokens {
		got, err := segmented(d)
		if err == nil {
			parse(got)
		}
		return got, err
	}
	got := *d
	got.Tokens = append([]text.Token(nil), d.Tokens...)
	got.Sentences = append([]text.Sentence(nil), d.Sentences...)
	parse(&got)
	return &got, nil
}

// arcs compares the arcs of two trees over one text. Words without bytes of
// their own match none.
func arcs(got, want *text.Doc) (uas, las match) {
	at := make(map[[2]int]int, len(want.Tokens))
	for i, t := range want.Tokens {
		at[[2]int{t.Start, t.End}] = i
	}
	twin := func(i int) int {
		if i < 0 {
			return -1
		}
		if k, ok := at[[2]int{got.Tokens[i].Start, got.Tokens[i].End}]; ok {
			return k
		}
		return -2
	}
	uas = match{found: len(got.Tokens), gold: len(want.Tokens)}
	las = uas
	for i, t := range got.Tokens {
		k := twin(i)
		if k < 0 || twin(t.Head) != want.Tokens[k].Head {
			continue
		}
		uas.right++
		las.right += tally(universal(t.Rel) == universal(want.Tokens[k].Rel))
	}
	return uas, las
}

// universal is a relation without its subtype.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
