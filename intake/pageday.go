package intake

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"griot"
)

// dayMarks are what pages in several languages call the place of their date.
var dayMarks = regexp.MustCompile(`(?i)\b(?:date|time|published|posted|fecha|publicad[oa]|publié|data|datum|veröffentlicht)`)

// longestDay is how many bytes the words of a date have at most.
const longestDay = 120

// dayOfPage is the day of the first element of a page that is marked as its date
// and holds one in words, as pages without machine-readable dates write it in
// their own languages: "12 de agosto de 2023". It is unknown when there is none.
func dayOfPage(page string) griot.Day {
	z := html.NewTokenizer(strings.NewReader(page))
	marked := 0 // bytes of text still looked at
	var words strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return findDay(words.String())
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "time" || dayMarks.MatchString(attributes(z)) {
				if d := findDay(words.String()); d.Known() {
					return d
				}
				words.Reset()
				marked = longestDay
			}
		case html.TextToken:
			if t := z.Text(); len(t) <= marked {
				marked -= len(t)
				words.Write(t)
				words.WriteByte(' ')
			}
		}
	}
}

// attributes are the class and the purpose of the element at hand.
func attributes(z *html.Tokenizer) string {
	var b strings.Builder
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		if k := string(key); k == "class" || k == "id" || k == "itemprop" {
			b.Write(value)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
