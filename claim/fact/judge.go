// Package fact judges whether the act that a word names came about, in the eyes
// of the sentence: happened, ongoing, announced, threatened, demanded,
// conditional, possible or denied.
//
// It walks from the root of the tree down to the word and composes what each
// step says: the predicates above ("refused to", "threatened", "fears of"), the
// words on the act itself ("will", "not", "allegedly", "planned"), the clause it
// stands in ("if", "unless", "without"). The signatures of predicates follow
// Saurí and Pustejovsky's FactBank and Nairn, Condoravdi and Karttunen (2006).
// A report of what somebody said counts as what it says; who said it is another
// question. Which word does what is in data/cues: classes, attitudes, marks.
package fact

import (
	"griot"
	"griot/claim/word"
	"griot/text"
)

// Verdict tells whether an act came about.
type Verdict struct {
	Status     griot.Status
	Background bool    // the act lies well before the story it is told in
	Value      float64 // −3 certainly not … 3 certainly
	Cue        string  // the word that set the status, "" when nothing did
	Rule       string  // the row of data behind it, "attitudes:plan", for `why`
}

// Judge judges acts. It is safe for use by several goroutines.
type Judge struct {
	frames map[frame]effect
	marks  map[place]mark
	words  *word.Book
}

// New reads the tables. It fails only when they are broken.
func New() (*Judge, error) {
	frames, err := loadFrames()
	if err != nil {
		return nil, err
	}
	marks, err := loadMarks()
	if err != nil {
		return nil, err
	}
	var lemmas []string
	for f := range frames {
		lemmas = append(lemmas, f.lemma)
	}
	words, err := word.New(lemmas)
	if err != nil {
		return nil, err
	}
	return &Judge{frames, marks, words}, nil
}

// deepest is how far up the tree the judge looks: what lies above twenty-four
// clauses no longer matters, and hostile text cannot make it slow.
const deepest = 24

// stance is what has been composed so far on the way down the tree.
type stance struct {
	value  float64
	status griot.Status
	cue    string
	rule   string
}

var asserted = stance{value: 3, status: griot.Happened}

// Of judges the act named by the token head. It needs tags and trees.
func (j *Judge) Of(doc *text.Doc, head int) Verdict {
	path := make([]int, 0, deepest)
	for i := head; i >= 0 && len(path) < deepest; i = doc.Tokens[i].Head {
		path = append(path, i)
	}
	w := walk{j, doc}
	own := w.compose(path, false)
	v := Verdict{Status: own.status, Value: max(-3, min(3, own.value)), Cue: own.cue, Rule: own.rule}
	v.Background = w.background(head, path)
	return v
}

// Held is the status of the act named by the token head in the eyes of whoever
// says so by the cue, a token above it: what the cue makes of the act counts, what
// the sentence makes of the cue does not. Where the cue stands beside what is
// said, within tells how far that reaches.
func (j *Judge) Held(doc *text.Doc, head, cue int, within func(int) bool) griot.Status {
	var path []int
	for i := head; i >= 0 && len(path) < deepest && (i == cue || within(i)); i = doc.Tokens[i].Head {
		path = append(path, i)
		if i == cue {
			break
		}
	}
	w := walk{j, doc}
	return w.compose(path, path[len(path)-1] == cue).status
}

// compose joins what each step of a path from the top of the tree, its last
// token, down to the act makes of it. said means that the top is a cue whose own
// words do not count.
func (w walk) compose(path []int, said bool) stance {
	outer, own := asserted, asserted
	for k := len(path) - 1; k >= 0; k-- {
		i := path[k]
		switch {
		case k == len(path)-1 && said:
			continue
		case k == len(path)-1:
			outer = w.sentence(i)
		default:
			outer = w.step(i, outer, own)
		}
		own = w.marked(i, outer)
	}
	return own
}

// walk is a judge at work on a document.
type walk struct {
	*Judge
	doc *text.Doc
}

// sentence is the stance in which a sentence is uttered, given its root:
// asserted, asked or commanded.
func (w walk) sentence(root int) stance {
	s := w.doc.Sentences[w.doc.Tokens[root].Sentence].Range
	for i := s.End - 1; i >= s.First && i >= s.End-3; i-- {
		if w.doc.Tokens[i].Form == "?" {
			return stance{0.3, griot.Possible, "?", "fact:question"}
		}
	}
	if w.imperative(root) {
		return stance{0.8, griot.Demanded, w.doc.Tokens[root].Form, "fact:imperative"}
	}
	return asserted
}

// imperative tells whether the root is a bare verb without a subject.
func (w walk) imperative(root int) bool {
	t := w.doc.Tokens[root]
	if t.XPOS != "VB" || w.doc.Child(root, "nsubj", "csubj", "aux", "cop", "mark", "expl") >= 0 {
		return false
	}
	first := w.doc.Sentences[t.Sentence].First
	return root-first <= 3
}
