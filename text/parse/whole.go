package parse

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"griot/text"
)

// shortestWhole and longestWhole are the words of the known names that are found
// whole whatever was read of them: "the Economic Community of West African States".
const (
	shortestWhole = 3
	longestWhole  = 8
)

// whole puts long names that are known in place of the shorter ones read within
// them. A name that was read across the border of one stays.
func (m *Model) whole(d *text.Doc, list []found) []found {
	var out []found
	next := 0 // of list
	for i := 0; i < len(d.Tokens); i++ {
		for next < len(list) && list[next].First < i {
			out = append(out, list[next])
			next++
		}
		r, f, ok := m.wholeAt(d, i)
		if !ok || len(out) > 0 && out[len(out)-1].End > i {
			continue
		}
		last := next
		for last < len(list) && list[last].First < r.End {
			last++
		}
		if last > next && list[last-1].End > r.End {
			continue
		}
		out = append(out, found{Name: text.Name{Range: r, Type: bestFit(f)}, fit: f})
		next, i = last, r.End-1
	}
	return append(out, list[next:]...)
}

// wholeAt is the longest known name of some words that begins at token i.
func (m *Model) wholeAt(d *text.Doc, i int) (text.Range, fit, bool) {
	if !proper(d.Tokens[i]) {
		return text.Range{}, fit{}, false
	}
	last := i + 1
	for last < min(len(d.Tokens), i+longestWhole) && d.Tokens[last].Sentence == d.Tokens[i].Sentence && inName(d.Tokens[last]) {
		last++
	}
	for ; last >= i+shortestWhole; last-- {
		r := text.Range{First: i, End: last}
		if f, ok := m.names[key(d, r)]; ok {
			return r, f, true
		}
	}
	return text.Range{}, fit{}, false
}

var joints = []string{"of", "for", "the", "and", "in", "on", "de", "la", "-", "'s"}

// inName tells whether a word may stand within a name of several.
func inName(t text.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Form)
	return unicode.IsUpper(first) || slices.Contains(joints, t.Form)
}

// possessor adds to the fit of a country's name that something is said to be
// its own: "Chad's president".
func (m *Model) possessor(d *text.Doc, f found) fit {
	known, ok := m.names[key(d, f.Range)]
	if !ok || f.Len() > 1 || f.End >= len(d.Tokens) || d.Tokens[f.End].Form != "'s" && d.Tokens[f.End].Form != "’s" {
		return f.fit
	}
	for t, weight := range known {
		f.fit[t] += weight
	}
	return f.fit
}
