package eval

import (
	"strings"
	"testing"
)

// TestMUCIncidents tells which incidents a document has: deeds that are one, deeds
// that are not, and what the rules leave out.
func TestMUCIncidents(t *testing.T) {
	incidents, err := mucReader()
	if err != nil {
		t.Fatal(err)
	}
	const head = "BOGOTA, 4 JAN 90 (EFE) -- [TEXT] "
	for _, c := range []struct{ name, text, want string }{
		{"told three times", "GUNMEN KILLED MAYOR LUIS PEREZ IN CALI TODAY. THE MURDER TOOK PLACE AT DAWN. PEREZ WAS KILLED IN FRONT OF HIS HOUSE.", "ATTACK"},
		{"two victims in two towns", "GUNMEN MURDERED MAYOR LUIS PEREZ IN CALI ON 2 JANUARY.\nMEANWHILE, A JUDGE, ANA DIAZ, WAS MURDERED IN MEDELLIN TODAY.", "ATTACK ATTACK"},
		{"the attack is the bombing", "A BOMB DESTROYED A BANK IN CALI TODAY. THE ATTACK LEFT THREE CIVILIANS WOUNDED.", "BOMBING"},
		{"a death among attacks", "PRESIDENT BARCO DEPLORED TODAY THE DEATH OF SENATOR LUIS PEREZ.", "ATTACK"},
		{"who tried to kill attacked", "GUNMEN TRIED TO KILL MAYOR LUIS PEREZ IN CALI TODAY.", "ATTACK"},
		{"one bomb went off and one did not", "A BOMB EXPLODED IN A RESTAURANT TODAY, AND A SECOND BOMB THAT HAD BEEN PLANTED IN A BANK WAS DEFUSED.", "BOMBING BOMBING/ATTEMPTED"},
		{"a threat without a target", "THE REBELS MADE DEATH THREATS.", ""},
		{"soldiers are no target", "REBELS KILLED FIVE SOLDIERS IN ARAUCA TODAY.", ""},
		{"long past", "GUNMEN KILLED MAYOR LUIS PEREZ IN CALI ON 2 MARCH 1985.", ""},
		{"summed up", "THE REBELS HAVE KILLED THOUSANDS.", ""},
		{"what goes on", "THE REBELS KILL MAYORS.", ""},
	} {
		all, err := incidents(head + c.text)
		if err != nil {
			t.Fatal(err)
		}
		var types []string
		for _, m := range all {
			if m.stage[0] != accomplished {
				m.typ[0] += "/" + m.stage[0]
			}
			types = append(types, m.typ[0])
		}
		if got := strings.Join(types, " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMUCReport reads the header of a document.
func TestMUCReport(t *testing.T) {
	for _, c := range []struct{ text, day, body string }{
		{"SAN SALVADOR, 4 JAN 90 -- [TEXT] REBELS MET.", "1990-01-04", "Rebels met."},
		{"CLANDESTINE, 12 SEP 89 (RADIO X) -- [SPEECH] [TEXT] WE MET.", "1989-09-12", "We met."},
		{"LIMA, NO DATE (EFE) -- [TEXT] REBELS MET.", "", "Rebels met."},
		{"REBELS MET.", "", ""},
	} {
		r := mucReport(c.text)
		day, body := "", ""
		if r.Published.Known() {
			day = r.Published.String()
		}
		if len(r.Blocks) > 1 {
			body = r.Text[r.Blocks[1].Start:r.Blocks[1].End]
		}
		if day != c.day || body != c.body {
			t.Errorf("%s: %q %q, want %q %q", c.text, day, body, c.day, c.body)
		}
	}
}
