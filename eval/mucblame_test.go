package eval

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestMUCBlame tells how a document holds an organisation responsible for what it
// tells first.
func TestMUCBlame(t *testing.T) {
	incidents, err := mucReader()
	if err != nil {
		t.Fatal(err)
	}
	const head = "BOGOTA, 4 JAN 90 (EFE) -- [TEXT] GUNMEN KILLED MAYOR LUIS PEREZ IN CALI TODAY. "
	for _, c := range []struct{ name, text, want string }{
		{"nobody is", "THE MAYOR WAS 50 YEARS OLD.", ""},
		{"who claims it", "THE ELN CLAIMED RESPONSIBILITY FOR THE ATTACK.", claimedIt},
		{"who has not claimed it", "THE ELN HAS NOT CLAIMED RESPONSIBILITY FOR THE ATTACK.", ""},
		{"whom somebody accuses", "HIS WIDOW ACCUSED THE ELN OF THE MURDER.", accusedPlain},
		{"whom authorities accuse", "THE POLICE ACCUSED THE ELN OF THE MURDER.", accusedByOffice},
	} {
		all, err := incidents(head + c.text)
		if err != nil {
			t.Fatal(err)
		}
		var hows []string
		if len(all) > 0 {
			for _, org := range slices.Sorted(maps.Keys(all[0].confidence)) {
				hows = append(hows, all[0].confidence[org]...)
			}
		}
		if got := strings.Join(hows, " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
