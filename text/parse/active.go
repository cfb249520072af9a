package parse

import (
	"strings"

	"griot/text"
)

// active makes the tags of verbs agree with the tree: a form in -ed with a
// subject, and without an auxiliary, is a past tense and no participle or
// adjective, in a sentence that is no headline: "Donors pushed for elections."
func active(d *text.Doc) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.XPOS != "VBN" && t.XPOS != "JJ" || !strings.HasSuffix(t.Form, "ed") || !stated(d, i) {
			continue
		}
		subject := d.Child(i, "nsubj")
		if subject < 0 || subject > i || d.Child(i, "aux") >= 0 || d.Child(i, "cop") >= 0 || t.XPOS == "JJ" && d.Child(i, "obj") < 0 {
			continue
		}
		t.UPOS, t.XPOS, t.Feats = "VERB", "VBD", past
		d.Tokens[subject].Rel = strings.TrimSuffix(d.Tokens[subject].Rel, ":pass")
	}
}

// past is the features of a past tense.
const past = "Mood=Ind|Tense=Past|VerbForm=Fin"

// stated tells whether a token is in a sentence that ends with a full stop.
func stated(d *text.Doc, i int) bool {
	s := d.Sentences[d.Tokens[i].Sentence]
	return d.Tokens[s.Range.End-1].Form == "."
}
