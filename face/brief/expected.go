package brief

import (
	"strings"

	"griot"
	"griot/face/plain"
)

// expected tells the ledger of announced, threatened and demanded acts.
func (c *composer) expected() []Line {
	all := c.known.Select(expectedQuery(c.options), griot.Expectations).Expectations
	var lines []Line
	told := map[string]bool{}
	for i := range all {
		x := &all[i]
		if !told[x.What] {
			told[x.What] = true
			lines = append(lines, Line{Text: c.expectation(x), Notes: c.notes(x.Claim, x.ResolvedBy)})
		}
	}
	return lines
}

// expectation tells what became of an act, how it was voiced and until when it
// is due, what it is, on what it depends and what shows the outcome.
func (c *composer) expectation(x *griot.Expectation) string {
	status := x.Status
	if status == "partly" {
		status = "fulfilled in part"
	}
	text := sentenceCase(status) + " (" + x.Kind
	if x.By.Known() {
		text += ", due " + daysInWords(x.By)
	}
	text += "): " + strings.TrimSuffix(x.What, ".")
	if words := strings.Fields(x.Condition); len(words) > 0 && !strings.Contains(x.What, strings.Join(words[:min(3, len(words))], " ")) {
		text += ", " + plain.Line(lowered(x.Condition))
	}
	text = stopped(text)
	if by := c.known.Claim(x.ResolvedBy); by != nil {
		text += " Shown by: " + quoted(plain.Line(by.Quote)) + "."
	}
	return text
}
