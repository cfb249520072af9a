package claim

import (
	"strings"

	"griot"
)

// own tells whether an act that names nobody who did it is the speaker's own: police
// who say that somebody was detained have detained him.
func (s *scene) own(c *griot.Claim) bool {
	if len(c.Voices) == 0 {
		return false
	}
	_, sector, _ := strings.Cut(s.codes[c.Voices[0].ID], " ")
	switch c.Type {
	case griot.Coerce:
		return (c.Mode == "arrest" || c.Mode == "seize") && (sector == "COP" || sector == "SPY" || sector == "MIL")
	case griot.Accuse:
		return (c.Mode == "allege" || c.Mode == "investigate") && (sector == "COP" || sector == "JUD")
	case griot.Retreat:
		return c.Mode == "release" && sector == "COP"
	}
	return false
}
