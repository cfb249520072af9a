package parse

import (
	"fmt"
	"strings"

	"griot/text/lang"
)

// verbRow is a row of the table of irregular verbs.
type verbRow struct {
	verb    string
	forms   []string // past, participle
	example string   // "They arose => arise"
}

func readVerbs() ([]verbRow, error) {
	lines, err := lang.Table("en", "verbs", 3)
	if err != nil {
		return nil, err
	}
	var rows []verbRow
	for _, col := range lines {
		r := verbRow{col[0], strings.Fields(col[1]), col[2]}
		if len(r.forms) != 2 {
			return nil, fmt.Errorf("lang/en/verbs.tsv: %s has %d past forms, not 2", r.verb, len(r.forms))
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// pasts maps irregular past forms to their verbs.
func pasts(rows []verbRow) map[string]string {
	m := map[string]string{}
	for _, r := range rows {
		for _, f := range r.forms {
			m[f] = r.verb
		}
	}
	return m
}

// mend corrects what a script made of a regular form in -ed or -ing when it is
// no known word: English spelling leaves few ways to write the stem.
func mend(stem string) string {
	n := len(stem)
	if n < 3 {
		return stem
	}
	if stem[n-1] == 'e' {
		if rest := stem[:n-1]; !wantsE(rest) && (doubled(rest) || cluster(rest)) {
			return mend(rest)
		}
		return stem
	}
	switch {
	case doubled(stem):
		return stem[:n-1]
	case wantsE(stem):
		return stem + "e"
	}
	return stem
}

// doubled tells whether a stem ends in a consonant written twice before an
// ending: "shunn"; l, s, f and z may be double by nature.
func doubled(stem string) bool {
	n := len(stem)
	return stem[n-1] == stem[n-2] && strings.IndexByte("bdgkmnprtv", stem[n-1]) >= 0
}

// unspelt tells whether a form cannot be of a verb that ends in e, since it doubles
// the consonant: "rapped" is of "rap" and not of "rape".
func unspelt(form, lemma string) bool {
	for _, end := range []string{"ed", "ing"} {
		stem, ok := strings.CutSuffix(strings.ToLower(form), end)
		if n := len(stem); ok && n > 2 && doubled(stem) && lemma == stem[:n-1]+"e" {
			return true
		}
	}
	return false
}

// cluster tells whether a stem ends in consonants after which no e is written:
// "insist", "frown", "jump".
func cluster(stem string) bool {
	for _, end := range []string{"st", "wn", "mp", "ct", "pt", "ft", "lt", "nt", "nd", "ld", "ck", "sh", "ll", "ss", "ff", "rk", "rn", "rm", "sk", "ain", "oak", "ead", "ail"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// wantsE tells whether a stem cannot end a word without an e: "battl",
// "captur", "enumerat", "serv", "forc", "besieg", "vot".
func wantsE(stem string) bool {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch last {
	case 'l':
		if !vowel(before) && before != 'l' && before != 'r' && before != 'w' {
			return true
		}
	case 'v', 'c', 'u':
		return true
	case 't':
		if strings.HasSuffix(stem, "at") && n > 4 && !vowel(stem[n-3]) {
			return true
		}
	case 'r':
		if before == 'u' && n > 4 && !vowel(stem[n-3]) {
			return true
		}
	case 'z', 's':
		return last == 'z' && vowel(before) || before == 'i'
	case 'g':
		return before == 'd' || before == 'r' || vowel(before)
	}
	return short(stem)
}

// short tells whether a stem is one syllable with one vowel letter before one
// consonant, which would be doubled before an ending if no e followed.
func short(stem string) bool {
	n := len(stem)
	if vowel(stem[n-1]) || strings.IndexByte("wxh", stem[n-1]) >= 0 || !vowel(stem[n-2]) {
		return false
	}
	for i := range n - 2 {
		if vowel(stem[i]) {
			return false
		}
	}
	return n > 2
}

func vowel(b byte) bool { return strings.IndexByte("aeiouy", b) >= 0 }
