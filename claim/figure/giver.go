package figure

import "griot/text"

// giver is who gives the number whose phrase token i heads, as the subject of a
// verb of counting or telling above it: "police put the toll at 41", "the ministry
// confirmed the death of 12 people"; −1 when there is none. A clause of its own
// between the two is another's matter.
func (r *Reader) giver(doc *text.Doc, i int) int {
	for steps := 0; steps < 6; steps++ {
		t := doc.Tokens[i]
		h := t.Head
		if h < 0 || !within(t) {
			return -1
		}
		if s := doc.Child(h, "nsubj"); s >= 0 {
			if u := doc.Tokens[s].UPOS; s < h && s != i && doc.Tokens[s].Rel == "nsubj" && (u == "NOUN" || u == "PROPN") && r.first(doc, h, "giver") != "" {
				return s
			}
			return -1
		}
		i = h
	}
	return -1
}

// within tells whether a token belongs to the phrase or the predicate above it.
func within(t text.Token) bool {
	for _, rel := range []string{"obj", "obl", "nmod", "nummod", "xcomp", "conj", "appos", "compound", "amod", "acl"} {
		if t.Is(rel) {
			return t.Rel != "acl:relcl" && t.Rel != "obl:agent"
		}
	}
	return false
}
