package fuse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/fuse/phrase"
)

// longest is the length of a title's main part, in runes.
const longest = 100

// title says in a line what happened, in the words of the fullest claim: who
// and what as its quote has it, then where, then the dead and wounded, each
// only when the quote leaves it out.
func title(e *griot.Event, best *griot.Claim, clause phrase.Clause) string {
	main := told(best, clause)
	title := main
	if mark := marks[e.Status]; mark != "" && !speaks(e.Type) {
		title = mark + ": " + title
	}
	if p := e.Where; p != nil && p.RadiusKm < country && p.Name != "" && !strings.Contains(main, p.Name) && (p.Words == "" || !strings.Contains(main, p.Words)) {
		title += " " + preposition(p) + " " + p.Name
	}
	if tolls := tolls(e, main); tolls != "" {
		title += "; " + tolls
	}
	return title
}

// country is the radius in kilometres from which a place says too little to
// stand in a title.
const country = 150

// marks say of what did not come about, or not yet, what it is.
var marks = map[griot.Status]string{
	griot.Announced: "Announced", griot.Threatened: "Threatened", griot.Demanded: "Demanded", griot.Conditional: "Conditional",
	griot.Possible: "Possible", griot.Denied: "Denied",
}

// speaks tells whether the words of a type say by themselves that something is
// only announced, threatened or demanded.
func speaks(t griot.Type) bool {
	return t == griot.Agree || t == griot.Request || t == griot.Threaten || t == griot.Reject || t == griot.Accuse
}

// told is the clause of a claim as a line, with a participant's name in place of
// a pronoun, and the actor's in place of nothing.
func told(c *griot.Claim, clause phrase.Clause) string {
	subject, act := strings.Join(strings.Fields(clause.Subject), " "), strings.Join(strings.Fields(clause.Act), " ")
	switch {
	case pronoun(subject):
		if name := meant(c, subject); name != "" {
			if strings.EqualFold(subject, "they") {
				act = singular(act)
			}
			subject = name
		}
	case subject == "" && len(c.Actors) > 0:
		a := c.Actors[0]
		if quoted := c.Start <= a.Start && a.End <= c.End && !pronoun(a.Words); !quoted {
			subject = withArticle(cmp.Or(a.Name, a.Words))
		}
	}
	return capital(shorten(balanced(strings.TrimSpace(subject + " " + act))))
}

// meant is the name of the participant whose words a pronoun is, else of the
// first actor.
func meant(c *griot.Claim, pronoun string) string {
	for _, a := range slices.Concat(c.Actors, c.Recipients) {
		if strings.EqualFold(a.Words, pronoun) && a.Name != "" {
			return withArticle(a.Name)
		}
	}
	if len(c.Actors) > 0 {
		return withArticle(cmp.Or(c.Actors[0].Name, c.Actors[0].Words))
	}
	return ""
}

// withArticle puts "the" before names that are descriptions, such as "Armed
// Forces of Niger".
func withArticle(name string) string {
	if strings.Contains(name, " of ") && !strings.HasPrefix(strings.ToLower(name), "the ") {
		return "the " + name
	}
	return name
}

// plurals are the verbs that change when a body's name stands for "they".
var plurals = map[string]string{"were": "was", "are": "is", "have": "has"}

func singular(act string) string {
	verb, rest, found := strings.Cut(act, " ")
	if one, ok := plurals[verb]; ok && found {
		return one + " " + rest
	}
	return act
}

// balanced leaves out quotation marks when one of a pair is missing.
func balanced(s string) string {
	if strings.Count(s, "\"")%2 == 0 && strings.Count(s, "“") == strings.Count(s, "”") {
		return s
	}
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune("\"“”", c) {
			return -1
		}
		return c
	}, s)
}

func pronoun(words string) bool {
	return slices.Contains([]string{"he", "she", "it", "they", "who", "which", "that", "we", "i", "him", "her", "them"}, strings.ToLower(words))
}

// shorten cuts a line at a word.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	runes := []rune(s)[:longest]
	for i := len(runes) - 1; i > longest/2; i-- {
		if unicode.IsSpace(runes[i]) {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRight(string(runes), " ,;:–") + " …"
}

func capital(s string) string {
	c, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(c)) + s[size:]
}

// preposition is "near" for a spot that the text places beside or between
// others, "in" for the rest.
func preposition(p *griot.Place) string {
	words := strings.ToLower(p.Words)
	for _, w := range []string{"near", "between", "outside", "border", "km", "kilomet", "miles"} {
		if strings.Contains(words, w) {
			return "near"
		}
	}
	return "in"
}

// tolls are the dead and wounded that the main part of a title does not give.
func tolls(e *griot.Event, main string) string {
	var list []string
	for _, of := range []string{"killed", "wounded"} {
		i := slices.IndexFunc(e.Figures, func(f griot.Amount) bool { return f.Of == of && f.Min > 0 })
		told := slices.ContainsFunc(e.Figures, func(f griot.Amount) bool { return f.Of == of && strings.Contains(main, f.Words) })
		if i >= 0 && !told {
			list = append(list, fmt.Sprintf("%s %s", number(e.Figures[i]), of))
		}
	}
	return strings.Join(list, ", ")
}

// number is an amount in figures.
func number(f griot.Amount) string {
	switch {
	case f.Max < 0:
		return fmt.Sprintf("at least %d", f.Min)
	case f.Max != f.Min:
		return fmt.Sprintf("%d to %d", f.Min, f.Max)
	case f.Approx:
		return fmt.Sprintf("about %d", f.Min)
	}
	return fmt.Sprint(f.Min)
}
