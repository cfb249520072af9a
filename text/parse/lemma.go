package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/learn"
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

// LemmaEntry is how a model stores that a lemma of a class (UPOS) is known.
func LemmaEntry(lemma, upos string) int32 {
	if upos == "AUX" {
		upos = "VERB"
	}
	return int32(hash(8, strings.ToLower(lemma)+"|"+upos))
}

// lemmaReach is how far below the best score a script may lie and still be
// chosen because it leads to a known lemma.
const lemmaReach = 6 * learn.One

// lemmaOf is the lemma of a word: that of an irregular verb by the table, else
// what the best script that fits the form makes of it. When that is no known
// word, the best script that makes one is taken, if there is one not much worse:
// "captured" is no form of "captur".
func (m *Model) lemmaOf(form, tag string, scores []int32) string {
	upos, xpos, _ := strings.Cut(tag, "|")
	past := xpos == "VBD" || xpos == "VBN"
	if verb, ok := m.pasts[strings.ToLower(form)]; ok && (past || upos == "VERB" && !m.lemmas[LemmaEntry(form, upos)]) {
		return verb
	}
	lemma, known := m.bestLemma(form, upos, scores)
	if !known && (past || xpos == "VBG") && upos == "VERB" {
		if mended := mend(lemma); !unspelt(form, mended) {
			return mended
		}
	}
	return lemma
}

// bestLemma tries the eight best scripts.
func (m *Model) bestLemma(form, upos string, scores []int32) (best string, known bool) {
	least := int32(0)
	for range 8 {
		k := highest(scores)
		score := scores[k]
		scores[k] = -1 << 31
		lemma, ok := Rewrite(m.scripts[k], form)
		if !ok || unspelt(form, lemma) {
			continue
		}
		if best == "" {
			best, least = lemma, score-lemmaReach
		}
		if score < least || upos == "PROPN" {
			break
		}
		if m.lemmas[LemmaEntry(lemma, upos)] {
			return lemma, true
		}
	}
	if best == "" {
		return form, false
	}
	return best, false
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
