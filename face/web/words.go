package web

import (
	"html"
	"html/template"
	"strings"

	"griot"
)

// The most letters that a page shows of a text from outside.
const (
	titleLetters = 180
	quoteLetters = 500
	nameLetters  = 80
)

// text is words from outside, isolated so that their direction of writing does
// not disturb what stands around them, and without characters that hide.
func text(s string) template.HTML {
	return template.HTML("<bdi>" + html.EscapeString(visible(s)) + "</bdi>")
}

// short is text of at most n letters.
func short(n int, s string) template.HTML { return text(clip(n, s)) }

// quotation is text of at most n letters in quotation marks, unless it brings
// its own.
func quotation(n int, s string) template.HTML {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"“", "\"", "«", "'", "‘"} {
		if strings.HasPrefix(s, mark) {
			return short(n, s)
		}
	}
	return "“" + short(n, s) + "”"
}

// prose is text whose line breaks are kept.
func prose(s string) template.HTML {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = html.EscapeString(visible(lines[i]))
	}
	return template.HTML("<bdi>" + strings.Join(lines, "\n") + "</bdi>")
}

// visible leaves out control characters, marks of direction and characters
// without width, with which a text could show other words than it has.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0,
			r == 0x200b, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// clip shortens a text to n letters, at a word where one ends nearby.
func clip(n int, s string) string {
	if len(s) <= n {
		return s
	}
	count := 0
	for i := range s {
		if count == n-1 {
			cut := s[:i]
			if j := strings.LastIndexByte(cut, ' '); j > i*3/4 {
				cut = cut[:j]
			}
			return strings.TrimRight(cut, " ,;:") + "…"
		}
		count++
	}
	return s
}

// day writes a day as "4 Aug 2023".
func day(d griot.Day) string {
	if !d.Known() {
		return "undated"
	}
	return d.Time().Format("2 Jan 2006")
}

// longDay writes a day as "Friday 4 August 2023".
func longDay(d griot.Day) string {
	if !d.Known() {
		return "Undated"
	}
	return d.Time().Format("Monday 2 January 2006")
}

// days writes an interval: "4 Aug 2023", "3–4 Aug 2023", "by 5 Aug 2023".
func days(i griot.Interval) string {
	from, to := i.From, i.To
	switch {
	case !i.Known():
		return "undated"
	case from == to:
		return day(from)
	case !from.Known():
		return "by " + day(to)
	case !to.Known():
		return "from " + day(from)
	}
	f, t := from.Time(), to.Time()
	switch {
	case f.YearDay() == 1 && t.Month() == 12 && t.Day() == 31 && f.Year() == t.Year():
		return f.Format("2006")
	case f.Year() == t.Year() && f.Month() == t.Month() && f.Day() == 1 && (to+1).Time().Day() == 1:
		return f.Format("January 2006")
	case f.Year() == t.Year() && f.Month() == t.Month():
		return f.Format("2") + "–" + day(to)
	case f.Year() == t.Year():
		return f.Format("2 Jan") + " – " + day(to)
	}
	return day(from) + " – " + day(to)
}

// capital begins a text with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
