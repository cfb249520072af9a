package what

import "strings"

// Who asks something only wants to know it, and asks nobody for anything.

// questions tells whether the verb at i asks a question: "asked whether", "asked
// why", and what ends with its mark before the verb.
func (r *reader) questions(i int) bool {
	if r.word(i) != "ask" {
		return false
	}
	for k := i - 1; k >= r.sent.First && k > i-farthest; k-- {
		if r.tok(k).Form == "?" {
			return true
		}
	}
	for c := range r.doc.Children(i) {
		if !r.tok(c).Is("ccomp") && !r.tok(c).Is("xcomp") && !r.tok(c).Is("advcl") {
			continue
		}
		for k := range r.doc.Children(c) {
			if t := r.tok(k); k < c && (t.Is("mark") || t.Is("advmod") || t.Is("obj")) && r.lex.class("question", strings.ToLower(t.Form)) {
				return true
			}
		}
	}
	return false
}
