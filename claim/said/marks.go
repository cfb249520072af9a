package said

import (
	"strings"

	"griot/text"
)

// quotation is a stretch of tokens between quotation marks, the marks included.
type quotation struct {
	text.Range
	open bool // never closed in its paragraph, so that it may go on in the next
}

// quotations finds what stands in quotation marks, paragraph by paragraph. A
// mark that has no partner opens a quotation to the end of its paragraph only
// when the next paragraph opens with a mark again (the convention for speech of
// several paragraphs); otherwise it is taken for a bullet or a slip.
func quotations(doc *text.Doc) []quotation {
	var out []quotation
	for p := range doc.Paragraphs {
		par := doc.Paragraphs[p].Range
		var stack []int
		for i := par.First; i < par.End; i++ {
			switch kind := markAt(doc, i, par, len(stack) > 0); {
			case kind == opening && len(stack) < 8:
				stack = append(stack, i)
			case kind == closing && len(stack) > 0:
				k := len(stack) - 1
				for k >= 0 && !partners(doc.Tokens[stack[k]].Form, doc.Tokens[i].Form) {
					k--
				}
				if k < 0 {
					continue
				}
				if k == 0 {
					out = append(out, quotation{Range: text.Range{First: stack[0], End: i + 1}})
				}
				stack = stack[:k]
			}
		}
		if len(stack) > 0 && doubled(doc.Tokens[stack[0]].Form) && p+1 < len(doc.Paragraphs) && opens(doc, p+1) {
			out = append(out, quotation{Range: text.Range{First: stack[0], End: par.End}, open: true})
		}
	}
	return out
}

type markKind int

const (
	noMark markKind = iota
	opening
	closing
)

// markAt tells what token i is as a quotation mark. Marks that look the same on
// both sides open when they lean on the word after them.
func markAt(doc *text.Doc, i int, par text.Range, inside bool) markKind {
	t := doc.Tokens[i]
	gluedLeft := i > par.First && doc.Tokens[i-1].Glued
	switch t.Form {
	case "“", "„", "``":
		return opening
	case "”":
		return closing
	case "«":
		return opening
	case "»":
		if inside {
			return closing
		}
	case "\"", "''":
		switch {
		case t.Glued && !gluedLeft:
			return opening
		case gluedLeft && !t.Glued, inside:
			return closing
		case t.Glued:
			return opening
		}
	case "‘":
		if t.Glued && !gluedLeft {
			return opening
		}
	case "'", "’":
		switch {
		case inside && gluedLeft && (!t.Glued || i+1 < par.End && doc.Tokens[i+1].UPOS == "PUNCT"):
			return closing
		case t.Form == "'" && t.Glued && !gluedLeft && !inside:
			return opening
		}
	}
	return noMark
}

// partners tells whether two marks make a pair.
func partners(open, close string) bool {
	switch open {
	case "“", "„", "``", "\"", "''":
		return close == "”" || close == "\"" || close == "''" || close == "“"
	case "«":
		return close == "»"
	}
	return close == "’" || close == "'"
}

func doubled(mark string) bool { return mark != "‘" && mark != "'" && mark != "«" }

// opens tells whether the paragraph begins with a quotation mark.
func opens(doc *text.Doc, paragraph int) bool {
	p := doc.Paragraphs[paragraph]
	return p.Len() > 1 && strings.ContainsAny(doc.Tokens[p.First].Form, "“\"„")
}
