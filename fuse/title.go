package fuse

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/fuse/phrase"
	"griot/fuse/same"
)

// longest is the length of a title's main part, in runes: three printed lines hold
// nearly every clause whole.
const longest = 220

// title says in a line what happened, in the words of the fullest claim: who
// and what as its quote has it, then where, then the dead and wounded, each
// only when the quote leaves it out. sentence is the one the claim stands in.
func title(e *griot.Event, best *griot.Claim, clause phrase.Clause, sentence string) string {
	main := told(best, clause, sentence)
	title := main
	if mark := marks[e.Status]; mark != "" && !speaks(e.Type) {
		title = mark + ": " + title
	}
	cut := strings.HasSuffix(main, "…") // and the place, perhaps, with it
	if p := best.Where; p != nil && !cut && p.RadiusKm < country && p.Words != "" && !strings.Contains(main, p.Name) && !strings.Contains(main, p.Words) && strings.Contains(sentence, p.Words) {
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
// a pronoun, and the actor's in place of nothing. A clause that says neither who
// did it nor to whom gives way to its whole sentence.
func told(c *griot.Claim, clause phrase.Clause, sentence string) string {
	subject, act := oneLine(clause.Subject), oneLine(clause.Act)
	first, _, _ := strings.Cut(subject, " ")
	switch {
	case ownWords(strings.TrimLeft(cmp.Or(first, firstOf(act)), "\"“")) && len(c.Voices) > 0 && c.Voices[0].Name != "":
		return speech(c.Voices[0].Name, subject+" "+act)
	case pronoun(subject):
		if name := meant(c, subject); name != "" {
			act = agreeing(c, act, subject, name)
			subject = name
		}
	case possessive(first):
		switch a := c.Actors; {
		case len(a) > 0 && subject == first: // "its refusal to go"
			subject = withArticle(a[0].Name) + "’s"
		case len(a) > 0 && strings.Contains(a[0].Name, " of "):
			subject = withArticle(a[0].Name)
		}
	case subject == "" && len(c.Actors) > 0:
		a := c.Actors[0]
		if len(c.Actors) > 1 && a.End > 0 && c.Actors[1].Start-a.End == 1 {
			a = c.Actors[1] // "U.S. Secretary of State Antony Blinken" is he and not they
		}
		quoted := !pronoun(a.Words) && (c.Start <= a.Start && a.End <= c.End || a.Words != "" && strings.Contains(act, a.Words))
		switch {
		case quoted:
		case !ownSubject(c, act) && !(spokenBy(c, a) && !verbFirst(c, act)):
			subject = withArticle(cmp.Or(a.Name, a.Words))
			if first, rest, _ := strings.Cut(act, " "); pronoun(first) && strings.EqualFold(first, a.Words) {
				act = agreeing(c, rest, first, subject)
			} else if helping, ok := helped(c, act, sentence); ok && begins(c, act) {
				act = helping
			} else if sentence != "" {
				return whole(openedBy(c, sentence))
			}
		case spokenBy(c, a):
			return speech(withArticle(cmp.Or(a.Name, a.Words)), act)
		case sentence != "":
			return whole(openedBy(c, sentence))
		}
	}
	if rest, ok := strings.CutPrefix(act, "for "); ok && subject != "" && strings.HasSuffix(firstOf(rest), "ing") {
		return capital(shorten(balanced(subject + ": " + rest))) // "other states for imposing sanctions"
	}
	bare := speaks(c.Type) && !strings.Contains(act, " ") || // "the union demanded": but what?
		len(strings.Fields(subject+" "+act)) < 3 || subject == "" && loose[strings.ToLower(firstOf(act))] // "renewed fighting", "in battle"
	if (bare || headless(c, subject, act) || impersonal.MatchString(clause.Subject+" "+act) || nominal(c, subject, act, sentence)) && sentence != "" {
		line := whole(openedBy(c, sentence))
		if ownWords(firstOf(line)) && len(c.Voices) > 0 && c.Voices[0].Name != "" {
			return speech(withArticle(c.Voices[0].Name), line)
		}
		return line
	}
	return capital(shorten(balanced(closed.Replace(strings.TrimSpace(subject + " " + named(c, act))))))
}

// speech is what somebody says in so many words, up to where the marks close.
func speech(name, words string) string {
	words = strings.TrimLeft(words, " \"“")
	if end := strings.IndexAny(words, "\"”"); end > 0 {
		words = words[:end]
	}
	return capital(name) + ": “" + shorten(strings.TrimRight(words, " ,;")) + "”"
}

// spokenBy tells whether an actor is the one who says what a claim tells.
func spokenBy(c *griot.Claim, a griot.Actor) bool {
	return len(c.Voices) > 0 && c.Voices[0].ID == a.ID
}

// begins tells whether an act begins with its verb, or an adverb before it, so that
// whoever does it can be put before.
func begins(c *griot.Claim, act string) bool {
	first := strings.ToLower(firstOf(act))
	return verbFirst(c, act) || strings.HasSuffix(first, "ly") || strings.HasSuffix(first, "ed")
}

// verbFirst tells whether an act begins with its verb: "police must go" does not.
func verbFirst(c *griot.Claim, act string) bool {
	first := strings.ToLower(firstOf(act))
	return helping[first] || same.Stem(first) == same.Stem(strings.ToLower(c.Lemma)) || pronoun(first)
}

// openedBy is a sentence with the name of the participant, or of the speaker, in
// place of the pronoun that opens it.
func openedBy(c *griot.Claim, sentence string) string {
	first, rest, _ := strings.Cut(sentence, " ")
	if !pronoun(first) || ownWords(first) {
		return sentence
	}
	for _, a := range slices.Concat(c.Actors, c.Recipients) {
		if a.Words == first && a.Name != "" && !pronoun(a.Name) {
			return withArticle(a.Name) + " " + rest
		}
	}
	for _, v := range c.Voices {
		if v.Words == first && v.Name != "" && !pronoun(v.Name) {
			return withArticle(v.Name) + " " + rest
		}
	}
	return sentence
}

// whole is a sentence as a line.
func whole(sentence string) string {
	return capital(shorten(balanced(underDay.ReplaceAllString(withoutPlaceline(oneLine(sentence)), ""))))
}

// underDay is the day with which a sentence opens; lines stand under their days.
var underDay = regexp.MustCompile(`^(?:(?:Late |Early |Earlier )?[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| afternoon| evening| night)?|A day earlier|Earlier this week), `)

// ownSubject tells whether an act has a subject of its own before its verb: "such
// measures may include", not "may include".
func ownSubject(c *griot.Claim, act string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(act)) {
		switch {
		case helping[word]:
			continue
		case same.Stem(word) == same.Stem(strings.ToLower(c.Lemma)):
			return false
		}
		return slices.Contains([]string{"the", "a", "an", "any", "such", "this", "these", "those", "its", "their", "his", "her", "two", "three", "many", "some", "several"}, word)
	}
	return false
}

// helping are words that stand before a verb without a subject between.
var helping = map[string]bool{"had": true, "has": true, "have": true, "was": true, "were": true, "is": true, "are": true, "be": true, "been": true,
	"will": true, "would": true, "may": true, "might": true, "could": true, "should": true, "also": true, "not": true, "never": true, "to": true}

// closed puts marks where they belong when a subject ends before them.
var closed = strings.NewReplacer(" 's ", "'s ", " ’s ", "’s ", " , ", ", ")

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func firstOf(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// impersonal is a clause whose "it" stands for nobody: "it was illegal for the
// government to …".
var impersonal = regexp.MustCompile(`(?i)^\s*it (is|was|would be) [\p{L}]+ (for|to|that)\b`)

// headless tells whether a line does not say by itself who did it or to whom it
// was done: it begins with the verb, or with a word that points elsewhere.
func headless(c *griot.Claim, subject, act string) bool {
	if subject != "" && (loose[firstOf(act)] || strings.HasSuffix(firstOf(act), "ing") && firstOf(act) != "bring") || described.MatchString(act) { // "other states for imposing sanctions"
		return true
	}
	first := strings.ToLower(firstOf(cmp.Or(subject, act)))
	return pronoun(first) || possessive(first) || subject == "" && (helping[first] || same.Stem(first) == same.Stem(strings.ToLower(c.Lemma)))
}

// loose are the words with which an act begins that is no clause by itself.
var loose = map[string]bool{"for": true, "of": true, "from": true, "with": true, "without": true, "after": true, "before": true, "while": true, "in": true, "on": true, "at": true, "during": true}

// described is a thing and what a clause says of it, without a verb of its own:
// "a region, which has seen coups".
var described = regexp.MustCompile(`^[^,]+, (?:which|where) `)

// withoutPlaceline leaves out the place and dash that open a report.
func withoutPlaceline(sentence string) string {
	for _, dash := range []string{" — ", " – ", " -- "} {
		if place, rest, ok := strings.Cut(sentence, dash); ok && len(place) < 60 && strings.ToUpper(firstOf(place)) == firstOf(place) {
			sentence = rest
			break
		}
	}
	return strings.TrimSuffix(sentence, ".")
}

// named puts the names of those acted on in place of the pronouns that end an
// act: "shut him" is "shut Mohamed Bazoum".
func named(c *griot.Claim, act string) string {
	words := strings.Fields(act)
	for _, a := range c.Recipients {
		if !pronoun(a.Words) || a.Name == "" || pronoun(a.Name) {
			continue
		}
		for i := len(words) - 1; i > 0; i-- {
			if bare := strings.TrimRight(words[i], ",.;"); strings.EqualFold(bare, a.Words) && (bare != "her" || endsPhrase(words[i:])) {
				words[i] = withArticle(a.Name) + words[i][len(bare):]
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// endsPhrase tells whether nothing of its phrase follows the first of the words:
// "her" with a noun behind it is whose.
func endsPhrase(words []string) bool {
	if len(words) == 1 || strings.ContainsAny(words[0], ",.;") {
		return true
	}
	return slices.Contains([]string{"in", "on", "at", "to", "for", "from", "with", "by", "of", "and", "or", "if", "when", "after", "before", "because", "as", "until", "into", "that"}, words[1])
}

// ownWords tells whether a word is the speaker's own "we" or "I".
func ownWords(word string) bool {
	return slices.Contains([]string{"we", "i", "our", "my"}, strings.ToLower(word))
}

func possessive(word string) bool {
	return slices.Contains([]string{"his", "her", "its", "their", "whose"}, strings.ToLower(word))
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
// Forces of Niger" and "local activist".
func withArticle(name string) string {
	head, _, owned := strings.Cut(name, " of ")
	last := head[strings.LastIndex(head, " ")+1:]
	owned = owned || bodies[last] && strings.Contains(head, " ")
	single := last == strings.ToLower(last) && !strings.HasSuffix(last, "s") && !slices.Contains(many, last) && last != "insurgency"
	if (owned || single && last != "") && !strings.HasPrefix(strings.ToLower(name), "the ") && !possessive(firstOf(name)) && !numbered(firstOf(name)) {
		return "the " + name
	}
	return name
}

// bodies end the names of bodies and states that stand with an article: "the
// European Union".
var bodies = map[string]bool{"Union": true, "Nations": true, "States": true, "Council": true, "Commission": true, "Committee": true, "Bureau": true, "Ministry": true,
	"Department": true, "Court": true, "League": true, "Emirates": true, "Kingdom": true, "Agency": true, "Authority": true, "Assembly": true, "Senate": true, "Parliament": true,
	"Army": true, "Navy": true, "Police": true, "Government": true, "Front": true, "Movement": true, "Organization": true, "Organisation": true, "Association": true, "Netherlands": true, "Philippines": true, "Maldives": true}

// numbered tells whether a word says how many or which by itself.
func numbered(word string) bool {
	word = strings.ToLower(word)
	return word == "" || unicode.IsDigit(rune(word[0])) || slices.Contains([]string{"a", "an", "some", "many", "several", "two", "three", "four", "five", "one", "this", "that", "these", "those", "other", "another", "all", "no"}, word)
}

// balanced leaves out quotation marks when one of a pair is missing, and what a
// bracket opens that does not close.
func balanced(s string) string {
	if open := strings.LastIndex(s, " ("); open > 0 && !strings.Contains(s[open:], ")") {
		s = s[:open]
	}
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

// linking are the words by which a sentence looks back at the one before.
var linking = regexp.MustCompile(`^(?:Also|Again|And|But|Yet|However|Meanwhile|Moreover|Furthermore|In addition|Additionally|Thus|Therefore|Besides|So|Then|Now),? (?:(also|even) )?([^f]|f[^a]|fa[^r])`)

// capital begins a line: with a capital, and with no word that looks back.
func capital(s string) string {
	if m := linking.FindStringSubmatchIndex(s); m != nil && !(strings.HasPrefix(s, "Then ") && unicode.IsUpper(rune(s[m[4]]))) {
		s = s[m[4]:]
	}
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
		disputed := slices.ContainsFunc(e.Disputes, func(d griot.Dispute) bool { return d.Slot == of })
		if i >= 0 && !told && !disputed {
			list = append(list, fmt.Sprintf("%s %s", number(e.Figures[i]), of))
		}
	}
	return strings.Join(list, ", ")
}

// vague is an amount that has no figure but its words.
var vague = regexp.MustCompile(`(?i)^(?:(?:several|many|some|a few) )?(?:(?:dozens|scores|hundreds|thousands|(?:tens|hundreds) of thousands)\b|(?:(?:several|many|a few) )(?:dozen|hundred|thousand)?\b)`)

// number is an amount in figures, or in the words of a report that gives none.
func number(f griot.Amount) string {
	switch {
	case f.Max < 0:
		return fmt.Sprintf("at least %d", f.Min)
	case vague.MatchString(f.Words):
		return strings.ToLower(strings.TrimSpace(vague.FindString(f.Words)))
	case f.Max != f.Min:
		return fmt.Sprintf("%d to %d", f.Min, f.Max)
	case f.Approx:
		return fmt.Sprintf("about %d", f.Min)
	}
	return fmt.Sprint(f.Min)
}
