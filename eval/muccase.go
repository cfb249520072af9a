package eval

import (
	"regexp"
	"strings"

	"griot/data"
)

// sentenceCase turns a text printed in capitals into one with small letters: a
// word starts with a capital where a sentence starts and where it is no common
// word of English. The bytes of a letter stay one.
func sentenceCase(s string) string {
	if capitals(s) < len(s)/2 {
		return s
	}
	common := commonWords()
	acronyms := map[string]bool{}
	for _, m := range bracketed.FindAllStringSubmatch(s, -1) {
		acronyms[m[1]] = !isCommon(common, strings.ToLower(m[1]))
	}
	b := []byte(strings.ToLower(s))
	start := true
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && (b[j] >= 'a' && b[j] <= 'z' || b[j] == '\'') {
			j++
		}
		if j == i {
			start = start || b[i] == '.' || b[i] == '\n' || b[i] == ']'
			i++
			continue
		}
		if start || !isCommon(common, string(b[i:j])) {
			b[i] -= 'a' - 'A'
		}
		if acronyms[s[i:j]] {
			copy(b[i:j], s[i:j])
		}
		start, i = false, j
	}
	return nameCase(b, common)
}

// bracketed is an acronym as it follows a name: "[FMLN]".
var bracketed = regexp.MustCompile(`\[([A-Z]{2,8})\]`)

// nameCase writes the names of armed groups, parties and organisations of states
// as the tables of actors have them; single words only when they are acronyms.
func nameCase(b []byte, common map[string]bool) string {
	text := string(b)
	low := strings.ToLower(text)
	for _, name := range tableNames() {
		if !strings.Contains(name, " ") && (len(name) < 3 || name != strings.ToUpper(name) || isCommon(common, strings.ToLower(name))) {
			continue
		}
		key := strings.ToLower(name)
		for from := 0; len(key) == len(name); {
			at := strings.Index(low[from:], key)
			if at < 0 {
				break
			}
			at += from
			from = at + len(key)
			if !letterAt(low, at-1) && !letterAt(low, from) {
				copy(b[at:from], name)
			}
		}
	}
	return string(b)
}

func letterAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= 'a' && s[i] <= 'z' }

// tableNames are the names and aliases of groups, parties and organisations.
func tableNames() []string {
	var all []string
	for _, table := range []string{"groups", "parties", "igos"} {
		rows, err := data.ActorRows(table, "name", "aliases", "code")
		if err != nil {
			continue
		}
		for _, row := range rows {
			all = append(all, row[0])
			all = append(all, strings.Split(row[1], "|")...)
		}
	}
	return all
}

// isCommon tells whether a word, or what it is a form of, is among the common.
func isCommon(common map[string]bool, word string) bool {
	if common[word] {
		return true
	}
	for _, ending := range []string{"'s", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ings", "ied", "ies"} {
		stem, ok := strings.CutSuffix(word, ending)
		if ok && len(stem) > 2 && (common[stem] || common[stem+"e"] || common[stem+"y"] || stem[len(stem)-1] == stem[len(stem)-2] && common[stem[:len(stem)-1]]) {
			return true
		}
	}
	return false
}

func capitals(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			n++
		}
	}
	return n
}

// commonWords are words that are written small.
func commonWords() map[string]bool {
	words := map[string]bool{}
	for _, w := range data.SmallWords() {
		words[w] = true
	}
	return words
}
