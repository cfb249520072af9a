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
		if v := &t.voices[n]; v.holds(head) && (t.ownsUp(n) || t.claimed(n) && t.doc.Tokens[head].Head == v.cue) {
			return t.Statements[n].Speaker, true
		}
	}
	return griot.Actor{}, false
}

// Avowal is somebody's making a deed his own, whether or not the sentence names it.
type Avowal struct {
	By  int // head token of the phrase for who does
	Cue int // token of the word that says so: "claimed"
}

// Avowals are those of a document in text order: also "the group claimed
// responsibility", for what was told before.
func (t *Talk) Avowals() []Avowal {
	var all []Avowal
	for n := range t.Statements {
		if v := &t.voices[n]; v.cue >= 0 && v.source >= 0 && (t.ownsUp(n) || t.somebody(n) && t.Statements[n].Rules[0] == "speech:claim.subject") {
			all = append(all, Avowal{v.source, v.cue})
		}
	}
	return all
}

// somebody tells whether a statement is somebody's who does not deny what it says.
func (t *Talk) somebody(n int) bool {
	s := &t.Statements[n]
	return s.Act != "deny" && s.Speaker.Words != "" && !nobody(s.Speaker.Words)
}

// claimed tells whether a statement claims a deed itself, as its object or in the
// passive.
func (t *Talk) claimed(n int) bool {
	rule := t.Statements[n].Rules[0]
	return t.somebody(n) && (rule == "speech:claim.object" || rule == "speech:claim.subject")
}

// ownsUp tells whether a statement makes what is done its speaker's.
func (t *Talk) ownsUp(n int) bool {
	s := &t.Statements[n]
	return t.somebody(n) && (s.Act == "concede" && strings.HasSuffix(s.Rules[0], ".responsibility") || mine(s.Content))
}

// mine tells words by which a speaker says that he did it: "they were behind it".
func mine(content string) bool {
	words := strings.Fields(strings.ToLower(content))
	if len(words) > 0 && words[0] == "that" {
		words = words[1:]
	}
	if len(words) < 3 {
		return false
	}
	opening := words[:min(5, len(words))]
	return slices.Contains([]string{"it", "they", "he", "she", "we", "i"}, opening[0]) &&
		(slices.Contains(opening, "responsible") || slices.Contains(opening, "behind")) &&
		!slices.Contains(opening, "not") && !slices.Contains(opening, "who") && !slices.Contains(opening, "never")
}

// nobody tells a speaker who is none: "no group", "none of them", "the rebels nor
// any other group".
func nobody(words string) bool {
	words = strings.ToLower(words)
	first, _, _ := strings.Cut(words, " ")
	return strings.Contains(words, " nor ") || first == "no" || first == "none" || first == "nobody" || first == "neither"
}
