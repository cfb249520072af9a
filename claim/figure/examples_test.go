package figure

import (
	"fmt"
	"strings"
	"testing"

	"griot"
	"griot/claim/claimtest"
	"griot/data"
)

// TestExamples runs the example of every row of the tables of figures.
func TestExamples(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []struct {
		name    string
		columns []string
	}{
		{"bounds", []string{"kind", "words", "example", "yields"}},
		{"quantities", []string{"words", "min", "max", "example", "yields"}},
		{"counted", []string{"of", "place", "lemmas", "example", "yields"}},
	} {
		rows, err := data.CueRows(table.name, table.columns...)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			example, want := row[len(row)-2], row[len(row)-1]
			var got []string
			for _, f := range r.Find(claimtest.Doc(t, example)) {
				got = append(got, describe(f.Amount))
			}
			if s := strings.Join(got, "; "); s != want {
				t.Errorf("%s: %q yields %q, want %q", table.name, example, s, want)
			}
		}
	}
}

// TestNumerals counts people with every row of the table of numerals.
func TestNumerals(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.CueRows("numerals", "word", "value", "scale")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		text, want := row[0]+" people", row[1]
		switch {
		case row[2] == "scale" && len(row[0]) <= 2:
			text, want = "$2"+row[0]+" was paid", "2"+row[1][1:]
		case row[2] == "scale" && row[1][0] == '1':
			text, want = "two "+text, fmt.Sprint(2)+row[1][1:]
			if row[0] == "dozen" {
				want = "24"
			}
		}
		doc := claimtest.Doc(t, text)
		var got []string
		for _, n := range r.numbers(doc, doc.Sentences[0].Range) {
			got = append(got, show(n.min, n.max, n.approx))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q gives %q, want %q", text, s, want)
		}
	}
}

func describe(a griot.Amount) string {
	return a.Of + " " + a.Who + " " + show(a.Min, a.Max, a.Approx)
}

func TestStories(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Insurgents killed 17 soldiers and wounded nearly 24 in the attack.", "killed soldiers 17; wounded soldiers ~24"},
		{"The blast killed 12 people, including three children.", "killed people 12; killed children 3"},
		{"17 soldiers were killed and 24 wounded.", "killed soldiers 17; wounded soldiers 24"},
		{"The quake left at least 45 dead and more than 120 injured.", "killed  45+; wounded  121+"},
		{"At least 17 soldiers were killed and 20 others wounded on Tuesday.", "killed soldiers 17+; wounded soldiers 20"},
		{"The number of soldiers killed in the attack has risen to 12.", "killed soldiers 12"},
		{"The army put the number of dead rebels at 60.", "killed rebels 60"},
		{"The blast left 12 dead and 30 hurt.", "killed  12; wounded  30"},
		{"Aid worth $20m was sent.", "money $ 20000000"},
		{"No one was hurt.", ""},
		{"At least 40 people, most of them children, have died.", "killed people 40+"},
		{"There were nearly a dozen prison riots, with some 400 inmates killed.", "killed inmates ~400"},
		{"Armed attacks left at least 355 people dead in the province.", "killed people 355+"},
		{"The bodies of 14 men were found.", "killed men 14"},
		{"Between 40 and 60 people were arrested in Niamey on 26 July.", "detained people 40-60"},
		{"The 45-year-old general won 60 percent of the vote in 2021.", ""},
		{"The bank froze $5 million in aid.", "money $ 5000000"},
		{"France has about 1,500 troops in the country.", "troops troops ~1500"},
	} {
		var got []string
		doc := claimtest.Doc(t, c.text)
		for _, f := range r.Find(doc) {
			got = append(got, describe(f.Amount))
			if w := doc.Words(f.Range); w != f.Amount.Words || !strings.Contains(c.text, w) {
				t.Errorf("%q: the words are %q, the range says %q", c.text, f.Amount.Words, w)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q yields %q, want %q", c.text, s, c.want)
		}
	}
}

// TestHostile makes sure that a very long sentence of numbers takes no longer
// than it must.
func TestHostile(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := plain(strings.Repeat("between 40 and 60 million ", 20000))
	if got := len(r.numbers(doc, doc.Sentences[0].Range)); got != 20000 {
		t.Errorf("%d numbers, want 20000", got)
	}
}
