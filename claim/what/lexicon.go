package what

import (
	"fmt"
	"strings"

	"griot"
	"griot/data"
)

// Lexicon holds the rows of data/lexicon. It is safe for use by several
// goroutines at once.
type Lexicon struct {
	rows      map[string][]*row // by first word and part of speech: "attack.n"
	classes   map[string]map[string]bool
	modes     []modeCue
	contexts  map[string][]string // by lemma
	known     map[string]bool
	particles map[string]bool   // "call off"
	irregular map[string]string // past forms of verbs
	model     *model
	broad     map[string]*row   // by verb; see broaden
	gerunds   map[string][]*row // by verb; see nominalize
}

// operatorFile is the table of predicates that bear on others and name no
// event themselves.
const operatorFile = "operators"

// New reads the embedded lexicon. It fails when a row is malformed.
func New() (*Lexicon, error) {
	l := &Lexicon{rows: map[string][]*row{}, classes: map[string]map[string]bool{}, contexts: map[string][]string{},
		known: map[string]bool{}, particles: map[string]bool{}, irregular: map[string]string{}}
	if err := l.readClasses(); err != nil {
		return nil, err
	}
	for _, t := range griot.Types {
		if err := l.readRows(strings.ToLower(string(t)), t); err != nil {
			return nil, err
		}
	}
	if err := l.readRows(operatorFile, ""); err != nil {
		return nil, err
	}
	l.broaden()
	l.nominalize()
	if err := l.readIrregular(); err != nil {
		return nil, err
	}
	if err := l.readCues(); err != nil {
		return nil, err
	}
	m, err := loadModel()
	l.model = m
	return l, err
}

func (l *Lexicon) readRows(file string, typ griot.Type) error {
	rows, err := data.LexiconRows(file, triggerColumns...)
	if err != nil {
		return err
	}
	for _, cols := range rows {
		w, err := parseRow(file, typ, cols)
		if err != nil {
			return err
		}
		l.learn(w.words...)
		if len(w.words) == 2 && w.pos == 'v' {
			l.particles[cols[0]] = true
		}
		for _, n := range w.needs {
			l.learn(n.words...)
			for _, word := range n.words {
				if class, is := strings.CutPrefix(word, "@"); is && l.classes[class] == nil {
					return fmt.Errorf("lexicon/%s: %s: no class %q", file, cols[0], class)
				}
			}
		}
		key := w.words[0] + "." + string(w.pos)
		l.rows[key] = append(l.rows[key], w)
	}
	return nil
}

func (l *Lexicon) readClasses() error {
	rows, err := data.LexiconRows("classes", "class", "words")
	if err != nil {
		return err
	}
	for _, cols := range rows {
		if l.classes[cols[0]] == nil {
			l.classes[cols[0]] = map[string]bool{}
		}
		for _, w := range strings.Split(cols[1], ",") {
			l.classes[cols[0]][strings.TrimSpace(w)] = true
			l.learn(strings.TrimSpace(w))
		}
	}
	return nil
}

func (l *Lexicon) readIrregular() error {
	rows, err := data.LexiconRows("irregular", "verb", "forms")
	if err != nil {
		return err
	}
	for _, cols := range rows {
		for _, form := range strings.Fields(cols[1]) {
			l.irregular[form] = cols[0]
		}
	}
	return nil
}

// modeCue is a word beside a trigger that tells the mode of the act.
type modeCue struct {
	typ  griot.Type
	mode string
	word map[string]bool
}

func (l *Lexicon) readCues() error {
	rows, err := data.LexiconRows("modes", "type", "mode", "words")
	if err != nil {
		return err
	}
	for _, cols := range rows {
		cue := modeCue{griot.Type(cols[0]), cols[1], map[string]bool{}}
		if cue.typ.Quad() == 0 || !cue.typ.HasMode(cue.mode) {
			return fmt.Errorf("lexicon/modes: %s has no mode %q", cols[0], cols[1])
		}
		for _, w := range strings.Split(cols[2], ",") {
			cue.word[strings.TrimSpace(w)] = true
		}
		l.modes = append(l.modes, cue)
	}
	rows, err = data.LexiconRows("contexts", "context", "words")
	if err != nil {
		return err
	}
	for _, cols := range rows {
		for _, w := range strings.Split(cols[1], ",") {
			w = strings.TrimSpace(w)
			l.contexts[w] = append(l.contexts[w], cols[0])
		}
	}
	return nil
}

func (l *Lexicon) class(name, word string) bool { return l.classes[name][word] }

// is tells whether a word is the one named or of the class named ("@weapon").
func (l *Lexicon) is(word string, names []string) bool {
	for _, n := range names {
		if class, isClass := strings.CutPrefix(n, "@"); isClass {
			if l.classes[class][word] {
				return true
			}
		} else if n == word {
			return true
		}
	}
	return false
}
