package parse

// nameTypes are the types of name that the model tells apart, in the order of
// its labels.
var nameTypes = [...]string{"PER", "ORG", "LOC", "MISC"}

// The labels of words in names. Each type has one label for each place in a
// name: begin, inside, end, single; label 0 is outside all names.
const (
	outside = 0
	begin   = 1
	inside  = 2
	end     = 3
	single  = 4
	places  = 4
	// NameLabels is how many labels a word can have.
	NameLabels = 1 + places*len(nameTypes)
)

// NameLabel is the label of the word at place i of a name of n words. Types
// other than PER, ORG, LOC and MISC are no names; their words are outside.
func NameLabel(typ string, i, n int) int {
	for t, name := range nameTypes {
		if name != typ {
			continue
		}
		place := inside
		switch {
		case n == 1:
			place = single
		case i == 0:
			place = begin
		case i == n-1:
			place = end
		}
		return t*places + place
	}
	return outside
}

// place is where in a name a label stands, or outside.
func place(label int) int {
	if label == outside {
		return outside
	}
	return (label-1)%places + 1
}

// typeOf is the index in nameTypes of a label's type.
func typeOf(label int) int { return (label - 1) / places }

// follows tells whether label b may stand after label a.
func follows(a, b int) bool {
	open := place(a) == begin || place(a) == inside
	goesOn := place(b) == inside || place(b) == end
	return open == goesOn && (!open || typeOf(a) == typeOf(b))
}

// bestLabels is the legal sequence of labels with the highest sum of scores,
// which hold NameLabels numbers a word (Viterbi).
func bestLabels(scores []int32, n int) []int8 {
	if n == 0 {
		return nil
	}
	const never = -1 << 40
	best := make([]int64, NameLabels)
	next := make([]int64, NameLabels)
	back := make([]int8, n*NameLabels)
	for i := range n {
		for b := range NameLabels {
			top, from := int64(never), 0
			for a := range NameLabels {
				prev := best[a]
				if i == 0 {
					prev = 0
					if a != outside {
						prev = never
					}
				}
				if prev > top && follows(a, b) {
					top, from = prev, a
				}
			}
			next[b] = top + int64(scores[i*NameLabels+b])
			back[i*NameLabels+b] = int8(from)
		}
		best, next = next, best
	}
	last := outside
	for b := range NameLabels {
		if p := place(b); p != begin && p != inside && best[b] > best[last] {
			last = b
		}
	}
	labels := make([]int8, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = int8(last)
		last = int(back[i*NameLabels+last])
	}
	return labels
}
