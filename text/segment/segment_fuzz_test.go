package segment

import (
	"testing"
	"unicode/utf8"

	"griot"
	"griot/text"
)

func FuzzRun(f *testing.F) {
	f.Add("Mr. Diallo didn't say why. \"We won't,\" he said... e.g. at 3.30 p.m.\n\nU.S.-led forces left; see http://a.example/x.")
	f.Add("\u200b\u00ad\u202e…——\r\n\t")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		doc := &text.Doc{Report: griot.Report{Text: s, Language: "en"}}
		if err := Run(doc); err != nil {
			t.Fatal(err)
		}
		at := 0
		for i, tok := range doc.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d is %+v after byte %d of %d", i, tok, at, len(s))
			}
			at = tok.End
		}
	})
}
