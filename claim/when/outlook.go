package when

import (
	"slices"

	"griot/text"
)

// outlook tells whether the words around a match look ahead. A tree says it
// best: what matters is the verb that governs the expression. Where it does not
// say, or there is no tree, the words before the expression must do.
func (m *matcher) outlook(t *Times, hit *match) outlook {
	if t.trees {
		if o := t.governed(int(m.words[hit.first].start), int(m.words[hit.end-1].end)); o != unclear {
			return o
		}
	}
	if hit.end < len(m.words) && m.in(&m.words[hit.end], m.class.possessive) {
		return backward // "Tuesday's ruling"
	}
	return m.wordsBefore(hit.first)
}

// governed judges by the verb that governs the expression in text[start:end].
func (t *Times) governed(start, end int) outlook {
	tokens := t.doc.Tokens
	first, _ := slices.BinarySearchFunc(tokens, start, func(tok text.Token, at int) int { return tok.Start - at })
	if first >= len(tokens) || tokens[first].Start >= end {
		return unclear
	}
	var m mount
	m.verb = -1
	m.hang(t, first, end, false)
	switch {
	case m.verb >= 0 && m.prep == "by" && (t.in(m.verb, "PLAN") && !t.pluperfect(m.verb) || t.says(m.verb, "if", "unless") && t.present(m.verb)):
		return forward // "promised results by Wednesday", "unless they leave by Sunday"
	case m.verb >= 0 && m.prep == "from" && t.in(m.verb, "REPORT") && t.in(m.verb, "CARRY"):
		return forward // "announced a strike from Wednesday"
	case m.verb < 0 || m.prep == "until" || m.prep == "by":
		return unclear
	}
	return t.looks(m.verb)
}

// looks tells whether a verb tells of what is to come: it has "will", or stands
// under a verb of planning, or is one and says for when.
func (t *Times) looks(verb int) outlook {
	tok := t.doc.Tokens[verb]
	had := t.pluperfect(verb)
	switch {
	case t.helper(verb, "will", "'ll", "wo", "would", "shall", "might") != "":
		return forward
	case t.in(verb, "SCHEDULE") && !had:
		return forward
	case t.ahead(verb) && tok.Head >= 0 && t.in(tok.Head, "PLAN"):
		if t.pluperfect(tok.Head) {
			return backward
		}
		return forward
	case (tok.XPOS == "VBZ" || tok.XPOS == "VBP") && tok.UPOS == "VERB" && !t.in(verb, "REPORT"):
		return forward // "the summit opens Monday"
	case tok.XPOS == "VBD", tok.XPOS == "VBN" && t.helper(verb, "was", "were", "has", "have", "had") != "":
		return backward
	}
	return unclear
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
			if hint = forward; m.hadSoon(i) {
				hint = backward // "Until Thursday, they had …"
			}
		case m.pastForm(k):
			return backward
		}
	}
	return hint
}

// hadSoon tells whether "had" stands in the words after word i, in its sentence.
func (m *matcher) hadSoon(i int) bool {
	for k := i; k < len(m.words) && k <= i+4; k++ {
		switch w := &m.words[k]; {
		case m.text[w.start] == '.':
			return false
		case m.in(w, m.class.had):
			return true
		}
	}
	return false
}

// hadBefore tells whether "had" or "had been", or a word for what was planned
// at first, stands before word k.
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
