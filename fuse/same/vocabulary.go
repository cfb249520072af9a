package same

import (
	"slices"
	"strings"
	"unicode"
)

// word is a stem by its number in a vocabulary.
type word uint32

// vocabulary numbers the stems of texts, so that claims hold numbers.
type vocabulary struct {
	ofForm map[string]word // by the form in small letters
	ofStem map[string]word
}

func newVocabulary() *vocabulary {
	return &vocabulary{map[string]word{}, map[string]word{}}
}

// set lists the content words of a text in order, each once.
func (v *vocabulary) set(text string) []word {
	var list []word
	for form := range contents(text) {
		w, ok := v.ofForm[form]
		if !ok {
			stem := Stem(form)
			if w, ok = v.ofStem[stem]; !ok {
				w = word(len(v.ofStem))
				v.ofStem[stem] = w
			}
			v.ofForm[strings.Clone(form)] = w
		}
		list = append(list, w)
	}
	slices.Sort(list)
	return slices.Clip(slices.Compact(list))
}

// Words are the content words of a text as stems, in order, with repeats: what
// is neither a function word nor shorter than three letters, and numbers.
func Words(text string) []string {
	var words []string
	for form := range contents(text) {
		words = append(words, Stem(form))
	}
	return words
}

// contents yields the content words of a text in small letters.
func contents(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
			if !function[w] && (len(w) > 2 || w[0] >= '0' && w[0] <= '9') && !yield(w) {
				return
			}
		}
	}
}

// function holds the words that say nothing of what a text is about; when is
// told by days and not by their names.
var function = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`the and for that with was were has have had been being his her its their they them she him our your
		you who whom whose which what when where while will would could should may might can did does done are not but from into
		onto over under after before between about against than then there here this these those also more most other others some
		any all both each such only own same too very just now still yet out off down upon per via said says say told according
		how why because during until since though although however among amid
		monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
		november december today yesterday tomorrow day days week weeks month months year years night morning evening afternoon ago`) {
		m[w] = true
	}
	return m
}()
