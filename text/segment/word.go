package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text/lang"
)

// word emits the word that begins at at, and what grows on it, and returns
// where it ends.
func (x *lexer) word(at, end int) int {
	stop := x.extent(at, end)
	stop = x.fullStop(at, stop, end)
	x.parts(at, stop)
	return stop
}

// extent is the end of the run of word runes and of the marks that join them.
func (x *lexer) extent(at, end int) int {
	i := at
	if x.text[i] == '.' {
		i++
	}
	for i < end {
		r, size := utf8.DecodeRuneInString(x.text[i:end])
		if isWord(r) {
			i += size
			continue
		}
		if i == at || i+size >= end || !x.joins(at, i, r, size, end) {
			return x.dollar(at, i, end)
		}
		i += size
	}
	return end
}

// dollar takes the sign of "US$" and "A$" to the word.
func (x *lexer) dollar(at, i, end int) int {
	if i < end && x.text[i] == '$' && i-at <= 3 && strings.ToUpper(x.text[at:i]) == x.text[at:i] && !digitAt(x.text, i-1, i) {
		return i + 1
	}
	return i
}

// joins tells whether the mark r at i joins the word that began at at to what
// follows.
func (x *lexer) joins(at, i int, r rune, size, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(x.text[at:i])
	after, _ := utf8.DecodeRuneInString(x.text[i+size : end])
	if !isWord(after) {
		return false
	}
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch r {
	case '.':
		return digits || !x.missingSpace(at, i, end)
	case ',', ':':
		return digits
	case '/':
		return digits || short(x.text[at:i]) && short(x.text[i+1:min(i+4, end)]) && i-at == 1
	case '\'', '’', '`', '_':
		return true
	case '-', '\u2010', '\u2011':
		return x.hyphenJoins(at, i, i+size, end)
	case '&':
		return unicode.IsUpper(before) && unicode.IsUpper(after)
	}
	return false
}

// short tells whether s begins with one letter and no more.
func short(s string) bool {
	return len(s) > 0 && isWordAt(s, 0) && (len(s) == 1 || !isWordAt(s, 1))
}

// missingSpace tells whether the full stop at i ends a sentence though no space
// follows: "fled.The army".
func (x *lexer) missingSpace(at, i, end int) bool {
	left := x.text[at:i]
	if k := strings.LastIndexAny(left, ".-'"); k >= 0 {
		left = left[k+1:]
	}
	next := x.text[i+1 : end]
	n := runOfWords(next)
	r, size := utf8.DecodeRuneInString(next)
	if !unicode.IsUpper(r) || len(left) < 2 && !digitAt(left, 0, len(left)) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLower(last) && !unicode.IsDigit(last) || x.lang.Abbreviation(left+".") == lang.Title {
		return false
	}
	second, _ := utf8.DecodeRuneInString(next[size:])
	if n == size { // one letter: "I", "A", or an initial
		return r == 'I' || r == 'A'
	}
	return unicode.IsLower(second) && !isDomain(next[:n])
}

func isDomain(s string) bool {
	for _, d := range domains {
		if strings.EqualFold(s, d) {
			return true
		}
	}
	return false
}

// hyphenJoins tells whether a hyphen is part of the word: after a prefix, and
// in numbers that are no range.
func (x *lexer) hyphenJoins(at, hyphen, next, end int) bool {
	left := x.text[at:hyphen]
	if len(left) <= 8 && x.lang.Prefixes[strings.ToLower(left)] {
		return true
	}
	if !allDigits(left, "-") {
		return false
	}
	right := x.text[next:min(end, next+24)]
	right = right[:runOf(right, "0123456789-")]
	if next+len(right) < end && isWordAt(x.text[:end], next+len(right)) {
		return false
	}
	groups := strings.Count(left, "-") + strings.Count(right, "-") + 1
	return groups >= 2 || len(left) == 3 && len(right) == 4
}

func allDigits(s, others string) bool {
	return s != "" && runOf(s, "0123456789"+others) == len(s)
}

// fullStop takes the full stop at stop to the word when it is an abbreviation.
func (x *lexer) fullStop(at, stop, end int) int {
	if stop >= end || x.text[stop] != '.' || stop+1 < end && strings.IndexByte(".!?", x.text[stop+1]) >= 0 {
		return stop
	}
	if stop-at > 12 {
		return stop
	}
	form := x.text[at : stop+1]
	switch x.lang.Abbreviation(form) {
	case lang.Title, lang.Word:
		return stop + 1
	case lang.Number:
		if digitAt(x.text, skipSpace(x.text, stop+1), len(x.text)) {
			return stop + 1
		}
		return stop
	case lang.Unit:
		if n := len(x.out); n > 0 && digitAt(x.out[n-1].Form, 0, 1) {
			return stop + 1
		}
		return stop
	}
	if dotted(form) || x.initial(form, stop+1) || x.item(at, stop, end) {
		return stop + 1
	}
	return stop
}

// dotted tells "U.S." and "p.m.": single letters with full stops.
func dotted(form string) bool {
	n := 0
	for _, r := range form {
		if (r == '.') != (n%2 == 1) || r != '.' && !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n >= 4
}

// initial tells the initial of a name: one capital, then a capitalised word.
func (x *lexer) initial(form string, after int) bool {
	r, size := utf8.DecodeRuneInString(form)
	if size+1 != len(form) || !unicode.IsUpper(r) {
		return false
	}
	at := skipSpace(x.text, after)
	next, _ := utf8.DecodeRuneInString(x.text[at:])
	if !unicode.IsUpper(next) {
		return false
	}
	if r != 'I' {
		return true
	}
	n := len(x.out)
	if n == 0 {
		return false
	}
	last, _ := utf8.DecodeRuneInString(x.out[n-1].Form)
	return unicode.IsUpper(last)
}

// item tells the number of a list item, "2." at the beginning of a line.
func (x *lexer) item(at, stop, end int) bool {
	if stop-at > 2 || stop+1 != end || !allDigits(x.text[at:stop], "") {
		return false
	}
	i := at
	for i > 0 && (x.text[i-1] == ' ' || x.text[i-1] == '\t') {
		i--
	}
	return i == 0 || x.text[i-1] == '\n'
}

// skipSpace is the first byte from at on that is no space, looking ahead a
// little only.
func skipSpace(s string, at int) int {
	for n := 0; at < len(s) && n < 3 && s[at] == ' '; n++ {
		at++
	}
	return at
}
