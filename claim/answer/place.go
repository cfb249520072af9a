package answer

import (
	"slices"
	"strings"

	"griot/text"
)

// reach is how many tokens behind a word the deed may stand.
const reach = 15

// after is the first noun behind the word at i that one of the prepositions leads,
// or the noun that a clause with "for which" is about; -1 where there is none.
func after(doc *text.Doc, i int, preps []string) int {
	if doc.Tokens[i].Lemma == preps[0] { // the word is the preposition
		return doc.Tokens[i].Head
	}
	s := doc.Sentences[doc.Tokens[i].Sentence]
	for k := i + 1; k < min(s.End, i+reach); k++ {
		if c := doc.Child(k, "case", "mark"); c > i && c < k && slices.Contains(preps, doc.Tokens[c].Lemma) {
			return k
		}
	}
	for k := i - 1; k > max(s.First, i-reach); k-- {
		if t := doc.Tokens[k]; t.XPOS == "WDT" && slices.Contains(preps, doc.Tokens[k-1].Lemma) {
			return modified(doc, t.Head)
		}
	}
	return -1
}

// modified is the noun that the clause of token i modifies, or -1.
func modified(doc *text.Doc, i int) int {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if doc.Tokens[i].Is("acl") {
			return doc.Tokens[i].Head
		}
		i = doc.Tokens[i].Head
	}
	return -1
}

// subject is what the word at i is said of: its subject, the noun that it
// modifies, or the object or else subject of the verb that it completes ("found
// them guilty"); -1 where there is none.
func subject(doc *text.Doc, i int) int {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		t := doc.Tokens[i]
		if s := doc.Child(i, "nsubj"); s >= 0 {
			return antecedent(doc, s)
		}
		switch {
		case t.Is("acl"), t.Is("amod"), t.Is("nmod"):
			return t.Head
		case t.Is("case"):
		case t.Is("xcomp"), t.Is("ccomp"), t.Is("advcl"), t.Is("conj"):
			if o := doc.Child(t.Head, "obj"); o >= 0 && !t.Is("conj") {
				return o
			}
			if t.Is("advcl") {
				return -1
			}
		default:
			return -1
		}
		i = t.Head
	}
	return -1
}

// antecedent is the noun that a relative pronoun stands for, or the token itself.
func antecedent(doc *text.Doc, i int) int {
	if x := doc.Tokens[i].XPOS; x == "WDT" || x == "WP" {
		if n := modified(doc, i); n >= 0 {
			return n
		}
	}
	return i
}

// doer is the predicate that the noun at i completes: itself, or the verb whose
// object it is.
func doer(doc *text.Doc, i int) int {
	if t := doc.Tokens[i]; t.Is("obj") {
		return t.Head
	}
	return i
}

// patient is the subject of the word at i, or the noun that it modifies.
func patient(doc *text.Doc, i int) int {
	if s := doc.Child(i, "nsubj"); s >= 0 {
		return antecedent(doc, s)
	}
	if t := doc.Tokens[i]; t.Is("acl") || t.Is("conj") {
		return t.Head
	}
	return -1
}

// complement is the noun that a preposition joins to the word at i, or -1.
func complement(doc *text.Doc, i int, prep string) int {
	for k := range doc.Children(i) {
		if c := doc.Child(k, "case"); k > i && c >= 0 && strings.EqualFold(doc.Tokens[c].Form, prep) {
			return k
		}
	}
	return -1
}
