package export

import (
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"griot"
)

// writeICal writes the expectations that have a day as all-day entries of a
// calendar (RFC 5545). The stamp of an entry is the day it was published, so
// that the same record gives the same file.
func writeICal(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	asked := map[string]bool{}
	for e, err := range events {
		if err != nil {
			return err
		}
		for _, c := range e.Claims {
			asked[c] = true
		}
	}
	var b strings.Builder
	for _, line := range []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//griot//expectations//EN", "CALSCALE:GREGORIAN"} {
		fold(&b, line)
	}
	for i := range k.Expectations {
		if x := &k.Expectations[i]; x.By.Known() && asked[x.Claim] {
			icalEntry(&b, x)
		}
	}
	fold(&b, "END:VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

func icalEntry(b *strings.Builder, x *griot.Expectation) {
	from, to := x.By.From, x.By.To
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	stamp := x.Published
	if !stamp.Known() {
		stamp = from
	}
	status := "TENTATIVE"
	switch x.Status {
	case "fulfilled":
		status = "CONFIRMED"
	case "denied", "withdrawn":
		status = "CANCELLED"
	}
	for _, line := range []string{"BEGIN:VEVENT", "UID:" + x.ID + "@griot", "DTSTAMP:" + compact(stamp) + "T000000Z",
		"DTSTART;VALUE=DATE:" + compact(from), "DTEND;VALUE=DATE:" + compact(to+1), "SUMMARY:" + icalText(x.What),
		"DESCRIPTION:" + icalText(x.Kind+", "+x.Status+": «"+x.Quote+"»"), "STATUS:" + status, "TRANSP:TRANSPARENT", "END:VEVENT"} {
		fold(b, line)
	}
}

var icalEscape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)

func icalText(s string) string { return icalEscape.Replace(oneLine(s)) }

// lineBytes is the longest line that RFC 5545 allows, without its break.
const lineBytes = 75

// fold writes a line, folded between letters.
func fold(b *strings.Builder, line string) {
	at := 0
	for _, r := range line {
		n := utf8.RuneLen(r)
		if at+n > lineBytes {
			b.WriteString("\r\n ")
			at = 1
		}
		b.WriteRune(r)
		at += n
	}
	b.WriteString("\r\n")
}
