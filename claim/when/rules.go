package when

import (
	"fmt"
	"strconv"
	"strings"
)

// rule is a row of rules.tsv.
type rule struct {
	name, example, yields string
	form                  form // what the words do not say themselves
}

// step is a branch of the trie of patterns: from a node by a class.
type step struct {
	node  int32
	class class
}

// The trie has two roots: patterns that begin with a word before the
// expression hang on the second.
const (
	plainRoot   int32 = 0
	contextRoot int32 = 1
)

// accept is a pattern that ends at a node. lead words at its beginning and tail
// words at its end are no part of the expression.
type accept struct {
	rule, lead, tail int
}

// part is a word of an expanded pattern.
type part struct {
	class   class
	outside bool // must be there, but is no part of the expression
}

// addRule reads a row of rules.tsv: a rule, or a name for a part of patterns.
func (l *language) addRule(fields []string) error {
	if len(fields) == 3 && fields[1] == ":=" {
		l.parts = append(l.parts, fields[0], " ( "+fields[2]+" ) ")
		return nil
	}
	if len(fields) != 5 {
		return fmt.Errorf("want 5 columns, have %d", len(fields))
	}
	f, err := l.parseForm(fields[2])
	if err != nil {
		return err
	}
	l.rules = append(l.rules, rule{name: fields[0], example: fields[3], yields: fields[4], form: f})
	patterns, err := l.expand(fields[1])
	if err != nil {
		return err
	}
	for _, p := range patterns {
		l.plant(p, len(l.rules)-1)
	}
	return nil
}

// plant adds a pattern to the trie. The first rule of equal patterns stays.
func (l *language) plant(p []part, rule int) {
	node, a, begun := plainRoot, accept{rule: rule}, false
	if p[0].outside {
		node = contextRoot
	}
	for _, w := range p {
		next, ok := l.steps[step{node, w.class}]
		if !ok {
			next = int32(len(l.steps)) + 2
			l.steps[step{node, w.class}] = next
		}
		node = next
		switch {
		case !w.outside:
			begun = true
		case begun:
			a.tail++
		default:
			a.lead++
		}
	}
	if _, taken := l.accepts[node]; !taken {
		l.accepts[node] = a
	}
}

// expand makes of a pattern every sequence of words it allows.
func (l *language) expand(pattern string) ([][]part, error) {
	for i := len(l.parts) - 2; i >= 0; i -= 2 {
		pattern = strings.ReplaceAll(pattern, l.parts[i], l.parts[i+1])
	}
	for _, bracket := range []string{"(", ")", "<", ">", "|"} {
		pattern = strings.ReplaceAll(pattern, bracket, " "+bracket+" ")
	}
	e := expander{l: l, tokens: strings.Fields(strings.ReplaceAll(pattern, "?", " ? "))}
	all, err := e.alternatives("")
	if err == nil && len(e.tokens) > 0 {
		err = fmt.Errorf("unbalanced %q in %q", e.tokens[0], pattern)
	}
	return all, err
}

// expander reads a pattern by recursive descent. Among words, "|" binds before
// the blank: "a b|c" is a, then b or c.
type expander struct {
	l       *language
	tokens  []string
	outside bool
}

func (e *expander) next() string {
	if len(e.tokens) == 0 {
		return ""
	}
	t := e.tokens[0]
	e.tokens = e.tokens[1:]
	return t
}

func (e *expander) peek() string {
	if len(e.tokens) == 0 {
		return ""
	}
	return e.tokens[0]
}

// alternatives reads items up to the closing bracket.
func (e *expander) alternatives(closing string) ([][]part, error) {
	all := [][]part{nil}
	for len(e.tokens) > 0 && e.peek() != closing {
		choice, err := e.item()
		if err != nil {
			return nil, err
		}
		for e.peek() == "|" {
			e.next()
			more, err := e.item()
			if err != nil {
				return nil, err
			}
			choice = append(choice, more...)
		}
		if e.peek() == "?" {
			e.next()
			choice = append(choice, nil)
		}
		all = product(all, choice)
	}
	if e.peek() != closing {
		return nil, fmt.Errorf("no %q", closing)
	}
	e.next()
	return all, nil
}

// item reads a word, a class or a bracket.
func (e *expander) item() ([][]part, error) {
	switch t := e.next(); t {
	case "(":
		return e.alternatives(")")
	case "<":
		e.outside = true
		all, err := e.alternatives(">")
		e.outside = false
		return all, err
	case ")", ">", "?", "|", "":
		return nil, fmt.Errorf("unexpected %q", t)
	default:
		return [][]part{{{e.l.name(t), e.outside}}}, nil
	}
}

func product(all, choice [][]part) [][]part {
	var out [][]part
	for _, a := range all {
		for _, b := range choice {
			out = append(out, append(append([]part(nil), a...), b...))
		}
	}
	return out
}

// parseForm reads the third column of rules.tsv.
func (l *language) parseForm(s string) (form, error) {
	f := form{weekday: -1, holiday: -1, clock: -1}
	words := strings.Fields(s)
	if len(words) == 0 {
		return f, fmt.Errorf("no form")
	}
	f.kind = kind(words[0])
	for _, w := range words[1:] {
		key, value, _ := strings.Cut(w, "=")
		n, err := strconv.ParseFloat(value, 64)
		switch key {
		case "dir":
			if err != nil {
				f.dirOf, err = value, nil
				break
			}
			f.dir, f.directed = int(n), true
		case "from":
			err = f.countFrom(value)
		case "year":
			f.yearMentioned, err = value == "mentioned", nil
		case "unit":
			f.unit = grain(n)
		case "mod":
			f.mod = int(n)
		case "part":
			f.part = int(n)
		case "month":
			f.month = int(n)
		case "count":
			f.count, f.counted = n, true
		case "value":
			f.value, err = value, nil
		default:
			err = fmt.Errorf("unknown key %q", key)
		}
		if err != nil {
			return f, fmt.Errorf("form %q: %w", s, err)
		}
	}
	return f, nil
}
