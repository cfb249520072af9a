package when

import "griot/text"

// outlook tells whether the words around a match look ahead. A tree says it
// best: what matters is the verb that governs the expression. Without trees the
// words before it must do.
func (m *matcher) outlook(doc *text.Doc, hit *match) outlook {
	if hit.end < len(m.words) && m.in(&m.words[hit.end], m.class.possessive) {
		return backward // "Tuesday's ruling"
	}
	return m.wordsBefore(hit.first)
}

// lookBack is how many words before an expression are asked.
const lookBack = 20

// wordsBefore judges by the words before word i in its sentence, nearest first:
// an act that is planned lies ahead, unless the plan itself had been made
// earlier still.
func (m *matcher) wordsBefore(i int) outlook {
	hint := unclear
	for k := i - 1; k >= 0 && k >= i-lookBack; k-- {
		w := &m.words[k]
		switch c := m.text[w.start]; {
		case c == '.' || c == ';' || c == '!' || c == '?':
			return hint
		case m.in(w, m.class.ahead):
			if m.hadBefore(k) {
				return backward
			}
			return forward
		case m.in(w, m.class.back):
			return backward
		case k == i-1 && m.in(w, m.class.hint):
			hint = forward
		case m.pastForm(k):
			return backward
		}
	}
	return hint
}

// hadBefore tells whether "had" or "had been" stands before word k.
func (m *matcher) hadBefore(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if m.in(&m.words[j], m.class.had) {
			return true
		}
	}
	return false
}

// pastForm tells whether word k looks like a past tense: it ends in -ed, is no
// name, and does not follow "be".
func (m *matcher) pastForm(k int) bool {
	w := &m.words[k]
	return w.end-w.start > 4 && !w.capital && m.text[w.end-2:w.end] == "ed" && (k == 0 || m.text[m.words[k-1].start:m.words[k-1].end] != "be")
}

func (m *matcher) in(w *word, c class) bool {
	_, ok := w.is(c)
	return ok
}
