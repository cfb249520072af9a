package same

import "griot"

// compareWords weighs the words of the two acts, rare ones more.
func (g *grouping) compareWords(e *evidence, a, b *view) {
	share := share(a.words, b.words, g.acts)
	if share < 0 {
		return
	}
	silent := len(a.words) == 0 || len(b.words) == 0
	if a.Type != b.Type && share < 25 && !a.like(b) {
		e.forbid("different acts")
	}
	switch {
	case share >= 50:
		e.hold(2, "same words")
	case share >= 25:
		e.hold(1.25, "like words")
	case share >= 10:
		e.add(.5, "some words")
	case silent:
	case share < 3 && verbal(a.Type) && a.Type != griot.Support && b.Type != griot.Consult: // whom one backs says more than how, and plans to meet have other words
		e.add(-1.5, "other words")
	case share < 3:
		e.add(-.5, "other words")
	}
}

// compareSentences weighs the words of the two sentences. They say who and what
// even where the parts of a claim were read amiss.
func (g *grouping) compareSentences(e *evidence, a, b *view) {
	switch share := share(a.around, b.around, g.sentences); {
	case share >= 40:
		e.hold(1.5, "like sentences")
	case share >= 25:
		e.hold(1, "sentences with much in common")
	case share >= 15:
		e.add(.5, "sentences with something in common")
	case share >= 0 && share < 4:
		e.add(-.5, "sentences with nothing in common")
	}
}

// share is the weighted share, in percent, of the words that two lists have in
// common; -1 when both are empty.
func share(a, b []word, weights []uint8) int {
	shared, union := 0, 0
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch x, y := a[i], b[j]; {
		case x < y:
			union += int(weights[x])
			i++
		case x > y:
			union += int(weights[y])
			j++
		default:
			shared += int(weights[x])
			union += int(weights[x])
			i++
			j++
		}
	}
	for _, w := range a[i:] {
		union += int(weights[w])
	}
	for _, w := range b[j:] {
		union += int(weights[w])
	}
	if union == 0 {
		return -1
	}
	return shared * 100 / union
}

// heaviest is how much a word tells at most.
const heaviest = 8

// rarities are how much each word tells when two claims share it, from 1 for
// one that every tenth claim has to heaviest for one that few have.
func (v *vocabulary) rarities(views []*view, words func(*view) []word) []uint8 {
	in := make([]int, len(v.ofStem))
	for _, one := range views {
		for _, w := range words(one) {
			in[w]++
		}
	}
	weights := make([]uint8, len(in))
	for w, n := range in {
		weights[w] = 1
		for n *= 10; n > 0 && n < len(views) && weights[w] < heaviest; n *= 2 {
			weights[w]++
		}
	}
	return weights
}
