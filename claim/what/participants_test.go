package what

import (
	"testing"

	"griot"
	"griot/claim/claimtest"
)

// TestParticipants reads who acts on whom where the words stand far apart or the
// tree hangs them elsewhere.
func TestParticipants(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		typ  griot.Type
		want string
	}{
		{"The government has issued bans on demonstrations and threatened outspoken activists.", griot.Threaten, "government > activists"},
		{"The driver was promised by the police that he would go home.", griot.Agree, "police > driver"},
		{"The mayor may be asked to vote for the ministers.", griot.Request, "> mayor"},
		{"The guards beat some inmates and some prisoners hacked to death.", griot.Assault, "> prisoners"},
		{"The executive is committed to reforms.", griot.Agree, "executive >"},
		{"Paris condemned the increase in the activity of terrorist groups in regions of Syria.", griot.Accuse, "Paris > groups"},
		{"The president denied speculation of a cabinet reshuffle.", griot.Reject, "president >"},
	} {
		var got []string
		for _, f := range lex.Find(claimtest.Doc(t, c.text), nil) {
			if f.Type == c.typ {
				got = append(got, yield(claimtest.Doc(t, c.text), f))
			}
		}
		if len(got) == 0 || got[len(got)-1] != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.typ, got, c.want)
		}
	}
}
