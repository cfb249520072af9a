package parse

import "testing"

func TestCirclesAreOpened(t *testing.T) {
	d := tree(t, "Rebels/NOUN/NNS/2/nsubj hold/VERB/VBP/0/root oil/NOUN/NN/2/obj supplied/VERB/VBN/3/acl")
	before := arcs(d)
	openCircles(d, before)
	if d.Tokens[2].Head != 1 {
		t.Errorf("a tree without a circle was changed: %+v", d.Tokens)
	}
	d.Tokens[2].Head, d.Tokens[2].Rel = 3, "nsubj"
	d.Link()
	if r := d.Subtree(2); r.First != 2 || r.End != 4 {
		t.Errorf("below a token of the circle is %+v", r)
	}
	openCircles(d, before)
	if d.Tokens[2].Head != 1 || d.Tokens[2].Rel != "obj" || d.Child(1, "obj") != 2 {
		t.Errorf("the circle is still there: %+v", d.Tokens)
	}
}
