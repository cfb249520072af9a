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
// what ends there. If other is given, a piece may also stand for its other form.
func (t *trie[T]) longest(pieces []piece, other func(string) string, fits func(n int, v T) bool) (int, []T) {
	best, found := 0, []T(nil)
	at := []*trie[T]{t}
	for i, p := range pieces {
		var next []*trie[T]
		for _, n := range at {
			if m := n.next[p.key]; m != nil {
				next = append(next, m)
			}
			if other == nil {
				continue
			}
			if key := other(p.key); key != p.key && n.next[key] != nil {
				next = append(next, n.next[key])
			}
		}
		if len(next) == 0 {
			break
		}
		at = next
		var ok []T
		for _, n := range at {
			for _, v := range n.ends {
				if fits(i+1, v) {
					ok = append(ok, v)
				}
			}
		}
		if len(ok) > 0 {
			best, found = i+1, ok
		}
	}
	return best, found
}
