package fuse

import (
	"slices"
	"strings"

	"griot"
)

// nominal tells whether a line would be a thing without a verb, "the raid on the
// market" or "fears that drove them out", where its sentence tells it no longer
// than a line may be, or at its beginning.
func nominal(c *griot.Claim, subject, act, sentence string) bool {
	line := oneLine(subject + " " + act)
	return (verbless(c, line) || hung(c, subject)) && strings.Contains(closed.Replace(whole(sentence)), closed.Replace(act))
}

// verbless tells whether a claim was read from a word without a clause of its own, a
// noun, and its words have no auxiliary either.
func verbless(c *griot.Claim, line string) bool {
	return c.Clause == [2]int{} && !finite(line)
}

// hung tells whether the clause of a claim only hangs on the noun with which its
// words begin: "fears that drove them out".
func hung(c *griot.Claim, subject string) bool {
	before := c.Clause[0] - c.Start
	return subject == "" && before > 0 && before <= len(c.Quote) && !finite(c.Quote[:before])
}

// finite tells whether words hold an auxiliary.
func finite(words string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return w != "to" && w != "also" && w != "not" && w != "never" && helping[w] })
}
