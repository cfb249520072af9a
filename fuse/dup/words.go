package dup

import (
	"unicode"
	"unicode/utf8"

	"griot"
)

// word is a word of a report's prose: its folded letters as a hash, and its bytes.
type word struct {
	hash       uint64
	start, end int32
}

const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
)

// mostWords is how many words of a report are compared; what is longer is no
// news report, and its beginning tells where it is from.
const mostWords = 20000

// wordsOf are the words of a report's body and headings, in order, without
// case or punctuation; furniture differs between outlets and says nothing of
// where the text came from.
func wordsOf(r *griot.Report) []word {
	if len(r.Blocks) == 0 {
		return appendWords(nil, r.Text, 0, len(r.Text))
	}
	var words []word
	for _, b := range r.Blocks {
		if !b.Kind.Furniture() && 0 <= b.Start && b.Start <= b.End && b.End <= len(r.Text) {
			words = appendWords(words, r.Text, b.Start, b.End)
		}
	}
	return words
}

func appendWords(words []word, text string, from, to int) []word {
	hash, start := uint64(fnvBasis), -1
	for i := from; i < to && len(words) < mostWords; {
		c, size := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			if start < 0 {
				hash, start = fnvBasis, i
			}
			hash = (hash ^ uint64(unicode.ToLower(c))) * fnvPrime
		} else if start >= 0 {
			words = append(words, word{hash, int32(start), int32(i)})
			start = -1
		}
		i += size
	}
	if start >= 0 && len(words) < mostWords {
		words = append(words, word{hash, int32(start), int32(to)})
	}
	return words
}
