// Package phrase puts counts and days into words, for all that is written for
// people.
package phrase

import (
	"strconv"
	"strings"

	"griot"
)

// Number writes a count with a comma after the thousands: "12,000".
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Many counts things: "1 report", "3 reports", "2 countries".
func Many(n int, what string) string {
	s := Number(n) + " " + what
	if n == 1 {
		return s
	}
	if stem, ok := strings.CutSuffix(s, "y"); ok {
		return stem + "ies"
	}
	return s + "s"
}

// Or is the first text that is not empty.
func Or(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// Day writes a known day as "4 August 2023".
func Day(d griot.Day) string { return d.Time().Format("2 January 2006") }
