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

// goldNames reads names off labels that are certain.
func goldNames(allowed []uint32) []text.Name {
	var names []text.Name
	for i := range allowed {
		for _, typ := range []string{"PER", "ORG", "LOC"} {
			switch allowed[i] {
			case 1 << parse.NameLabel(typ, 0, 1):
				names = append(names, text.Name{Range: text.Range{First: i, End: i + 1}, Type: typ})
			case 1 << parse.NameLabel(typ, 0, 2):
				end := i + 1
				for allowed[end] != 1<<parse.NameLabel(typ, 1, 2) {
					end++
				}
				names = append(names, text.Name{Range: text.Range{First: i, End: end + 1}, Type: typ})
			}
		}
	}
	return names
}
