package segment

import (
	"strings"
	"testing"

	"griot"
	"griot/text"
	"griot/text/lang"
)

func doc(t *testing.T, s string) *text.Doc {
	t.Helper()
	d := &text.Doc{Report: griot.Report{Text: s, Language: "en"}}
	if err := Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// shown writes words apart by spaces, sentences by " / ", paragraphs by " // ".
func shown(d *text.Doc) string {
	var b strings.Builder
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteString(" /")
			if s.Paragraph != d.Sentences[i-1].Paragraph {
				b.WriteString("/")
			}
			b.WriteString(" ")
		}
		for k := s.First; k < s.Range.End; k++ {
			if k > s.First {
				b.WriteByte(' ')
			}
			b.WriteString(d.Tokens[k].Form)
		}
	}
	return b.String()
}

func TestWordsAndSentences(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"clitics", "They don't know it's ours; he'd gone.", "They do n't know it 's ours ; he 'd gone ."},
		{"curly clitics", "The bloc’s envoy won’t come.", "The bloc ’s envoy wo n’t come ."},
		{"possessive of a plural", "The soldiers' barracks burned.", "The soldiers ' barracks burned ."},
		{"merged", "They cannot stay.", "They can not stay ."},
		{"no merged name", "Im Jong-su spoke.", "Im Jong - su spoke ."},
		{"hyphens", "A well-known ex-minister met pro-coup leaders.", "A well - known ex-minister met pro-coup leaders ."},
		{"ranges and phones", "Call 555-0142-77 on 4-5 June.", "Call 555-0142-77 on 4 - 5 June ."},
		{"initials", "Then Amina J. Bello met Gen. Okoro. Talks failed.", "Then Amina J. Bello met Gen. Okoro . / Talks failed ."},
		{"title chain", "On Thursday, Col. Maj. Okoro spoke.", "On Thursday , Col. Maj. Okoro spoke ."},
		{"dotted", "The U.S. embassy opened at 9 a.m. on Monday.", "The U.S. embassy opened at 9 a.m. on Monday ."},
		{"dateline", "BAMAKO, Mali (AP) — Troops left. Others stayed.", "BAMAKO , Mali ( AP ) — Troops left . / Others stayed ."},
		{"date line in capitals", "JAN. 27, 2017", "JAN. 27 , 2017"},
		{"quote over sentences", "“We fled. They burned it all,” she said. He agreed.", "“ We fled . / They burned it all , ” she said . / He agreed ."},
		{"closing quote", `He said: "We will stay." The talks ended.`, `He said : " We will stay . " / The talks ended .`},
		{"missing space", "The rebels fled.The army followed.", "The rebels fled . / The army followed ."},
		{"ellipsis", "They waited... and left.", "They waited ... and left ."},
		{"money and numbers", "It cost $1,200.50, or 3.5% of £40m.", "It cost $ 1,200.50 , or 3.5 % of £ 40 m ."},
		{"foreign dollars", "They paid US$50 each.", "They paid US$ 50 each ."},
		{"addresses", "See https://example.org/a?b=c, or mail desk@example.org.", "See https://example.org/a?b=c , or mail desk@example.org ."},
		{"slashes", "He and/or she came on 9/11.", "He and / or she came on 9/11 ."},
		{"bullets", "» First point\n» Second point", "» First point // » Second point"},
		{"brackets", "The bloc (ECOWAS) met [again].", "The bloc ( ECOWAS ) met [ again ] ."},
		{"years", "The '90s and '02 vote", "The '90s and '02 vote"},
		{"emoji", "Peace 👩🏽‍⚖️✌️ now", "Peace 👩🏽‍⚖️ ✌️ now"},
		{"nothing", " \n\t ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(doc(t, c.in)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestTokensKnowTheirBytes(t *testing.T) {
	d := doc(t, "Don't   panic,\u00a0(they) said.\n\nÉlodie’s “plan” failed.")
	end := 0
	for i, k := range d.Tokens {
		if d.Report.Text[k.Start:k.End] != k.Form || k.Start < end {
			t.Errorf("token %d %q does not stand at %d-%d", i, k.Form, k.Start, k.End)
		}
		end = k.End
		if i+1 < len(d.Tokens) && k.Glued != (d.Tokens[i+1].Start == k.End) {
			t.Errorf("token %d %q: Glued is %v", i, k.Form, k.Glued)
		}
		if s := d.Sentences[k.Sentence]; !s.Has(i) {
			t.Errorf("token %d is not in its sentence %d", i, k.Sentence)
		}
	}
	if len(d.Paragraphs) != 2 || len(d.Sentences) != 2 {
		t.Errorf("%d paragraphs, %d sentences", len(d.Paragraphs), len(d.Sentences))
	}
}

func TestBlocksMakeParagraphs(t *testing.T) {
	s := "Photo: A street. Two men left.\nThey came back."
	d := &text.Doc{Report: griot.Report{Text: s, Blocks: []griot.Block{
		{Start: 0, End: 16, Kind: griot.Caption}, {Start: 17, End: len(s), Kind: griot.Body},
	}}}
	if err := Run(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Paragraphs) != 2 || d.Paragraphs[0].Kind != griot.Caption || d.Paragraphs[1].Kind != griot.Body {
		t.Errorf("paragraphs %+v", d.Paragraphs)
	}
}

func TestWrappedLinesAreOneParagraph(t *testing.T) {
	s := "The column left the town at dawn and went\nalong the river until it came to the old\nbridge, where the rebels were waiting for\nit, and it turned back.\n\nNobody was hurt."
	if d := doc(t, s); len(d.Paragraphs) != 2 || len(d.Sentences) != 2 {
		t.Errorf("%d paragraphs, %d sentences: %s", len(d.Paragraphs), len(d.Sentences), shown(d))
	}
}

func TestRowsOfTheLanguage(t *testing.T) {
	rows, err := lang.Table("en", "abbreviations", 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		d := doc(t, r[2])
		if got := " " + shown(d) + " "; len(d.Sentences) != 1 || !strings.Contains(got, " "+r[0]+" ") {
			t.Errorf("%s: %s", r[0], got)
		}
	}
	if rows, err = lang.Table("en", "prefixes", 3); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if got := shown(doc(t, "a "+r[1]+" b")); got != "a "+r[2]+" b" {
			t.Errorf("%s: %s", r[0], got)
		}
	}
	if rows, err = lang.Table("en", "merged", 2); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if got := shown(doc(t, "a "+r[0]+" b")); got != "a "+r[1]+" b" {
			t.Errorf("%s: %s", r[0], got)
		}
	}
}

// TestHostileText: a quarter of a megabyte takes a fraction of a second in linear
// time; what is not linear runs into the deadline of the tests.
func TestHostileText(t *testing.T) {
	for _, unit := range []string{"a", ".", "a.", "a-", "word ", "\"", "(", "'", "'a", "1,", "a@", "@", "://", "\x00", "\u200b", "🙂", "\u200d", "א", "Mr. ", "\n", "a\n", "…”", "x'", "Aa.", "0-", ":)", "a/"} {
		d := doc(t, strings.Repeat(unit, 256<<10/len(unit)))
		for i := 1; i < len(d.Tokens); i++ {
			if d.Tokens[i].Start < d.Tokens[i-1].End {
				t.Fatalf("%q repeated: token %d overlaps the one before", unit, i)
			}
		}
	}
}

func BenchmarkRun(b *testing.B) {
	s := strings.Repeat("On Thursday, Gen. Okoro didn't say whether the well-armed troops (about 1,200) had left. “We will see,” he told reporters.\n", 800)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		d := &text.Doc{Report: griot.Report{Text: s}}
		if err := Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
