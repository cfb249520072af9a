package parse

import "testing"

func TestScript(t *testing.T) {
	for _, c := range []struct{ form, lemma, script string }{
		{"Cities", "city", "low-ies+y"},
		{"said", "say", "low-id+y"},
		{"was", "be", "low-was+be"},
		{"Niger", "Niger", "asis-+"},
		{"NIGER", "Niger", "title-+"},
		{"The", "the", "low-+"},
		{"Élus", "élu", "low-s+"},
		{"n't", "not", "low-'t+ot"},
	} {
		script := Script(c.form, c.lemma)
		if script != c.script {
			t.Errorf("%s → %s: script %q, want %q", c.form, c.lemma, script, c.script)
		}
		if got, ok := Rewrite(script, c.form); !ok || got != c.lemma {
			t.Errorf("%s by %q is %q (%v), want %q", c.form, script, got, ok, c.lemma)
		}
	}
}

func TestRewriteRefusesWhatDoesNotFit(t *testing.T) {
	for _, c := range []struct{ script, form string }{
		{"low-ies+y", "dog"}, {"low-dog+", "dog"}, {"low-", "dog"}, {"up-+", "dog"}, {"", "dog"},
	} {
		if lemma, ok := Rewrite(c.script, c.form); ok {
			t.Errorf("%q fits %q and gives %q", c.script, c.form, lemma)
		}
	}
}

func FuzzScript(f *testing.F) {
	f.Add("Cities", "city")
	f.Add("\xff\xfea", "\xffb")
	f.Add("İstanbul", "istanbul")
	f.Fuzz(func(t *testing.T, form, lemma string) {
		if got, ok := Rewrite(Script(form, lemma), form); ok && got != lemma {
			t.Errorf("%q by %q is %q, want %q", form, Script(form, lemma), got, lemma)
		}
	})
}
