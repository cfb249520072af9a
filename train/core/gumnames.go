package main

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text/lang"
	"griot/text/parse"
)

// gumWord is a word of GUM with the marks of the entities that begin and end at it.
type gumWord struct {
	form, upos string
	head       int // in the sentence, -1 of the root
	marks      string
}

// gumSpan is an entity, or its name: first and last word and our type.
type gumSpan struct {
	first, last int
	typ         string
}

// gumNames reads names off entities.
type gumNames struct{ titles map[string]bool }

// readGUMNames is readEntities with the names that can be told from the trees: of
// an entity whose head is a proper noun, what stands around that and is written as
// a name. Where no name is certain the labels of readEntities stand.
func readGUMNames(path string) ([][]uint32, error) {
	docs, err := readEntities(path)
	if err != nil {
		return nil, err
	}
	rows, err := lang.Table("en", "titles", 3)
	if err != nil {
		return nil, err
	}
	g := gumNames{map[string]bool{}}
	for _, r := range rows {
		g.titles[strings.ToLower(r[0])] = true
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, at := -1, 0
	var words []gumWord
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "# newdoc") {
			doc, at = doc+1, 0
		}
		if line == "" {
			g.label(words, docs[doc][at:][:len(words)])
			at, words = at+len(words), nil
		}
		col := strings.Split(line, "\t")
		if len(col) != 10 || strings.ContainsAny(col[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(col[6])
		if err != nil {
			return nil, err
		}
		words = append(words, gumWord{col[1], col[3], head - 1, misc(col[9], "Entity")})
	}
	return docs, in.Err()
}

// label makes the labels of the words of names certain, those of the longest
// entities first.
func (g gumNames) label(words []gumWord, labels []uint32) {
	spans := gumSpans(words)
	slices.SortStableFunc(spans, func(a, b gumSpan) int { return (b.last - b.first) - (a.last - a.first) })
	taken := make([]bool, len(words))
	for _, s := range spans {
		n, ok := g.name(words, s)
		if !ok || slices.Contains(taken[n.first:n.last+1], true) {
			continue
		}
		for i := n.first; i <= n.last; i++ {
			taken[i] = true
			labels[i] = 1 << parse.NameLabel(n.typ, i-n.first, n.last+1-n.first)
		}
	}
	for i := range labels {
		if !taken[i] {
			labels[i] |= 1<<parse.NameLabel("", 0, 1) | miscLabels
		}
	}
}

// gumSpans is the entities of a sentence that are of a type of ours.
func gumSpans(words []gumWord) []gumSpan {
	type begun struct {
		id string
		gumSpan
	}
	var stack []begun
	var spans []gumSpan
	for i, w := range words {
		for _, m := range entityMark.FindAllStringSubmatch(w.marks, -1) {
			id := m[3]
			if m[1] != "" {
				stack = append(stack, begun{m[1], gumSpan{i, i, entityTypes[m[2]]}})
				if !strings.HasSuffix(m[0], ")") {
					continue
				}
				id = m[1]
			}
			for k := len(stack) - 1; k >= 0; k-- {
				if id != "" && stack[k].id != id {
					continue
				}
				if s := stack[k]; s.typ != "" {
					spans = append(spans, gumSpan{s.first, i, s.typ})
				}
				stack = slices.Delete(stack, k, k+1)
				break
			}
		}
	}
	return spans
}

// name is the name within an entity: its head, if that is a proper noun, and the
// capitalised words beside it, a person's without titles.
func (g gumNames) name(words []gumWord, s gumSpan) (gumSpan, bool) {
	head := s.first
	for words[head].head >= s.first && words[head].head <= s.last && head < s.last {
		head++
	}
	if words[head].upos != "PROPN" {
		return s, false
	}
	n := gumSpan{before(words, head, s), after(words, head, s), s.typ}
	if s.typ == "PER" {
		for i := n.first; i <= n.last; i++ {
			if g.titles[strings.ToLower(strings.TrimSuffix(words[i].form, "."))] {
				n.first = i + 1
			}
		}
	}
	return n, n.first <= n.last
}

// before is where the name of an entity begins that has its head at i.
func before(words []gumWord, i int, s gumSpan) int {
	for i > s.first {
		k := i - 1
		for k > s.first && joint(words[k].form, s.typ) && !leads(words[k].form) {
			k--
		}
		if !capital(words[k]) || words[k].upos == "PROPN" && words[k+1].form == "'s" {
			break
		}
		i = k
	}
	return i
}

// after is where the name of an entity ends that has its head at i.
func after(words []gumWord, i int, s gumSpan) int {
	for i < s.last {
		k := i + 1
		for k < s.last && joint(words[k].form, s.typ) {
			k++
		}
		if !capital(words[k]) && !(words[k].upos == "NUM" && k == i+1) {
			break
		}
		i = k
	}
	return i
}

// leads tells whether a word begins what comes after a name's head: "of Azania".
func leads(form string) bool { return form == "of" || form == "for" || form == "the" }

// capital tells whether a word can be part of a name.
func capital(w gumWord) bool {
	first, _ := utf8.DecodeRuneInString(w.form)
	return w.upos == "PROPN" || unicode.IsUpper(first) && w.upos != "DET" && w.upos != "PRON"
}

// joint tells whether a word can join two parts of a name of a type; a person's
// is not joined by words.
func joint(form, typ string) bool {
	switch form {
	case "-", "–", "&", ".", "'s", "’s":
		return true
	case "of", "for", "and", "the", "de", "du", "la", "on":
		return typ != "PER"
	}
	return false
}
