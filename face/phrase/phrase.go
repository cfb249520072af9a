// Package phrase puts counts and days into words, for all that is written for
// people.
package phrase

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// bodies are the nouns that end the names of bodies which stand with an article.
var bodies = strings.Fields(`Nations Union Department Ministry Commission Committee Council Agency Bureau Court Tribunal Authority Army
	Navy Police Front Movement League Forces Force Guard Bank Fund Organization Organisation Association Institute Center Centre Observatory Group
	Party Government Embassy Office Service Board Secretariat Parliament Senate Assembly Cabinet Network Federation Alliance Coalition Cross
	Mission Corps States Emirates Command Directorate Confederation Junta Administration Presidency Society Programme Program Crescent Times Post Germans
	Israelis Syrians Russians Ukrainians Americans Iranians Palestinians Taliban`)

// Named is a name as it stands in a sentence: with an article where it is that of
// a body ("the United Nations", "the Armed Forces of Niger", "the news agency"),
// without one where it is that of a person or a country.
func Named(name string) string {
	head, _, owned := strings.Cut(name, " of ")
	for _, of := range []string{" for ", " on ", " to ", " in ", " against ", " ("} {
		head, _, _ = strings.Cut(head, of)
	}
	first, _, _ := strings.Cut(name, " ")
	last := head[strings.LastIndex(head, " ")+1:]
	capital, size := utf8.DecodeRuneInString(last)
	body := slices.Contains(bodies, string(unicode.ToUpper(capital))+last[size:])
	switch proper, _ := utf8.DecodeRuneInString(name); {
	case slices.Contains(determined, strings.ToLower(first)) || strings.Contains(head, "'s ") || strings.Contains(head, "’s "):
		return name
	case body, owned && unicode.IsUpper(proper):
		return "the " + name
	}
	return name
}

// determined are the words before a noun that leave no room for an article.
var determined = strings.Fields("the a an one two three some many several his her its their our my this that these those another other no any each")
