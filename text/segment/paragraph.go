package segment

import (
	"strings"

	"griot"
)

// blocks is what the report is made of. Blocks that do not lie in the text in
// order are not trusted; then, as without any, line breaks decide.
func blocks(r *griot.Report) []griot.Block {
	if len(r.Blocks) > 0 && inOrder(r.Blocks, len(r.Text)) {
		return r.Blocks
	}
	return lines(r.Text)
}

func inOrder(bs []griot.Block, size int) bool {
	at := 0
	for _, b := range bs {
		if b.Start < at || b.End < b.Start || b.End > size {
			return false
		}
		at = b.End
	}
	return true
}

// lines makes a paragraph of what stands between empty lines. In a text that
// has no empty line, or whose lines are long, every line is one: only text
// wrapped at a fixed width breaks lines inside a sentence.
func lines(s string) []griot.Block {
	wrapped := isWrapped(s)
	var out []griot.Block
	start := 0
	flush := func(end int) {
		if strings.TrimSpace(s[start:end]) != "" {
			out = append(out, griot.Block{Start: start, End: end, Kind: griot.Body})
		}
		start = end
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' && (!wrapped || blankLine(s[i+1:])) {
			flush(i + 1)
		}
	}
	flush(len(s))
	return out
}

// wrapWidth is the longest line, in bytes, that text wrapped by hand or by a
// mail program has.
const wrapWidth = 100

// isWrapped tells whether line breaks are there for the width of the page:
// there are empty lines between paragraphs, no line is long, and after most
// lines inside a paragraph the next word would not have fitted.
func isWrapped(s string) bool {
	width := 0
	for line := range strings.Lines(s) {
		width = max(width, len(strings.TrimSpace(line)))
	}
	if width > wrapWidth || !strings.Contains(s, "\n\n") {
		return false
	}
	inner, full, last := 0, 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		word, _, _ := strings.Cut(line, " ")
		if last > 0 && line != "" {
			inner++
			if last+1+len(word) > width {
				full++
			}
		}
		last = len(line)
	}
	return inner >= 3 && full*10 >= inner*8
}

// blankLine tells whether the text goes on with a line of white space.
func blankLine(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\t', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return false
}
