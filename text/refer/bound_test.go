package refer

import "testing"

// What grammar decides: each text has a pronoun and, in its first sentence, the one
// whom it means, though another stands nearer.
func TestBoundPronouns(t *testing.T) {
	for name, rows := range map[string]string{
		"whose envoy":  "Mali Mali PROPN 2 nsubj LOC\nmet meet VERB 0 root\nChad Chad PROPN 2 obj LOC\ntwice twice ADV 2 advmod\n\nMali Mali PROPN 2 nsubj LOC\nrecalled recall VERB 0 root\nits its PRON 4 nmod:poss\nenvoy envoy NOUN 2 obj\nto to ADP 6 case\nChad Chad PROPN 4 nmod LOC",
		"what it said": "Mali Mali PROPN 2 nsubj LOC\ntold tell VERB 0 root\nChad Chad PROPN 2 obj LOC\nit it PRON 5 nsubj\nfired fire VERB 2 ccomp",
		"for its part": "Mali Mali PROPN 6 nsubj LOC\n, , PUNCT 1 punct\nfor for ADP 5 case\nits its PRON 5 nmod:poss\npart part NOUN 1 nmod\nfired fire VERB 0 root",
	} {
		d := tree(t, rows)
		if err := Run(d); err != nil {
			t.Fatal(err)
		}
		for _, m := range d.Mentions {
			if f := d.Tokens[m.Head].Form; (f == "it" || f == "its") && d.Entities[m.Entity].Name != "Mali" {
				t.Errorf("%s: %q, not Mali", name, d.Entities[m.Entity].Name)
			}
		}
	}
}

// Who does something to somebody is not that somebody: "He" is not the one whom
// the same verb names.
func TestPronounsApartFromWhatStandsBeside(t *testing.T) {
	d := tree(t, "Paul Paul PROPN 3 nsubj PER\nReed Reed PROPN 1 flat PER\nsaw see VERB 0 root\nJames James PROPN 3 obj PER\nHill Hill PROPN 4 flat PER\n\nJames James PROPN 3 nsubj PER\nHill Hill PROPN 1 flat PER\nsmiled smile VERB 0 root\n\nHe he PRON 2 nsubj\nblamed blame VERB 0 root\nHill Hill PROPN 2 obj PER")
	if err := Run(d); err != nil {
		t.Fatal(err)
	}
	for _, m := range d.Mentions {
		if d.Tokens[m.Head].Form == "He" && d.Entities[m.Entity].Name != "Paul Reed" {
			t.Errorf("he who blamed Hill is %q, not Paul Reed", d.Entities[m.Entity].Name)
		}
	}
}
