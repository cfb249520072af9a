package segment

import (
	"griot/text"
	"griot/text/lang"
)

// split cuts a paragraph into sentences.
func split(d *text.Doc, paragraph int, l *lang.Language) {
	p := d.Paragraphs[paragraph]
	first := p.First
	for i := p.First; i < p.Range.End; i++ {
		if i+1 < p.Range.End && !ends(d, p, first, i, l) {
			continue
		}
		n := len(d.Sentences)
		d.Sentences = append(d.Sentences, text.Sentence{
			Range: text.Range{First: first, End: i + 1}, Root: -1, Paragraph: paragraph,
			Start: d.Tokens[first].Start, End: d.Tokens[i].End,
		})
		for t := first; t <= i; t++ {
			d.Tokens[t].Sentence = n
		}
		first = i + 1
	}
}

// ends tells whether a sentence that began at first ends after token i.
func ends(d *text.Doc, p text.Paragraph, first, i int, l *lang.Language) bool {
	t, next := &d.Tokens[i], &d.Tokens[i+1]
	switch t.Form[0] {
	case '.', '!', '?':
		return !lowerCase(next.Form) && !closes(next)
	case ')', ']', '"', '\'':
		return i > first && terminal(d.Tokens[i-1].Form) && !lowerCase(next.Form) && !closes(next)
	}
	switch t.Form {
	case "…":
		return !lowerCase(next.Form) && !closes(next)
	case "”", "’", "»":
		return i > first && terminal(d.Tokens[i-1].Form) && !lowerCase(next.Form) && !closes(next)
	}
	return false
}

func terminal(form string) bool {
	return form[0] == '.' || form[0] == '!' || form[0] == '?' || form == "…"
}

func closes(t *text.Token) bool {
	switch t.Form {
	case ")", "]", "”", "’", "»", ",", ";", ":", "-", "—", "–":
		return true
	}
	return false
}

func lowerCase(form string) bool { return 'a' <= form[0] && form[0] <= 'z' }
