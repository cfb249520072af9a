package eval

import (
	"regexp"
	"strings"
	"time"

	"griot"
)

// header is how the service that gathered the documents opens them: the town, the
// day, who published it and what kind of text it is, "LIMA, 4 JAN 90 (EFE) --
// [SPEECH] [TEXT]".
var header = regexp.MustCompile(`^\s*([^,]{3,40}), +(?:NO DATE|(\d{1,2} [A-Z]{3})[A-Z]*(?: (\d\d))?)\s*(?:[\[(][^)]*\))?\s*--?((?:\s*\[[^\]]*\])*)`)

// mucReport is a document as a report: its text with small letters, its header a
// dateline, published on the day that says.
func mucReport(s string) griot.Report {
	r := griot.Report{Text: sentenceCase(s), Language: "en"}
	head := header.FindStringSubmatch(s)
	if head == nil {
		return r
	}
	if day, err := time.Parse("2 Jan 06", head[2]+" "+head[3]); err == nil {
		r.Published, r.PublishedBasis = griot.DayOf(day), griot.PublishedStated
	}
	r.Blocks = []griot.Block{{Start: 0, End: len(head[0]), Kind: griot.Dateline}}
	for at, line := range lines(r.Text, len(head[0])) {
		r.Blocks = append(r.Blocks, griot.Block{Start: at, End: at + len(line), Kind: griot.Body})
	}
	return r
}

// lines yields the lines from byte from on that say something, with the bytes at
// which they start.
func lines(s string, from int) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := from; at < len(s); {
			line, _, _ := strings.Cut(s[at:], "\n")
			body := strings.TrimSpace(line)
			if body != "" && !yield(at+strings.Index(line, body), body) {
				return
			}
			at += len(line) + 1
		}
	}
}
