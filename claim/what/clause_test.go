package what

import (
	"testing"

	"griot"
	"griot/claim/claimtest"
)

// TestClause reads clauses to the end of what completes them, without what is only
// joined to them.
func TestClause(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const none = "no frame"
	for _, c := range []struct {
		text string
		typ  griot.Type
		want string
	}{
		{"Mali signed a deal with Ghana to study farming and the soil of the region on Friday.", griot.Support, "Mali signed a deal with Ghana to study farming and the soil of the region on Friday"},
		{"Ghana condemned the coup in Mali, saying that it would not recognise the new government.", griot.Accuse, "Ghana condemned the coup in Mali"},
		{"The minister met her counterpart, Jane Roe, and they discussed trade.", griot.Consult, "The minister met her counterpart, Jane Roe"},
		{"The mayor left when the army closed the border.", griot.Coerce, "the army closed the border"},
		{"Kenya praised the tax cuts, which will help the poor.", griot.Support, "Kenya praised the tax cuts"},
		{"Farmers protested in Accra just two weeks after a new minister of the economy took office in the middle of a severe crisis, rising prices and strikes by teachers.", griot.Protest, "Farmers protested in Accra"},
		{"The rebels killed ten soldiers and burned a village on Monday.", griot.Assault, "The rebels killed ten soldiers"},
		{"The guards attacked students and teachers in Accra.", griot.Assault, "The guards attacked students and teachers in Accra"},
		{"After the attack on the camp many left.", griot.Assault, ""},
	} {
		doc, got := claimtest.Doc(t, c.text), none
		for _, f := range lex.Find(doc, nil) {
			if f.Type == c.typ && got == none {
				got = doc.Words(f.Clause)
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
