package parse

import "griot/text"

// closers are the marks that stand in pairs.
var closers = map[string]string{"(": ")", "[": "]", "{": "}", "“": "”", "``": "''", "«": "»", `"`: `"`}

// paired hangs a pair of brackets or quotation marks on the head of what they
// enclose, as Universal Dependencies has it, where that is one word. It tells
// whether it did.
func paired(d *text.Doc) bool {
	moved := false
	for _, s := range d.Sentences {
		var open []int
		for i := s.Range.First; i < s.Range.End; i++ {
			if d.Tokens[i].UPOS != "PUNCT" {
				continue
			}
			form, last := d.Tokens[i].Form, len(open)-1
			switch {
			case last >= 0 && closers[d.Tokens[open[last]].Form] == form:
				moved = enclose(d, open[last], i) || moved
				open = open[:last]
			case closers[form] != "":
				open = append(open, i)
			}
		}
	}
	return moved
}

// enclose hangs the marks at a and b on the word between them whose head is
// outside, if there is one and no more. Marks that are far apart are left alone.
func enclose(d *text.Doc, a, b int) bool {
	head := -1
	if b-a > longest {
		return false
	}
	for i := a + 1; i < b; i++ {
		t := d.Tokens[i]
		if t.UPOS == "PUNCT" || t.Head >= a && t.Head <= b {
			continue
		}
		if head >= 0 {
			return false
		}
		head = i
	}
	x, y := &d.Tokens[a], &d.Tokens[b]
	if head < 0 || x.Head == head && y.Head == head || x.Rel != "punct" || y.Rel != "punct" {
		return false
	}
	x.Head, y.Head = head, head
	return true
}
