package eval

import (
	"regexp"
	"strings"
	"sync"

	"griot/data"
)

// sentenceCase turns a text printed in capitals into one with small letters: a
// word starts with a capital where a sentence starts and where it is no common
// word of English; names that the tables know and acronyms keep theirs. The
// bytes of a letter stay one.
func sentenceCase(s string) string {
	if capitals(s) < len(s)/2 {
		return s
	}
	c := caser{capitals: s, small: strings.ToLower(s), common: commonWords(), given: givenNames(), acronyms: map[string]bool{}}
	c.text = []byte(c.small)
	for _, m := range bracketed.FindAllStringSubmatch(s, -1) {
		c.acronyms[m[1]] = !isCommon(c.common, strings.ToLower(m[1]))
	}
	c.words()
	c.spelled()
	c.tableNames()
	return string(c.text)
}

// caser gives a text in capitals its small letters.
type caser struct {
	capitals, small string // as printed, and all small
	text            []byte // as it will be
	common, given   map[string]bool
	acronyms        map[string]bool
}

var (
	// bracketed is an acronym as it follows a name: "[FMLN]".
	bracketed = regexp.MustCompile(`[A-Z]"? [\[(]([A-Z]{2,8})[\])]`)
	// initialled is an acronym after the words that it stands for: the letters tell
	// how many.
	initialled = regexp.MustCompile(`((?:[A-Z']+[ -]){2,9})[\[(]([A-Z]{2,8})[\])]`)
	// initials are letters with full stops.
	initials = regexp.MustCompile(`\b(?:[A-Z]\.){2,}`)
	// months are those whose names are words too, with a day or year.
	months = regexp.MustCompile(`\b\d+ (?:MAR|MAY|MARCH|AUG|SEP|DEC|JAN)\b|\b(?:MAY|MARCH) \d`)
)

// words writes each word for itself.
func (c *caser) words() {
	start, given := true, false
	for i := 0; i < len(c.text); {
		j := i
		for j < len(c.small) && (letterAt(c.small, j) || c.small[j] == '\'') {
			j++
		}
		if j == i {
			start = start || opens(c.small, i)
			given = given && c.small[i] == ' '
			i++
			continue
		}
		word := c.small[i:j]
		name := !isCommon(c.common, word) && (i == 0 || c.small[i-1] < '0' || c.small[i-1] > '9')
		if letterAt(c.small, i) && (start || name || given && !frequent[word]) {
			c.text[i] = c.capitals[i]
		}
		if full := strings.TrimSuffix(c.capitals[i:j], "'S"); c.acronyms[full] || name && vowelless(full) {
			copy(c.text[i:], full)
		}
		start, given, i = false, name && c.given[word], j
	}
}

// opens tells whether a sentence starts after byte i: not after a bracket that
// only explains the word before it.
func opens(s string, i int) bool {
	switch s[i] {
	case '.', '\n', '?', '!':
		return i+1 == len(s) || s[i+1] < '0' || s[i+1] > '9'
	case ']':
		open := strings.LastIndexByte(s[:i], '[')
		return open < 2 || !letterAt(s, open-2)
	}
	return false
}

// vowelless tells an acronym that no vowel makes a word of.
func vowelless(word string) bool {
	return len(word) > 1 && len(word) < 6 && !strings.ContainsAny(word, "AEIOUY'") && word != "GEN" && word != "ST" && word != "DR"
}

// spelled writes initials, months and what an acronym stands for.
func (c *caser) spelled() {
	for _, at := range initials.FindAllStringIndex(c.capitals, -1) {
		copy(c.text[at[0]:], c.capitals[at[0]:at[1]])
	}
	for _, at := range months.FindAllStringIndex(c.capitals, -1) {
		c.title(at[0], at[1])
	}
	for _, m := range initialled.FindAllStringSubmatchIndex(c.capitals, -1) {
		words, acronym := strings.Fields(c.capitals[m[2]:m[3]]), c.capitals[m[4]:m[5]]
		for from := max(0, len(words)-len(acronym)-2); from < len(words); from++ {
			if words[from][0] == acronym[0] && !frequent[strings.ToLower(words[from])] {
				c.title(m[2]+strings.Index(c.capitals[m[2]:m[3]], strings.Join(words[from:], " ")), m[3])
				break
			}
		}
	}
}

// title gives the words from byte i to byte j a capital each, but for those that
// names have small.
func (c *caser) title(i, j int) {
	for k := i; k >= 0 && k < j; k++ {
		word, _, _ := strings.Cut(c.small[k:j], " ")
		if letterAt(c.small, k) && !letterAt(c.small, k-1) && (k == i || !frequent[word]) {
			c.text[k] = c.capitals[k]
		}
	}
}

// frequent are words that a name neither starts with nor writes with a capital.
var frequent = map[string]bool{"the": true, "of": true, "and": true, "for": true, "in": true, "to": true, "a": true, "on": true,
	"was": true, "is": true, "said": true, "who": true, "has": true, "had": true, "by": true, "with": true, "at": true, "were": true,
	"from": true, "that": true, "today": true, "told": true, "will": true, "as": true, "or": true, "an": true, "but": true, "added": true,
	"yesterday": true, "then": true, "stated": true, "reported": true, "did": true, "also": true, "are": true, "he": true, "would": true}

// tableNames writes the names of countries, armed groups, parties, media and
// organisations of states as the tables of actors have them; single words only
// when they are acronyms.
func (c *caser) tableNames() {
	for _, name := range tableNames() {
		if rest, ok := strings.CutPrefix(name, "The "); ok && isCommon(c.common, strings.ToLower(rest)) {
			continue // "The National", a newspaper
		}
		if !strings.Contains(name, " ") && (len(name) < 3 || name != strings.ToUpper(name) || isCommon(c.common, strings.ToLower(name))) {
			continue
		}
		key := strings.ToLower(name)
		for from := 0; len(key) == len(name); {
			at := strings.Index(c.small[from:], key)
			if at < 0 {
				break
			}
			at += from
			from = at + len(key)
			if !letterAt(c.small, at-1) && !letterAt(c.small, from) {
				copy(c.text[at:from], name)
			}
		}
	}
}

func letterAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= 'a' && s[i] <= 'z' }

// tableNames are the names and aliases of countries, groups, parties, media and
// organisations.
func tableNames() []string {
	var all []string
	for _, table := range []string{"groups", "parties", "igos", "media"} {
		rows, _ := data.ActorRows(table, "name", "aliases", "code") // embedded, and tested there
		for _, row := range rows {
			all = append(all, row[0])
			all = append(all, strings.Split(row[1], "|")...)
		}
	}
	countries, _ := data.NamedCountries()
	for _, c := range countries {
		all = append(all, strings.TrimPrefix(c.Name, "the "))
	}
	return all
}

// isCommon tells whether a word, or what it is a form of, is among the common.
func isCommon(common map[string]bool, word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	if common[word] {
		return true
	}
	for _, ending := range []string{"s", "es", "ed", "d", "ing", "ly", "er", "ers", "ings", "ied", "ies", "ist", "ists", "ment", "ation", "men", "man"} {
		stem, ok := strings.CutSuffix(word, ending)
		if ok && len(stem) > 2 && (common[stem] || common[stem+"e"] || common[stem+"y"] || stem[len(stem)-1] == stem[len(stem)-2] && common[stem[:len(stem)-1]]) {
			return true
		}
	}
	for _, prefix := range []string{"anti", "counter", "non", "re", "un", "de", "over", "ultra", "para", "dis", "narco", "machine"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && len(rest) > 3 && isCommon(common, rest) {
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
var commonWords = sync.OnceValue(func() map[string]bool { return wordSet(data.SmallWords()) })

// givenNames are given names in small letters.
var givenNames = sync.OnceValue(func() map[string]bool {
	b, _ := data.Lang.ReadFile("lang/en/given.tsv") // embedded: it is there
	return wordSet(strings.Fields(string(b)))
})

func wordSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
