package intake

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"griot"
)

// dayLayouts are the ways in which formats and feeds write a moment. The day is
// the one in the zone that the moment is written in.
var dayLayouts = []string{
	"2006-01-02", time.RFC3339Nano, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05-0700",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"20060102", "2006/01/02", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006",
}

// parseDay reads a day in any of the layouts. Days that could be read two ways,
// such as 03/04/2023, are not taken.
func parseDay(s string) (griot.Day, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return griot.DayOf(t), true
		}
	}
	return 0, false
}

// findDay is the one full calendar day that words hold, unknown when there is
// none or more than one.
func findDay(words string) griot.Day {
	var found griot.Day
	tokens := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" \t\n,()—–-/", r) })
	tokens = slices.DeleteFunc(tokens, func(t string) bool { return t == "de" || t == "del" || t == "of" }) // "12 de agosto del 2023"
	for i := 0; i+2 < len(tokens); i++ {
		if d, ok := dayOfWords(tokens[i], tokens[i+1], tokens[i+2]); ok {
			if found.Known() && found != d {
				return 0
			}
			found = d
		}
	}
	return found
}

// dayOfWords reads "4 August 2023", "Aug. 4 2023" and "4. August 2023".
func dayOfWords(a, b, c string) (griot.Day, bool) {
	if month(a) > 0 {
		a, b = b, a
	}
	m := month(b)
	day, err1 := strconv.Atoi(strings.TrimRight(a, "stndrhe.º°"))
	year, err2 := strconv.Atoi(strings.TrimRight(c, ".:"))
	if m == 0 || err1 != nil || err2 != nil || day < 1 || day > 31 || year < 1900 || year > 2199 {
		return 0, false
	}
	return griot.NewDay(year, m, day), true
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// foreignMonths are the names of the months in French, Spanish, Portuguese,
// Italian and German where they are not the English ones.
var foreignMonths = [12][]string{
	{"janvier", "enero", "janeiro", "gennaio", "januar"},
	{"février", "fevrier", "febrero", "fevereiro", "febbraio", "februar"},
	{"mars", "marzo", "março", "marco", "märz"},
	{"avril", "abril", "aprile"},
	{"mai", "mayo", "maio", "maggio"},
	{"juin", "junio", "junho", "giugno", "juni"},
	{"juillet", "julio", "julho", "luglio", "juli"},
	{"août", "aout", "agosto"},
	{"septembre", "septiembre", "setiembre", "setembro", "settembre"},
	{"octobre", "octubre", "outubro", "ottobre", "oktober"},
	{"novembre", "noviembre", "novembro"},
	{"décembre", "decembre", "diciembre", "dezembro", "dicembre", "dezember"},
}

// month is the number of a month's name or abbreviation, 0 for another word.
func month(s string) int {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	if s == "sept" {
		return 9
	}
	for i, name := range monthNames {
		if s == name || len(s) == 3 && strings.HasPrefix(name, s) {
			return i + 1
		}
	}
	return 1 + slices.IndexFunc(foreignMonths[:], func(names []string) bool { return slices.Contains(names, s) })
}
