package atlas

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key is what a name is found by: lower case, without accents, apostrophes and
// full stops, one space between words, and "saint", "mount" and "fort" written
// short. Names that a reader takes for the same have the same key.
func Key(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range fold(name) {
		switch {
		case silent(r):
		case r == '-' || r == ',' || r == '–' || unicode.IsSpace(r):
			gap = true
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteString(plain(unicode.ToLower(r)))
		}
	}
	return short(b.String())
}

func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// silent runes leave no trace in a key: accents and the many apostrophes of
// transliterated names.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', 'ʻ', 'ʼ', 'ʹ', 'ʿ', 'ʾ', 'ʽ':
		return true
	}
	return r >= 0x300 && unicode.Is(unicode.Mn, r)
}

// plain spells letters that do not decompose.
func plain(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'đ', 'ð':
		return "d"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ə':
		return "a"
	case 'þ':
		return "th"
	}
	return string(r)
}

func short(key string) string {
	for _, s := range [...][2]string{{"saint ", "st "}, {"mount ", "mt "}, {"fort ", "ft "}} {
		if rest, ok := strings.CutPrefix(key, s[0]); ok {
			return s[1] + rest
		}
	}
	return key
}
