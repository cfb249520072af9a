package pipeline_test

import (
	"testing"
	"unicode/utf8"

	"griot"
	"griot/pipeline"
)

// FuzzRead reads arbitrary text through every stage: no fault, and every quote
// is the bytes it points at.
func FuzzRead(f *testing.F) {
	r, err := pipeline.NewReader()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("On Tuesday insurgents killed 17 soldiers near Torodi, the Ministry of Defence said. \"We will respond,\" Gen. Moussa Barmou told reporters; ECOWAS threatened to intervene by 6 August unless President Bazoum was freed.")
	f.Add("He said, she said: \"no\". Between 3 and 1,000,000,000,000,000,000,000 people, at least, were—or weren't—detained…")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 4000 {
			t.Skip()
		}
		report := griot.Report{Ref: "fuzz", Outlet: "Daily", Published: griot.NewDay(2023, 8, 4), PublishedBasis: griot.PublishedStated, Language: "en", Text: s}
		report.ID = report.Identify()
		reading, err := r.Read(report)
		if err != nil {
			t.Fatal(err)
		}
		if err := reading.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
