package what

import (
	"slices"
	"strings"

	"griot"
)

// adverbial judges a clause beside the main one by the word that opens it.
func (r *reader) adverbial(i int, f *find) int {
	first, finite := "", r.tok(i).XPOS == "VBD" || r.tok(i).XPOS == "VBN" || r.tok(i).XPOS == "VBG"
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Is("mark") || t.Is("case") || t.Is("advmod") && k < i {
			first = strings.ToLower(t.Form)
			break
		}
	}
	switch {
	case first == "before" && finite:
		return 700 // "they set fire to it before soldiers came"
	case first == "":
		return 750
	case first == "to" && r.purposed(r.tok(i).Head, f):
		return 700
	}
	switch first {
	case "to", "if", "unless", "until", "lest", "whether", "before", "without", "for", "so", "case", "should", "of", "from", "in", "over", "against":
		return 350
	case "by": // "answered by firing tear gas"
		if h := r.tok(i).Head; !r.sent.Has(h) || r.tok(h).XPOS != "VBD" || len(r.args(h).modals) > 0 {
			return 350
		}
	}
	return 700
}

// served tells whether the infinitive at i is a purpose that came about with what
// served it; the tree may hang it on the occasion: "held a rally to demand".
func (r *reader) served(i int, f *find) bool {
	t := r.tok(i)
	if !r.hasMark(i, "to") {
		return false
	}
	if n := t.Head; t.Rel == "acl" && r.sent.Has(n) && r.tok(n).Is("obj") && r.lex.class("occasion", r.word(n)) {
		return r.purposed(r.tok(n).Head, f)
	}
	return (t.Is("advcl") || t.Is("xcomp")) && r.purposed(t.Head, f)
}

// purposed tells whether what the verb at h was done for came about with it.
func (r *reader) purposed(h int, f *find) bool {
	gathered := f.typ == griot.Consult && r.done(h) && r.lex.class("throng", r.word(h)) // "gathered to hold talks"
	return r.means(h) || gathered || hostileWords(f.typ) && r.heard(h)
}

// means tells whether the verb at h tells by what means an act was done, and so that
// it was: "used new powers to block", "took to the radio to thank".
func (r *reader) means(h int) bool {
	if !r.done(h) {
		return false
	}
	return r.word(h) == "use" && len(r.args(h).obj) > 0 || r.word(h) == "take" && len(r.args(h).by("to")) > 0
}

// done tells whether the verb at h tells of what somebody did, or has done.
func (r *reader) done(h int) bool {
	if !r.sent.Has(h) || r.args(h).negated {
		return false
	}
	t := r.tok(h)
	return t.XPOS == "VBD" || t.XPOS == "VBN" && slices.Contains(r.args(h).modals, "have")
}

// heard tells whether the verb at h says on what occasion somebody spoke, so that
// what he wanted to say was said: "held a rally to demand", "phoned them to ask".
func (r *reader) heard(h int) bool {
	if !r.done(h) {
		return false
	}
	if w := r.match(h); w != nil && (w.typ == griot.Consult && w.mode != "visit" || w.typ == griot.Protest) || r.lex.class("throng", r.word(h)) {
		return true
	}
	return slices.ContainsFunc(r.args(h).obj, r.uttered)
}

// uttered tells whether the noun at i is for words, or for an occasion to speak:
// "a letter demanding", "a briefing at which".
func (r *reader) uttered(i int) bool {
	return r.lex.class("utterance", r.word(i)) || r.lex.class("occasion", r.word(i))
}
