package same

import "griot"

// compareWords weighs the words of the two acts, rare ones more.
func (in *Input) compareWords(e *evidence, a, b *view) {
	share := in.share(a.words, b.words, in.frequency)
	if share < 0 {
		return
	}
	silent := len(a.words) == 0 || len(b.words) == 0
	if a.Type != b.Type && share < 25 && !Kindred(a.lemma, b.lemma) {
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
	case share < 3 && verbal(a.Type) && a.Type != griot.Support: // whom one backs says more than how
		e.add(-1.5, "other words")
	case share < 3:
		e.add(-.5, "other words")
	}
}

// compareSentences weighs the words of the two sentences. They say who and what
// even where the parts of a claim were read amiss.
func (in *Input) compareSentences(e *evidence, a, b *view) {
	switch share := in.share(a.around, b.around, in.common); {
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

// share is the weighted share, in percent, of the words that two sorted lists
// have in common; -1 when both are empty.
func (in *Input) share(a, b []string, frequency map[string]int) int {
	shared, union := 0, 0
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			union += in.weight(frequency[a[i]])
			i++
		case i == len(a) || a[i] > b[j]:
			union += in.weight(frequency[b[j]])
			j++
		default:
			w := in.weight(frequency[a[i]])
			shared += w
			union += w
			i++
			j++
		}
	}
	if union == 0 {
		return -1
	}
	return shared * 100 / union
}

// weight is how much a shared word tells, from 1 for one that every tenth
// claim has to 8 for one that few have.
func (in *Input) weight(frequency int) int {
	w := 1
	for n := frequency * 10; n < len(in.Claims) && w < 8; n *= 2 {
		w++
	}
	return w
}
