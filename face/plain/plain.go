// Package plain makes text from outside fit to be shown on a terminal.
package plain

import "strings"

// Line is s on one line, with single spaces and without the control characters
// that a terminal would obey instead of show.
func Line(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}
