package when

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"griot/data"
)

// language is the compiled data of data/time. It does not change.
type language struct {
	names   map[string]class // of classes, in capitals, and of single words
	words   map[string][]sense
	phrases map[class][]phrase // by their first word
	marks   [128][]sense       // of one-byte marks
	dash    []sense
	days    []dayName
	verbs   map[verb]bool
	rules   []rule
	inverse []string       // names, by class
	steps   map[step]int32 // the trie of patterns
	accepts map[int32]accept
	parts   []string // names of parts of patterns, each followed by what it stands for
	class   classes
}

// classes are the classes that the code itself names.
type classes struct {
	num, day, dayth, year, nearYear, yy, hour, clock, military, iso, slash, decade, fraction class
	cardinal, count, a, and, half, hyphen, month, ahead, back, hint, had, possessive         class
}

// verb is a lemma and a class of verbs.tsv that it is of.
type verb struct{ class, lemma string }

// phrase is an entry of several words: the words after the first, and what they
// mean together.
type phrase struct {
	rest   []class
	senses []sense
}

// english is the language of data/time; the data is part of the program, so
// that an error in it is an error in the program.
var english = sync.OnceValue(func() *language {
	l, err := loadLanguage()
	if err != nil {
		panic("data/time: " + err.Error()) // caught by the tests of this package
	}
	return l
})

func loadLanguage() (*language, error) {
	l := &language{
		names: map[string]class{}, words: map[string][]sense{}, phrases: map[class][]phrase{},
		verbs: map[verb]bool{}, steps: map[step]int32{}, accepts: map[int32]accept{}, inverse: []string{""},
	}
	l.nameClasses()
	for _, load := range []struct {
		file string
		row  func(fields []string) error
	}{{"time/words.tsv", l.addWords}, {"time/holidays.tsv", l.addDay}, {"time/verbs.tsv", l.addVerbs}, {"time/rules.tsv", l.addRule}} {
		if err := eachRow(load.file, load.row); err != nil {
			return nil, err
		}
	}
	l.addMarks()
	return l, nil
}

// eachRow calls f with the fields of every row of an embedded table; lines that
// begin with "# " are comments.
func eachRow(file string, f func(fields []string) error) error {
	b, err := data.Time.ReadFile(file)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line == "#" || strings.HasPrefix(line, "# ") {
			continue
		}
		if err := f(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	return nil
}

func (l *language) nameClasses() {
	c := &l.class
	for _, n := range []struct {
		name string
		to   *class
	}{
		{"NUM", &c.num}, {"DAY", &c.day}, {"DAYTH", &c.dayth}, {"YEAR", &c.year}, {"NEARYEAR", &c.nearYear}, {"YY", &c.yy},
		{"HOUR", &c.hour}, {"CLOCK", &c.clock}, {"MILITARY", &c.military}, {"ISO", &c.iso}, {"SLASH", &c.slash}, {"DECADE", &c.decade},
		{"FRACTION", &c.fraction}, {"CARDINAL", &c.cardinal}, {"COUNT", &c.count},
		{"MONTH", &c.month}, {"AHEAD", &c.ahead}, {"BACK", &c.back}, {"HINT", &c.hint}, {"HAD", &c.had}, {"'s", &c.possessive},
		{"a", &c.a}, {"and", &c.and}, {"half", &c.half}, {"-", &c.hyphen},
	} {
		*n.to = l.name(n.name)
	}
}

// name is the class of that name; a single word in lower case is its own class.
func (l *language) name(s string) class {
	c, ok := l.names[s]
	if !ok {
		c = class(len(l.inverse))
		l.names[s] = c
		l.inverse = append(l.inverse, s)
		if strings.ToUpper(s) != s || s == strings.ToLower(s) {
			l.words[s] = append(l.words[s], sense{class: c})
		}
	}
	return c
}

// addWords reads a row of words.tsv.
func (l *language) addWords(fields []string) error {
	if len(fields) != 2 || strings.ToUpper(fields[0]) != fields[0] {
		return fmt.Errorf("want a class in capitals and its words, not %q", fields)
	}
	c := l.name(fields[0])
	for _, entry := range strings.Split(fields[1], ", ") {
		entry, capital := strings.CutSuffix(entry, "!")
		words, number, valued := strings.Cut(entry, "=")
		value := 0.0
		if valued {
			v, err := strconv.ParseFloat(number, 64)
			if err != nil {
				return fmt.Errorf("%s: %w", entry, err)
			}
			value = v
		}
		l.addEntry(words, sense{class: c, value: value, capital: capital})
	}
	return nil
}

func (l *language) addEntry(words string, s sense) {
	parts := strings.Fields(words)
	if len(parts) == 1 {
		l.words[words] = append(l.words[words], s)
		return
	}
	p := phrase{senses: []sense{s}}
	for _, w := range parts[1:] {
		p.rest = append(p.rest, l.name(w))
	}
	first := l.name(parts[0])
	for i, q := range l.phrases[first] {
		if slices.Equal(q.rest, p.rest) {
			l.phrases[first][i].senses = append(q.senses, s)
			return
		}
	}
	l.phrases[first] = append(l.phrases[first], p)
}

// addVerbs reads a row of verbs.tsv.
func (l *language) addVerbs(fields []string) error {
	if len(fields) != 5 {
		return fmt.Errorf("want 5 columns, have %d", len(fields))
	}
	for _, lemma := range strings.Split(fields[4], ", ") {
		l.verbs[verb{fields[0], lemma}] = true
	}
	return nil
}

// addMarks gives marks their senses after the rules have named them.
func (l *language) addMarks() {
	for i := range l.marks {
		l.marks[i] = l.words[string(rune(i))]
	}
	l.dash = l.words["-"]
}
