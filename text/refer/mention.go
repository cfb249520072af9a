package refer

import (
	"slices"
	"strings"

	"griot/text"
)

// findMentions lists the noun phrases of a parsed document in text order, the
// longer first where two begin together. Furniture refers to nothing.
func findMentions(d *text.Doc) []text.Mention {
	ext := extents(d)
	names := nameHeads(d)
	var out []text.Mention
	for i := range d.Tokens {
		kind, ok := kindOf(d, i, names)
		if !ok || d.Kind(i).Furniture() {
			continue
		}
		m := text.Mention{Head: i, Kind: kind, Range: phrase(d, i, ext)}
		if n, ok := names[i]; ok {
			m.Type = d.Names[n].Type
			if d.Tokens[i].Is("compound") || d.Tokens[i].Is("flat") {
				m.Range = d.Names[n].Range
			}
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b text.Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.End - a.End
	})
	return out
}

// nameHeads gives for the token each name hangs on the index of the name.
func nameHeads(d *text.Doc) map[int]int {
	heads := make(map[int]int, len(d.Names))
	for n, name := range d.Names {
		for i := name.First; i < name.End; i++ {
			if !name.Has(d.Tokens[i].Head) {
				heads[i] = n
				break
			}
		}
	}
	return heads
}

// kindOf tells whether a phrase hangs on token i that may refer, and how.
func kindOf(d *text.Doc, i int, names map[int]int) (text.MentionKind, bool) {
	t := &d.Tokens[i]
	if t.Is("nmod:desc") || t.Is("reparandum") || t.Is("goeswith") || t.Is("fixed") || t.Is("expl") {
		return "", false
	}
	_, named := names[i]
	switch t.UPOS {
	case "PRON":
		return pronoun(t)
	case "PROPN":
		return text.MentionName, named || !t.Is("flat") && (!t.Is("compound") || d.Name(i) < 0)
	case "NOUN", "SYM":
		if named {
			return text.MentionName, true
		}
		return text.MentionNominal, !t.Is("flat")
	case "NUM":
		return text.MentionNominal, !t.Is("nummod") && !t.Is("compound") && !t.Is("flat") && !t.Is("amod")
	case "DET":
		return text.MentionPronoun, t.Is("nsubj") || t.Is("obj") || t.Is("obl")
	case "ADV":
		return text.MentionPronoun, t.Lemma == "here" || t.Lemma == "there"
	case "ADJ":
		return text.MentionNominal, d.Child(i, "det") >= 0 && d.Child(i, "cop") < 0 && !t.Is("amod")
	}
	return text.MentionName, named
}

// pronoun tells the pronouns that refer: not relative or interrogative ones.
func pronoun(t *text.Token) (text.MentionKind, bool) {
	if strings.Contains(t.Feats, "PronType=Rel") || strings.Contains(t.Feats, "PronType=Int") || strings.HasPrefix(t.XPOS, "W") || t.XPOS == "EX" {
		return "", false
	}
	if t.XPOS == "NN" || strings.Contains(t.Feats, "PronType=Ind") || strings.Contains(t.Feats, "PronType=Neg") || strings.Contains(t.Feats, "PronType=Tot") {
		return text.MentionNominal, true
	}
	return text.MentionPronoun, true
}

// extents gives for every token the range of its subtree, in linear time also
// for chains as deep as the sentence is long.
func extents(d *text.Doc) []text.Range {
	ext := make([]text.Range, len(d.Tokens))
	waiting := make([]int, len(d.Tokens)) // dependents not yet taken up
	for i := range d.Tokens {
		ext[i] = text.Range{First: i, End: i + 1}
		if h := d.Tokens[i].Head; h >= 0 {
			waiting[h]++
		}
	}
	var ready []int
	for i, n := range waiting {
		if n == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		h := d.Tokens[i].Head
		if h < 0 {
			continue
		}
		ext[h].First, ext[h].End = min(ext[h].First, ext[i].First), max(ext[h].End, ext[i].End)
		if waiting[h]--; waiting[h] == 0 {
			ready = append(ready, h)
		}
	}
	return ext
}

// inside are the relations of what belongs to the phrase of its head.
var inside = []string{"det", "amod", "compound", "nmod", "nummod", "flat", "fixed", "acl", "goeswith"}

// phrase is the range of the noun phrase that hangs on token i: without the
// clause whose predicate it may be, and without conjuncts and appositions.
func phrase(d *text.Doc, i int, ext []text.Range) text.Range {
	r := text.Range{First: i, End: i + 1}
	predicate := d.Child(i, "cop", "nsubj") >= 0
	for k := range d.Children(i) {
		t := &d.Tokens[k]
		if !slices.ContainsFunc(inside, func(rel string) bool { return t.Is(rel) }) || predicate && t.Is("acl") && k < i {
			continue
		}
		r.First, r.End = min(r.First, ext[k].First), max(r.End, ext[k].End)
	}
	return r
}
