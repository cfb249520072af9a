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
		noun, top = t.Head, t.Head
		for k := 0; k < 4 && n.Has(doc.Tokens[top].Head); k++ { // "no fewer than 8 people"
			top = doc.Tokens[top].Head
		}
		return noun, top
	}
	for i := n.First; i < n.End; i++ {
		for k := range doc.Children(i) {
			if k >= n.after && doc.Tokens[k].Is("nmod") && nominal(doc, k) && cased(doc, k, "of") && k-n.after < 8 {
				return k, top
			}
		}
	}
	return -1, top
}

func nominal(doc *text.Doc, i int) bool {
	u := doc.Tokens[i].UPOS
	switch doc.Tokens[i].Lemma {
	case "morning", "afternoon", "evening", "night", "day", "week", "weekend", "month", "year", "hour", "minute", "time", "century", "decade":
		return false
	}
	return u == "NOUN" || u == "PROPN" || u == "ADJ" || u == "SYM"
}

func cased(doc *text.Doc, i int, form string) bool {
	c := doc.Child(i, "case")
	return c >= 0 && strings.EqualFold(doc.Tokens[c].Form, form)
}

// what tells what the number counts and by which token: first by what became of
// the counted, then by the noun itself, then by the words beside it.
func (r *Reader) what(doc *text.Doc, n number, noun, top int) (of string, governor int) {
	if noun >= 0 {
		if of := r.counted[slot{"thing", r.lemma(doc, noun)}]; of == "distance" || of == "money" {
			return of, verbOf(doc, top)
		}
	}
	if n.currency {
		return "money", verbOf(doc, top)
	}
	if noun >= 0 && doc.Tokens[noun].UPOS == "ADJ" {
		for _, place := range []string{"state", "object"} {
			if of := r.counted[slot{place, r.lemma(doc, noun)}]; of != "" {
				return of, noun
			}
		}
	}
	if noun < 0 {
		if of, g := r.leftOf(doc, n); of != "" {
			return of, g
		}
	}
	for cur, steps := top, 0; steps < 4; steps++ {
		if of, g := r.fate(doc, cur); of != "" {
			return of, g
		}
		t := doc.Tokens[cur]
		if t.Head < 0 || !(t.Is("conj") || t.Is("appos") || partOf(doc, cur)) || !nominal(doc, t.Head) && doc.Tokens[t.Head].UPOS != "NUM" {
			break
		}
		cur = t.Head
	}
	if of, g := r.beside(doc, n, noun); of != "" {
		return of, g
	}
	if noun < 0 {
		return "", top
	}
	if of := r.counted[slot{"loss", r.lemma(doc, noun)}]; of != "" {
		return of, noun
	}
	return r.counted[slot{"thing", r.lemma(doc, noun)}], verbOf(doc, top)
}

// partOf tells whether the phrase is a part of its head: "12 people, including
// three children".
func partOf(doc *text.Doc, i int) bool {
	return (doc.Tokens[i].Is("nmod") || doc.Tokens[i].Is("obl")) && (cased(doc, i, "including") || cased(doc, i, "among"))
}

// fate tells what became of the phrase headed by token i by the tree around it.
func (r *Reader) fate(doc *text.Doc, i int) (of string, governor int) {
	t := doc.Tokens[i]
	if of, g := r.within(doc, i); of != "" {
		return of, g
	}
	if t.Head < 0 {
		return "", i
	}
	h, verb := t.Head, r.lemma(doc, t.Head)
	switch {
	case t.Is("obj") || t.Rel == "nsubj:pass" || t.Is("nsubj") && passive(doc, h) || t.Is("obl") && partOf(doc, i):
		if of := r.counted[slot{"object", verb}]; of != "" {
			return of, h
		}
		if x := doc.Child(h, "xcomp"); x >= 0 {
			if of := r.counted[slot{"state", r.lemma(doc, x)}]; of != "" {
				return of, x
			}
		}
	case t.Is("nmod") && cased(doc, i, "of"):
		if of := r.counted[slot{"deed", verb}]; of != "" {
			return of, h
		}
		if of := r.counted[slot{"toll", verb}]; of != "" {
			return of, h
		}
	}
	if t.Is("obl") || t.Is("obj") {
		if s := doc.Child(h, "nsubj"); s >= 0 {
			if of := r.counted[slot{"toll", r.lemma(doc, s)}]; of != "" {
				return of, s
			}
		}
	}
	if t.Is("nsubj") {
		for _, place := range []string{"subject", "state"} {
			if of := r.counted[slot{place, verb}]; of != "" {
				return of, h
			}
		}
		for k := range doc.Children(h) { // "take to the streets"
			if of := r.counted[slot{"subject", verb + "+" + r.lemma(doc, k)}]; of != "" {
				return of, h
			}
		}
	}
	return "", i
}

// within looks at what hangs on the phrase: "17 people dead", "8 soldiers
// killed in the raid", "30 people who died".
func (r *Reader) within(doc *text.Doc, i int) (of string, governor int) {
	for k := range doc.Children(i) {
		t := doc.Tokens[k]
		if !(t.Is("acl") || t.Is("amod") || t.Is("advcl")) {
			continue
		}
		places := []string{"state", "subject"}
		if t.XPOS == "VBN" {
			places = []string{"object", "state"}
		}
		for _, place := range places {
			if of := r.counted[slot{place, r.lemma(doc, k)}]; of != "" {
				return of, k
			}
		}
	}
	return "", i
}

// beside looks at the words before and after the phrase, for headlines and for
// trees that went astray: "and wounded nearly 24", "24 others wounded".
func (r *Reader) beside(doc *text.Doc, n number, noun int) (of string, governor int) {
	if of, g := r.leftOf(doc, n); of != "" {
		return of, g
	}
	s := doc.Sentences[doc.Tokens[n.First].Sentence].Range
	for i := max(n.End, noun+1); i < min(s.End, n.End+5); i++ {
		t := doc.Tokens[i]
		if t.XPOS == "VBN" || t.UPOS == "ADJ" || t.XPOS == "VBD" && noun < 0 {
			for _, place := range []string{"object", "state", "subject"} {
				if of := r.counted[slot{place, r.lemma(doc, i)}]; of != "" {
					return of, i
				}
			}
		}
		if !skipped[strings.ToLower(t.Form)] && t.UPOS != "AUX" {
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

func passive(doc *text.Doc, verb int) bool {
	return doc.Tokens[verb].XPOS == "VBN" && doc.Child(verb, "obj") < 0
}

func (r *Reader) lemma(doc *text.Doc, i int) string { return r.words.Entry(&doc.Tokens[i]) }
