package when

// match is a rule that holds at some words.
type match struct {
	rule       int
	first, end int // the words of the expression
	reach      int // the last word the pattern looked at, plus one
	form       form
}

// pick is the sense in which a word was taken.
type pick struct {
	class class
	value float64
}

// matcher walks the trie of patterns. A pattern has at most a dozen words and a
// word few senses, so that a walk takes bounded time.
type matcher struct {
	*scanner
	path []pick
	best []pick
	hit  accept
	end  int // where the best pattern ends; 0: none yet
}

// matchAt finds the longest pattern whose expression begins at word i.
func (m *matcher) matchAt(i int) (match, bool) {
	if len(m.words[i].senses) == 0 || !m.mayStart(i) {
		return match{}, false
	}
	m.end = 0
	m.path = m.path[:0]
	m.walk(plainRoot, i, 0)
	for lead := 1; lead <= maxLead && lead <= i && len(m.words[i-lead].senses) > 0; lead++ {
		m.walk(contextRoot, i-lead, lead)
	}
	if m.end == 0 {
		return match{}, false
	}
	r := &m.rules[m.hit.rule]
	found := match{rule: m.hit.rule, first: i, end: m.end - m.hit.tail, reach: m.end, form: r.form}
	inside := m.best[m.hit.lead : len(m.best)-m.hit.tail]
	for _, part := range [][]pick{inside, m.best[:m.hit.lead], m.best[len(m.best)-m.hit.tail:]} {
		for _, p := range part {
			found.form.fill(m.inverse[p.class], p.value)
		}
	}
	found.form.settle()
	return found, true
}

// maxLead is how many words a pattern may want before its expression.
const maxLead = 3

// walk follows every branch that word i allows, for patterns with lead words
// before the expression.
func (m *matcher) walk(node int32, i, lead int) {
	if a, ok := m.accepts[node]; ok && a.lead == lead && m.better(a, i) && m.mayEnd(i-a.tail) {
		m.hit, m.end = a, i
		m.best = append(m.best[:0], m.path...)
	}
	if i >= len(m.words) {
		return
	}
	w := &m.words[i]
	for _, s := range w.senses {
		if s.capital && !w.capital {
			continue
		}
		if next, ok := m.steps[step{node, s.class}]; ok {
			m.path = append(m.path, pick{s.class, s.value})
			m.walk(next, i+1, lead)
			m.path = m.path[:len(m.path)-1]
		}
	}
}

func (m *matcher) better(a accept, end int) bool {
	return end > m.end || end == m.end && a.rule < m.hit.rule
}

// mayStart tells whether an expression may begin at word i: not inside of an
// address, a figure or a compound.
func (m *matcher) mayStart(i int) bool {
	if i == 0 || m.words[i].space {
		return true
	}
	before := m.text[m.words[i-1].start]
	switch before {
	case '/', '_', '.', '@', '=', '#', '&', '%', ':':
		return false
	case '-':
		return i < 2 || m.words[i-1].space || isDigit(m.text[m.words[i-1].start-1]) || m.dated(i-2)
	}
	return !isDigit(before) && (!isLetter(before) || before >= 0x80)
}

// dated tells whether word i may itself belong to an expression, as in
// "October-December".
func (m *matcher) dated(i int) bool {
	_, ok := m.words[i].is(m.class.month)
	return ok
}

// mayEnd tells whether an expression may end before word i: not inside of an
// address, a figure or a compound.
func (m *matcher) mayEnd(i int) bool {
	if i >= len(m.words) || m.words[i].space {
		return true
	}
	c := m.text[m.words[i].start]
	if c == '-' && i+1 < len(m.words) && !m.words[i+1].space && isLetter(m.text[m.words[i+1].start]) {
		return m.dated(i + 1)
	}
	return !isDigit(c) && (!isLetter(c) || c >= 0x80) && c != '/' && c != '_' && c != '@'
}
