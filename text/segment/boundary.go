package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
)

// boundary looks at the places between the tokens of a paragraph where a
// sentence may end, from left to right.
type boundary struct {
	tokens  []text.Token
	first   int  // where the present sentence begins
	quoted  bool // between double quotes, which may be older than the sentence
	opened  int  // brackets open since then
	ended   int  // marks that end sentences since then
	feature []uint32
}

// begin starts a sentence at token i.
func (b *boundary) begin(i int) {
	b.first, b.opened, b.ended = i, 0, 0
}

// step takes token i into the present sentence.
func (b *boundary) step(i int) {
	switch f := b.tokens[i].Form; f {
	case `"`:
		b.quoted = !b.quoted
	case "“", "``", "«":
		b.quoted = true
	case "”", "''", "»":
		b.quoted = false
	case "(", "[", "{":
		b.opened++
	case ")", "]", "}":
		b.opened = max(0, b.opened-1)
	default:
		if mark(f) == '.' {
			b.ended++
		}
	}
}

// possible tells whether a sentence might end after token i at all: not
// between two plain lower-case words, nor in front of what closes, nor after
// what is said up to a comma: “We know,” she said.
func (b *boundary) possible(i int) bool {
	next := b.tokens[i+1].Form
	if i > 0 && b.tokens[i-1].Form == "," && slices.Contains(quotes, b.tokens[i].Form) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(r) {
		return mark(b.tokens[i].Form) != 'a'
	}
	switch next {
	case ",", ";", ")", "]", "}", "”", "%", "—", "–", "'s", "’s":
		return false
	}
	return true
}

var quotes = []string{`"`, "”", "’", "''", "»"}

// mark is the class of a form: '.' what ends sentences, 'a' a word in lower
// case, 'A' one with a capital, 'U' all capitals, 'x' an abbreviation, 'L' an
// address, '0' a number, otherwise the first byte.
func mark(form string) byte {
	r, size := utf8.DecodeRuneInString(form)
	switch {
	case r == '.' || r == '!' || r == '?' || r == '…':
		return '.'
	case unicode.IsDigit(r):
		return '0'
	case unicode.IsLetter(r):
		return letters(form, r, size)
	}
	return form[0]
}

func letters(form string, r rune, size int) byte {
	switch {
	case strings.Contains(form, "://") || strings.Contains(form, "@") || strings.HasPrefix(form, "www."):
		return 'L'
	case form[len(form)-1] == '.':
		return 'x'
	case !unicode.IsUpper(r):
		return 'a'
	case size == len(form):
		return 'I'
	case len(form) <= 16 && strings.ToUpper(form) == form:
		return 'U'
	}
	return 'A'
}

// longestWord bounds how much of a form a feature looks at, in bytes.
const longestWord = 24

// features describes the place after token i, as hashes.
func (b *boundary) features(i int) []uint32 {
	t, n := b.form(i), b.form(i+1)
	mt, mn := mark(t), mark(n)
	mp, mm := b.mark(i-1), b.mark(i+2)
	lt, ln := strings.ToLower(t), strings.ToLower(n)
	length, left := bucket(i+1-b.first), bucket(len(b.tokens)-1-i)
	state := byte(min(b.opened, 1))<<1 | byte(min(b.ended, 2))<<2
	if b.quoted {
		state |= 1
	}
	if b.tokens[i].Glued {
		state |= 16
	}
	f := b.feature[:0]
	f = append(f,
		hash(1, "", ""),
		hash(2, lt, string(mn)),
		hash(3, string(mt), ln),
		hash(4, lt, ln),
		hash(5, string([]byte{mp, mt, mn, mm}), ""),
		hash(6, string([]byte{mt, mn, state}), lt),
		hash(7, string([]byte{mt, mn, length}), ""),
		hash(8, string([]byte{mt, mn, left}), ""),
		hash(9, string([]byte{mt, mn, length, left, state}), ""),
		hash(10, strings.ToLower(b.form(i-1)), lt+string(mn)),
		hash(11, ln, string([]byte{mt, mm})),
		hash(12, ln, strings.ToLower(b.form(i+2))+string(mt)),
		hash(13, string([]byte{mp, mt, mn, state}), ln),
		hash(14, t, n),
		hash(15, b.form(b.first), string([]byte{mt, mn, length})),
		hash(16, string([]byte{state, length, mp, mn}), lt),
	)
	b.feature = f
	return f
}

// form is the form of token i, cut short; "" outside the paragraph.
func (b *boundary) form(i int) string {
	if i < 0 || i >= len(b.tokens) {
		return ""
	}
	f := b.tokens[i].Form
	return f[:min(len(f), longestWord)]
}

func (b *boundary) mark(i int) byte {
	if f := b.form(i); f != "" {
		return mark(f)
	}
	return ' '
}

// bucket is the order of magnitude of a count.
func bucket(n int) byte {
	switch {
	case n <= 4:
		return byte(n)
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	case n <= 20:
		return 7
	case n <= 40:
		return 8
	}
	return 9
}

// hash is FNV-1a over a kind of feature and its two parts.
func hash(kind byte, a, b string) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for i := 0; i < len(a); i++ {
		h = (h ^ uint32(a[i])) * 16777619
	}
	h = (h ^ 0xff) * 16777619
	for i := 0; i < len(b); i++ {
		h = (h ^ uint32(b[i])) * 16777619
	}
	return h ^ h>>15
}
