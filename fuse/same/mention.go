package same

import (
	"cmp"
	"slices"
	"strings"
)

// Mention is an act that a few words of a sentence name, when nothing else is
// known of it: no type, no actors, no day.
type Mention struct {
	Report   string
	Sentence []string // its words
	Words    []int    // indexes into Sentence
}

// act is a mention with what comparing needs.
type act struct {
	Mention
	story   int
	stems   []string // of its own words
	context []string // stems of the rest of the sentence, sorted
}

// Chains puts together the mentions that name one act. Only mentions in reports
// of one story can. The result has a number for each mention; equal numbers
// are one act.
func (t *Texts) Chains(mentions []Mention) []int {
	stories := t.Stories()
	byStory := map[int][]int{}
	acts := make([]act, len(mentions))
	for i, m := range mentions {
		acts[i] = newAct(m, stories[m.Report])
		byStory[acts[i].story] = append(byStory[acts[i].story], i)
	}
	weights := rarity(acts)
	of := make([]int, len(mentions))
	next := 0
	for story := range len(t.ids) {
		members := byStory[story]
		chain(acts, members, weights, func(i, n int) { of[i] = next + n })
		next += len(members)
	}
	return of
}

func newAct(m Mention, story int) act {
	a := act{Mention: m, story: story}
	for i, w := range m.Sentence {
		w = strings.ToLower(w)
		switch {
		case slices.Contains(m.Words, i):
			if !function[w] {
				a.stems = append(a.stems, Stem(w))
			}
		case !function[w] && len(w) > 2:
			a.context = append(a.context, Stem(w))
		}
	}
	slices.Sort(a.context)
	a.context = slices.Compact(a.context)
	return a
}

// rarity is a weight for each word, more for one that few mentions have beside
// them: 1 to 8.
func rarity(acts []act) map[string]int {
	in := map[string]int{}
	for _, a := range acts {
		for _, w := range a.context {
			in[w]++
		}
	}
	weights := make(map[string]int, len(in))
	for w, n := range in {
		weights[w] = 1
		for k := n * 20; k < len(acts) && weights[w] < 8; k *= 2 {
			weights[w]++
		}
	}
	return weights
}

// chain joins the mentions of a story, the most alike first, as long as two
// chains are alike on average.
func chain(acts []act, members []int, weights map[string]int, number func(i, n int)) {
	type pair struct{ a, b, points int }
	var pairs []pair
	points := make(map[[2]int]int)
	for x, i := range members {
		for y, j := range members[:x] {
			p := alike(&acts[i], &acts[j], weights)
			if p > 0 {
				points[[2]int{y, x}] = p
			}
			if p >= linkFrom {
				pairs = append(pairs, pair{y, x, p})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.points, a.points) })
	of := make([]int, len(members))
	chains := make([][]int, len(members))
	for x := range members {
		of[x], chains[x] = x, []int{x}
	}
	for _, p := range pairs {
		a, b := of[p.a], of[p.b]
		if a == b {
			continue
		}
		sum := 0
		for _, x := range chains[a] {
			for _, y := range chains[b] {
				sum += points[[2]int{min(x, y), max(x, y)}]
			}
		}
		if sum < meanFrom*len(chains[a])*len(chains[b]) {
			continue
		}
		for _, y := range chains[b] {
			of[y] = a
		}
		chains[a] = append(chains[a], chains[b]...)
		chains[b] = nil
	}
	for x, i := range members {
		number(i, of[x])
	}
}

// Points for two mentions being one act, tuned on the training part of ECB+:
// words in common, or words for one act, to which the share in percent of the
// sentences' other words is added.
const (
	pointsShared = 60
	pointsKin    = 40
	linkFrom     = 50 // what two mentions need
	meanFrom     = 30 // what two chains need on average
)

// alike is what speaks for two mentions being one act.
func alike(a, b *act, weights map[string]int) int {
	shared := slices.ContainsFunc(a.stems, func(w string) bool { return slices.Contains(b.stems, w) })
	kin := slices.ContainsFunc(a.stems, func(w string) bool {
		return slices.ContainsFunc(b.stems, func(v string) bool { return Kindred(v, w) })
	})
	switch {
	case shared:
		return pointsShared + overlap(a.context, b.context, weights)
	case kin:
		return pointsKin + overlap(a.context, b.context, weights)
	}
	return 0
}

// overlap is the weighted share, in percent, of the words that two sorted
// lists have in common.
func overlap(a, b []string, weights map[string]int) int {
	both, all := 0, 0
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			all += weights[a[i]]
			i++
		case i == len(a) || a[i] > b[j]:
			all += weights[b[j]]
			j++
		default:
			both += weights[a[i]]
			all += weights[a[i]]
			i++
			j++
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * both / all
}
