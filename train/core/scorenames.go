package main

import (
	"fmt"

	"griot"
	"griot/text"
	"griot/text/parse"
)

// scoreNames is the F1 of names of type PER, ORG and LOC.
func scoreNames(m *parse.Model, path string) (string, error) {
	list, err := nameSets[0].read(path)
	if err != nil {
		return "", err
	}
	d := &text.Doc{Paragraphs: []text.Paragraph{{Kind: griot.Body}}}
	var gold []text.Name
	for _, n := range list {
		first := len(d.Tokens)
		for _, f := range n.forms {
			d.Tokens = append(d.Tokens, text.Token{Form: f, Sentence: len(d.Sentences)})
		}
		d.Sentences = append(d.Sentences, text.Sentence{Range: text.Range{First: first, End: len(d.Tokens)}})
		gold = append(gold, goldNames(first, n.allowed)...)
	}
	m.Parse(d)
	set := map[text.Name]bool{}
	for _, n := range gold {
		set[n] = true
	}
	var right, found float64
	for _, n := range d.Names {
		if n.Type != "MISC" {
			found++
			right += one(set[n])
		}
	}
	p, r := right/found, right/float64(len(gold))
	return fmt.Sprintf("p %.1f r %.1f f1 %.2f", 100*p, 100*r, 200*p*r/(p+r)), nil
}

// goldNames reads names off labels that are certain.
func goldNames(first int, allowed []uint32) []text.Name {
	var names []text.Name
	for i := range allowed {
		for _, typ := range []string{"PER", "ORG", "LOC"} {
			switch allowed[i] {
			case 1 << parse.NameLabel(typ, 0, 1):
				names = append(names, text.Name{Range: text.Range{First: first + i, End: first + i + 1}, Type: typ})
			case 1 << parse.NameLabel(typ, 0, 2):
				end := i + 1
				for allowed[end] != 1<<parse.NameLabel(typ, 1, 2) {
					end++
				}
				names = append(names, text.Name{Range: text.Range{First: first + i, End: first + end + 1}, Type: typ})
			}
		}
	}
	return names
}
