package figure

import (
	"slices"
	"strings"

	"griot/text"
)

// partly tells whether the phrase headed by token i counts a part of those counted
// before it: "12 people, including three children".
func (r *Reader) partly(doc *text.Doc, i int) bool {
	return partOf(doc, i) || r.includer(doc, i) >= 0
}

// includer is the phrase of which the one headed by token i is said to be a part,
// "the dead included 12 children", "among the dead were 12 children", or −1.
func (r *Reader) includer(doc *text.Doc, i int) int {
	t := doc.Tokens[i]
	if t.Is("obj") && doc.Tokens[t.Head].Lemma == "include" {
		return doc.Child(t.Head, "nsubj", "advcl")
	}
	for k := range doc.Children(i) {
		if k < i && partOf(doc, k) {
			return k
		}
	}
	return -1
}

// included tells what became of the whole that the phrase is said to be a part of.
func (r *Reader) included(doc *text.Doc, i int) (of string, governor int) {
	whole := r.includer(doc, i)
	if whole < 0 {
		return "", i
	}
	if of := r.first(doc, whole, "state"); of != "" { // "the dead included"
		return of, whole
	}
	if doc.Tokens[whole].UPOS == "VERB" { // "the 20 killed included"
		return r.first(doc, whole, "object"), whole
	}
	return r.within(doc, whole) // "those killed included"
}

// ofThem tells whether a number is of those named before, "12 of them children",
// and not where something was, "in one of them", nor what else is said of some.
func ofThem(doc *text.Doc, n number) bool {
	placed := n.First > 0 && doc.Tokens[n.First-1].UPOS == "ADP"
	if i := n.End + 2; i < len(doc.Tokens) && doc.Tokens[i].UPOS == "AUX" {
		return false
	}
	return !placed && phraseAt(doc, n.End, len(doc.Tokens), []string{"of", "them"})
}

// ofWhom is which of them a number of those named before counts: "12 of them
// children"; −1 when no noun follows.
func ofWhom(doc *text.Doc, n number) int {
	i := n.End + 2
	if i < len(doc.Tokens) && doc.Tokens[i].UPOS == "ADJ" {
		i++
	}
	if i < len(doc.Tokens) && doc.Tokens[i].UPOS == "NOUN" {
		return i
	}
	return -1
}

// single tells whether a number is the "one" that somebody is of several: "he is
// one of at least three soldiers killed".
func single(doc *text.Doc, n number, top int) bool {
	return n.min == 1 && n.max == 1 && (doc.Child(top, "cop") >= 0 || doc.Tokens[top].Is("appos")) && phraseAt(doc, n.End, len(doc.Tokens), []string{"of"})
}

// ofKin tells whether a number counts somebody's children: "a mother of two".
func ofKin(doc *text.Doc, n number) bool {
	return n.First > 1 && strings.EqualFold(doc.Tokens[n.First-1].Form, "of") && slices.Contains(kin, doc.Tokens[n.First-2].Lemma)
}

var kin = []string{"mother", "father", "parent", "mum", "mom", "dad", "grandmother", "grandfather"}

// farOff tells whether a number measures how far off something was: "was arrested
// five buildings away".
func farOff(doc *text.Doc, n number, noun int) bool {
	end := max(n.End, noun+1)
	return end < len(doc.Tokens) && slices.Contains([]string{"away", "apart"}, strings.ToLower(doc.Tokens[end].Form))
}

// passed tells whether the number that token i heads is one that a level went past:
// "the death toll topped 1,000".
func (r *Reader) passed(doc *text.Doc, i int) bool {
	t := doc.Tokens[i]
	return t.Is("obj") && r.first(doc, t.Head, "passer") != ""
}
