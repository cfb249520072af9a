package fuse

import (
	"strings"
	"unicode"

	"griot"
)

// initials finds the actors that one report calls by their initials and another
// by their name: "FRI" is the Front for the Renewal of Ituri when no other body
// of the record has those initials. The result is the full name's actor by the
// ID of the initials.
func initials(readings []kept) map[string]*griot.ActorFacts {
	full := map[string][]*griot.ActorFacts{} // by initials
	var short []*griot.ActorFacts
	seen := map[string]bool{}
	for i := range readings {
		for _, a := range readings[i].actors {
			if seen[a.ID] || a.Kind != "organisation" && a.Kind != "group" {
				continue
			}
			seen[a.ID] = true
			if acronym(a.Name) {
				short = append(short, a)
			} else if letters := firstLetters(a.Name); len(letters) >= shortest {
				full[letters] = append(full[letters], a)
			}
		}
	}
	same := map[string]*griot.ActorFacts{}
	for _, a := range short {
		if list := full[a.Name]; len(list) == 1 {
			same[a.ID] = list[0]
		}
	}
	return same
}

// shortest and widestName are how many letters initials have.
const (
	shortest   = 3
	widestName = 8
)

func acronym(name string) bool {
	if len(name) < shortest || len(name) > widestName {
		return false
	}
	return !strings.ContainsFunc(name, func(c rune) bool { return c > unicode.MaxASCII || !unicode.IsUpper(c) })
}

// firstLetters are the first letters of a name's capitalised words.
func firstLetters(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if unicode.IsUpper(rune(w[0])) {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
