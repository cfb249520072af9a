package parse

import (
	"strings"
	"testing"

	"griot/text"
)

func TestTitlesAreNoPartOfNames(t *testing.T) {
	rows, err := readTitles()
	if err != nil {
		t.Fatal(err)
	}
	m := &Model{titles: titles(rows)}
	for _, r := range rows {
		d := document(r.example + " spoke .")
		n := len(strings.Fields(r.example))
		for i := range n {
			d.Tokens[i].UPOS = "PROPN"
			if d.Tokens[i].Form == "of" {
				d.Tokens[i].UPOS = "ADP"
			}
		}
		f, ok := m.trimmed(d, found{Name: text.Name{Range: text.Range{First: 0, End: n}, Type: "PER"}})
		if got := d.Words(f.Range); !ok || got != r.name {
			t.Errorf("%s: the name in %q is %q, want %q", r.word, r.example, got, r.name)
		}
		if !m.isTitle(r.word) {
			t.Errorf("%s is no title", r.word)
		}
	}
}

func TestNamesAgreeOverAReport(t *testing.T) {
	d := document("Amina Sow met Lome 's mayor .", "Sow left .", "Critics of Sow and FRANCE cheered .")
	for _, i := range []int{0, 1, 3, 7, 12, 14} {
		d.Tokens[i].UPOS = "PROPN"
	}
	name := func(first, end int, typ string, f fit) found {
		return found{text.Name{Range: text.Range{First: first, End: end}, Type: typ}, f}
	}
	m := &Model{lexicon: NewLexicon(nil, nil, nil), names: map[string]fit{"France": {2: 1000}}}
	m.settle(d, []found{
		name(0, 2, "PER", fit{5000, 100, 100, 0}),
		name(3, 4, "LOC", fit{0, 0, 900, 0}),
		name(7, 8, "LOC", fit{900, 0, 1000, 0}), // the surname of Amina Sow
	})
	var got []string
	for _, n := range d.Names {
		got = append(got, d.Words(n.Range)+" "+n.Type)
	}
	if want := "Amina Sow PER, Lome LOC, Sow PER, Sow PER, FRANCE LOC"; strings.Join(got, ", ") != want {
		t.Errorf("names %q, want %q", got, want)
	}
}

func TestKnownNamesAreWhole(t *testing.T) {
	d := document("The Bank of West Azania met Azania 's president .")
	for _, i := range []int{1, 3, 4, 6} {
		d.Tokens[i].UPOS = "PROPN"
	}
	name := func(first, end int, typ string, f fit) found {
		return found{text.Name{Range: text.Range{First: first, End: end}, Type: typ}, f}
	}
	m := &Model{lexicon: NewLexicon(nil, nil, nil), names: map[string]fit{"Bank of West Azania": {1: 500}, "Azania": {2: 500}}}
	m.settle(d, []found{
		name(3, 5, "LOC", fit{0, 0, 900, 0}),
		name(6, 7, "PER", fit{1200, 0, 300, 0}), // a country that somebody is said to be of
	})
	var got []string
	for _, n := range d.Names {
		got = append(got, d.Words(n.Range)+" "+n.Type)
	}
	if want := "Bank of West Azania ORG, Azania LOC"; strings.Join(got, ", ") != want {
		t.Errorf("names %q, want %q", got, want)
	}
}

func TestWhatIsNoName(t *testing.T) {
	m := &Model{titles: map[string]bool{"president": true, "prime": true, "minister": true}}
	for _, c := range []struct {
		sentence, upos, typ string
		want                bool
	}{
		{"President Trump spoke", "PROPN PROPN VERB", "PER", true},
		{"President spoke", "PROPN VERB", "MISC", false},
		{"Junta said", "NOUN VERB", "PER", false},
		{"ECOWAS said", "NOUN VERB", "ORG", true},
		{"tampa is hot", "PROPN AUX ADJ", "LOC", true},
		{"We like tampa", "PRON VERB PROPN", "LOC", true},
		{"We like ada", "PRON VERB PROPN", "PER", false},
		{"Prime Minister spoke", "PROPN PROPN VERB", "ORG", false},
	} {
		d := document(c.sentence)
		first, end := -1, 0
		for i, u := range strings.Fields(c.upos) {
			d.Tokens[i].UPOS = u
			if u == "PROPN" || u == "NOUN" {
				end = i + 1
				if first < 0 {
					first = i
				}
			}
		}
		if _, ok := m.trimmed(d, found{Name: text.Name{Range: text.Range{First: first, End: end}, Type: c.typ}}); ok != c.want {
			t.Errorf("%q is a name: %v, want %v", c.sentence, ok, c.want)
		}
	}
}

func TestGivenNamesLeanToPersons(t *testing.T) {
	m := &Model{given: map[string]byte{"aida": 'f'}}
	for _, x := range []struct {
		words string
		fit   fit
		want  string
	}{
		{"Aida Serik", fit{1000, 2000, 0, 0}, "PER"},
		{"Aida Serik", fit{0, 20000, 0, 0}, "ORG"}, // much speaks against it
		{"Delta Serik", fit{1000, 2000, 0, 0}, "ORG"},
	} {
		f := found{text.Name{Range: text.Range{First: 0, End: 2}, Type: "ORG"}, x.fit}
		if got := m.leaning(document(x.words+" spoke ."), f).Type; got != x.want {
			t.Errorf("%s with %v is %s, want %s", x.words, x.fit, got, x.want)
		}
	}
}

func TestNamesThatTellWhatBodyTheyAre(t *testing.T) {
	rows, err := readBodies()
	if err != nil {
		t.Fatal(err)
	}
	m := &Model{bodies: bodies(rows)}
	for _, row := range rows {
		n := len(strings.Fields(row[1]))
		f := found{text.Name{Range: text.Range{First: 0, End: n}, Type: "PER"}, fit{1000, 0, 0, 0}}
		if got := m.leaning(document(row[1]+" grew ."), f).Type; got != "ORG" {
			t.Errorf("%s: %s is %s, want ORG", row[0], row[1], got)
		}
		f.End = 1
		if got := m.leaning(document(row[1]+" grew ."), f).Type; got != "PER" {
			t.Errorf("%s: the first word of %s alone is %s", row[0], row[1], got)
		}
	}
}

func TestTagsCountInNames(t *testing.T) {
	words := []text.Token{{UPOS: "PROPN"}, {UPOS: "NOUN"}, {UPOS: "ADP"}}
	scores := make([]int32, len(words)*NameLabels)
	heed(words, scores)
	for i, want := range []int32{-tagWeight, tagWeight, 0} {
		if got := scores[i*NameLabels+outside]; got != want {
			t.Errorf("outside all names, %s scores %d, want %d", words[i].UPOS, got, want)
		}
	}
}

func TestAWordOfCapitalsIsNoPerson(t *testing.T) {
	m := &Model{given: map[string]byte{"anna": 1}}
	per, org := typeOf(NameLabel("PER", 0, 1)), typeOf(NameLabel("ORG", 0, 1))
	for sentence, want := range map[string]string{
		"HANO met donors .": "ORG",
		"HANO MET DONORS .": "PER",
		"ANNA met donors .": "PER",
		"Hano met donors .": "PER",
	} {
		d := document(sentence)
		d.Tokens[1].UPOS = "VERB"
		f := found{Name: text.Name{Range: text.Range{End: 1}, Type: "PER"}}
		f.fit[per], f.fit[org] = acronymWeight/2, 0
		if got := m.leaning(d, f).Type; got != want {
			t.Errorf("%s: %s, want %s", sentence, got, want)
		}
	}
}

func TestKnownPhrasesAreWhatTheyAre(t *testing.T) {
	known, err := knownNames()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Boko Haram": "ORG", "United Arab Emirates": "LOC", "South Korean": "MISC"} {
		if f := known[name]; bestFit(f) != want || f[typeOf(NameLabel(want, 0, 1))] != phraseWeight {
			t.Errorf("%s: %v", name, f)
		}
	}
}
