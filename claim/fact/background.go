package fact

import "strconv"

// background tells whether the act lies well before the story: a time phrase on
// its clause says so ("in 2015", "years ago", "in recent years"). The past
// perfect alone does not: reports tell of this morning in it.
func (w walk) background(head int, path []int) bool {
	for _, i := range path {
		if w.longAgo(i) {
			return true
		}
		if t := w.doc.Tokens[i]; t.Is("acl:relcl") || t.Is("ccomp") || t.Is("advcl") || t.Is("parataxis") {
			break
		}
	}
	return w.history(head)
}

// history tells whether the sentence opens with the words of a look back: "In
// recent years", "Over the past decade".
func (w walk) history(head int) bool {
	s := w.doc.Sentences[w.doc.Tokens[head].Sentence].Range
	back := false
	for i := s.First; i < min(s.First+5, s.End); i++ {
		switch w.lemma(i) {
		case "recent", "past", "previous", "earlier":
			back = true
		case "year", "decade", "century":
			return back
		}
	}
	return false
}

// longAgo tells whether a time phrase on token i points far back.
func (w walk) longAgo(i int) bool {
	for k := range w.doc.Children(i) {
		t := w.doc.Tokens[k]
		if !t.Is("obl") && !t.Is("advmod") && !t.Is("nmod") {
			continue
		}
		if y, err := strconv.Atoi(t.Form); err == nil && len(t.Form) == 4 && y >= 1000 {
			published, _, _ := w.doc.Report.Published.Date()
			if !w.doc.Report.Published.Known() || y < published {
				return y < 2100
			}
		}
		if w.distant(k) {
			return true
		}
	}
	return false
}

// distant tells whether a phrase such as "three years ago" or "in recent
// decades" hangs on token k.
func (w walk) distant(k int) bool {
	unit := w.lemma(k)
	adverb := unit == "ago" // "three years ago": the unit stands under it
	ago := adverb
	for m := range w.doc.Children(k) {
		word := w.lemma(m)
		if adverb {
			unit = word
		}
		switch word {
		case "ago", "recent", "past", "last", "previous", "earlier":
			ago = true
		}
	}
	switch unit {
	case "year", "decade", "century", "generation":
		return ago
	}
	return false
}
