package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Features is how many features the encoder sees of a word: the word itself if
// it is known, hashes of its suffixes, prefixes and shape, and what the gazette
// says of it.
const Features = 8

// Buckets is the number of rows of each table of hashed features.
const Buckets = 1 << 13

// Row is the features of a word: for each table the row to look up, and last the
// row of the table of vectors. Row 0 of the first table is for unknown words,
// row 0 of the vectors for those without one.
type Row [Features + 1]int32

// VectorAt is the place of a Row that tells the row of the vectors.
const VectorAt = Features

// Lexicon is what is known of words without context.
type Lexicon struct {
	words   map[string]int32 // numbers from 1, in the form that Normal gives
	gazette map[uint32]int32 // classes by hash
	vectors map[uint32]int32 // rows from 1, by hash
}

// Class is what the gazette says of a word: that it is a name of its own, or a
// word in one.
type Class int32

// The classes of the gazette. Of two that fit a word, the smaller counts.
const (
	NoClass Class = iota
	Country
	Demonym
	City // of 100,000 people or more
	Organisation
	Person
	Town
	OrganisationPart // a word in an organisation's name
	PlacePart        // a word in a place's name
	classes          = 16
)

// classBits are the low bits of a gazette entry, which hold the class; the rest
// is the hash of the word.
const classBits = classes - 1

// GazetteEntry is how a model stores a word of the gazette, or a phrase of words
// set apart by spaces.
func GazetteEntry(word string, class Class) int32 {
	return int32(hash(7, Normal(word))&^classBits | uint32(class))
}

// NewLexicon makes a lexicon of known words, entries of a gazette and the
// entries of the words that have vectors, in the order of the vectors.
func NewLexicon(words []string, gazette, vectors []int32) *Lexicon {
	l := &Lexicon{
		words:   make(map[string]int32, len(words)),
		gazette: make(map[uint32]int32, len(gazette)),
		vectors: make(map[uint32]int32, len(vectors)),
	}
	for i, w := range words {
		l.words[w] = int32(i + 1)
	}
	for _, e := range gazette {
		l.gazette[uint32(e)&^classBits] = e & classBits
	}
	for i, e := range vectors {
		l.vectors[uint32(e)] = int32(i + 1)
	}
	return l
}

// rootForm is the word that stands before each sentence; its dependents are
// roots.
const rootForm = "<root>"

// Rows looks up the features of the words of a sentence.
func (l *Lexicon) Rows(forms []string) []Row {
	rows := make([]Row, len(forms))
	for i, form := range forms {
		rows[i] = l.row(form)
	}
	for i := 0; i < len(forms); i++ {
		if n, class := l.phrase(forms[i:]); n > 0 {
			for k := range n {
				rows[i+k][Features-1] = class
			}
			i += n - 1
		}
	}
	return rows
}

// longestPhrase is the most words of a phrase of the gazette.
const longestPhrase = 5

// phrase finds the longest phrase of the gazette, of two words or more, that
// forms begin with.
func (l *Lexicon) phrase(forms []string) (n int, class int32) {
	if first, _ := utf8.DecodeRuneInString(forms[0]); !unicode.IsUpper(first) {
		return 0, 0
	}
	h := extend(hash(7, ""), Normal(forms[0]))
	for k := 1; k < min(len(forms), longestPhrase); k++ {
		h = extend(extend(h, " "), Normal(forms[k]))
		if c := l.gazette[h&^classBits]; c != 0 {
			n, class = k+1, c
		}
	}
	return n, class
}

// class is what the gazette says of a word, or of a phrase of words set apart by
// spaces.
func (l *Lexicon) class(words string) Class {
	return Class(l.gazette[hash(7, Normal(words))&^classBits])
}

func (l *Lexicon) row(form string) Row {
	low := Normal(form)
	return Row{
		l.words[low],
		bucket(1, suffix(low, 3)), bucket(2, suffix(low, 2)), bucket(3, prefix(low, 3)),
		bucket(4, shape(form)), bucket(5, prefix(low, 5)), bucket(6, suffix(low, 4)),
		l.gazette[hash(7, low)&^classBits],
		l.vectors[uint32(VectorEntry(low))],
	}
}

// RootRow is the features of the word before a sentence.
func (l *Lexicon) RootRow() Row { return l.row(rootForm) }

// Rows is the number of rows of the table of a feature, for a number of known
// words.
func Rows(feature, words int) int {
	switch feature {
	case 0:
		return words + 1
	case Features - 1:
		return classes
	}
	return Buckets
}

// Unknown is r as if its word had never been seen.
func (r Row) Unknown() Row {
	r[0] = 0
	return r
}

// Bare is r as if its word had no vector.
func (r Row) Bare() Row {
	r[VectorAt] = 0
	return r
}

// Strange is r as if no word like it had been seen: its long affixes are hidden
// too.
func (r Row) Strange() Row {
	r[0], r[5], r[6] = 0, bucket(5, ""), bucket(6, "")
	return r
}

// Normal is the form under which a word is known: in lower case, its digits all
// the same.
func Normal(form string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return unicode.ToLower(r)
	}, form)
}

// shape shows the pattern of capitals, digits and marks; runs are cut to three.
func shape(form string) string {
	var b []byte
	var last byte
	run := 0
	for _, r := range form {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c != last {
			run = 0
		}
		last = c
		if run++; run <= 3 && len(b) < 24 {
			b = append(b, c)
		}
	}
	return string(b)
}

func bucket(kind byte, s string) int32 {
	h := hash(kind, s)
	return int32((h ^ h>>15) % Buckets)
}

// hash is FNV-1a of a kind of feature and its value.
func hash(kind byte, s string) uint32 {
	return extend((uint32(2166136261)^uint32(kind))*16777619, s)
}

// extend is the hash of what h is the hash of, followed by s.
func extend(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func suffix(s string, n int) string { return s[max(0, len(s)-n):] }
func prefix(s string, n int) string { return s[:min(len(s), n)] }
