package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// piece is a part of a token by which names are compared: "al-Qaeda" is two
// pieces, as are the three tokens "al", "-", "Qaeda", and "U.S." is one, "us".
type piece struct {
	key   string // lower case, without marks on letters
	tok   int    // index of the token it is part of
	upper bool   // it begins with a capital or a digit
	caps  bool   // it has letters and none of them is small
	marks bool   // a letter of it bears a mark
}

// cut appends the pieces of a form. A form without any letter or digit is a
// piece of its own that no name holds, unless it only joins words.
func cut(pieces []piece, form string, tok int) []piece {
	if len(form) > 60 || strings.Contains(form, "://") || strings.HasPrefix(form, "www.") {
		return append(pieces, piece{key: " ", tok: tok}) // an address names nobody
	}
	n := len(pieces)
	start := -1
	flush := func(end int) {
		if start >= 0 {
			pieces = append(pieces, newPiece(form[start:end], tok))
		}
		start = -1
	}
	for i, r := range form {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '.' || apostrophe(r):
			if start < 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				start = i
			}
		default:
			flush(i)
			if r == ',' && len(form) > 1 {
				pieces = append(pieces, piece{key: ",", tok: tok})
			}
		}
	}
	flush(len(form))
	if len(pieces) == n && strings.Trim(form, "-–'’‑&") != "" {
		pieces = append(pieces, piece{key: form, tok: tok})
	}
	return pieces
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

func newPiece(s string, tok int) piece {
	first, _ := utf8.DecodeRuneInString(s)
	small, large := false, 0
	for _, r := range s {
		if unicode.IsLower(r) {
			small = true
		}
		if unicode.IsUpper(r) {
			large++
		}
	}
	key := fold(s)
	return piece{key, tok, unicode.IsUpper(first) || unicode.IsDigit(first), large > 1 && !small, len(key) < len(s) && utf8.RuneCountInString(s) < len(s)}
}

var plain = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d")

// fold is the lower-case form without marks, dots and apostrophes: "N'Djaména"
// is "ndjamena".
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	s = strings.ToLower(s)
	if !ascii {
		s = plain.Replace(norm.NFD.String(s))
	}
	return strings.Map(func(r rune) rune {
		if r == '.' || apostrophe(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

// words cuts a name or phrase into pieces as if each word were a token, the
// possessive apart.
func words(phrase string) []piece {
	var pieces []piece
	for i, w := range strings.Fields(strings.ReplaceAll(phrase, "’", "'")) {
		if base, ok := strings.CutSuffix(w, "'s"); ok && base != "" {
			pieces = cut(cut(pieces, base, i), "'s", i)
			continue
		}
		pieces = cut(pieces, w, i)
	}
	return pieces
}

// normal is the key of a name: its pieces joined by blanks.
func normal(name string) string {
	var b strings.Builder
	for _, p := range words(name) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.key)
	}
	return b.String()
}

var irregular = map[string]string{
	"people": "people", "children": "child", "wives": "wife", "thieves": "thief", "personnel": "personnel",
	"police": "police", "forces": "forces", "services": "services", "lives": "life", "mps": "mp", "news": "news",
	"series": "series", "troops": "troop", "marines": "marine", "states": "state", "authorities": "authority",
}

// singular is the singular of an English noun given in lower case, as well as
// spelling tells it.
func singular(s string) string {
	if base, ok := irregular[s]; ok {
		return base
	}
	switch {
	case len(s) < 4 || strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "us") || strings.HasSuffix(s, "sis"):
		return s
	case strings.HasSuffix(s, "men"):
		return s[:len(s)-2] + "an"
	case strings.HasSuffix(s, "ies"):
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses") || strings.HasSuffix(s, "shes") || strings.HasSuffix(s, "ches") || strings.HasSuffix(s, "xes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s"):
		return s[:len(s)-1]
	}
	return s
}
