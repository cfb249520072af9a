package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/learn"
	"griot/text"
)

// found is a name and how well each type fits it.
type found struct {
	text.Name
	fit fit
}

// namesIn reads the names of a piece off the scores of its words, NameLabels
// numbers a word.
func namesIn(p text.Range, scores []int32) []found {
	labels := bestLabels(scores, p.Len())
	var list []found
	for i := 0; i < len(labels); i++ {
		at := place(int(labels[i]))
		if at != begin && at != single {
			continue
		}
		last := i
		for at == begin && place(int(labels[last])) != end {
			last++
		}
		f := found{Name: text.Name{
			Range: text.Range{First: p.First + i, End: p.First + last + 1},
			Type:  nameTypes[typeOf(int(labels[i]))],
		}}
		for k := i; k <= last; k++ {
			for t, name := range nameTypes {
				f.fit[t] += int64(scores[k*NameLabels+NameLabel(name, k-i, last+1-i)])
			}
		}
		list = append(list, f)
		i = last
	}
	return list
}

// tagWeight is what the tag of a word counts for and against its being in a name.
// The heads for tags and names learned apart, and the one for tags from more text.
const tagWeight = learn.One * 3 / 4

// heed makes the scores of words agree more with their tags: a proper noun is
// likely in a name, a common word is not; others say nothing.
func heed(words []text.Token, scores []int32) {
	for i, t := range words {
		switch t.UPOS {
		case "PROPN":
			scores[i*NameLabels+outside] -= tagWeight
		case "NOUN", "VERB", "AUX", "ADV", "PRON", "SCONJ", "INTJ", "NUM", "SYM":
			scores[i*NameLabels+outside] += tagWeight
		}
	}
}

// settle gives a Doc its names. A second look at the whole report makes them
// agree: the same words are of the type that fits all their places best, a
// surname goes with the full name it belongs to, and proper nouns that are a
// name elsewhere in the report, or are known as one, are one here too.
func (m *Model) settle(d *text.Doc, all []found) {
	fits := evidence{known: m.names, read: map[string]fit{}}
	all = inverted(d, m.parted(d, all))
	list := all[:0]
	for _, f := range all {
		if f, ok := m.trimmed(d, f); ok {
			list = append(list, m.leaning(d, f))
		}
	}
	list = m.whole(d, list)
	for _, f := range list {
		fits.add(key(d, f.Range), m.possessor(d, f))
		if f.Type == "PER" && f.Len() > 1 {
			fits.add(key(d, text.Range{First: f.End - 1, End: f.End}), f.fit)
		}
	}
	d.Names = make([]text.Name, 0, len(list))
	next := 0
	for _, f := range list {
		d.Names = append(d.Names, again(d, fits, text.Range{First: next, End: f.First})...)
		fit, _ := fits.of(key(d, f.Range))
		f.Type = bestFit(fit)
		d.Names = append(d.Names, f.Name)
		next = f.End
	}
	d.Names = append(d.Names, again(d, fits, text.Range{First: next, End: len(d.Tokens)})...)
}

// evidence is how well each type fits the names of a report, by key: what is
// known in advance, and what was read on top of it.
type evidence struct{ known, read map[string]fit }

func (e evidence) of(name string) (fit, bool) {
	if f, ok := e.read[name]; ok {
		return f, true
	}
	f, ok := e.known[name]
	return f, ok
}

func (e evidence) add(name string, f fit) {
	sum, _ := e.of(name)
	for t := range sum {
		sum[t] += f[t]
	}
	e.read[name] = sum
}

func bestFit(f fit) string {
	best := 0
	for t := range f {
		if f[t] > f[best] {
			best = t
		}
	}
	return nameTypes[best]
}

// key is the words of a range, for comparing names.
func key(d *text.Doc, r text.Range) string {
	if r.Len() == 1 {
		return calm(d.Tokens[r.First].Form)
	}
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		if i > r.First {
			b.WriteByte(' ')
		}
		b.WriteString(calm(d.Tokens[i].Form))
	}
	return b.String()
}

// calm is a longer word without its capitals but the first, for datelines and
// headlines: "NIAMEY" is Niamey, and "ECOWAS" is what others write "Ecowas".
func calm(word string) string {
	if len(word) > 3 && strings.ToUpper(word) == word {
		return title(word)
	}
	return word
}

// longestAgain is the most words of a name that is looked for again.
const longestAgain = 5

// again finds the names of fits in a range without names.
func again(d *text.Doc, fits evidence, r text.Range) []text.Name {
	var names []text.Name
	for i := r.First; i < r.End; i++ {
		if !proper(d.Tokens[i]) {
			continue
		}
		last := i + 1
		for last < min(r.End, i+longestAgain) && d.Tokens[last].Sentence == d.Tokens[i].Sentence {
			last++
		}
		for ; last > i; last-- {
			if f, ok := fits.of(key(d, text.Range{First: i, End: last})); ok {
				names = append(names, text.Name{Range: text.Range{First: i, End: last}, Type: bestFit(f)})
				i = last - 1
				break
			}
		}
	}
	return slices.Clip(names)
}

// proper tells whether a word can be a name by itself, or begin one.
func proper(t text.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Form)
	return (t.UPOS == "PROPN" || t.UPOS == "ADJ") && unicode.IsUpper(first) && (len(t.Form) > 2 || strings.ToUpper(t.Form) == t.Form)
}
