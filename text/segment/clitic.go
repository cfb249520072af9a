package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// parts emits a run of word runes as the words it is made of: clitics are cut
// off, and amounts from what they count.
func (x *lexer) parts(at, stop int) {
	form := x.text[at:stop]
	if len(form) > 32 {
		x.emit(at, stop)
		return
	}
	lower := strings.ToLower(form)
	if words := x.merged(form, lower, stop); words != nil {
		for _, w := range words[:len(words)-1] {
			n := len(w)
			x.emit(at, at+n)
			at += n
		}
		x.emit(at, stop)
		return
	}
	if n := amount(form); n > 0 {
		x.emit(at, at+n)
		x.emit(at+n, stop)
		return
	}
	cut := at + clitic(lower, len(form))
	if cut > at && cut < stop && len(lower) == len(form) {
		x.parts(at, cut) // "he'd've"
		x.emit(cut, stop)
		return
	}
	x.emit(at, stop)
}

// merged is what the table of merged words makes of the word. One of two or
// three letters must be in lower case: "Im" is a family name.
func (x *lexer) merged(form, lower string, stop int) []string {
	key := straight(lower)
	words, ok := x.lang.Merged[key]
	if !ok && x.lang.Double[key] {
		words, ok = x.lang.Merged[key+" "+x.following(stop)]
	}
	if !ok || len(lower) != len(form) || len(straight(lower)) != len(form) || len(form) <= 3 && lower != form {
		return nil
	}
	return words
}

// following is the word after the one that stops at stop, in lower case; "" when
// anything but a space is between or it is long.
func (x *lexer) following(stop int) string {
	const long = 12
	rest := x.text[skipSpace(x.text, stop):]
	rest = rest[:min(len(rest), long)]
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		rest = rest[:i]
	} else if len(rest) == long {
		return ""
	}
	return strings.ToLower(rest)
}

// straight puts ' for other marks in the place of an apostrophe.
func straight(s string) string {
	if !strings.ContainsAny(s, "’`") {
		return s
	}
	return strings.NewReplacer("’", "'", "`", "'").Replace(s)
}

// clitics are what hangs on a word in English, without the apostrophe.
var clitics = []string{"s", "m", "d", "ll", "re", "ve"}

// clitic is the place in a lower-case word where its clitic begins, or size.
func clitic(w string, size int) int {
	i := strings.LastIndexAny(w, "'’`")
	if i <= 0 {
		return size
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	tail := w[i+n:]
	if tail == "t" && w[i-1] == 'n' && i >= 2 {
		return i - 1
	}
	for _, c := range clitics {
		if tail == c {
			return i
		}
	}
	return size
}

// units are cut from the digits before them.
var units = map[string]bool{
	"am": true, "pm": true, "a.m.": true, "p.m.": true,
	"m": true, "k": true, "b": true, "bn": true, "mn": true, "mm": true, "cm": true, "km": true, "ft": true,
	"kg": true, "lb": true, "lbs": true, "t": true, "x": true, "f": true, "hz": true, "kb": true, "mb": true, "gb": true,
	"mph": true, "kph": true, "mw": true, "hrs": true, "yrs": true, "mins": true, "percent": true,
}

// amount is the length of the digits of "10km" and "9pm", 0 for other words.
func amount(form string) int {
	n := runOf(form, "0123456789.,:")
	if n == 0 || n == len(form) || !unicode.IsDigit(rune(form[n-1])) {
		return 0
	}
	if units[strings.ToLower(form[n:])] {
		return n
	}
	return 0
}
