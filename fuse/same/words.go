package same

// compareWords weighs the words of the two quotes, rare ones more.
func (in *Input) compareWords(e *evidence, a, b *view) {
	shared, union := 0, 0
	i, j := 0, 0
	for i < len(a.words) || j < len(b.words) {
		switch {
		case j == len(b.words) || i < len(a.words) && a.words[i] < b.words[j]:
			union += in.weight(a.words[i])
			i++
		case i == len(a.words) || a.words[i] > b.words[j]:
			union += in.weight(b.words[j])
			j++
		default:
			w := in.weight(a.words[i])
			shared += w
			union += w
			i++
			j++
		}
	}
	if union == 0 {
		return
	}
	share := shared * 100 / union
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
	case share < 3 && verbal(a.Type):
		e.add(-1.5, "other words")
	case share < 3:
		e.add(-.75, "other words")
	}
}

// weight is how much a shared word tells, from 1 for one that every tenth
// claim has to 8 for one that few have.
func (in *Input) weight(word string) int {
	w := 1
	for n := in.frequency[word] * 10; n < len(in.Claims) && w < 8; n *= 2 {
		w++
	}
	return w
}
