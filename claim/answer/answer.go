// Package answer finds whom a report holds answerable for a deed other than by
// telling that he did it: "the army was responsible for the massacre", "the blast
// was the work of the Red Front".
package answer

import (
	"slices"
	"strings"

	"griot/claim/word"
	"griot/data"
	"griot/text"
)

// Charge is a place of a report that holds somebody answerable for a deed.
type Charge struct {
	Whom int  // head token of the phrase
	Deed int  // token of the word for the deed, -1 where it is one told before
	Cue  int  // token of the word that says so
	Told bool // the words tell that he did it: "committed by"
	Hint bool // the words do not say that the deed was his: "linked to"
}

// Reader finds charges. It is safe for use by several goroutines at once.
type Reader struct {
	rows map[string]row
	book *word.Book
}

// row is where the deed and those who answer for it stand by a word.
type row struct {
	deed []string // prepositions, or "subject"
	whom string   // "subject", "by" or "of"
	hint bool
}

// New reads the embedded table. It fails when a row is malformed.
func New() (*Reader, error) {
	rows, err := data.CueRows("answer", "lemmas", "deed", "whom", "says", "example", "yields")
	if err != nil {
		return nil, err
	}
	r := &Reader{rows: map[string]row{}}
	var lemmas []string
	for _, f := range rows {
		for _, lemma := range strings.Fields(f[0]) {
			r.rows[lemma] = row{strings.Fields(f[1]), f[2], f[3] == "hint"}
			lemmas = append(lemmas, lemma)
		}
	}
	r.book, err = word.New(lemmas)
	return r, err
}

// Find returns the charges of a parsed report in text order. deed tells which
// tokens tell of a deed; words for deeds of any kind are known.
func (r *Reader) Find(doc *text.Doc, deed func(tok int) bool) []Charge {
	var all []Charge
	for i := range doc.Tokens {
		row, ok := r.rows[r.book.Entry(&doc.Tokens[i])]
		if !ok || denied(doc, i) {
			continue
		}
		c := row.charge(doc, i)
		if c.Whom < 0 || c.Deed < 0 {
			continue
		}
		switch t := doc.Tokens[c.Deed]; {
		case deed(c.Deed):
		case t.UPOS == "PRON", t.UPOS == "DET", general[strings.ToLower(t.Lemma)]:
			c.Deed = -1
		default:
			continue
		}
		all = append(all, c)
	}
	return all
}

// charge is what the word at i says by its row; Whom or Deed is -1 where it is not
// there.
func (r row) charge(doc *text.Doc, i int) Charge {
	c := Charge{Whom: -1, Deed: -1, Cue: i, Told: r.whom != "subject", Hint: r.hint}
	switch r.whom {
	case "by":
		c.Deed, c.Whom = patient(doc, i), complement(doc, i, "by")
	case "of":
		c.Deed, c.Whom = patient(doc, doer(doc, i)), complement(doc, i, "of")
	default:
		if doc.Tokens[i].UPOS != "VERB" || doc.Child(i, "obj") < 0 { // not "involved the army in the talks"
			c.Deed, c.Whom = after(doc, i, r.deed), subject(doc, i)
		}
	}
	return c
}

// general are nouns by which a text comes back to a deed that it has told.
var general = map[string]bool{"crime": true, "act": true, "action": true, "incident": true, "event": true, "deed": true, "atrocity": true, "outrage": true, "case": true}

// denied tells whether the word at i stands under a "not" of its own.
func denied(doc *text.Doc, i int) bool {
	return slices.ContainsFunc([]int{i, doc.Tokens[i].Head}, func(k int) bool {
		if k < 0 {
			return false
		}
		for c := range doc.Children(k) {
			if t := doc.Tokens[c]; t.Is("advmod") && (t.Lemma == "not" || t.Lemma == "never") {
				return true
			}
		}
		return false
	})
}
