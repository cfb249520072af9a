package who

import (
	"strings"

	"griot/text"
)

// extent is the range of words that name an actor: the noun with what stands
// before it and the short phrases after it, no clauses and no appositions.
func (c *Cast) extent(tok int) text.Range {
	r := text.Range{First: tok, End: tok + 1}
	for k := range c.doc.Children(tok) {
		t := c.doc.Tokens[k]
		switch {
		case k < tok && beforeNoun(t):
			r.First = min(r.First, c.doc.Subtree(k).First)
		case k > tok && (t.Is("flat") || t.Is("compound") || t.Is("goeswith")),
			k > tok && t.Is("nmod") && c.doc.Subtree(k).Len() <= 8 && !t.Is("nmod:desc") && t.Rel != "nmod:unmarked" && k-r.End < 6 && !c.dir.is("circumstance", c.caseOf(k)):
			r.End = max(r.End, c.doc.Subtree(k).End)
		}
	}
	if n := c.doc.Name(tok); n >= 0 {
		r.First, r.End = min(r.First, c.doc.Names[n].First), max(r.End, c.doc.Names[n].End)
	}
	if m := c.nameAt[tok]; m >= 0 {
		name := c.tokens(c.names[m].first, c.names[m].end)
		r.First, r.End = min(r.First, name.First), max(r.End, name.End)
	}
	for r.First < tok && c.doc.Tokens[r.First].UPOS == "ADP" && fold(c.doc.Tokens[r.First].Form) != "at" {
		r.First++
	}
	for r.End > tok+1 && (c.dir.is("weekday", fold(c.doc.Tokens[r.End-1].Form)) || c.doc.Tokens[r.End-1].Form == "," || fold(c.doc.Tokens[r.End-1].Form) == "today") {
		r.End--
	}
	s := c.doc.Sentences[c.doc.Tokens[tok].Sentence].Range
	return text.Range{First: max(r.First, s.First), End: min(r.End, s.End)}
}

func beforeNoun(t text.Token) bool {
	for _, rel := range []string{"det", "amod", "nummod", "compound", "nmod", "flat"} {
		if t.Is(rel) {
			return true
		}
	}
	return false
}

// phrase names a nominal by its words without articles, numbers and adjectives
// that are no part of the term, in small letters unless they are a name, and by
// whom or what it is of: "residents of Niamey".
func (c *Cast) phrase(tok int) string {
	call := c.callAt[tok]
	first, end := tok, tok+1
	if call >= 0 {
		r := c.tokens(c.calls[call].first, c.calls[call].end)
		first, end = r.First, r.End
	}
	for k := range c.doc.Children(tok) {
		if t := c.doc.Tokens[k]; k < first && t.Is("compound") && first-k < 4 && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && !strings.HasSuffix(t.Form, "ing") {
			first = k
		}
	}
	proper := end-first > 1 && c.capital(first) && c.capital(end-1) && first > c.doc.Sentences[c.doc.Tokens[tok].Sentence].First // "the High Court"
	var out []string
	for i := first; i < end; i++ {
		switch t := c.doc.Tokens[i]; {
		case t.UPOS == "PUNCT" || t.UPOS == "DET":
		case i > first && c.doc.Tokens[i-1].Glued && len(out) > 0 && c.nameAt[i] < 0:
			out[len(out)-1] += t.Form
		case proper || t.UPOS == "PROPN" && c.callAt[i] < 0 || c.nameAt[i] >= 0 || len(t.Form) > 1 && strings.ToUpper(t.Form) == t.Form, t.Form == "MPs":
			out = append(out, t.Form)
		default:
			out = append(out, strings.ToLower(t.Form))
		}
	}
	if adj := c.doc.Child(tok, "amod"); adj >= 0 && adj < first && c.nameAt[adj] >= 0 {
		m := c.names[c.nameAt[adj]]
		out = append([]string{strings.TrimPrefix(c.spell(c.tokens(m.first, m.end)), "the ")}, out...)
	}
	return strings.Join(out, " ") + c.complement(tok) + c.possessor(tok)
}

// complement is " of X" where the text says of which place, body or person.
func (c *Cast) complement(tok int) string {
	for k := range c.doc.Children(tok) {
		of := c.caseOf(k)
		if k < tok || !c.doc.Tokens[k].Is("nmod") || of != "of" && of != "in" && of != "from" {
			continue
		}
		if c.callAt[k] >= 0 {
			if id := c.at(k); of == "of" && id.kind == person {
				return " of " + id.name // "the party of the detained candidate Jane Roe"
			}
			continue
		}
		if m := c.nameAt[k]; m >= 0 {
			return " " + of + " " + c.spell(c.tokens(c.names[m].first, c.names[m].end))
		}
		if n := c.doc.Name(k); n >= 0 {
			return " " + of + " " + c.spell(c.untitled(c.doc.Names[n].Range))
		}
	}
	return ""
}

// possessor is " of X" where a pronoun or a person's name says whose: "her
// followers".
func (c *Cast) possessor(tok int) string {
	k := c.doc.Child(tok, "nmod:poss")
	if k < 0 {
		return ""
	}
	if id := c.at(k); id.kind == person || id.kind == organisation && !id.organ && c.doc.Tokens[k].UPOS == "PRON" {
		return " of " + id.name
	}
	return ""
}
