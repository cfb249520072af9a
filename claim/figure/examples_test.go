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

// stories are sentences as reports have them, with what they yield.
var stories = []struct{ text, want string }{
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
	{"Hundreds of shops have been smashed, and more than 200 people arrested.", "houses shops ~200-999; detained people 201+"},
	{"Candles were lit for the seven people killed and 12 people injured in the violence.", "killed people 7; wounded people 12"},
	{"His mother, his stepfather and eight other people drowned.", "killed people 8"},
	{"He is one of at least three soldiers killed while bathing.", "killed soldiers 3+"},
	{"He is one of at least 707 people shot and killed by police this year.", "killed people 707+"},
	{"A total of 527 soldiers had lost their lives in the war.", "killed soldiers 527"},
	{"Flowers were laid for the 36 artists and others killed in the fire.", "killed artists 36"},
	{"The 20 killed included four children and four women.", "killed  20; killed children 4; killed women 4"},
	{"The dead included three policemen.", "killed policemen 3"},
	{"Among the dead were 12 children.", "killed children 12"},
	{"They attacked two towns, killing 34 people in one of them.", "killed people 34"},
	{"Some 30 people died, 12 of them children.", "killed people ~30; killed children 12"},
	{"At least 74 people, including eight Americans, were killed and 1,640 were wounded.", "killed people 74+; killed Americans 8; wounded people 1640"},
	{"Reports put the number of rebel dead at ten, with 50 wounded.", "killed rebel 10; wounded rebel 50"},
	{"More than 300 of the 367 people who were arrested remained behind bars.", "detained people 301+; detained people 367"},
	{"The death toll more than doubled to 40.", "killed  40"},
	{"The death toll from Sunday's attack climbed to 41, up from 36.", "killed  41; killed  36"},
	{"The militants killed one and wounded four others.", "killed  1; wounded  4"},
	{"People mourned the 10 union members killed in the attack.", "killed union members 10"},
	{"The talks stopped with the death yesterday of nine people.", "killed people 9"},
	{"He was shot dead near his home, along with two of his guards.", "killed guards 2"},
	{"The death of four students who had been kidnapped caused anger.", "killed students 4"},
	{"He was killed at 0815 (1415 GMT) near his home.", ""},
	{"Thirtythree sailors have been injured.", "wounded sailors 33"},
	{"Twelve people were killed, the army said, while the rebels put the figure at 40.", "killed people 12; killed people 40"},
	{"The opposition estimates the dead at 3,000.", "killed  3000"},
	{"Twelve people died in two attacks, and one of them was not claimed.", "killed people 12"},
	{"The little one died from bleeding.", ""},
	{"He was charged with two counts of murder.", ""},
	{"The attacks left 355 dead, of which the government recognizes just 200.", "killed  355; killed  200"},
	{"A mother of two died when the bomb went off.", ""},
	{"The man was arrested five buildings away.", ""},
	{"He has been arrested three times since October.", ""},
	{"Fighting killed at least a dozen yesterday.", "killed  12+"},
	{"There were 3.5 deaths on average.", ""},
	{"His family agreed to pay US dollars 6,000 for the boys.", "money dollars 6000"},
	{"The haul would have fetched over 600 million baht.", "money baht 600000001+"},
}

func TestStories(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range stories {
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
