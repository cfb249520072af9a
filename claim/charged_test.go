package claim_test

import (
	"strings"
	"testing"

	"griot"
)

// TestCharged reads who is held to have done a deed, and who says so, where no verb
// of doing tells it: "actors > recipients, voices" of each assault, and of each
// accusation after a "!".
func TestCharged(t *testing.T) {
	claims := reading(t)
	for _, row := range []struct{ text, want string }{
		{"Police attributed Sunday's attack on the station to the Red Front.", "! Police > the Red Front; the Red Front > , Police"},
		{"The Red Front was behind the attack.", "The Red Front >"},
		{"The Red Front is behind the killing of the priest, police said.", "The Red Front > the priest, police"},
		{"The Red Front may be behind the attack.", ""},
		{"The Red Front was not behind the attack, its leader said.", ""},
		{"Police denied that the Red Front was behind the attack.", ""},
		{"Nobody knows who was behind the attack.", ""},
		{"The motive behind the attack is unclear.", ""},
		{"Ten villagers were killed. Police are looking for the men responsible for the attack.", "> Ten villagers"},
		{"The Red Front carried out the attack, the army said.", "The Red Front > , the army"},
		{"The attack, blamed on the Red Front, killed ten villagers.", "> ten villagers; ! > the Red Front"},
		{"The attack, which police blamed on the Red Front, killed ten villagers.", "the Red Front > ten villagers, police; ! police > the Red Front"},
		{"Ten villagers were killed in an attack that the army blamed on the Red Front.", "the Red Front > Ten villagers, the army; ! the army > the Red Front"},
		{"The army blamed the killing of five farmers on the Red Front.", "! The army > the Red Front"},
		{"The rebels are to blame for the killing of the priest, the mayor said.", "! the mayor > The rebels, the mayor"},
		{"The rebels are to blame for the killing of the priest.", "The rebels > the priest"},
		{"The bishop held the army responsible for the massacre.", "! The bishop > the army"},
		{"The army was held responsible for the massacre.", "! > The army"},
		{"The Red Front claimed responsibility for the bombing.", "The Red Front > , The Red Front"},
		{"The Red Front denied responsibility for the bombing.", ""},
		{"The killing of the priest bore the hallmarks of the Red Front.", "> the priest"},
		{"A bomb killed ten people in the market. Police blamed the Red Front for the attack.", "the Red Front > ten people, Police; ! Police > the Red Front"},
		{"A bomb killed ten people in the market. Police attributed the attack to the Red Front.", "the Red Front > ten people, Police; ! Police > the Red Front"},
		{"A bomb killed ten people in the market. The Red Front claimed responsibility.", "The Red Front > ten people, The Red Front"},
		{"A bomb killed ten people in the market. No group claimed responsibility.", "> ten people"},
		{"Gunmen attacked the town. The army blamed the Red Front for the attack.", "Gunmen > the town; ! The army > the Red Front"},
	} {
		var got []string
		for _, c := range claims(row.text) {
			switch c.Type {
			case griot.Accuse:
				got = append(got, "! "+holding(&c))
			case griot.Assault:
				got = append(got, holding(&c))
			}
		}
		if g := strings.Join(got, "; "); g != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.text, g, row.want)
		}
	}
}

// holding is who acts on whom in a claim, and who says so.
func holding(c *griot.Claim) string {
	names := func(all []griot.Actor) string {
		var words []string
		for _, a := range all {
			words = append(words, a.Words)
		}
		return strings.Join(words, " and ")
	}
	s := strings.TrimSpace(names(c.Actors) + " > " + names(c.Recipients))
	for _, v := range c.Voices {
		s += ", " + v.Words
	}
	return strings.Replace(s, ">,", "> ,", 1)
}
