package said

// addressee is who is spoken to by the cue i, as the rows of data/cues/addressees
// tell: "told reporters", "called on the junta", "said to her voters"; −1 when
// the text does not say.
func (f *finder) addressee(i int) int {
	lemma := f.words.Entry(&f.doc.Tokens[i])
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		place := ""
		switch {
		case t.Is("obj"), t.Is("iobj"), t.Rel == "nsubj:pass":
			place = "object"
		case t.Is("obl"), t.Is("nmod"):
			place = caseOf(f.doc, k)
			if m := f.doc.Child(k, "mark"); place == "" && m >= 0 {
				place = f.doc.Tokens[m].Lemma // "said to reporters", with "to" taken for a mark
			}
		}
		if place != "" && f.hearers[use{lemma, "verb", place}] && f.hears(k) {
			return k
		}
	}
	return -1
}

// hears tells whether the phrase headed by token k may be spoken to: no day, and
// nothing that is said itself.
func (f *finder) hears(k int) bool {
	t := f.doc.Tokens[k]
	return (nominal(f.doc, k) || t.UPOS == "PRON") && !weekday(t.Form) && !occasions[t.Lemma] && t.XPOS != "WDT" && t.XPOS != "WP"
}

// person tells whether the object of a verb of speech is who it is said to.
func (f *finder) person(k int) bool {
	return f.doc.Tokens[k].UPOS == "PROPN" || f.doc.Tokens[k].UPOS == "PRON" ||
		f.hearers[use{f.words.Entry(&f.doc.Tokens[f.doc.Tokens[k].Head]), "verb", "object"}]
}
