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

// Of reads the clause of a claim in its report's text. stem makes one of the
// forms of a word.
func Of(c *griot.Claim, text string, stem func(string) string) Clause {
	if c.Start < 0 || c.End > len(text) || c.Start >= c.End || text[c.Start:c.End] != c.Quote {
		return Clause{Act: c.Quote}
	}
	end := c.End + len(tail(text[c.End:min(len(text), max(c.End, c.Sentence.End))]))
	trigger := find(c, stem)
	from, to := subject(c, c.Actors, trigger)
	if from < 0 && len(c.Actors) == 0 || passive(c, trigger) {
		from, to = subject(c, c.Recipients, trigger)
		if from >= 0 && !strings.Contains(text[to:trigger], ",") {
			from = -1 // nothing stands between that would have to go
		}
	}
	if from < 0 || trigger == c.End {
		return Clause{Act: text[c.Start:end]}
	}
	return Clause{Subject: text[from:to], Act: text[auxiliaries(text, to, trigger):end]}
}

// find is the byte at which the trigger stands: the last word of the quote that
// is a form of the claim's lemma, or the end of the quote.
func find(c *griot.Claim, stem func(string) string) int {
	lemma := stem(strings.ToLower(c.Lemma))
	at := c.End
	for start, word := range words(c.Quote) {
		if w := strings.ToLower(word); stem(w) == lemma || len(c.Lemma) > 3 && len(w) <= len(c.Lemma)+4 && strings.HasPrefix(w, c.Lemma[:len(c.Lemma)-1]) {
			at = c.Start + start
		}
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

// tail is how far a clause goes on after the quote: to a mark, a word that
// joins another clause, or the longest length.
func tail(rest string) string {
	n := 0
	for start, word := range words(rest) {
		between := rest[len(strings.TrimRightFunc(rest[:start], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })):start]
		if n == longest || strings.ContainsAny(between, ",;:.!?()—–\"“”\n") || joins(word) {
			return strings.TrimRightFunc(rest[:start], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		}
		n++
	}
	return strings.TrimRightFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
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
