package said

import (
	"strings"

	"griot"
)

// Owner is who makes the deed named by the token head his own: "the group claimed
// responsibility for the attack on the station".
func (t *Talk) Owner(head int) (griot.Actor, bool) {
	for _, n := range t.at[t.doc.Tokens[head].Sentence] {
		s := &t.Statements[n]
		if s.Act != "deny" && s.Speaker.Words != "" && !nobody(s.Speaker.Words) && ownsUp(s.Content) && t.voices[n].holds(head) {
			return s.Speaker, true
		}
	}
	return griot.Actor{}, false
}

// ownsUp tells words by which a deed is made one's own.
func ownsUp(content string) bool {
	content = strings.ToLower(content)
	return strings.HasPrefix(content, "responsibility for ") || strings.HasPrefix(content, "credit for ")
}

// nobody tells a speaker who is none: "no group", "none of them".
func nobody(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	return first == "no" || first == "none" || first == "nobody" || first == "neither"
}
