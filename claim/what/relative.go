package what

import (
	"slices"
	"strings"
)

// relative is the relative pronoun under the verb at i, or -1.
func (r *reader) relative(i int) int {
	for k := range r.doc.Children(i) {
		c := r.tok(k)
		if (c.Is("nsubj") || c.Is("obj") || c.Is("obl")) && relativePronoun(c.Form, c.XPOS) {
			return k
		}
	}
	return -1
}

func relativePronoun(form, xpos string) bool {
	switch strings.ToLower(form) {
	case "who", "whom", "which":
		return true
	case "that":
		return xpos == "WDT" || xpos == "WP"
	}
	return false
}

// relatives puts the noun described in the place of its relative pronoun.
func (r *reader) relatives(i int, a *args) {
	t := r.tok(i)
	for hops := 0; t.Rel != "acl:relcl" && t.Is("conj") && t.Head >= r.sent.First && hops < 5; hops++ {
		t = r.tok(t.Head)
	}
	if t.Rel != "acl:relcl" || t.Head < r.sent.First {
		return
	}
	noun := r.phrases(r.antecedent(t.Head, i))
	replace := func(toks []int) []int {
		for k, x := range toks {
			if c := r.tok(x); relativePronoun(c.Form, c.XPOS) {
				return slices.Concat(toks[:k], noun, toks[k+1:])
			}
		}
		return toks
	}
	a.subj, a.obj = replace(a.subj), replace(a.obj)
}

// antecedent is the noun that the relative clause of the verb at i is about: that on
// which the tree hangs it, unless that is people and the pronoun is one for things,
// "a programme for journalists, which".
func (r *reader) antecedent(noun, i int) int {
	t, which := r.tok(noun), r.relative(i)
	if which >= 0 && strings.EqualFold(r.tok(which).Form, "which") && t.Is("nmod") && strings.HasSuffix(t.XPOS, "S") && r.actorish(noun) && t.Head >= r.sent.First {
		if over := r.tok(t.Head); (over.UPOS == "NOUN" || over.UPOS == "PROPN") && !strings.HasSuffix(over.XPOS, "S") {
			return t.Head
		}
	}
	return noun
}
