package intake

import (
	"regexp"
	"strconv"
	"strings"

	"griot"
)

// readPlain reads one report of plain text or Markdown. Before its first blank
// line it may say of itself, as "key: value" lines, "published", "outlet",
// "url", "title" and "language"; or its first line may begin with
// "date YYYY-MM-DD" or be its address.
func readPlain(in *input, yield func(Item) bool) {
	text, problem := in.all(MaxReportBytes)
	if problem != nil {
		yield(Item{Problem: problem})
		return
	}
	said, end, warning := header(text)
	if warning != nil {
		warning.Where = in.path + ": line " + warning.Where
	}
	blocks := Blocks(text, end)
	if end > 0 {
		blocks = append([]griot.Block{{Start: 0, End: len(strings.TrimRight(text[:end], " \t\r\n")), Kind: griot.Header}}, blocks...)
	}
	item := in.report(in.ref, text, said, blocks)
	if item.Problem == nil {
		item.Problem = warning
	}
	yield(item)
}

var (
	keyValue  = regexp.MustCompile(`^\s*([A-Za-z_-]+):[ \t]*(.*?)\s*$`)
	dateFirst = regexp.MustCompile(`(?i)^[\s\p{Zs}]*date:?[ \t]+(\S+)[ \t]*`)
	onlyURL   = regexp.MustCompile(`^\s*((?:https?://|www\.)\S+)\s*$`)
)

// header reads what a text says of itself before its body begins at byte end.
// The warning, if any, names the line of a date that is none.
func header(text string) (said Facts, end int, warning *Problem) {
	first, _, _ := strings.Cut(text, "\n")
	if m := onlyURL.FindStringSubmatch(first); m != nil {
		return Facts{URL: m[1]}, len(first), nil
	}
	if m := dateFirst.FindStringSubmatchIndex(first); m != nil {
		day, err := griot.ParseDay(first[m[2]:m[3]])
		if err == nil {
			return Facts{Published: day}, m[1], nil
		}
		if strings.HasPrefix(first[m[2]:m[3]], "1") || strings.HasPrefix(first[m[2]:m[3]], "2") {
			return Facts{}, m[1], badDay("1", first[m[2]:m[3]])
		}
	}
	return keyValues(text)
}

func badDay(line, words string) *Problem {
	return &Problem{line, "«" + words + "» is no day", "write it as YYYY-MM-DD; the report is kept without a date"}
}

// frontMatter is the line that Markdown puts above and below what a text says of
// itself.
const frontMatter = "---"

// keyValues reads "key: value" lines up to the first blank line, or between two
// lines of "---". They are a header only when all of them are such lines and one
// of the keys is known.
func keyValues(text string) (said Facts, end int, warning *Problem) {
	known, fenced := false, false
	at := 0
	for n := 1; at < len(text); n++ {
		line, _, _ := strings.Cut(text[at:], "\n")
		next := at + len(line) + 1
		bare := strings.TrimSpace(line)
		if bare == frontMatter && n == 1 {
			fenced, at = true, next
			continue
		}
		if bare == frontMatter && fenced {
			at = next
			break
		}
		if bare == "" && !fenced {
			break
		}
		m := keyValue.FindStringSubmatch(line)
		if m == nil || n > maxHeaderLines {
			return Facts{}, 0, nil
		}
		ok, bad := said.set(strings.ToLower(m[1]), strings.Trim(m[2], `"'`))
		known = known || ok
		if bad {
			warning = badDay(strconv.Itoa(n), m[2])
		}
		at = next
	}
	if !known {
		return Facts{}, 0, nil
	}
	return said, min(at, len(text)), warning
}

// maxHeaderLines bounds a header; what is longer is text.
const maxHeaderLines = 20

// set takes one fact by its key. It tells whether the key is known, and whether
// the value was meant as a day and is none.
func (f *Facts) set(key, value string) (known, bad bool) {
	switch key {
	case "published", "date":
		day, ok := parseDay(value)
		f.Published = day
		return true, !ok && value != ""
	case "outlet", "source", "publisher":
		f.Outlet = value
	case "url", "link", "address":
		f.URL = value
	case "title", "headline":
		f.Title = value
	case "language", "lang":
		f.Language = value
	default:
		return false, false
	}
	return true, false
}
