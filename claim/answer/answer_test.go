package answer

import (
	"strings"
	"testing"

	"griot/claim/claimtest"
	"griot/data"
	"griot/text"
)

// TestExamples runs the example of every row, and of what is no charge.
func TestExamples(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.CueRows("answer", "lemmas", "deed", "whom", "says", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	rows = append(rows,
		[]string{"", "", "", "", "The army was not responsible for the massacre.", ""},
		[]string{"", "", "", "", "The army is responsible for the borders.", ""},
		[]string{"", "", "", "", "He condemned the massacre, for which the army is responsible.", "the army > massacre"},
	)
	deeds := map[string]bool{"massacre": true, "murder": true, "killing": true, "attack": true, "blast": true}
	for _, row := range rows {
		doc := claimtest.Doc(t, row[4])
		var got []string
		for _, c := range r.Find(doc, func(k int) bool { return deeds[doc.Tokens[k].Form] }) {
			got = append(got, phrase(doc, c.Whom)+" > "+told(doc, c.Deed))
		}
		if g := strings.Join(got, "; "); g != row[5] {
			t.Errorf("%q yields %q, want %q", row[4], g, row[5])
		}
	}
}

func told(doc *text.Doc, deed int) string {
	if deed < 0 {
		return "told before"
	}
	return doc.Tokens[deed].Form
}

// phrase is the noun phrase of token k without its preposition and clauses.
func phrase(doc *text.Doc, k int) string {
	p := doc.Subtree(k)
	if c := doc.Child(k, "case"); c == p.First {
		p.First++
	}
	if c := doc.Child(k, "acl"); c > k {
		p.End = doc.Subtree(c).First
	}
	return doc.Words(p)
}
