package what

import (
	"strings"

	"griot/text"
)

// base is the dictionary form of a token as the lexicon spells it: the lemma
// where the lexicon knows it, else the form with its ending taken off where
// that gives a word the lexicon knows, else the lemma.
func (l *Lexicon) base(t *text.Token) string {
	lemma, form := strings.ToLower(t.Lemma), strings.ToLower(t.Form)
	if b, ok := l.irregular[form]; ok && t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBN") {
		return b
	}
	if t.UPOS == "NOUN" && form != lemma && len(l.rows[form+".n"]) > 0 { // "shelling", whatever its lemma
		return form
	}
	if t.UPOS == "ADJ" && form != lemma && len(l.rows[form+".a"]) > 0 {
		return form
	}
	if l.known[lemma] {
		return lemma
	}
	if l.known[form] && (t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ") {
		return form
	}
	if b, ok := l.irregular[form]; ok && t.UPOS != "NOUN" {
		return b
	}
	for _, ending := range endings {
		stem, ok := strings.CutSuffix(form, ending.cut)
		if !ok || len(stem) < 2 {
			continue
		}
		if b := stem + ending.put; l.known[b] {
			return b
		}
		if n := len(stem); ending.put == "" && n > 3 && stem[n-1] == stem[n-2] && l.known[stem[:n-1]] {
			return stem[:n-1] // "stabbed", "shipping"
		}
	}
	return lemma
}

// endings are the regular endings of English verbs and nouns, longest first.
var endings = []struct{ cut, put string }{
	{"ies", "y"}, {"ied", "y"}, {"ying", "ie"}, {"men", "man"},
	{"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}, {"es", ""}, {"es", "e"}, {"s", ""},
}

// learn notes the words that the rows and classes speak of.
func (l *Lexicon) learn(words ...string) {
	for _, w := range words {
		if w != "" && w[0] != '@' && w[0] != '#' {
			l.known[w] = true
		}
	}
}

// word is the base form of token i, found once.
func (r *reader) word(i int) string {
	if !r.sent.Has(i) {
		return r.lex.base(&r.doc.Tokens[i])
	}
	k := i - r.sent.First
	if r.words[k] == "" {
		r.words[k] = r.hyphened(i)
	}
	return r.words[k]
}

// hyphened is the base form of token i, put together with what a hyphen joins
// it to where the lexicon knows the whole: "cease-fire", which the tree has as
// three words. Its first part then stands for nothing.
func (r *reader) hyphened(i int) string {
	base := r.lex.base(r.tok(i))
	joined := func(a, hyphen, b int) bool {
		return r.sent.Has(a) && r.sent.Has(b) && r.tok(hyphen).Form == "-" && r.tok(a).Glued && r.tok(hyphen).Glued
	}
	if joined(i-2, i-1, i) {
		if whole := strings.ToLower(r.tok(i-2).Form) + "-" + base; r.lex.known[whole] {
			return whole
		}
	}
	if joined(i, i+1, i+2) && r.lex.known[strings.ToLower(r.tok(i).Form)+"-"+r.lex.base(r.tok(i+2))] {
		return "-"
	}
	return base
}
