package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lemma is made from a form by a script: what becomes of its capitals, the
// ending to take off, and what to put in its place. "low-ies+y" makes "city" of
// "Cities".

// Script is the script that makes lemma of form.
func Script(form, lemma string) string {
	best := ""
	for _, c := range casings {
		base := c.of(form)
		n := commonPrefix(base, lemma)
		if s := c.name + "-" + base[n:] + "+" + lemma[n:]; best == "" || len(s) < len(best) {
			best = s
		}
	}
	return best
}

var casings = []struct {
	name string
	of   func(string) string
}{
	{"low", strings.ToLower},
	{"asis", func(s string) string { return s }},
	{"title", title},
}

// Rewrite applies a script to a form; ok tells whether it fits.
func Rewrite(script, form string) (lemma string, ok bool) {
	casing, edit, _ := strings.Cut(script, "-")
	i := strings.LastIndexByte(edit, '+')
	if i < 0 {
		return "", false
	}
	cut, add := edit[:i], edit[i+1:]
	for _, c := range casings {
		if c.name == casing {
			stem, ok := strings.CutSuffix(c.of(form), cut)
			return stem + add, ok && len(stem)+len(add) > 0
		}
	}
	return "", false
}

func title(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + strings.ToLower(s[n:])
}

// commonPrefix is the length of the common prefix, cut at a whole character.
func commonPrefix(a, b string) int {
	n := 0
	for i, r := range a {
		size := utf8.RuneLen(r)
		if r == unicode.ReplacementChar || !strings.HasPrefix(b[min(i, len(b)):], a[i:i+size]) {
			break
		}
		n = i + size
	}
	return n
}
