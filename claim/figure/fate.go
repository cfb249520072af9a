package figure

import (
	"strings"

	"griot/text"
)

// what tells what the number counts and by which token: first by what became of
// the counted, then by the noun itself, then by the words beside it.
func (r *Reader) what(doc *text.Doc, n number, noun, top int) (of string, governor int) {
	if n.currency {
		return "money", verbOf(doc, top)
	}
	if noun >= 0 {
		if of := r.counted[slot{"thing", r.lemma(doc, noun)}]; of != "" && !people(of) {
			return of, verbOf(doc, top) // whatever became of them
		}
	}
	if noun >= 0 { // "six of the wounded", "120 injured"
		if of := r.first(doc, noun, "state", "object"); of != "" && doc.Tokens[noun].UPOS != "PROPN" && !deeds(doc, noun) {
			return of, noun
		}
	}
	if of, g := r.leftOf(doc, n); of != "" && (noun < 0 || harm(of)) {
		return of, g
	}
	if of, g := r.rightOf(doc, n); of != "" && noun < 0 {
		return of, g
	}
	for cur, steps := top, 0; steps < 4; steps++ {
		if of, g := r.fate(doc, cur); of != "" {
			return of, g
		}
		t := doc.Tokens[cur]
		if t.Head < 0 || !(t.Is("conj") || t.Is("appos") || partOf(doc, cur) || r.share(doc, cur)) || !nominal(doc, t.Head) && doc.Tokens[t.Head].UPOS != "NUM" {
			break
		}
		cur = t.Head
	}
	if noun >= 0 && noun != top { // "300 of the people arrested"
		if of, g := r.within(doc, noun); of != "" {
			return of, g
		}
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

// deeds tells a plural that names acts: "a dozen massacres", not "120 injured".
func deeds(doc *text.Doc, i int) bool {
	return doc.Tokens[i].XPOS == "NNS" && strings.HasSuffix(doc.Tokens[i].Form, "s")
}

// partOf tells whether the phrase is a part of its head: "12 people, including
// three children".
func partOf(doc *text.Doc, i int) bool {
	return (doc.Tokens[i].Is("nmod") || doc.Tokens[i].Is("obl")) && (cased(doc, i, "including") || cased(doc, i, "among"))
}

// share tells whether the phrase says whom its head is a number or a body of: "a
// total of 527 soldiers".
func (r *Reader) share(doc *text.Doc, i int) bool {
	t := doc.Tokens[i]
	return t.Is("nmod") && cased(doc, i, "of") && t.Head < i && r.first(doc, t.Head, "toll", "body") != ""
}

// first is what token i makes of a number that stands to it in one of the places,
// by its lemma alone or with a word that hangs on it ("take+street").
func (r *Reader) first(doc *text.Doc, i int, places ...string) string {
	lemma := r.lemma(doc, i)
	for _, place := range places {
		if of := r.counted[slot{place, lemma}]; of != "" {
			return of
		}
		if !r.pairs[lemma] {
			continue
		}
		for k := range doc.Children(i) {
			if of := r.counted[slot{place, lemma + "+" + r.lemma(doc, k)}]; of != "" {
				return of
			}
		}
		if i+1 < len(doc.Tokens) { // a particle that the tree hangs elsewhere
			if of := r.counted[slot{place, lemma + "+" + r.lemma(doc, i+1)}]; of != "" {
				return of
			}
		}
	}
	return ""
}

// fate tells what became of the phrase headed by token i by the tree around it:
// by the verb or noun above it and by what hangs on it.
func (r *Reader) fate(doc *text.Doc, i int) (of string, governor int) {
	above, g := r.above(doc, i)
	if above == "released" || above == "killed" {
		return above, g // whatever became of them before
	}
	if of, g := r.included(doc, i); of != "" {
		return of, g
	}
	if of, g := r.within(doc, i); of != "" {
		return of, g
	}
	return above, g
}

// above looks at the head of the phrase.
func (r *Reader) above(doc *text.Doc, i int) (of string, governor int) {
	t := doc.Tokens[i]
	h := t.Head
	if h < 0 {
		return "", i
	}
	switch {
	case t.Is("obj") || t.Rel == "nsubj:pass" || t.Is("nsubj") && (passive(doc, h) || befallen(doc, h)) || t.Is("obl") && (partOf(doc, i) || doc.Child(i, "case") < 0):
		of = r.first(doc, h, "object")
		if x := doc.Child(h, "xcomp"); of == "" && x >= 0 {
			if of = r.first(doc, x, "state"); of != "" {
				return of, x
			}
		}
	case t.Is("nmod") && cased(doc, i, "of"):
		of = r.first(doc, h, "deed", "toll")
		if up := doc.Tokens[h]; of == "" && up.Is("obj") { // "claimed the lives of 70 people"
			of = r.counted[slot{"object", r.lemma(doc, up.Head) + "+" + r.lemma(doc, h)}]
		}
	case t.Is("obl") && cased(doc, i, "to"):
		of = r.first(doc, h, "receiver")
	case t.Is("obl") && (cased(doc, i, "along") || cased(doc, i, "with") || cased(doc, i, "alongside")):
		of = r.first(doc, h, "subject")
		if of == "" && passive(doc, h) {
			of = r.first(doc, h, "object")
		}
	}
	if of == "" && (t.Is("nsubj") || i < h && t.Is("obl") && doc.Child(i, "case") < 0 && !rival(doc, h)) {
		of = r.first(doc, h, "subject", "state")
	}
	if of != "" && of != "number" {
		return of, h
	}
	if t.Is("obl") || t.Is("obj") || t.Is("nmod") {
		return r.level(doc, i)
	}
	return "", i
}

// befallen tells a clause of what befell somebody beside the main one: "with some
// 400 inmates killed".
func befallen(doc *text.Doc, h int) bool {
	mark := doc.Child(h, "mark", "case")
	return mark >= 0 && doc.Tokens[mark].Lemma == "with" && doc.Child(h, "obj") < 0
}

// rival tells whether the verb at h has a subject that a number in front of it
// could not be: not "40 people, most of them children, died".
func rival(doc *text.Doc, h int) bool {
	s := doc.Child(h, "nsubj")
	return s >= 0 && !partitive[doc.Tokens[s].Lemma]
}

// partitive are words for a part of those named before.
var partitive = map[string]bool{"most": true, "many": true, "some": true, "half": true, "several": true, "all": true}

// level reads a number that is the height of something: "the toll rose to 45",
// "put the number of injured in the town at 11".
func (r *Reader) level(doc *text.Doc, i int) (of string, governor int) {
	for h, steps := doc.Tokens[i].Head, 0; h >= 0 && steps < 4; h, steps = doc.Tokens[h].Head, steps+1 {
		for _, s := range []int{doc.Child(h, "nsubj"), doc.Child(h, "obj"), h} {
			if s < 0 || s == i {
				continue
			}
			switch of := r.first(doc, s, "toll"); of {
			case "":
				if of := r.first(doc, s, "state"); of != "" && s < i && doc.Tokens[s].Is("obj") && r.first(doc, h, "giver") != "" {
					return of, s // "put the dead at 40"
				}
			case "number":
				return r.numberOf(doc, s, i)
			default:
				return of, s
			}
		}
		if doc.Tokens[h].UPOS == "VERB" && !doc.Tokens[h].Is("acl") && doc.Child(h, "nsubj") >= 0 {
			break
		}
	}
	return "", i
}

// numberOf is what the noun s, "the number of …", is a number of: what became of
// those whom it counts ("soldiers killed", "dead rebels"), else they themselves.
func (r *Reader) numberOf(doc *text.Doc, s, i int) (of string, governor int) {
	for k := range doc.Children(s) {
		if t := doc.Tokens[k]; !t.Is("nmod") && !t.Is("acl") || k == i {
			continue
		}
		if of, g := r.within(doc, k); of != "" {
			return of, g
		}
		if next := k + 1; next < i && (doc.Tokens[next].UPOS == "VERB" || doc.Tokens[next].UPOS == "ADJ") { // which the tree hangs elsewhere
			if of := r.first(doc, next, "object", "state"); of != "" {
				return of, next
			}
		}
		if of := r.first(doc, k, "state", "object", "loss", "thing"); of != "" {
			return of, k
		}
	}
	return "", i
}

// levelled is whose number a bare number is the level of: the noun that its
// governor is, or stands beside; −1 when they are not named.
func (r *Reader) levelled(doc *text.Doc, governor int) int {
	for _, k := range []int{governor, doc.Tokens[governor].Head, governor - 1} {
		if k < 0 || doc.Tokens[k].UPOS != "NOUN" || !doc.Tokens[k].Is("nmod") || !cased(doc, k, "of") {
			continue
		}
		if h := doc.Tokens[k].Head; h >= 0 && r.first(doc, h, "toll") == "number" && r.first(doc, k, "state", "loss") == "" {
			return k
		}
	}
	return -1
}

// within looks at what hangs on the phrase: "17 people dead", "8 soldiers killed
// in the raid", "30 people who died", "41 soldiers whom they captured".
func (r *Reader) within(doc *text.Doc, i int) (of string, governor int) {
	for k := range doc.Children(i) {
		t := doc.Tokens[k]
		if !(t.Is("acl") || t.Is("amod") || t.Is("advcl")) {
			continue
		}
		if of := r.first(doc, k, r.suffered(doc, k)...); of != "" {
			return of, k
		}
		for c := range doc.Children(k) { // "shot and killed"
			if doc.Tokens[c].Is("conj") {
				if of := r.first(doc, c, r.suffered(doc, c)...); of != "" {
					return of, c
				}
			}
		}
	}
	return "", i
}

// suffered are the places in which whoever the participle or clause k tells of may
// stand to it. A participle may be tagged as a past tense, "ten soldiers killed in
// a raid": then nothing stands before or after it that a past tense needs.
func (r *Reader) suffered(doc *text.Doc, k int) []string {
	t := doc.Tokens[k]
	o := doc.Child(k, "obj")
	if s := doc.Child(k, "nsubj"); s >= 0 && t.Rel != "acl:relcl" {
		return nil // "20 blocks from where he was shot"
	}
	if t.XPOS == "VBN" || o >= 0 && o < k || t.XPOS == "VBD" && t.Rel != "acl:relcl" && o < 0 {
		return []string{"object", "state"}
	}
	return []string{"state", "subject"}
}
