// Package phrase finds in a claim's sentence the words that say what was done.
//
// A quote runs from the actor to those acted on, so in "The officers closed the
// borders, imposed a curfew and …" the quote of the curfew holds the borders
// too, and the quote of "France rejected the offer" ends at "rejected". The
// clause leaves out what stands between the actor and the trigger, and goes on
// to the next break.
package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
)

// Clause is what a claim says was done: by whom as the text has it, and the rest.
type Clause struct {
	Subject string // "" when the quote names no actor before the trigger
	Act     string // from the auxiliaries of the trigger on
}

// longest is how many words a clause may go on beyond the quote.
const longest = 10

// Of reads the clause of a claim in its report's text, for comparing: of what
// follows the quote some words, to the next break. stem makes one of the forms of a
// word.
func Of(c *griot.Claim, text string, stem func(string) string) Clause {
	return within(c, text, stem, next)
}

// Whole is Of for readers: the clause to its end, where its tree says.
func Whole(c *griot.Claim, text string, stem func(string) string) Clause {
	return within(c, text, stem, reach)
}

// within reads a clause up to the byte that until gives.
func within(c *griot.Claim, text string, stem func(string) string, until func(*griot.Claim, string) int) Clause {
	if c.Start < 0 || c.End > len(text) || c.Start >= c.End || text[c.Start:c.End] != c.Quote {
		return Clause{Act: c.Quote}
	}
	end := until(c, text)
	trigger := find(c, stem)
	if recipient, actor, ok := turned(c, text, trigger); ok {
		return Clause{Subject: text[actor.Start:actor.End], Act: text[auxiliaries(text, actor.End, trigger):c.End] + " " + text[recipient.Start:recipient.End] + text[c.End:end]}
	}
	from, to := subject(c, c.Actors, trigger)
	if from < 0 && len(c.Actors) == 0 || passive(c, trigger) {
		from, to = subject(c, c.Recipients, trigger)
		if from >= 0 && !strings.Contains(text[to:trigger], ",") {
			from = -1 // nothing stands between that would have to go
		}
	}
	if from < 0 || trigger == c.End {
		if said, ok := defining(c, text, trigger, end); ok {
			return said
		}
		return Clause{Act: text[article(text, opening(c)):end]}
	}
	if between := strings.Fields(text[to:trigger]); slices.ContainsFunc(between, relative) && !phrased(text[c.End:end]) {
		end = c.End // what goes on behind a relative clause is of the main one
	}
	act := verb(text, to, trigger)
	if strings.Contains(text[from:to], ",") && to < act && text[to] == ',' {
		to++ // the subject ends with an apposition
	}
	return Clause{Subject: text[article(text, from):to], Act: strings.TrimLeft(text[act:end], ", ")}
}

// reach is the byte at which the clause of a claim ends: where its tree says, else
// at the next break, as where the quote goes on into another clause: "fired at them,
// and a man was hurt".
func reach(c *griot.Claim, text string) int {
	if c.Clause[1] > c.Start && c.End <= c.Clause[1] && c.Clause[1] <= min(len(text), max(c.End, c.Sentence.End)) {
		return c.Clause[1]
	}
	return next(c, text)
}

// opening is the byte at which the clause of a claim begins, which may stand before
// its quote: "we will invite the others" is quoted from "invite".
func opening(c *griot.Claim) int {
	if c.Clause[0] >= c.Sentence.Start && c.Clause[0] < c.Clause[1] && c.Clause[1] > c.Start {
		return min(c.Start, c.Clause[0])
	}
	return c.Start
}

// next is the byte of the next break after the quote.
func next(c *griot.Claim, text string) int {
	return c.End + len(tail(lastWord(c.Quote), text[c.End:min(len(text), max(c.End, c.Sentence.End))]))
}

// defining tells, as a sentence of its own, what a clause says of the noun before
// it: "a man who allegedly shot two" is "a man allegedly shot two", "the workers
// killed by gunmen" is "the workers were killed by gunmen".
func defining(c *griot.Claim, text string, trigger, end int) (Clause, bool) {
	if trigger == c.End {
		return Clause{}, false
	}
	if !phrased(text[c.End:end]) {
		end = c.End // what goes on is of the main clause
	}
	for start, word := range words(text[c.End:end]) {
		if slices.Contains(helping, word) || word == "said" || word == "told" || strings.HasSuffix(word, "ed") {
			end = c.End + start // the verb of the main clause
			break
		}
	}
	subject, rest := text[article(text, c.Start):trigger], strings.TrimRight(text[trigger:end], " ,")
	for _, who := range []string{" who ", " that ", " which "} {
		if noun, between, ok := strings.Cut(subject, who); ok && len(strings.Fields(between)) <= 3 && !strings.ContainsAny(between, ",;\"“") && !done(c, noun) {
			return Clause{Subject: strings.TrimRight(noun, ", "), Act: strings.TrimSpace(between + rest)}, true
		}
	}
	noun := strings.TrimRight(subject, " ")
	if c.Clause[1] > 0 && c.Clause[0] < trigger && len(c.Recipients) > 0 && c.Clause[0] <= c.Recipients[len(c.Recipients)-1].Start {
		return Clause{}, false // the noun is its subject: "the king received the envoy"
	}
	if len(c.Recipients) == 0 || c.Recipients[0].Start < c.Start || c.Recipients[len(c.Recipients)-1].End != article(text, c.Start)+len(noun) {
		return Clause{}, false
	}
	if form := strings.ToLower(firstWord(rest)); !strings.HasSuffix(form, "ed") && !strings.HasSuffix(form, "en") && !strings.HasSuffix(form, "ught") && form != "shot" && form != "held" {
		return Clause{}, false
	}
	be := "was "
	if many(noun) {
		be = "were "
	}
	return Clause{Subject: noun, Act: be + rest}, true
}

// done tells whether words already say that one of the actors does something: there
// is more behind its name.
func done(c *griot.Claim, words string) bool {
	return slices.ContainsFunc(c.Actors, func(a griot.Actor) bool {
		_, rest, ok := strings.Cut(words, a.Words)
		return ok && a.Words != "" && strings.Trim(rest, " ,") != ""
	})
}

// many tells whether a noun phrase is of several.
func many(noun string) bool {
	head := strings.ToLower(lastWord(noun))
	return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") || slices.Contains([]string{"people", "men", "women", "children", "police", "troops", "dead"}, head)
}

// phrased tells whether words begin with a preposition.
func phrased(rest string) bool {
	return slices.Contains([]string{"in", "on", "at", "near", "to", "from", "with", "by", "of", "for", "against", "between", "into", "outside", "during", "around"}, firstWord(rest))
}

// article moves back over an article or the like that stands right before.
func article(text string, from int) int {
	before := strings.TrimRight(text[max(0, from-8):from], " ")
	i := strings.LastIndexAny(before, " \n“\"(") + 1
	if slices.Contains([]string{"the", "a", "an", "its", "his", "her", "their"}, strings.ToLower(before[i:])) && from > 0 && text[from-1] == ' ' {
		return from - 1 - len(before[i:])
	}
	return from
}

// turned tells whether a claim stands in a relative clause that turns its order
// round: "the soldiers whom the rebels captured".
func turned(c *griot.Claim, text string, trigger int) (recipient, actor griot.Actor, ok bool) {
	if len(c.Actors) != 1 || len(c.Recipients) != 1 || trigger == c.End {
		return recipient, actor, false
	}
	recipient, actor = c.Recipients[0], c.Actors[0]
	if recipient.Start < c.Start || recipient.End > actor.Start || actor.End > trigger {
		return recipient, actor, false
	}
	between := strings.Trim(text[recipient.End:actor.Start], " ,")
	return recipient, actor, relative(between) || between == ""
}

func relative(word string) bool {
	return slices.Contains([]string{"who", "whom", "which", "that"}, strings.ToLower(word))
}

// verb is where the act begins: right behind the subject unless other clauses
// stand between the subject and the trigger; then at the trigger's auxiliaries.
func verb(text string, low, trigger int) int {
	between := text[low:trigger]
	words := strings.Fields(between)
	if slices.ContainsFunc(words, func(w string) bool { return w == "who" }) || len(words) > 0 && relative(strings.Trim(words[0], ",")) {
		return auxiliaries(text, low, trigger)
	}
	at := auxiliaries(text, low, trigger)
	finite := !strings.HasPrefix(text[at:], "to ") && !strings.HasPrefix(text[at:], "not to ") && !strings.HasSuffix(firstWord(text[trigger:]), "ing")
	apart := strings.Contains(between, ",") || slices.Contains(words, "and") || slices.Contains(words, "or") || slices.Contains(words, "but")
	if apart && finite && !strings.EqualFold(lastWord(strings.TrimSpace(text[low:at])), "it") { // which is another subject
		return at
	}
	return trigger - len(strings.TrimLeftFunc(between, unicode.IsSpace))
}

func firstWord(text string) string {
	for _, word := range words(text) {
		return word
	}
	return ""
}

// find is the byte at which the trigger stands: the last word of the quote that
// is a form of the claim's lemma, else one that begins like it, else the end of
// the quote.
func find(c *griot.Claim, stem func(string) string) int {
	lemma := stem(strings.ToLower(c.Lemma))
	at, like := c.End, c.End
	for start, word := range words(c.Quote) {
		w := strings.ToLower(word)
		if stem(w) == lemma {
			at = c.Start + start
		} else if len(c.Lemma) > 3 && len(w) <= len(c.Lemma)+4 && strings.HasPrefix(w, c.Lemma[:len(c.Lemma)-1]) {
			like = c.Start + start
		}
	}
	if at == c.End {
		at = like
	}
	return at
}

// passive tells whether those acted on stand before the trigger and the actors
// behind it.
func passive(c *griot.Claim, trigger int) bool {
	return len(c.Actors) > 0 && len(c.Recipients) > 0 && c.Actors[0].Start >= trigger && c.Recipients[0].Start >= c.Start && c.Recipients[0].End <= trigger
}

// subject is the span of those actors that end before the trigger, −1 for none.
func subject(c *griot.Claim, actors []griot.Actor, trigger int) (from, to int) {
	from, to = -1, -1
	for _, a := range actors {
		if c.Start <= a.Start && a.End <= trigger {
			if from < 0 || a.Start < from {
				from = a.Start
			}
			to = max(to, a.End)
		}
	}
	if from >= 0 && len(strings.Fields(c.Quote[:from-c.Start])) < 3 {
		from = c.Start // take in "U.S. Secretary of State" and articles
	}
	return from, to
}

var helping = strings.Fields("have has had been be is are was were will would may might could should can to not never also being did do does")

// auxiliaries moves back from the trigger over the helping words before it, but
// not into the subject, which ends at low.
func auxiliaries(text string, low, trigger int) int {
	at := trigger
	for {
		before := strings.TrimRightFunc(text[low:at], unicode.IsSpace)
		i := strings.LastIndexFunc(before, unicode.IsSpace) + 1
		if word := before[i:]; !slices.Contains(helping, strings.ToLower(word)) {
			return at
		}
		at = low + i
	}
}

func lastWord(text string) string {
	at := strings.LastIndexFunc(text, unicode.IsSpace) + 1
	return text[at:]
}

// tail is how far a clause goes on after the quote, whose last word is given: to a mark, a word that
// joins another clause, or the longest length; never to a word that needs
// another behind it.
func tail(last, rest string) string {
	n, end, whole := 0, 0, true
	for start, word := range words(rest) {
		if n == longest || breaks(rest[end:start], word) || joins(word) && !(word == "and" && describes(last)) {
			whole = false
			break
		}
		n++
		end, last = start+len(word), word
	}
	if whole {
		return strings.TrimRightFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	}
	for {
		kept := strings.TrimRightFunc(rest[:end], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		if lettered(kept) && strings.HasPrefix(rest[len(kept):], ".") {
			return rest[:len(kept)+1]
		}
		at := strings.LastIndexFunc(kept, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) + 1
		if !dangles(kept[at:]) {
			return kept
		}
		end = at
	}
}

// lettered tells whether words end with the last letter of "a.m." or "U.S.".
func lettered(words string) bool {
	n := len(words)
	return n > 2 && words[n-2] == '.' && unicode.IsLetter(rune(words[n-3]))
}

// breaks tells whether what stands between two words ends a clause. The full
// stop of an abbreviation does not, nor the comma of a number.
func breaks(between, next string) bool {
	if between == "." || between == "," || strings.Contains(between, "...") || strings.Contains(between, "…") || between == ". " && next == strings.ToLower(next) {
		return false
	}
	return strings.ContainsAny(between, ",;:.!?()—–\n")
}

// dangles tells whether a word at the end of a clause leaves it open.
func dangles(word string) bool {
	return strings.HasSuffix(word, "ly") && len(word) > 5 || slices.Contains([]string{"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "against", "between", "into", "so",
		"its", "his", "her", "their", "all", "those", "these", "or", "that", "than", "late", "early", "according"}, strings.ToLower(word))
}

// describes tells whether a word looks like an adjective or adverb, behind which "and" joins
// another: "the unconditional and immediate release".
func describes(word string) bool {
	return slices.ContainsFunc([]string{"al", "ive", "ous", "ful", "ic", "able", "ible", "ate", "ly"}, func(end string) bool { return strings.HasSuffix(word, end) })
}

func joins(word string) bool {
	return slices.Contains([]string{"and", "but", "while", "as", "after", "before", "when", "because", "although", "though", "since", "which", "who"}, strings.ToLower(word))
}

// words yields the runs of letters and digits of a text and where they start.
func words(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := -1
		for i := 0; i < len(text); {
			c, size := utf8.DecodeRuneInString(text[i:])
			inside := unicode.IsLetter(c) || unicode.IsDigit(c)
			if inside && start < 0 {
				start = i
			} else if !inside && start >= 0 {
				if !yield(start, text[start:i]) {
					return
				}
				start = -1
			}
			i += size
		}
		if start >= 0 {
			yield(start, text[start:])
		}
	}
}
