package who

// trie finds the longest known sequence of pieces that begins at a piece, in
// time linear in its length.
type trie[T any] struct {
	next map[string]*trie[T]
	ends []T
}

func (t *trie[T]) add(pieces []piece, v T) {
	for _, p := range pieces {
		if t.next == nil {
			t.next = map[string]*trie[T]{}
		}
		n := t.next[p.key]
		if n == nil {
			n = &trie[T]{}
			t.next[p.key] = n
		}
		t = n
	}
	t.ends = append(t.ends, v)
}

// longest returns the number of pieces of the longest sequence that fits and
// what ends there. A piece may also stand for its other form, if given.
func (t *trie[T]) longest(pieces []piece, other func(string) string, fits func(n int, v T) bool) (int, []T) {
	best, found := 0, []T(nil)
	for i, p := range pieces {
		n := t.next[p.key]
		if n == nil && other != nil {
			n = t.next[other(p.key)]
		}
		if n == nil {
			break
		}
		t = n
		var ok []T
		for _, v := range t.ends {
			if fits(i+1, v) {
				ok = append(ok, v)
			}
		}
		if len(ok) > 0 {
			best, found = i+1, ok
		}
	}
	return best, found
}
