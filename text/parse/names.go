package parse

import "griot/text"

// findNames turns the labels of words into names.
func findNames(d *text.Doc, labels []int8) {
	for i := 0; i < len(labels); i++ {
		p := place(int(labels[i]))
		if p != begin && p != single {
			continue
		}
		last := i
		for p == begin && place(int(labels[last])) != end {
			last++
		}
		d.Names = append(d.Names, text.Name{
			Range: text.Range{First: i, End: last + 1},
			Type:  nameTypes[typeOf(int(labels[i]))],
		})
		i = last
	}
}
