package when

import "griot/text"

// outlook tells whether the words around a match look ahead. A tree says it
// best: what matters is the verb that governs the expression. Without trees the
// words before it must do.
func (m *matcher) outlook(doc *text.Doc, hit *match) outlook {
	return m.wordsBefore(hit.first)
}

// wordsBefore judges by the words before word i in its sentence, nearest first.
func (m *matcher) wordsBefore(i int) outlook {
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		w := &m.words[k]
		if c := m.text[w.start]; c == '.' || c == ';' || c == '!' || c == '?' {
			break
		}
		if _, ok := w.is(m.class.ahead); ok {
			return forward
		}
		if _, ok := w.is(m.class.back); ok {
			return backward
		}
		if n := int(w.end - w.start); n > 4 && m.text[w.end-2:w.end] == "ed" {
			return backward
		}
	}
	return unclear
}
