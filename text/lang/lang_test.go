package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestAbbreviation(t *testing.T) {
	l, err := Of("en")
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]Kind{"Gen.": Title, "GEN.": Title, "gen.": "", "etc.": Word, "Etc.": Word, "no.": "", "No.": Number, "ft.": Unit, "house.": ""} {
		if got := l.Abbreviation(form); got != want {
			t.Errorf("%s is %q, not %q", form, got, want)
		}
	}
}

// TestNouns runs the example of each row: "queen: she, not he".
func TestNouns(t *testing.T) {
	l, err := Of("en")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Table("en", "nouns", 5)
	if err != nil {
		t.Fatal(err)
	}
	fits := func(noun, pronoun string) bool {
		n, p := l.Nouns[strings.ToLower(noun)], l.Pronouns[pronoun]
		if p.Gender == 'n' {
			return n.Type != 'P'
		}
		return n.Type == 'P' && (n.Gender == '?' || n.Gender == p.Gender)
	}
	for _, r := range rows {
		noun, rest, _ := strings.Cut(r[4], ": ")
		yes, no, ok := strings.Cut(rest, ", not ")
		if !ok || !slices.Contains(strings.Split(r[0], "|"), noun) {
			t.Errorf("%q is no example of its row", r[4])
		}
		if !fits(noun, yes) || fits(noun, no) {
			t.Errorf("%s: %+v", r[4], l.Nouns[strings.ToLower(noun)])
		}
	}
}

// TestGiven runs the example of each row: "Goran: he, not she".
func TestGiven(t *testing.T) {
	l, err := Of("en")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Table("en", "given", 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		name, rest, _ := strings.Cut(strings.ToLower(r[2]), ": ")
		yes, no, ok := strings.Cut(rest, ", not ")
		if !ok || !slices.Contains(strings.Fields(r[0]), name) {
			t.Errorf("%q is no example of its row", r[2])
		}
		if g := l.Given[name]; l.Pronouns[yes].Gender != g || l.Pronouns[no].Gender == g {
			t.Errorf("%s: %c", r[2], g)
		}
	}
}

// TestKinds runs the example of each row: "ECOWAS => bloc".
func TestKinds(t *testing.T) {
	l, err := Of("en")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Table("en", "kinds", 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(rows, []string{"", "", "L", "United States => country"}, []string{"", "", "L", "Niamey => capital"}) {
		name, noun, _ := strings.Cut(r[3], " => ")
		if key := plain(name); !slices.Contains(l.Kinds[key], noun) || l.Known[key] != r[2][0] {
			t.Errorf("%s: %q, %c", r[3], l.Kinds[key], l.Known[key])
		}
	}
	if l.Usual["us"] != "united states" || l.Usual["usa"] != "united states" {
		t.Errorf("the US is %q", l.Usual["us"])
	}
}
