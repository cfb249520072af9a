package parse

import (
	"slices"
	"strings"

	"griot/data"
	"griot/text"
)

// readRegions reads the names of the cities and provinces that tell their
// country.
func readRegions() (map[string]bool, error) {
	rows, err := data.ActorRows("cities", "country", "names")
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, row := range rows {
		for name := range strings.SplitSeq(row[1], "|") {
			set[Normal(name)] = true
		}
	}
	return set, nil
}

// parted parts two places that stand side by side: "Columbus Ohio" is a city and
// its state, where "New York" is one place.
func (m *Model) parted(d *text.Doc, list []found) []found {
	var out []found
	for _, f := range list {
		if at := m.border(d, f); at > 0 {
			first := f
			first.End, f.First = at, at
			out = append(out, first)
		}
		out = append(out, f)
	}
	return out
}

// border is where the second of two places in a name begins, 0 if it is one.
func (m *Model) border(d *text.Doc, f found) int {
	if f.Type != "LOC" || f.Len() < 2 || f.Len() > 4 || m.placed(d, f.Range) {
		return 0
	}
	for at := f.First + 1; at < f.End; at++ {
		last := text.Range{First: at, End: f.End}
		if (m.regions[Normal(key(d, last))] || m.class(d, last) == Country) && m.placed(d, text.Range{First: f.First, End: at}) {
			return at
		}
	}
	return 0
}

// placed tells whether the gazette has the words of a range as a place.
func (m *Model) placed(d *text.Doc, r text.Range) bool {
	class := m.class(d, r)
	return class == Country || class == City || class == Town || m.regions[Normal(key(d, r))]
}

// class is what the gazette says of the words of a range together.
func (m *Model) class(d *text.Doc, r text.Range) Class { return m.lexicon.class(key(d, r)) }

// inverted joins a person's surname and given name where they stand in that
// order, apart, within quotation marks: "Okoro , Ada".
func inverted(d *text.Doc, list []found) []found {
	var out []found
	for _, f := range list {
		if k := len(out) - 1; k >= 0 && out[k].Type == "PER" && f.Type == "PER" && listed(d, text.Range{First: out[k].First, End: f.End}) {
			out[k].End = f.End
			for t := range f.fit {
				out[k].fit[t] += f.fit[t]
			}
			continue
		}
		out = append(out, f)
	}
	return slices.Clip(out)
}

// listed tells whether a range is three words, a comma the second, between
// quotation marks.
func listed(d *text.Doc, r text.Range) bool {
	return r.Len() == 3 && d.Tokens[r.First+1].Form == "," && r.First > 0 && r.End < len(d.Tokens) &&
		d.Tokens[r.First-1].Form == `"` && d.Tokens[r.End].Form == `"`
}
