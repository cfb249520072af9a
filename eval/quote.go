package eval

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/claim/said"
)

// quoteDoc is a line of quotes/polnear*.jsonl; offsets count code points.
type quoteDoc struct {
	ID           string      `json:"id"`
	Text         string      `json:"text"`
	Attributions []quoteGold `json:"attributions"`
}

type quoteGold struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Type    string   `json:"type"` // direct, mixed or indirect
}

// Quote scores statements against attributions as score/quotes.py does: words
// are the units, an attribution is found when its content and a statement's have
// half of their words in common (each paired once, best first), end to end when
// the sources also share a word or are both unknown. source_overlap is the share
// of the found ones with a gold source whose source overlaps.
func Quote(gold string, _ Options) (Result, error) {
	docs, err := readLines[quoteDoc](gold)
	if err != nil {
		return Result{}, err
	}
	read, err := trees()
	if err != nil {
		return Result{}, err
	}
	reader, err := said.New()
	if err != nil {
		return Result{}, err
	}
	score := quoteScore{quoting: quotingCues(docs)}
	for _, d := range docs {
		doc, err := read(d.Text)
		if err != nil {
			return Result{}, err
		}
		score.add(d, reader.Find(doc, nil).Statements)
	}
	if score.gold == 0 {
		return Result{}, ErrEmpty
	}
	return Result{Docs: len(docs), Figures: score.figures()}, nil
}

// quoteScore counts attributions over documents.
type quoteScore struct {
	gold, found       int
	half, halfSources int // pairs with half of the content in common; with the same source too
	sourced, overlaps int // of the former: with a gold source; with a source that overlaps it
	direct, voices    counted
	cues, speech      counted
	quoting           map[string]bool // cues of direct quotations
}

// spoken is an attribution as the sets of words in its content and source, and
// its cue in small letters.
type spoken struct {
	content, source []int
	cue             []string
	direct          bool
}

var quoteWord = regexp.MustCompile(`[\p{L}\p{N}_]+(?:[’'.\-][\p{L}\p{N}_]+)*`)

func (s *quoteScore) add(d quoteDoc, statements []griot.Statement) {
	words := quoteWord.FindAllStringIndex(d.Text, -1)
	at := runes(d.Text)
	inBytes := func(spans [][2]int) [][2]int {
		out := make([][2]int, len(spans))
		for i, p := range spans {
			out[i] = [2]int{at[min(p[0], len(at)-1)], at[min(p[1], len(at)-1)]}
		}
		return out
	}
	var gold, found []spoken
	for _, a := range d.Attributions {
		if len(a.Content) > 0 {
			gold = append(gold, spoken{cover(words, inBytes(a.Content)), cover(words, inBytes(a.Source)), cueWords(d.Text, inBytes(a.Cue)), a.Type == "direct"})
		}
	}
	for _, st := range statements {
		p := spoken{content: cover(words, st.Spans), cue: strings.Fields(strings.ToLower(st.Cue))}
		if st.Speaker.Words != "" {
			p.source = cover(words, [][2]int{{st.Speaker.Start, st.Speaker.End}})
		}
		found = append(found, p)
	}
	s.gold += len(gold)
	s.found += len(found)
	s.pair(gold, found)
	for _, g := range gold {
		s.cue(g, found)
	}
}

// cue counts an attribution with a source and a cue.
func (s *quoteScore) cue(g spoken, found []spoken) {
	if len(g.cue) == 0 || len(g.source) == 0 {
		return
	}
	has := 0
	if slices.ContainsFunc(found, func(f spoken) bool {
		return common(g.content, f.content) > 0 && common(g.source, f.source) > 0 && sharesAny(f.cue, g.cue)
	}) {
		has = 1
	}
	s.cues.gold++
	s.cues.right += has
	if s.quoting[strings.Join(g.cue, " ")] {
		s.speech.gold++
		s.speech.right += has
	}
}

// cueWords are the words of spans of bytes, in small letters.
func cueWords(text string, spans [][2]int) []string {
	var all []string
	for _, p := range spans {
		all = append(all, quoteWord.FindAllString(strings.ToLower(text[p[0]:p[1]]), -1)...)
	}
	return all
}

// quotingCues are the cues that introduce direct quotations.
func quotingCues(docs []quoteDoc) map[string]bool {
	all := map[string]bool{}
	for _, d := range docs {
		at := runes(d.Text)
		for _, a := range d.Attributions {
			if a.Type != "direct" {
				continue
			}
			var in [][2]int
			for _, p := range a.Cue {
				in = append(in, [2]int{at[p[0]], at[p[1]]})
			}
			all[strings.Join(cueWords(d.Text, in), " ")] = true
		}
	}
	return all
}

// pair matches attributions with statements one to one, best content first.
func (s *quoteScore) pair(gold, found []spoken) {
	type candidate struct {
		jaccard float64
		g, f    int
	}
	var all []candidate
	for g := range gold {
		for f := range found {
			if both := common(gold[g].content, found[f].content); both > 0 {
				all = append(all, candidate{float64(both) / float64(len(gold[g].content)+len(found[f].content)-both), g, f})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.jaccard, a.jaccard), b.g-a.g, b.f-a.f)
	})
	usedGold, usedFound := make([]bool, len(gold)), make([]bool, len(found))
	for _, c := range all {
		if usedGold[c.g] || usedFound[c.f] {
			continue
		}
		usedGold[c.g], usedFound[c.f] = true, true
		if c.jaccard < 0.5 {
			continue
		}
		s.half++
		g, f := gold[c.g].source, found[c.f].source
		overlap := common(g, f) > 0
		if overlap || len(g) == 0 && len(f) == 0 {
			s.halfSources++
		}
		if len(g) > 0 {
			s.sourced++
			if overlap {
				s.overlaps++
			}
		}
		s.quotation(gold[c.g], overlap)
	}
	for _, g := range gold {
		if g.direct {
			s.direct.gold++
		}
	}
}

// quotation counts a direct attribution whose content is found.
func (s *quoteScore) quotation(g spoken, rightSpeaker bool) {
	if !g.direct {
		return
	}
	s.direct.right++
	if len(g.source) > 0 {
		s.voices.gold++
	}
	if rightSpeaker {
		s.voices.right++
	}
}

func (s *quoteScore) figures() map[string]float64 {
	return map[string]float64{
		"end_to_end_f1":  F1(s.halfSources, s.found, s.gold),
		"content_f1":     F1(s.half, s.found, s.gold),
		"source_overlap": Ratio(s.overlaps, s.sourced),
		"direct_recall":  Ratio(s.direct.right, s.direct.gold),
		"direct_speaker": Ratio(s.voices.right, s.voices.gold),
		"cue_recall":     Ratio(s.speech.right, s.speech.gold),
		"all_cue_recall": Ratio(s.cues.right, s.cues.gold),
	}
}

// cover lists the words that spans of bytes touch, in order, each once.
func cover(words [][]int, spans [][2]int) []int {
	var in []int
	for _, p := range spans {
		i, _ := slices.BinarySearchFunc(words, p[0], func(w []int, start int) int {
			if w[1] <= start {
				return -1
			}
			return 1
		})
		for ; i < len(words) && words[i][0] < p[1]; i++ {
			in = append(in, i)
		}
	}
	slices.Sort(in)
	return slices.Compact(in)
}

// common counts the members of two sorted lists in common.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
