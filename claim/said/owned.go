package said

import (
	"slices"
	"strings"

	"griot"
)

// Owner is who makes the deed named by the token head his own: "the group claimed
// responsibility for the attack on the station", "the attack was claimed by the
// group", "the group said it was behind the attack".
func (t *Talk) Owner(head int) (griot.Actor, bool) {
	for _, n := range t.at[t.doc.Tokens[head].Sentence] {
		s := &t.Statements[n]
		if s.Act != "deny" && s.Speaker.Words != "" && !nobody(s.Speaker.Words) && t.voices[n].holds(head) && (ownsUp(s.Content) || t.claims(n, head)) {
			return s.Speaker, true
		}
	}
	return griot.Actor{}, false
}

// claims tells whether a statement claims the deed at a token, as its object or in
// the passive.
func (t *Talk) claims(n, head int) bool {
	rule := t.Statements[n].Rules[0]
	return (rule == "speech:claim.object" || rule == "speech:claim.subject") && t.doc.Tokens[head].Head == t.voices[n].cue
}

// ownsUp tells words by which a deed is made one's own.
func ownsUp(content string) bool {
	words := strings.Fields(strings.ToLower(content))
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "responsibility", "credit":
		return words[1] == "for"
	case "that":
		words = words[1:]
	}
	opening := words[:min(5, len(words))]
	return slices.Contains([]string{"it", "they", "he", "she", "we", "i"}, opening[0]) &&
		(slices.Contains(opening, "responsible") || slices.Contains(opening, "behind")) &&
		!slices.Contains(opening, "not") && !slices.Contains(opening, "who") && !slices.Contains(opening, "never")
}

// nobody tells a speaker who is none: "no group", "none of them".
func nobody(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	return first == "no" || first == "none" || first == "nobody" || first == "neither"
}
