package when

import (
	"strings"
	"testing"

	"griot"
	"griot/text"
)

// published is the day on which the examples were published, a Friday.
var published = griot.NewDay(2023, 8, 18)

// lines makes a Doc of a text whose lines are its paragraphs, without tokens.
func lines(s string, day griot.Day) *text.Doc {
	d := &text.Doc{Report: griot.Report{Text: s, Published: day}}
	at := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		d.Paragraphs = append(d.Paragraphs, text.Paragraph{ByteStart: at, ByteEnd: at + len(line), Kind: griot.Body})
		at += len(line)
	}
	return d
}

// yields writes what was found in the notation of rules.tsv.
func yields(t *Times) string {
	var all []string
	for _, x := range t.All {
		all = append(all, t.doc.Report.Text[x.Start:x.End]+" | "+x.Type+" | "+x.Value)
	}
	if len(all) == 0 {
		return "-"
	}
	return strings.Join(all, "; ")
}

// TestRules runs the example of every rule.
func TestRules(t *testing.T) {
	for _, r := range english().rules {
		got := Find(lines(r.example, published))
		if y := yields(got); y != r.yields {
			t.Errorf("%s: %q\n got %s\nwant %s", r.name, r.example, y, r.yields)
			continue
		}
		fired := r.yields == "-"
		for _, x := range got.All {
			fired = fired || x.Rule == r.name
		}
		if !fired {
			t.Errorf("%s: another rule reads its example: %s", r.name, got.All[len(got.All)-1].Rule)
		}
	}
}
