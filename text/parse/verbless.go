package parse

import (
	"slices"
	"strings"

	"griot/text"
)

// verbless gives a sentence that ends with a full stop, and was read as a noun
// phrase, the verb it must have: a past tense between two noun phrases, which
// also is a participle. "Canada imposed sanctions on Iran."
func (m *Model) verbless(d *text.Doc) {
	moved := false
	for _, s := range d.Sentences {
		if s.Len() < 4 || d.Tokens[s.Range.End-1].Form != "." || hasFinite(d, s.Range) {
			continue
		}
		for i := s.First + 1; i < s.Range.End-2; i++ {
			if subject := topBefore(d, s.First, i); m.pastBetween(d, i) && d.Child(subject, "case", "mark") < 0 {
				if verb := m.pasts[d.Tokens[i].Form]; verb != "" {
					d.Tokens[i].Lemma = verb
				}
				makeVerb(d, s.Range, subject, i)
				moved = true
				break
			}
		}
	}
	if moved {
		d.Link()
	}
}

// hasFinite tells whether a word in a range is read as a finite verb, and not as
// what describes a noun.
func hasFinite(d *text.Doc, r text.Range) bool {
	return slices.ContainsFunc(d.Tokens[r.First:r.End], func(t text.Token) bool {
		return t.UPOS == "AUX" || slices.Contains(finite, t.XPOS) && t.Rel != "amod" && t.Rel != "compound"
	})
}

var finite = []string{"VBD", "VBZ", "VBP", "VB", "MD"}

// pastBetween tells whether token i may be a past tense, stands behind a noun,
// and has an object behind it.
func (m *Model) pastBetween(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if !nominal(d.Tokens[i-1]) || m.pasts[t.Form] == "" && (t.XPOS != "VBN" && t.XPOS != "VBD" || !strings.HasSuffix(t.Form, "ed")) {
		return false
	}
	switch d.Tokens[i+1].UPOS {
	case "DET", "PRON", "NUM", "ADJ", "NOUN", "PROPN":
		return true
	}
	return false
}

// topBefore is the head of the phrase that ends before token verb.
func topBefore(d *text.Doc, first, verb int) int {
	top := verb - 1
	for n := 0; n < verb-first; n++ {
		h := d.Tokens[top].Head
		if h < first || h >= verb {
			break
		}
		top = h
	}
	return top
}

func nominal(t text.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// makeVerb makes token verb the root of a sentence, gives it its subject, and
// hangs what hung beyond it on the one or the other.
func makeVerb(d *text.Doc, s text.Range, subject, verb int) {
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		beyond := t.Head < 0 || (i < verb) != (t.Head < verb) || t.Head == verb
		switch {
		case i == verb:
			t.Head, t.Rel, t.UPOS, t.XPOS, t.Feats = -1, "root", "VERB", "VBD", past
		case i == s.End-1: // the full stop
			t.Head = verb
		case !beyond:
		case i == subject:
			t.Head, t.Rel = verb, "nsubj"
		case i < verb && (t.Rel == "punct" || t.Rel == "advmod" || t.Rel == "obl" || t.Rel == "discourse"):
			t.Head = verb
		case i < verb:
			t.Head, t.Rel = subject, strings.Replace(t.Rel, "root", "dep", 1)
		default:
			t.Head = verb
			if nominal(*t) && d.Child(i, "case") < 0 && t.Rel != "conj" && t.Rel != "obl:unmarked" {
				t.Rel = "obj"
			}
		}
	}
}
