package parse

// kind is a set of relations of which a word has one dependent at most. Subjects
// are not among them: a clause that is a predicate has two.
type kind uint8

const (
	object kind = 1 << iota
	indirect
)

// kinds are the relations that are of a kind.
var kinds = map[string]kind{"obj": object, "iobj": indirect}

// slot is the place of a dependent of a kind.
type slot struct {
	head int32
	kind kind
}

// label picks the relation of each word of a tree by the scores of all relations
// for each: the best, but "root" for roots and for nothing else, and one object
// for each head. Of two, the one that loses less by it gets its next best
// relation: "gave him arms" has an indirect object.
func (r *reader) label(scores []int32, heads []int32) []int {
	k := len(r.rels)
	labels, barred := make([]int, len(heads)), make([]kind, len(heads))
	taken := map[slot]int{}
	loss := func(i int, not kind) int32 {
		s := scores[i*k:][:k]
		return s[labels[i]] - s[r.best(s, barred[i]|not)]
	}
	for i := 1; i < len(heads); i++ {
		if heads[i] == 0 {
			labels[i] = r.root
			continue
		}
		for word := i; ; {
			labels[word] = r.best(scores[word*k:][:k], barred[word])
			s := slot{heads[word], r.kinds[labels[word]]}
			other, ok := taken[s]
			if s.kind == 0 || !ok {
				taken[s] = word
				break
			}
			if loss(word, s.kind) > loss(other, s.kind) {
				taken[s], word = word, other
			}
			barred[word] |= s.kind
		}
	}
	return labels
}

// best is the relation with the highest score that is not "root" nor of a barred
// kind.
func (r *reader) best(scores []int32, barred kind) int {
	best := -1
	for i, s := range scores {
		if i != r.root && r.kinds[i]&barred == 0 && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	return best
}
