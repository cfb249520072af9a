package main

import (
	"slices"

	"griot"
	"griot/text"
	"griot/text/parse"
)

// names is the F1 of names of type PER, ORG and LOC.
func (f figures) names(m *parse.Model, set, path string) error {
	list, err := nameSets[0].read(path)
	if err != nil {
		return err
	}
	var right, found, gold float64
	for _, n := range list {
		d := &text.Doc{Paragraphs: []text.Paragraph{{Kind: griot.Body}}}
		for _, form := range n.forms {
			d.Tokens = append(d.Tokens, text.Token{Form: form})
		}
		d.Sentences = []text.Sentence{{Range: text.Range{First: 0, End: len(d.Tokens)}}}
		m.Parse(d)
		want := goldNames(n.allowed)
		gold += float64(len(want))
		for _, name := range d.Names {
			if name.Type != "MISC" {
				found++
				right += one(slices.Contains(want, name))
			}
		}
	}
	f[set+" names f1"] = percent(2*right, found+gold)
	return nil
}

// goldNames reads names off the labels that are certain.
func goldNames(allowed []uint32) []text.Name {
	var names []text.Name
	for i := range allowed {
		for _, typ := range []string{"PER", "ORG", "LOC"} {
			if end := nameEnd(allowed, i, typ); end > 0 {
				names = append(names, text.Name{Range: text.Range{First: i, End: end}, Type: typ})
			}
		}
	}
	return names
}

// nameEnd is where a name of a type that begins at i ends, 0 if there is none.
func nameEnd(allowed []uint32, i int, typ string) int {
	if allowed[i] == 1<<parse.NameLabel(typ, 0, 1) {
		return i + 1
	}
	if allowed[i] != 1<<parse.NameLabel(typ, 0, 2) {
		return 0
	}
	for end := i + 1; end < len(allowed); end++ {
		switch allowed[end] {
		case 1 << parse.NameLabel(typ, 1, 2):
			return end + 1
		case 1 << parse.NameLabel(typ, 1, 3):
		default:
			return 0
		}
	}
	return 0
}
