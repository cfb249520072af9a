package word

import (
	"strings"
	"testing"

	"griot/data"
	"griot/text"
)

func TestEntry(t *testing.T) {
	b, err := New([]string{"write", "decline", "deny", "beg", "warn", "insist", "die", "hope"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ form, lemma, want string }{
		{"wrote", "wrote", "write"},
		{"declined", "declin", "decline"},
		{"denies", "denie", "deny"},
		{"begging", "begg", "beg"},
		{"Warned", "warn", "warn"},
		{"insisted", "insiste", "insist"},
		{"dying", "dying", "die"},
		{"hoped", "hop", "hope"},
		{"walked", "walke", "walke"},
	} {
		if got := b.Entry(&text.Token{Form: c.form, Lemma: c.lemma}); got != c.want {
			t.Errorf("%s is a form of %s, want %s", c.form, got, c.want)
		}
	}
}

// TestIrregular looks up every form in the table of irregular verbs.
func TestIrregular(t *testing.T) {
	rows, err := data.CueRows("irregular", "verb", "forms")
	if err != nil {
		t.Fatal(err)
	}
	var verbs []string
	for _, row := range rows {
		verbs = append(verbs, row[0])
	}
	b, err := New(verbs)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, form := range strings.Fields(row[1]) {
			if got := b.Entry(&text.Token{Form: form, Lemma: "?"}); got != row[0] {
				t.Errorf("%s is a form of %s, want %s", form, got, row[0])
			}
		}
	}
}
