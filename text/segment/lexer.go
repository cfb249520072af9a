package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
	"griot/text/lang"
)

// lexer cuts text into words. It looks ahead a bounded number of bytes, or to
// the end of what it then consumes, so that its time is linear.
type lexer struct {
	text string
	lang *lang.Language
	out  []text.Token
}

// run cuts the bytes from start to end.
func (x *lexer) run(start, end int) {
	for at := start; at < end; {
		r, size := utf8.DecodeRuneInString(x.text[at:end])
		if isSpace(r) {
			at += size
			continue
		}
		stop := at + strings.IndexFunc(x.text[at:end], isSpace)
		if stop < at {
			stop = end
		}
		first := len(x.out)
		x.chunk(at, stop)
		for i := first; i < len(x.out)-1; i++ {
			x.out[i].Glued = true
		}
		at = stop
	}
	if n := len(x.out); n > 0 {
		x.out[n-1].Glued = false
	}
}

// isSpace also takes control characters and marks without width or meaning of
// their own for space.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func (x *lexer) emit(start, end int) {
	if start < end {
		x.out = append(x.out, text.Token{Start: start, End: end, Form: x.text[start:end], Head: -1})
	}
}

// chunk cuts what stands between white space.
func (x *lexer) chunk(at, end int) {
	if a, b := webAddress(x.text[at:end]); b > 0 {
		x.pieces(at, at+a)
		x.emit(at+a, at+b)
		at += b
	}
	x.pieces(at, end)
}

// pieces cuts a chunk that holds no address.
func (x *lexer) pieces(at, end int) {
	for at < end {
		r, size := utf8.DecodeRuneInString(x.text[at:end])
		switch {
		case isWord(r):
			at = x.word(at, end)
		case r < utf8.RuneSelf || unicode.IsPunct(r):
			at = x.punctuation(at, end, r, size)
		default:
			at = x.symbol(at, end, size)
		}
	}
}

// isWord tells the runes that words are made of.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u00ad' || r == '\u200d' || r == '\u200c'
}

// symbol emits a sign with what modifies it, as in emoji.
func (x *lexer) symbol(at, end, size int) int {
	stop := at + size
	for stop < end {
		r, n := utf8.DecodeRuneInString(x.text[stop:end])
		switch {
		case r == '\u200d': // joins the next sign to this one
			_, m := utf8.DecodeRuneInString(x.text[stop+n : end])
			stop += n + m
		case unicode.IsMark(r) || 0x1f3fb <= r && r <= 0x1f3ff:
			stop += n
		default:
			x.emit(at, stop)
			return stop
		}
	}
	x.emit(at, stop)
	return stop
}

// faces are signs of several marks that are one word.
var faces = []string{":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", ":/", "=)", "<3", "^_^", "-_-"}

// punctuation emits the marks at at and returns where they end.
func (x *lexer) punctuation(at, end int, r rune, size int) int {
	for _, f := range faces {
		if strings.HasPrefix(x.text[at:end], f) && (at+len(f) == end || !isWordAt(x.text, at+len(f))) {
			x.emit(at, at+len(f))
			return at + len(f)
		}
	}
	stop := at + size
	switch {
	case r == '.' || r == '!' || r == '?' || r == '…':
		stop = at + runOf(x.text[at:end], ".!?…")
		if r == '.' && stop == at+1 && digitAt(x.text, stop, end) && !gluedToWord(x.out, at) {
			return x.word(at, end) // ".25"
		}
	case strings.ContainsRune(`-*=~_+#|><^$/\`, r):
		stop = at + runOf(x.text[at:end], string(r))
		if n := stop - at; n == 1 && (r == '#' || r == '+') && isWordAt(x.text[:end], stop) && !gluedToWord(x.out, at) {
			return x.marked(at, end, r)
		}
	case r == '\'' || r == '’' || r == '‘' || r == '`':
		stop = x.apostrophe(at, end, r, size)
	case r == '@' && !gluedToWord(x.out, at) && isWordAt(x.text[:end], stop):
		stop += runOfWords(x.text[stop:end])
	}
	x.emit(at, stop)
	return stop
}

// marked emits "#hashtag" and "+44" as one word, "#1" as two.
func (x *lexer) marked(at, end int, r rune) int {
	digit := digitAt(x.text, at+1, end)
	if (r == '#') == digit {
		x.emit(at, at+1)
		return at + 1
	}
	stop := at + 1 + runOfWords(x.text[at+1:end])
	x.emit(at, stop)
	return stop
}

// apostrophe is the end of the marks or the shortened word at at: a pair of
// single quotes is one mark, "'02" and "'em" are words.
func (x *lexer) apostrophe(at, end int, r rune, size int) int {
	stop := at + size
	if next := string(r); r != '‘' && strings.HasPrefix(x.text[stop:end], next) {
		return stop + size
	}
	if gluedToWord(x.out, at) {
		return stop
	}
	n := runOfWords(x.text[stop:end])
	word := strings.ToLower(x.text[stop : stop+n])
	switch {
	case n == 2 && digitAt(x.text, stop, end), n == 3 && digitAt(x.text, stop, end) && word[2] == 's':
		return stop + n
	case word == "em" || word == "cause" || word == "til" || word == "s" || word == "re" || word == "ve" || word == "ll" || word == "d" || word == "m":
		return stop + n
	}
	return stop
}

// gluedToWord tells whether the last word ends at at in a letter or digit.
func gluedToWord(out []text.Token, at int) bool {
	n := len(out)
	if n == 0 || out[n-1].End != at {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(out[n-1].Form)
	return isWord(r)
}

func isWordAt(s string, at int) bool {
	r, size := utf8.DecodeRuneInString(s[at:])
	return size > 0 && isWord(r)
}

func digitAt(s string, at, end int) bool {
	return at < end && '0' <= s[at] && s[at] <= '9'
}

// runOf is the length of the run of runes of set at the beginning of s.
func runOf(s, set string) int {
	for i, r := range s {
		if !strings.ContainsRune(set, r) {
			return i
		}
	}
	return len(s)
}

// runOfWords is the length of the run of word runes at the beginning of s.
func runOfWords(s string) int {
	for i, r := range s {
		if !isWord(r) && r != '_' {
			return i
		}
	}
	return len(s)
}
