package word

import (
	"testing"

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
