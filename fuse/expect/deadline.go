package expect

import (
	"regexp"
	"strconv"
	"strings"

	"griot"
)

var (
	period = regexp.MustCompile(`(?i)\b(within|gave|gives|given|giving|has|have|had|in the next|deadline of|ultimatum of|in)\b[^.;]{0,80}?\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty)[ -](hour|day|week|month)s?\b`)
	small  = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
		"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "thirty": 30}
	hours = map[string]int{"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24}
)

// deadline is by when an act is expected: the days that the claim gives, when
// they lie ahead of its publication, or those that a period in its sentence
// gives ("one week to reinstate him"), counted from the day it was set.
func deadline(c *griot.Claim, sentence string) griot.Interval {
	told := c.When.Basis == griot.BasisText
	if told && c.When.To > c.Published && c.Published.Known() {
		return c.When
	}
	if m := period.FindStringSubmatch(sentence); m != nil && ahead(c) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			n = small[strings.ToLower(m[2])]
		}
		from := c.Published
		if c.When.From.Known() && c.When.From <= from {
			from = c.When.From
		}
		days := (n*hours[strings.ToLower(m[3])] + 23) / 24
		if from.Known() {
			return griot.Interval{From: from, To: from + griot.Day(days), Words: m[0], Basis: griot.BasisText, Reason: "counted from " + from.String()}
		}
	}
	said := c.Type == griot.Request || c.Type == griot.Threaten || c.Type == griot.Agree // their day may be that of the words
	if told && c.When.To.Known() && (c.When.To > c.Published || c.When.To == c.Published && !said) {
		return c.When
	}
	return griot.Interval{Basis: griot.BasisNone}
}

// ahead tells whether a claim is of a kind for which periods are set.
func ahead(c *griot.Claim) bool {
	return c.Type == griot.Request || c.Type == griot.Threaten || c.Type == griot.Agree || c.Status == griot.Announced || c.Status == griot.Demanded
}

var conditional = regexp.MustCompile(`(?i)\b(if|unless|as long as|provided that|once|until|in case)\b[^.;"”]*`)

// condition is the part of the sentence that makes the act depend on something.
func condition(c *griot.Claim, sentence string) string {
	if c.Status != griot.Conditional {
		return ""
	}
	found := conditional.FindStringIndex(sentence)
	if found == nil {
		return ""
	}
	if act := c.Clause[0] - c.Sentence.Start; found[0] < act && act < found[1] {
		found[1] = act // "once it is over we will leave"
	}
	words := sentence[found[0]:found[1]]
	if cut := strings.IndexAny(words, ",—"); cut > 0 {
		words = words[:cut]
	}
	return strings.TrimSpace(words)
}

var wouldDo = regexp.MustCompile(`(?i)\b(?:would|['’]d) `)

// wont tells whether "would" says what somebody used to do, or what a thing is like:
// nothing is named on which it depends. A threat is one all the same.
func wont(c *griot.Claim, sentence string) bool {
	from, to := c.Start-c.Sentence.Start, c.End-c.Sentence.Start
	if c.Clause[1] > c.Clause[0] {
		from, to = min(from, c.Clause[0]-c.Sentence.Start), max(to, c.Clause[1]-c.Sentence.Start)
	}
	if from < 0 || to > len(sentence) || from >= to {
		return false
	}
	return c.Type != griot.Threaten && wouldDo.MatchString(sentence[from:to]) && !conditional.MatchString(sentence)
}

var opened = regexp.MustCompile(`(?i)\b(if|unless|once|provided that|in case|should|how|whether|when|why)\s+([\p{L}'’-]+\s+){0,2}$`)

// meant is a promise that only says which thing is meant, "the troops promised by
// the state", and one with a verb of its own, "aid was promised by the state".
var (
	meant  = regexp.MustCompile(`(?i)\b(promised|pledged|vowed|offered) by\b`)
	spoken = regexp.MustCompile(`(?i)\b(was|were|is|are|been|being) (\p{L}+ )?(promised|pledged|vowed|offered) by\b`)
)

// premise tells whether a claim is what something else depends on or asks, or names
// that by a promise, and not itself what is expected: "once the rebels have left".
func premise(c *griot.Claim, sentence string) bool {
	if meant.MatchString(c.Quote) && !spoken.MatchString(c.Quote) {
		return true
	}
	at := c.Start - c.Sentence.Start
	return c.Status == griot.Conditional && at > 0 && at <= len(sentence) && opened.MatchString(sentence[:at])
}
