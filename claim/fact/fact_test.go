package fact

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/claim/claimtest"
	"griot/data"
	"griot/text"
)

// find is the token of the form, or −1.
func find(doc *text.Doc, form string) int {
	for i, t := range doc.Tokens {
		if t.Form == form {
			return i
		}
	}
	return -1
}

// TestExamples runs the example of every row of the tables of factuality.
func TestExamples(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []struct {
		name    string
		columns []string
	}{
		{"attitudes", []string{"class", "lemmas", "takes", "example", "yields"}},
		{"marks", []string{"place", "words", "value", "status", "example", "yields"}},
	} {
		rows, err := data.CueRows(table.name, table.columns...)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			check(t, j, row[len(row)-2], row[len(row)-1])
		}
	}
}

// TestClasses makes sure that every class of predicates has a row, whose example
// runs.
func TestClasses(t *testing.T) {
	classes, err := data.CueRows("classes", "class", "value", "status", "denied_value", "denied_status", "note")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.CueRows("attitudes", "class", "lemmas", "takes", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		if !slices.ContainsFunc(rows, func(row []string) bool { return row[0] == c[0] }) {
			t.Errorf("no row of attitudes is of class %s", c[0])
		}
	}
}

// check judges an example; want is a word of it and its status.
func check(t *testing.T, j *Judge, example, want string) {
	t.Helper()
	form, status, _ := strings.Cut(want, " ")
	doc := claimtest.Doc(t, example)
	i := find(doc, form)
	if i < 0 {
		t.Errorf("%q has no word %q", example, form)
		return
	}
	if v := j.Of(doc, i); v.Status != griot.Status(status) {
		t.Errorf("%q: %s %s by %s, want %s", example, form, v.Status, v.Rule, status)
	}
}

func TestStories(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Insurgents killed 17 soldiers near Torodi.", "killed happened"},
		{"The ministry said insurgents had killed 17 soldiers.", "killed happened"},
		{"The leaders announced they were withdrawing the ambassadors.", "withdrawing announced"},
		{"Supporters said that they would register volunteers.", "register announced"},
		{"The army denied killing civilians.", "killing denied"},
		{"The president has refused to resign.", "resign denied"},
		{"The two armies are fighting in the capital.", "fighting ongoing"},
		{"The bloc will impose sanctions if the junta does not yield.", "impose conditional"},
		{"The bloc urged the junta to release the president.", "release demanded"},
		{"The general did not attack the palace.", "attack denied"},
		{"If rebels attack the town, people will flee.", "attack conditional"},
		{"The union called off the strike.", "strike denied"},
		{"Who attacked the convoy?", "attacked possible"},
		{"The minister managed to leave the country.", "leave happened"},
		{"The chiefs are to blame for the defeat.", "blame happened"},
		{"The chiefs of the armies are to meet in Ghana on Thursday.", "meet announced"},
		{"The envoy reportedly met the general.", "met happened"},
		{"The bank was the first to fail.", "fail happened"},
		{"It is the only way to end the war.", "end possible"},
		{"The rebels would like to meet the general.", "meet possible"},
		{"The palace made no mention of whether he is still detained.", "detained possible"},
		{"Kenya said it would open the border once the rebels had left the town.", "left conditional"},
		{"The editor has been detained for two weeks.", "detained ongoing"},
		{"The editor has been detained for fraud.", "detained happened"},
		{"“Not a single police officer has ever been prosecuted,” the founder said.", "prosecuted denied"},
		{"The talks have been held in Ghana.", "held happened"},
		{"Kenya opened the border once the rebels had left the town.", "left happened"},
	} {
		check(t, j, c.text, c.want)
	}
}

func TestBackground(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"Soldiers overthrew the president in 2010.", "overthrew", true},
		{"Rebels attacked the town three years ago.", "attacked", true},
		{"In recent years militants have killed thousands of people.", "killed", true},
		{"The region has seen numerous coups in recent years including in Mali.", "seen", true},
		{"Rebels attacked the town on Tuesday.", "attacked", false},
		{"The ministry said rebels had attacked the town.", "attacked", false},
		{"Rebels had attacked the town on Monday.", "attacked", false},
	} {
		doc := claimtest.Doc(t, c.text)
		doc.Report.Published = griot.NewDay(2023, 8, 4)
		if got := j.Of(doc, find(doc, c.word)).Background; got != c.want {
			t.Errorf("%q: background %v, want %v", c.text, got, c.want)
		}
	}
}

// TestDeep makes sure that a tree as deep as its sentence is long is judged in
// bounded time, and that a cycle in the heads cannot hang the judge.
func TestDeep(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const n = 50000
	doc := &text.Doc{Paragraphs: []text.Paragraph{{Kind: griot.Body}}}
	for i := range n {
		doc.Tokens = append(doc.Tokens, text.Token{Form: "say", Lemma: "say", UPOS: "VERB", XPOS: "VB", Head: i - 1, Rel: "ccomp"})
	}
	doc.Sentences = []text.Sentence{{Range: text.Range{End: n}}}
	doc.Link()
	if v := j.Of(doc, n-1); v.Status == "" {
		t.Error("no verdict")
	}
	doc.Tokens[0].Head = 1
	j.Of(doc, n-1)
	j.Of(doc, 0)
}
