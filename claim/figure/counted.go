package figure

import (
	"strings"

	"griot/text"
)

// counted finds the noun that a number counts (−1 when it stands alone) and the
// token by which the whole phrase hangs in the tree.
func counted(doc *text.Doc, n number) (noun, top int) {
	top = n.core
	for k := 0; k < 8 && n.Has(doc.Tokens[top].Head); k++ {
		top = doc.Tokens[top].Head
	}
	t := doc.Tokens[top]
	if (t.Is("nummod") || t.Is("det") || t.Is("amod") || t.Is("compound")) && t.Head >= n.after && nominal(doc, t.Head) {
		top = t.Head
		for up := doc.Tokens[top].Head; doc.Tokens[top].Is("compound") && up > top && strings.HasSuffix(doc.Tokens[up].XPOS, "S"); up = doc.Tokens[top].Head {
			top = up // "10 union members"
		}
		noun = top
		for k := 0; k < 4 && n.Has(doc.Tokens[top].Head); k++ { // "no fewer than 8 people"
			top = doc.Tokens[top].Head
		}
		return noun, top
	}
	for i := n.First; i < n.End; i++ {
		for k := range doc.Children(i) {
			if k >= n.after && doc.Tokens[k].Is("nmod") && (nominal(doc, k) || doc.Tokens[k].XPOS == "VBN") && cased(doc, k, "of") && k-n.after < 8 {
				return k, top
			}
		}
	}
	if k := nounAfter(doc, n); k >= 0 {
		return k, k
	}
	return -1, top
}

// nounAfter is the noun that follows the number at once, whatever the tree says.
func nounAfter(doc *text.Doc, n number) int {
	end := doc.Sentences[doc.Tokens[n.First].Sentence].Range.End
	for k := n.after; k < end && k < n.after+4 && nominal(doc, k); k++ {
		if doc.Tokens[k].UPOS == "NOUN" && (k+1 == end || !nominal(doc, k+1)) {
			return k
		}
	}
	return -1
}

func nominal(doc *text.Doc, i int) bool {
	u := doc.Tokens[i].UPOS
	switch doc.Tokens[i].Lemma {
	case "morning", "afternoon", "evening", "night", "day", "week", "weekend", "month", "year", "hour", "minute", "time", "century", "decade",
		"yesterday", "today", "tomorrow", "tonight":
		return false
	}
	return u == "NOUN" || u == "PROPN" || u == "ADJ" || u == "SYM"
}

func cased(doc *text.Doc, i int, form string) bool {
	c := doc.Child(i, "case")
	return c >= 0 && strings.EqualFold(doc.Tokens[c].Form, form)
}

// beside looks at the words before and after the phrase, for headlines and for
// trees that went astray: "and wounded nearly 24", "24 others wounded".
func (r *Reader) beside(doc *text.Doc, n number, noun int) (of string, governor int) {
	if of, g := r.leftOf(doc, n); of != "" {
		return of, g
	}
	s := doc.Sentences[doc.Tokens[n.First].Sentence].Range
	if i := n.First - 2; i > s.First && strings.EqualFold(doc.Tokens[i+1].Form, "of") {
		if doc.Tokens[i].Is("obl") { // "the death yesterday of nine people"
			i--
		}
		if of := r.first(doc, i, "deed"); of != "" {
			return of, i
		}
	}
	for i := max(n.End, noun+1); i < min(s.End, n.End+5); i++ {
		t := doc.Tokens[i]
		if t.XPOS == "VBN" || t.UPOS == "ADJ" || t.XPOS == "VBD" && bare(doc, i) {
			if of := r.first(doc, i, "object", "state", "subject"); of != "" {
				return of, i
			}
		}
		if !skipped[strings.ToLower(t.Form)] && t.UPOS != "AUX" && !hit(doc, i) {
			break
		}
	}
	return "", n.core
}

// leftOf is the verb right before the number, if it says what became of the
// counted.
func (r *Reader) leftOf(doc *text.Doc, n number) (of string, governor int) {
	i := n.First - 1
	if i < doc.Sentences[doc.Tokens[n.First].Sentence].First || doc.Tokens[i].UPOS != "VERB" && doc.Tokens[i].UPOS != "ADJ" {
		return "", n.core
	}
	return r.counted[slot{"object", r.lemma(doc, i)}], i
}

// rightOf is the participle or adjective right after a bare number, if it says what
// became of the counted: "with 50 wounded".
func (r *Reader) rightOf(doc *text.Doc, n number) (of string, governor int) {
	i, end := n.End, doc.Sentences[doc.Tokens[n.First].Sentence].Range.End
	if i < end && skipped[strings.ToLower(doc.Tokens[i].Form)] {
		i++
	}
	if i < end && bare(doc, i) && (doc.Tokens[i].UPOS == "VERB" && doc.Tokens[i].XPOS != "VBG" || doc.Tokens[i].UPOS == "ADJ") {
		return r.first(doc, i, "object", "state"), i
	}
	return "", n.core
}

// bare tells whether a verb has neither object nor subject of its own, so that
// what stands before it may be either.
func bare(doc *text.Doc, i int) bool { return doc.Child(i, "obj", "nsubj", "expl") < 0 }

// hit tells the words of how the counted came to their fate, told right after it:
// "shot and killed".
func hit(doc *text.Doc, i int) bool {
	if strings.EqualFold(doc.Tokens[i].Form, "and") {
		i--
	}
	switch doc.Tokens[i].Lemma {
	case "shot", "shoot", "stab", "beat":
		return phraseAt(doc, i+1, len(doc.Tokens), []string{"and"})
	}
	return false
}

// skipped are the words that may stand between a number and its fate.
var skipped = map[string]bool{"others": true, "other": true, "more": true}

// verbOf is the verb that the phrase headed by token i belongs to, or i.
func verbOf(doc *text.Doc, i int) int {
	for cur, steps := i, 0; cur >= 0 && steps < 6; cur, steps = doc.Tokens[cur].Head, steps+1 {
		if doc.Tokens[cur].UPOS == "VERB" {
			return cur
		}
	}
	return i
}

// passive tells a participle without an object, or one that is tagged as a past
// tense because its auxiliary is left out: "shops were looted and 200 people
// arrested".
func passive(doc *text.Doc, verb int) bool {
	tag := doc.Tokens[verb].XPOS
	return tag == "VBN" && doc.Child(verb, "obj") < 0 || tag == "VBD" && doc.Child(verb, "obj", "xcomp", "ccomp", "aux") < 0
}

func (r *Reader) lemma(doc *text.Doc, i int) string { return r.words.Entry(&doc.Tokens[i]) }
