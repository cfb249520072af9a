// Package text turns a report into a Doc: its paragraphs, sentences, tokens,
// tags, trees, names and chains of reference.
//
// A Doc owns every linguistic layer over one token slice. Layers are ranges and
// indexes into that slice, never copies of the text, and every token knows its
// bytes in the report, so whatever is read from a Doc can show its words.
package text

import (
	"strings"

	"griot"
)

// Doc is one report with its linguistic layers. Tests may build one by hand.
type Doc struct {
	Report     griot.Report
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Names      []Name
	Mentions   []Mention // in text order
	Entities   []Entity  // chains of mentions that refer to one thing
	kids       []kin
}

// Range is a half-open range of token indexes.
type Range struct{ First, End int }

// Len is the number of tokens in the range.
func (r Range) Len() int { return r.End - r.First }

// Has tells whether token i lies in the range.
func (r Range) Has(i int) bool { return r.First <= i && i < r.End }

// Paragraph is a block of text between line breaks. Kind tells the body from
// furniture, from which nothing is claimed.
type Paragraph struct {
	Range
	ByteStart, ByteEnd int // bytes
	Kind               griot.BlockKind
}

// Sentence is a sentence of a paragraph, and the root of its tree.
type Sentence struct {
	Range
	ByteStart, ByteEnd int // bytes
	Paragraph          int
	Root               int // token index, -1 before parsing
}

// Token is one syntactic word in the sense of Universal Dependencies; "don't"
// is two tokens, "do" and "n't".
type Token struct {
	Start, End int    // bytes in Report.Text
	Form       string // the bytes themselves
	Lemma      string
	UPOS, XPOS string
	Feats      string // "Number=Plur|Tense=Past", sorted, "" when none
	Head       int    // token index of the head; -1 for a root, and before parsing
	Rel        string // UD relation with its subtype, "nsubj:pass"
	Sentence   int
	Glued      bool // no white space before the next token
}

// Name is a proper name and its type: PER, ORG, LOC or MISC.
type Name struct {
	Range
	Type string
}

// MentionKind tells how a mention refers.
type MentionKind string

// The kinds of mention.
const (
	MentionName    MentionKind = "name"
	MentionNominal MentionKind = "nominal"
	MentionPronoun MentionKind = "pronoun"
)

// Mention is a noun phrase that refers to something.
type Mention struct {
	Range
	Head   int // the token the phrase hangs on
	Kind   MentionKind
	Type   string // PER, ORG, LOC, MISC or "" when unknown
	Entity int    // index into Doc.Entities
}

// Entity is what one or more mentions of a report refer to.
type Entity struct {
	Mentions []int  // indexes into Doc.Mentions, in text order
	Name     string // the fullest name among them, "" when never named
	Type     string
}

type kin struct{ first, next int32 }

// Link indexes the tree after heads have been set; the functions that walk it
// need it. It runs in linear time.
func (d *Doc) Link() {
	d.kids = make([]kin, len(d.Tokens))
	for i := range d.kids {
		d.kids[i] = kin{-1, -1}
	}
	for i := len(d.Tokens) - 1; i >= 0; i-- {
		if h := d.Tokens[i].Head; h >= 0 {
			d.kids[i].next = d.kids[h].first
			d.kids[h].first = int32(i)
		}
	}
	for s := range d.Sentences {
		d.Sentences[s].Root = -1
		for i := d.Sentences[s].First; i < d.Sentences[s].Range.End; i++ {
			if d.Tokens[i].Head < 0 {
				d.Sentences[s].Root = i
				break
			}
		}
	}
}

// Children yields the dependents of token i from left to right.
func (d *Doc) Children(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		if d.kids == nil {
			return
		}
		for k := d.kids[i].first; k >= 0; k = d.kids[k].next {
			if !yield(int(k)) {
				return
			}
		}
	}
}

// Child is the first dependent of token i whose relation is one of rels, with
// or without its subtype, or -1.
func (d *Doc) Child(i int, rels ...string) int {
	for k := range d.Children(i) {
		for _, rel := range rels {
			if d.Tokens[k].Is(rel) {
				return k
			}
		}
	}
	return -1
}

// Is tells whether the token hangs on its head by rel: "nsubj" also matches
// "nsubj:pass"; "nsubj:pass" matches only itself.
func (t Token) Is(rel string) bool {
	return t.Rel == rel || strings.HasPrefix(t.Rel, rel) && len(t.Rel) > len(rel) && t.Rel[len(rel)] == ':'
}

// Subtree is the range from the leftmost to the rightmost token under i,
// including i. In a non-projective tree it may hold tokens of others. It comes to
// an end also where heads run in a circle, as they may while a tree is mended.
func (d *Doc) Subtree(i int) Range {
	r := Range{i, i + 1}
	stack := []int{i}
	for seen := 0; len(stack) > 0 && seen < len(d.Tokens); seen++ {
		t := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		r.First, r.End = min(r.First, t), max(r.End, t+1)
		for k := range d.Children(t) {
			stack = append(stack, k)
		}
	}
	return r
}

// Words is the text of a range as it stands in the report.
func (d *Doc) Words(r Range) string {
	if r.Len() <= 0 {
		return ""
	}
	return d.Report.Text[d.Tokens[r.First].Start:d.Tokens[r.End-1].End]
}

// Span is the bytes of a range.
func (d *Doc) Span(r Range) griot.Span {
	if r.Len() <= 0 {
		return griot.Span{Report: d.Report.ID}
	}
	return griot.Span{Report: d.Report.ID, Start: d.Tokens[r.First].Start, End: d.Tokens[r.End-1].End}
}

// Kind is the kind of the block that token i stands in.
func (d *Doc) Kind(i int) griot.BlockKind {
	return d.Paragraphs[d.Sentences[d.Tokens[i].Sentence].Paragraph].Kind
}

// Name returns the index in Names of the name that covers token i, or -1.
func (d *Doc) Name(i int) int {
	lo, hi := 0, len(d.Names)
	for lo < hi {
		if m := (lo + hi) / 2; d.Names[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Names) && d.Names[lo].Has(i) {
		return lo
	}
	return -1
}
