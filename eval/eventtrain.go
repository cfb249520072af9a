package eval

import "griot"

// TypeExample is a sentence of the event gold as the model of types sees it.
type TypeExample struct {
	Text     string
	Features []string
	Type     griot.Type
}

// TypeExamples reads gold of the event task for training: one example for each
// event of a type, with the given actors where they are marked.
func TypeExamples(paths []string) ([]TypeExample, error) {
	e, err := newEventReader()
	if err != nil {
		return nil, err
	}
	var all []TypeExample
	for _, path := range paths {
		records, err := readLines[eventGold](path)
		if err != nil {
			return nil, err
		}
		for i := range records {
			g := &records[i]
			types, _ := g.keys()
			if len(types) != 1 || griot.Type(types[0]).Quad() == 0 {
				continue
			}
			doc, err := e.read(g.Text, g.Date)
			if err != nil {
				return nil, err
			}
			source, target := g.given(doc)
			all = append(all, TypeExample{g.Text, e.lexicon.Features(doc, e.actors.Cast(doc), source, target), griot.Type(types[0])})
		}
	}
	return all, nil
}
