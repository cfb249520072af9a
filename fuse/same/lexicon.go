package same

import (
	"slices"
	"strings"
	"sync"

	"griot/data"
)

// lexicon is what is known of words beside their endings.
type lexicon struct {
	forms map[string]string // base of an irregular form
	kin   map[string][]int  // rows of words for one act, by stem
}

// loaded reads the tables of data/state once. They are part of the program; a
// malformed one is a fault of the build, which a test finds.
var loaded = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]string{}, map[string][]int{}}
	forms, err := data.StateRows("forms", "form", "base")
	if err != nil {
		panic(err)
	}
	for _, row := range forms {
		l.forms[row[0]] = row[1]
	}
	kin, err := data.StateRows("kindred", "words")
	if err != nil {
		panic(err)
	}
	for i, row := range kin {
		for _, w := range strings.Fields(row[0]) {
			stem := l.stem(w)
			l.kin[stem] = append(l.kin[stem], i)
		}
	}
	return l
})

// Stem is what the forms of an English word have in common: "attacked",
// "attacks" and "attacking" are one word, and so are "shot" and "shoots".
func Stem(w string) string { return loaded().stem(w) }

func (l *lexicon) stem(w string) string {
	if base, ok := l.forms[w]; ok {
		w = base
	}
	return cut(w)
}

// Kindred tells whether two stems are words for one act.
func Kindred(a, b string) bool {
	l := loaded()
	return a == b || slices.ContainsFunc(l.kin[a], func(row int) bool { return slices.Contains(l.kin[b], row) })
}

// Senses are the rows of words for one act that a stem stands in; two stems
// that share one are Kindred.
func Senses(stem string) []int { return loaded().kin[stem] }

// like tells whether the head words of two claims are words for one act.
func (v *view) like(w *view) bool {
	return v.lemma == w.lemma || slices.ContainsFunc(v.kin, func(row int) bool { return slices.Contains(w.kin, row) })
}

// The endings that are cut: first those of inflection, then those that make
// nouns of verbs and verbs of nouns. At least four letters stay.
var (
	inflections = []string{"ings", "ing", "ed", "es", "s"}
	derivations = []string{"ations", "ation", "ators", "ator", "ments", "ment", "ate", "at", "er", "e"}
)

func cut(w string) string {
	if n := len(w); n > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")) {
		return w[:n-3] + "y"
	}
	for _, endings := range [][]string{inflections, derivations} {
		for _, end := range endings {
			if len(w)-len(end) >= 4 && strings.HasSuffix(w, end) {
				w = w[:len(w)-len(end)]
				break
			}
		}
		if n := len(w); n > 4 && w[n-1] == w[n-2] {
			w = w[:n-1]
		}
	}
	return w
}
