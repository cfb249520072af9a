package when

import "griot/text"

// outlook tells whether the words around a match look ahead. A tree says it
// best: what matters is the verb that governs the expression. Without trees the
// words before it must do.
func (m *matcher) outlook(doc *text.Doc, hit *match) outlook {
	return m.wordsBefore(hit.first)
}

// lookBack is how many words before an expression are asked.
const lookBack = 14

// wordsBefore judges by the words before word i in its sentence, nearest first.
func (m *matcher) wordsBefore(i int) outlook {
	hint := unclear
	for k := i - 1; k >= 0 && k >= i-lookBack; k-- {
		w := &m.words[k]
		switch c := m.text[w.start]; {
		case c == '.' || c == ';' || c == '!' || c == '?':
			return hint
		case m.in(w, m.class.ahead):
			return forward
		case m.in(w, m.class.back):
			return backward
		case m.in(w, m.class.hint):
			hint = forward
		case w.end-w.start > 4 && m.text[w.end-2:w.end] == "ed" && (k == 0 || m.text[m.words[k-1].start:m.words[k-1].end] != "be"):
			return backward
		}
	}
	return hint
}

func (m *matcher) in(w *word, c class) bool {
	_, ok := w.is(c)
	return ok
}
