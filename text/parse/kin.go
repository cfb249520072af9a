package parse

import (
	"slices"

	"griot/text"
)

// kin are nouns for who somebody is to somebody else.
var kin = []string{"wife", "husband", "widow", "widower", "son", "daughter", "brother", "sister", "mother", "father", "uncle", "aunt", "nephew", "niece", "cousin", "spokesman", "spokeswoman", "spokesperson", "lawyer", "aide", "adviser", "advisor", "bodyguard"}

// kindred hangs a name in commas on the noun for somebody's kin or aide before it, not
// on the name of whose they are: "the wife of President Roe, Jane, was arrested".
func kindred(d *text.Doc, i int) bool {
	owner := d.Tokens[i].Head
	o := &d.Tokens[owner]
	if i == 0 || owner > i || d.Tokens[i].UPOS != "PROPN" || o.UPOS != "PROPN" || o.Rel != "nmod" || o.Head < 0 || o.Head > owner {
		return false
	}
	if !slices.Contains(kin, d.Tokens[o.Head].Lemma) || d.Tokens[d.Subtree(i).First].Form != "," {
		return false
	}
	d.Tokens[i].Head = o.Head
	return true
}
