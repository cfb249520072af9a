package parse

import (
	"slices"
	"strings"

	"griot/text"
)

// subjects gives verbs the subjects that the tree has taken for something else.
// It takes linear time.
func subjects(d *text.Doc) bool {
	moved := false
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; {
		case t.Head < 0:
			moved = asideOf(d, i) || moved
		case t.Is("aux") && t.UPOS == "AUX" && !slices.Contains(auxiliaries, strings.ToLower(t.Lemma)) && acts(d, i): // "clashes broke out"
			t.UPOS, t.XPOS, t.Feats, moved = "NOUN", "NNS", "Number=Plur", true
		case t.Rel == "acl" && t.XPOS == "VBN" && t.Head < i:
			moved = fate(d, i) || moved
		case t.Rel == "conj" && t.XPOS == "VBD" && t.Head < i:
			moved = level(d, i) || moved
		case t.Is("advcl") && t.UPOS == "VERB":
			moved = hour(d, i) || moved
		case t.Is("aux") && t.UPOS == "PROPN", t.Rel == "expl" && wills(d, t.Head):
			moved = acts(d, i) || moved
		case t.Is("det") && t.Head > i && strings.EqualFold(t.Form, "that"):
			moved = opens(d, i) || moved
		case t.Rel == "obl:unmarked" && t.Head < i:
			moved = given(d, i) || moved
		}
	}
	return moved
}

// auxiliaries are all the verbs that English has for it, by lemma.
var auxiliaries = []string{"be", "have", "do", "get", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought", "need", "dare", "use", "go", "'ll", "'d", "'s", "’ll", "’d", "’s", "wo", "ca", "let"}

// acts makes the subject of the name before a verb that was read as its
// auxiliary ("ECOWAS condemned the attack"), or of an "it" that does something:
// "It undertook to free them".
func acts(d *text.Doc, i int) bool {
	verb := d.Tokens[i].Head
	if verb < i || d.Child(verb, "nsubj", "csubj") >= 0 {
		return false
	}
	for k := range d.Children(verb) {
		if k != i && d.Tokens[k].Is("aux") && d.Tokens[k].Rel == "aux:pass" {
			return false
		}
	}
	d.Tokens[i].Rel = "nsubj"
	if v := &d.Tokens[verb]; v.XPOS == "VBN" && d.Child(verb, "aux") == i {
		v.XPOS, v.Feats = "VBD", past
	}
	return true
}

// opens makes the opener of its clause of a "that" that was read as the
// determiner of a noun in the plural: "denied that soldiers had fired".
func opens(d *text.Doc, i int) bool {
	noun := d.Tokens[i].Head
	n := d.Tokens[noun]
	if n.XPOS != "NNS" || n.Head < noun || !n.Is("nsubj") || d.Child(n.Head, "mark") >= 0 {
		return false
	}
	t := &d.Tokens[i]
	t.Head, t.Rel, t.UPOS, t.XPOS, t.Feats = n.Head, "mark", "SCONJ", "IN", ""
	return true
}

// fate joins a participle to the passive before it whose auxiliary it shares, where
// the noun between was joined in its place: "12 were killed and 20 others wounded".
func fate(d *text.Doc, i int) bool {
	noun := d.Tokens[i].Head
	n := &d.Tokens[noun]
	if n.Rel != "conj" || n.UPOS != "NOUN" && n.UPOS != "NUM" || n.Head < 0 || d.Tokens[n.Head].XPOS != "VBN" || d.Child(n.Head, "aux:pass") < 0 {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = n.Head, "conj"
	n.Head, n.Rel = i, "nsubj:pass"
	return true
}

// level joins a past tense that was joined to an infinitive, or to a verb behind
// an auxiliary in a clause that describes something, to the past tense above:
// "agreed to meet them and lifted the curfew", "said it acted to avoid what could
// follow and warned of more".
func level(d *text.Doc, i int) bool {
	h := d.Tokens[i].Head
	if d.Child(i, "nsubj") >= 0 || d.Tokens[h].XPOS != "VB" {
		return false
	}
	if s := d.Child(h, "nsubj"); s >= 0 && d.Tokens[s].XPOS != "WDT" && d.Tokens[s].XPOS != "WP" || s < 0 && d.Child(h, "aux") >= 0 {
		return false
	}
	for hops := 0; hops < 8 && h >= 0; hops++ {
		if d.Tokens[h].XPOS == "VBD" {
			d.Tokens[i].Head = h
			return true
		}
		if t := d.Tokens[h]; t.Is("ccomp") || t.Is("parataxis") {
			return false
		}
		h = d.Tokens[h].Head
	}
	return false
}

// hour makes a noun of the time of day that was read as a clause: "attacked before
// dawn on Monday".
func hour(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if !slices.Contains([]string{"dawn", "dusk", "noon", "midnight", "sunrise", "nightfall"}, strings.ToLower(t.Form)) || d.Child(i, "case", "mark") < 0 || d.Child(i, "nsubj") >= 0 {
		return false
	}
	t.UPOS, t.XPOS, t.Rel, t.Lemma, t.Feats = "NOUN", "NN", "obl", strings.ToLower(t.Form), "Number=Sing"
	return true
}

// willing are verbs of what only somebody does, never a mere "it".
var willing = []string{"undertake", "pledge", "vow", "agree", "refuse", "threaten", "announce", "accuse", "urge", "demand", "reject", "deny", "offer", "decline", "impose", "order"}

func wills(d *text.Doc, verb int) bool {
	return slices.Contains(willing, d.Tokens[verb].Lemma) && d.Child(verb, "aux:pass", "csubj") < 0 && d.Child(verb, "xcomp", "obj", "ccomp") >= 0
}

// asideOf makes the main verb of a participle that was read as the description
// of the sentence's first name, in a sentence without another verb that could be
// it: "Germany, for its part, called on the union to act." i is the root.
func asideOf(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	verb := d.Child(i, "acl")
	if t.UPOS != "PROPN" || verb < i || d.Tokens[verb].XPOS != "VBN" || !strings.HasSuffix(d.Tokens[verb].Form, "ed") || d.Tokens[verb-1].Form != "," || !stated(d, i) {
		return false
	}
	s := d.Sentences[t.Sentence].Range
	for k := s.First; k < s.End; k++ {
		switch d.Tokens[k].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	d.Tokens[verb].Head, d.Tokens[verb].Rel, d.Tokens[verb].XPOS, d.Tokens[verb].Feats = t.Head, t.Rel, "VBD", past
	t.Head, t.Rel = verb, "nsubj"
	return true
}

// given hangs the time that somebody is given, and what it is given for, on
// "give" and not on the clause that says who it is: "gave the soldiers who seized
// power one week to leave". i is the time.
func given(d *text.Doc, i int) bool {
	clause := d.Tokens[i].Head
	noun := d.Tokens[clause].Head
	if d.Tokens[clause].Rel != "acl:relcl" || noun < 0 || d.Child(i, "nummod") < 0 {
		return false
	}
	give := d.Tokens[noun].Head
	if give < 0 || d.Tokens[give].Lemma != "give" || !d.Tokens[noun].Is("obj") && !d.Tokens[noun].Is("iobj") {
		return false
	}
	for k := range d.Children(clause) {
		if t := &d.Tokens[k]; k > i && (t.Is("advcl") || t.Is("xcomp")) && d.Child(k, "mark") >= 0 && strings.EqualFold(d.Tokens[d.Child(k, "mark")].Form, "to") {
			t.Head, t.Rel = give, "xcomp"
			d.Tokens[noun].Rel = "iobj"
			d.Tokens[i].Head, d.Tokens[i].Rel = give, "obj"
			return true
		}
	}
	return false
}
