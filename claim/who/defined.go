package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropRedefined forgets what the tables say of an acronym that the report itself
// spells out otherwise: "the National Police Agency (NPA)" speaks of no army.
func (c *Cast) dropRedefined() {
	other := map[string]bool{}
	for i, m := range c.names {
		if !c.defined(m) {
			continue
		}
		if e := m.labels[0].entry; e != nil && !c.spelled(i, e) {
			other[c.pieces[m.first].key] = true
		}
	}
	if len(other) == 0 {
		return
	}
	c.names = slices.DeleteFunc(c.names, func(m mark) bool {
		return m.end == m.first+1 && other[c.pieces[m.first].key] && c.pieces[m.first].caps
	})
	c.nameAt = c.spread(len(c.names), func(i int) (int, int) { return c.names[i].first, c.names[i].end })
}

// defined tells whether a name is an acronym in brackets after words in capitals
// whose first letters it has.
func (c *Cast) defined(m mark) bool {
	tok := c.pieces[m.first].tok
	if m.end != m.first+1 || !c.pieces[m.first].caps || tok == 0 || tok+1 >= len(c.doc.Tokens) || c.doc.Tokens[tok-1].Form != "(" || c.doc.Tokens[tok+1].Form != ")" {
		return false
	}
	return c.capitals(tok-2, utf8.RuneCountInString(c.doc.Tokens[tok].Form)) == strings.ToLower(c.doc.Tokens[tok].Form)
}

// capitals are the first letters of the last n words in capitals up to a token,
// in small letters.
func (c *Cast) capitals(last, n int) string {
	var out []rune
	for i := last; i >= 0 && len(out) < n && last-i < 2*n; i-- {
		first, _ := utf8.DecodeRuneInString(c.doc.Tokens[i].Form)
		if unicode.IsUpper(first) {
			out = append(out, unicode.ToLower(first))
		}
	}
	slices.Reverse(out)
	return string(out)
}

// spelled tells whether the words before an acronym in brackets, the name i, are
// a name of the same actor.
func (c *Cast) spelled(i int, e *entry) bool {
	if i == 0 {
		return false
	}
	before := c.names[i-1]
	return c.pieces[before.end-1].tok >= c.pieces[c.names[i].first].tok-2 && before.labels[0].entry == e
}
