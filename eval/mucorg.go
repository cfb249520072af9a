package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// mucOrg is an organisation as a document names it.
type mucOrg struct {
	start, end int      // bytes of one mention
	names      []string // by which the key may call it
	id         string
	state      bool // a force or office of a state
	vague      bool // a description that may be anybody: "the guerrillas"
}

var (
	// forces are bodies of a state, with what tells whose they are.
	forces = regexp.MustCompile(`\b(?:(?:[A-Z][a-z]+(?:an|ese|ish)|[Ff]ascist|[Nn]ational) )?(?:[Aa]rmed [Ff]orces|[Aa]rmy|[Aa]ir [Ff]orce|[Nn]avy|[Nn]ational [Gg]uard|[Nn]ational [Pp]olice|[Tt]reasury [Pp]olice|[Gg]overnment|[Cc]ivil [Dd]efense|general staff|high command)\b`)
	// bands are armed bodies without a name of their own.
	bands = regexp.MustCompile(`\b(?:(?:[a-z-]+ist|[Rr]ight-wing|[Ll]eft-wing|ultra[a-z-]+|paramilitary|drug|narcotics|drug[- ]trafficking|narcotics-trafficking|[A-Z][a-z]+(?:an|ese)) )*(?:death squads?|paramilitary (?:groups?|organizations?|forces?|squads?)|mafias?|drug (?:cartels?|traffickers|trafficking organizations?)|narcotraffickers|[Cc]artels?)\b`)
	// bodies are nouns that make an organisation of the phrase of who did it.
	bodies = regexp.MustCompile(`(?i)\b(groups?|organi[sz]ations?|front|army|movement|commandos?|command|squads?|gangs?|cartels?|mafias?|part(?:y|ies)|regime|corps|factions?|units|police|forces|government|communists|left|military|intelligence|guard|faction|brigades?|sectors)\b`)
	// called are names of groups by what they call themselves.
	called = regexp.MustCompile(`(?:\b[A-Z][A-Za-z0-9'-]+ (?:(?:of|for|and|de) (?:the )?)?)+(?:[Ff]ront|[Mm]ovement|[Cc]ommandos?|[Cc]ommand|[Cc]artel|[Gg]ang|[Gg]uerrilla [A-Z][a-z]+|[Cc]oordinating [Bb]oard|[Bb]rigades?|[Cc]olumn)\b`)
)

// organisations finds the bodies that a document may hold responsible, in text
// order, the longer of two that overlap.
func organisations(doc *text.Doc, known []griot.ActorFacts) []mucOrg {
	var all []mucOrg
	whole := doc.Report.Text
	for i := range known {
		a := &known[i]
		if !armedGroup(a) || !properName(a.Name) {
			continue
		}
		for _, name := range namesOf(a) {
			for _, at := range wordsIn(whole, name) {
				all = append(all, mucOrg{start: at, end: at + len(name), names: append(namesOf(a), whole[at:at+len(name)]), id: a.ID, vague: !properName(name)})
			}
		}
	}
	add := func(of *regexp.Regexp, state bool) {
		for _, at := range of.FindAllStringIndex(whole, -1) {
			words := whole[at[0]:at[1]]
			all = append(all, mucOrg{start: at[0], end: at[1], names: []string{words}, id: lastWord(words), state: state})
		}
	}
	add(forces, true)
	add(bands, false)
	add(called, false)
	slices.SortStableFunc(all, func(a, b mucOrg) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	kept := all[:0]
	for _, o := range all {
		if n := len(kept); n > 0 && o.start < kept[n-1].end {
			continue
		}
		kept = append(kept, o)
	}
	return kept
}

func lastWord(s string) string {
	return strings.TrimSuffix(strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]), "s")
}

// wordsIn are the bytes at which a name stands in a text as whole words.
func wordsIn(whole, name string) []int {
	var all []int
	if len(name) < 3 {
		return nil
	}
	for from := 0; ; {
		at := strings.Index(whole[from:], name)
		if at < 0 {
			return all
		}
		at += from
		from = at + len(name)
		if !wordAt(whole, at-1) && !wordAt(whole, from) {
			all = append(all, at)
		}
	}
}

func wordAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= '0' && s[i] <= '9')
}

// orgsIn are the organisations named between two bytes.
func orgsIn(all []mucOrg, start, end int) []mucOrg {
	var in []mucOrg
	for _, o := range all {
		if start <= o.start && o.end <= end {
			in = append(in, o)
		}
	}
	return in
}

// properName tells the name of an organisation from a description: its last word
// has a capital, unlike "Salvadoran guerrillas".
func properName(name string) bool {
	words := strings.Fields(name)
	return len(words) > 0 && (words[len(words)-1] != strings.ToLower(words[len(words)-1]) || strings.HasSuffix(name, "cartel"))
}
