package what

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"griot/claim/claimtest"
	"griot/text"
)

// TestRows runs the example of every row and compares who acts on whom with
// what the row says.
func TestRows(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range lex.all() {
		if w.example == "" {
			t.Errorf("%s %s has no example", w.file, strings.Join(w.words, " "))
			continue
		}
		if diff := check(lex, w, claimtest.Doc(t, w.example)); diff != "" {
			t.Errorf("%s %s %q: %s", w.file, strings.Join(w.words, " "), w.example, diff)
		}
	}
}

func check(lex *Lexicon, w *row, doc *text.Doc) string {
	frames := lex.Find(doc, nil)
	want := strings.TrimSpace(w.yields)
	var got []string
	for _, f := range frames {
		y := yield(doc, f)
		got = append(got, fmt.Sprintf("%s %s %s", f.Type, f.Mode, y))
		if (w.typ == "" || f.Type == w.typ && (w.mode == "" || f.Mode == w.mode)) && y == want {
			return ""
		}
	}
	if want == "" && len(frames) == 0 {
		return ""
	}
	return fmt.Sprintf("got %q, want %s %s %s", got, w.typ, w.mode, want)
}

func yield(doc *text.Doc, f Frame) string {
	return strings.TrimSpace(words(doc, f.Actors) + " > " + words(doc, f.Recipients))
}

func words(doc *text.Doc, toks []int) string {
	var all []string
	for _, t := range toks {
		all = append(all, doc.Tokens[t].Form)
	}
	return strings.Join(all, ", ")
}

// all lists the rows in the order of their names.
func (l *Lexicon) all() []*row {
	var rows []*row
	for _, list := range l.rows {
		rows = append(rows, list...)
	}
	slices.SortStableFunc(rows, func(a, b *row) int { return strings.Compare(a.name+a.example, b.name+b.example) })
	return rows
}
