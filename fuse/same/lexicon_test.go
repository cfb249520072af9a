package same

import (
	"strings"
	"testing"

	"griot/data"
)

func TestFormsHaveTheStemOfTheirBase(t *testing.T) {
	rows, err := data.StateRows("forms", "form", "base")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if Stem(row[0]) != Stem(row[1]) {
			t.Errorf("%s: stem %s, but %s has %s", row[0], Stem(row[0]), row[1], Stem(row[1]))
		}
	}
}

func TestStems(t *testing.T) {
	for _, row := range []string{
		"attack attacks attacked attacking", "gather gathers gathered gathering", "close closes closed closing", "suspend suspends suspended",
		"demonstrate demonstrates demonstrated demonstration demonstrations", "party parties", "shoot shoots shot shooting", "deploy deployed deployment",
	} {
		words := strings.Fields(row)
		for _, w := range words[1:] {
			if Stem(w) != Stem(words[0]) {
				t.Errorf("%s: %s; %s: %s", w, Stem(w), words[0], Stem(words[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"army", "arms"}, {"state", "station"}, {"border", "board"}} {
		if Stem(pair[0]) == Stem(pair[1]) {
			t.Errorf("%s and %s have one stem, %s", pair[0], pair[1], Stem(pair[0]))
		}
	}
}

func TestKindredRowsHoldWords(t *testing.T) {
	rows, err := data.StateRows("kindred", "words")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		words := strings.Fields(row[0])
		if len(words) < 2 {
			t.Errorf("%q holds nothing kindred", row[0])
			continue
		}
		if first, last := Stem(words[0]), Stem(words[len(words)-1]); !Kindred(first, last) {
			t.Errorf("%s and %s are not kindred", first, last)
		}
	}
}
