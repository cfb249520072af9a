package when

import (
	"strings"

	"griot/text"
)

// mount is where an expression hangs in the trees.
type mount struct {
	head     int    // the token the expression hangs on; -1 without tokens
	prep     string // "on", "since", … in lower case; "" when none
	sentence int
	nouns    []int // nouns between the expression and its verb
	verb     int   // the verb that governs it; -1: none, or the noun keeps it to itself
	kept     bool  // a noun keeps the expression: "last week's coup"
}

// mount finds where every expression hangs, in linear time.
func (t *Times) mount() {
	t.mounts = make([]mount, len(t.All))
	tok, sentence := 0, 0
	for i := range t.All {
		x := &t.All[i]
		for tok < len(t.doc.Tokens) && t.doc.Tokens[tok].End <= x.Start {
			tok++
		}
		sentence = sentenceAt(t.doc, x.Start, sentence)
		t.mounts[i] = mount{head: -1, verb: -1, sentence: sentence}
		if tok < len(t.doc.Tokens) && t.doc.Tokens[tok].Start < x.End {
			iv := x.Interval
			t.mounts[i].hang(t, tok, x.End, iv.To-iv.From > 31)
		}
	}
	t.index()
	t.remember()
}

// hang finds the head of the expression that begins at token first and ends at
// byte end, and what governs it. A wide expression covers more than a month.
func (m *mount) hang(t *Times, first, end int, wide bool) {
	tokens := t.doc.Tokens
	last := first
	for last+1 < len(tokens) && tokens[last+1].Start < end {
		last++
	}
	m.head = last
	for i := last; i >= first; i-- {
		if h := tokens[i].Head; h < first || h > last {
			m.head = i
			break
		}
	}
	for c := range t.doc.Children(m.head) {
		if c < m.head && (tokens[c].Is("case") || tokens[c].Is("mark")) {
			m.prep = strings.ToLower(tokens[c].Form)
		}
	}
	if !t.trees {
		return
	}
	if noun := first - 1; (tokens[m.head].Is("nsubj") || t.displaced(m.head, last)) && noun >= 0 && tokens[noun].Sentence == tokens[first].Sentence && nominal(tokens[noun]) {
		m.beside(t.doc, noun)
		return
	}
	m.climb(t.doc, wide)
}

// displaced tells whether an expression without a preposition hangs on a verb
// after it in the present, to which the noun before it is likelier: "fear a coup
// by the guard last month is weakening an ally".
func (t *Times) displaced(head, last int) bool {
	tok := t.doc.Tokens[head]
	if tok.Rel != "obl:unmarked" || tok.Head <= last {
		return false
	}
	verb := t.doc.Tokens[tok.Head]
	return verb.XPOS == "VBZ" || verb.XPOS == "VBP" || verb.XPOS == "VBG" && t.helper(tok.Head, "is", "are") != ""
}

// steps is how far up an expression is followed.
const steps = 6

// climb follows the heads of an expression up to the verb that governs it. A
// noun keeps an expression that stands before it ("Tuesday's attack"), follows
// with "of" ("the constitution of 2010") or is wide, a year or more ("the vote
// in 2021"); any other may date the verb as well: "attacked a village on
// Tuesday".
func (m *mount) climb(d *text.Doc, wide bool) {
	i := m.head
	for range steps {
		rel, h := d.Tokens[i].Rel, d.Tokens[i].Head
		if h < 0 {
			if i == m.head {
				m.verb = i
			}
			return
		}
		if verbal(d, h) {
			if i != m.head && crosses(d, h, m.head) {
				m.kept = true
				return
			}
			m.verb = h
			return
		}
		m.nouns = append(m.nouns, h)
		if i == m.head && (m.head < h || rel == "nmod:poss" || rel == "compound" || m.prep == "of" || wide) {
			m.kept = true
			return
		}
		i = h
	}
}

// beside gives an expression to the noun before it and those above: in "fear a
// coup by the guard last month is …" it is no subject.
func (m *mount) beside(d *text.Doc, noun int) {
	m.kept = true
	for range steps {
		m.nouns = append(m.nouns, noun)
		noun = d.Tokens[noun].Head
		if noun < 0 || !nominal(d.Tokens[noun]) {
			return
		}
	}
}

func nominal(t text.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// reach is how many words a verb and an expression that hangs on a noun under it
// may stand apart.
const reach = 40

// crosses tells whether a clause of its own stands between a verb and an
// expression after it, so that the expression is rather said of that clause.
func crosses(d *text.Doc, verb, at int) bool {
	if at-verb > reach {
		return true
	}
	for i := verb + 1; i < at; i++ {
		switch d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// verbal tells whether a token is a verb or a predicate with a copula.
func verbal(d *text.Doc, i int) bool {
	return d.Tokens[i].UPOS == "VERB" || d.Child(i, "cop") >= 0
}

// in tells whether the lemma of token i is of a class of data/time/verbs.tsv.
func (t *Times) in(i int, class string) bool {
	return english().verbs[verb{class, strings.ToLower(t.doc.Tokens[i].Lemma)}]
}

// helper is the form of an auxiliary of token i among forms, "" when none. A verb
// joined to another shares it: "had fled and hidden".
func (t *Times) helper(i int, forms ...string) string {
	i = t.auxiliated(i)
	for k := range t.doc.Children(i) {
		if !t.doc.Tokens[k].Is("aux") {
			continue
		}
		form := strings.ToLower(t.doc.Tokens[k].Form)
		for _, f := range forms {
			if f == form {
				return f
			}
		}
	}
	return ""
}

// auxiliated is the verb that has the auxiliaries of verb i: itself, or the one it
// is joined to in the same form without a subject of its own.
func (t *Times) auxiliated(i int) int {
	d := t.doc
	for range steps {
		tok := d.Tokens[i]
		if !tok.Is("conj") || tok.Head < 0 || d.Child(i, "aux") >= 0 || d.Child(i, "nsubj") >= 0 || tok.XPOS != d.Tokens[tok.Head].XPOS {
			break
		}
		if tok.XPOS != "VB" && tok.XPOS != "VBN" && tok.XPOS != "VBG" {
			break
		}
		i = tok.Head
	}
	return i
}

// hasTrees tells whether any sentence of a Doc has a tree.
func hasTrees(d *text.Doc) bool {
	for i := range d.Tokens {
		if d.Tokens[i].Head >= 0 {
			return true
		}
	}
	return false
}
