package parse

import (
	"strings"
	"testing"
)

func TestIrregularVerbs(t *testing.T) {
	rows, err := readVerbs()
	if err != nil {
		t.Fatal(err)
	}
	m := &Model{pasts: pasts(rows)}
	for _, r := range rows {
		words, verb, _ := strings.Cut(r.example, " => ")
		f := strings.Fields(words)
		if got := m.lemmaOf(f[len(f)-1], "VERB|VBD", nil); got != verb || verb != r.verb {
			t.Errorf("%q: lemma %q, want %q", r.example, got, verb)
		}
	}
}

func TestMend(t *testing.T) {
	for stem, want := range map[string]string{
		"battl": "battle", "captur": "capture", "enumerat": "enumerate", "shunn": "shun", "shunne": "shun",
		"insiste": "insist", "frowne": "frown", "scorch": "scorch", "committ": "commit", "patroll": "patroll",
		"evacuat": "evacuat", "besieg": "besiege", "resolv": "resolve", "enforc": "enforce", "barrag": "barrage",
		"realiz": "realize", "torch": "torch", "pledg": "pledge", "cloake": "cloak", "float": "float", "ax": "ax", "vot": "vote", "trac": "trace", "scrap": "scrape", "block": "block",
		"serve": "serve", "produce": "produce", "settle": "settle", "purge": "purge",
	} {
		if got := mend(stem); got != want {
			t.Errorf("%s is mended to %s, want %s", stem, got, want)
		}
	}
}

func TestDoubledConsonantIsOfNoVerbInE(t *testing.T) {
	for _, row := range []struct {
		form, lemma string
		want        bool
	}{{"Rapped", "rape", true}, {"rapped", "rap", false}, {"raped", "rape", false}, {"hopping", "hope", true}, {"called", "calle", false}} {
		if got := unspelt(row.form, row.lemma); got != row.want {
			t.Errorf("%s of %s: %v", row.form, row.lemma, got)
		}
	}
}
