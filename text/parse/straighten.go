package parse

import (
	"slices"
	"strings"

	"griot/text"
)

// thinkers are verbs whose clause often goes without "that".
var thinkers = []string{"fear", "believe", "think", "hope", "know", "worry"}

// straighten sets right what the greedy tree often has wrong in news and what
// the order of words decides: a sentence that ends with who says so, a clause
// with "that" after a verb of saying, a participle after a comma. It takes
// linear time.
func straighten(d *text.Doc) {
	if subjects(d) {
		d.Link()
	}
	active(d)
	moved := paired(d)
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; {
		case t.Head < 0:
		case t.Rel == "acl" && t.XPOS == "VBN" && reported(d, i):
			moved = true
		case t.Rel == "acl" && headless(d, i):
			moved = true
		case (t.Rel == "acl" || t.Rel == "amod") && t.Head < i && leaving(d, i):
			moved = true
		case t.Rel == "acl":
			moved = told(d, i) || content(d, i) || moved
		case t.Rel == "nmod" && t.Head < i:
			moved = straddled(d, i) || moved
		case (t.Rel == "amod" || t.Rel == "compound") && t.Head > i:
			moved = upended(d, i) || named(d, i) || moved
		case t.Rel == "obl" && t.Head < i:
			moved = bounded(d, i) || moved
		case t.Rel == "appos" && t.Head < i:
			moved = kindred(d, i) || moved
		case t.Rel == "nummod" && t.Head > i:
			moved = inYear(d, i) || moved
		case t.Rel == "obl:agent":
			moved = doneBy(d, i) || moved
		case t.Rel == "obj" && t.Head < i:
			moved = spoken(d, i) || moved
		case t.Rel == "acl:relcl":
			moved = content(d, i) || moved
		case t.Rel == "ccomp" && t.Head < i:
			moved = feared(d, i) || moved
		case t.Rel == "nsubj" && t.Head > i && (cased(d, i) || rooted(d, i)):
			moved = true
		case t.Rel == "nsubj" && t.Head > i:
			moved = titled(d, i) || moved
		case t.Rel == "conj" && t.Head < i:
			moved = second(d, i) || outer(d, i) || gapped(d, i) || moved
		case t.Rel == "advcl" && t.XPOS == "VBG":
			moved = trailing(d, i) || moved
		}
	}
	if moved {
		d.Link()
	}
}

// reported makes the content of what is said of a verb that was read as the
// description of its own subject: "the leader called on states to help, the
// paper said".
func reported(d *text.Doc, i int) bool {
	noun := d.Tokens[i].Head
	n := &d.Tokens[noun]
	if n.Rel != "nsubj" || i < noun || !strings.HasSuffix(d.Tokens[i].Form, "ed") || d.Child(i, "aux") >= 0 {
		return false
	}
	verb := n.Head
	if !saying(&d.Tokens[verb]).Clause || i > verb || between(d, noun, i) {
		return false
	}
	for k := range d.Children(verb) {
		if k > i && k < verb && d.Tokens[k].Rel == "nsubj" {
			t := &d.Tokens[i]
			t.Head, t.Rel, t.XPOS = verb, "ccomp", "VBD"
			n.Head = i
			return true
		}
	}
	return false
}

// feared gives a finite clause without a subject, after a verb of thinking or
// saying, the noun that was read as the object of that verb, and that noun the
// day before the clause's auxiliary: "they fear a coup last month is weakening
// the fight".
func feared(d *text.Doc, i int) bool {
	verb, aux := d.Tokens[i].Head, d.Child(i, "aux", "aux:pass", "cop")
	noun := d.Child(verb, "obj")
	if noun < verb || noun > aux || d.Child(i, "nsubj", "nsubj:pass", "mark") >= 0 ||
		!slices.Contains(thinkers, d.Tokens[verb].Lemma) && !saying(&d.Tokens[verb]).Clause {
		return false
	}
	d.Tokens[noun].Head, d.Tokens[noun].Rel = i, "nsubj"
	if d.Child(i, "aux:pass") >= 0 {
		d.Tokens[noun].Rel = "nsubj:pass"
	}
	if day := d.Child(i, "obl:unmarked"); day > noun && day < aux {
		d.Tokens[day].Head, d.Tokens[day].Rel = noun, "nmod:unmarked"
	}
	return true
}

// between tells whether a comma stands between two tokens.
func between(d *text.Doc, a, b int) bool {
	for i := a + 1; i < b; i++ {
		if d.Tokens[i].UPOS == "PUNCT" {
			return true
		}
	}
	return false
}

// content hangs a clause that opens with "that" and has a subject of its own on
// the verb of saying before it, not on a noun in between: "announced on
// television late on Friday that they had left".
func content(d *text.Doc, i int) bool {
	that := d.Child(i, "mark")
	if that < 0 || !strings.EqualFold(d.Tokens[that].Form, "that") || d.Child(i, "nsubj") < 0 {
		return false
	}
	noun := d.Tokens[i].Head
	verb := d.Tokens[noun].Head
	if verb < 0 || !d.Tokens[noun].Is("obl") || !saying(&d.Tokens[verb]).Clause || d.Child(verb, "ccomp") >= 0 {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = verb, "ccomp"
	d.Tokens[that].UPOS, d.Tokens[that].XPOS = "SCONJ", "IN"
	return true
}

// titled makes one subject of two that stand side by side: a country or title,
// and the name or title after it: "U.S. envoy Jane Roe said".
func titled(d *text.Doc, i int) bool {
	verb := d.Tokens[i].Head
	for k := range d.Children(verb) {
		if k <= i || k >= verb || d.Tokens[k].Rel != "nsubj" {
			continue
		}
		if d.Child(i, "case") >= 0 { // "since the coup Kenya has"
			d.Tokens[i].Rel = "obl"
			return true
		}
		first := d.Subtree(k).First
		for j := i + 1; j < k; j++ {
			if u := d.Tokens[j].UPOS; u != "PROPN" && u != "NOUN" && u != "ADJ" {
				return false
			}
		}
		if first > i && first-i > 3 || d.Tokens[k].UPOS != "PROPN" || d.Tokens[i].UPOS != "PROPN" && d.Tokens[i].UPOS != "NOUN" {
			return false
		}
		d.Tokens[i].Head, d.Tokens[i].Rel = k, "nmod:desc"
		if strings.HasSuffix(d.Tokens[i].Form, ".") || strings.ToUpper(d.Tokens[i].Form) == d.Tokens[i].Form { // "U.S."
			d.Tokens[i].Rel = "compound"
		}
		return true
	}
	return false
}

// second joins a second clause with "that" to the first one and not to the verb
// of saying: "said that there was hope and that it backed the plan".
func second(d *text.Doc, i int) bool {
	that, verb := d.Child(i, "mark"), d.Tokens[i].Head
	if that < 0 || !strings.EqualFold(d.Tokens[that].Form, "that") || !saying(&d.Tokens[verb]).Clause {
		return false
	}
	first := d.Child(verb, "ccomp")
	if first < verb || first > i {
		return false
	}
	d.Tokens[i].Head = first
	return true
}

// gapped gives a joined participle the subject that stands between it and its
// conjunction, and that was read as a second one of the first verb: "12 were
// killed and 20 others wounded".
func gapped(d *text.Doc, i int) bool {
	verb, and := d.Tokens[i].Head, d.Child(i, "cc")
	if and < verb || d.Child(i, "nsubj") >= 0 {
		return false
	}
	for k := range d.Children(verb) {
		if k > and && k < i && d.Tokens[k].Is("nsubj") && d.Child(verb, "nsubj") < k {
			d.Tokens[k].Head = i
			return true
		}
	}
	return false
}

// trailing hangs a participle after a comma on the main predicate rather than
// on a participle that describes a noun before the comma: "is a partner of
// states trying to stem arms, agreeing to search ships".
func trailing(d *text.Doc, i int) bool {
	if i == 0 || d.Tokens[i-1].Form != "," || d.Child(i, "mark") >= 0 {
		return false
	}
	h := d.Tokens[i].Head
	if d.Tokens[h].Is("xcomp") {
		h = d.Tokens[h].Head
	}
	if t := d.Tokens[h]; t.Rel != "acl" || t.XPOS != "VBG" || between(d, t.Head, h) {
		return false
	}
	for range 6 {
		h = d.Tokens[h].Head
		if h < 0 {
			return false
		}
		if t := d.Tokens[h]; t.Head < 0 || t.Is("ccomp") || t.Is("conj") && d.Child(h, "nsubj") >= 0 {
			d.Tokens[i].Head = h
			return true
		}
	}
	return false
}
