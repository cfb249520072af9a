package eval

import (
	"slices"
	"strings"

	"griot/text"
)

// irrelevant tells a deed that the rules of MUC-4 leave out: one among the armed,
// one long past, one that sums up many, and what goes on in general.
func (s *mucScene) irrelevant(d mucDeed) bool {
	return battles[d.frame.Lemma] || s.habitual(d.head) || s.old(&d) || s.vague(&d) || d.typ != "KIDNAPPING" && s.military(&d)
}

// habitual tells an act in the present tense.
func (s *mucScene) habitual(head int) bool {
	t := s.doc.Tokens[head]
	return (t.XPOS == "VBZ" || t.XPOS == "VBP" && !unchanged[t.Lemma]) && s.doc.Child(head, "aux", "aux:pass") < 0
}

// unchanged are verbs whose past looks like their present.
var unchanged = map[string]bool{"set": true, "hit": true, "put": true, "cut": true, "burst": true, "beat": true}

// recent is for how many days before its document an incident is of interest.
const recent = 61

// old tells a deed of which the text says that it was long before the document.
func (s *mucScene) old(d *mucDeed) bool {
	published := s.doc.Report.Published
	return published.Known() && dated(d) && d.day.To.Known() && published-d.day.To > recent
}

// military tells a deed that hit only those who bear arms and what is theirs: whom
// soldiers fight, and whom rebels fight in arms.
func (s *mucScene) military(d *mucDeed) bool {
	armed := false
	for _, k := range d.on {
		switch {
		case s.armed(k):
			armed = true
		case !counts(s.doc.Tokens[k]):
			return false
		}
	}
	return armed
}

// counts tells a word that only counts others, "several", of the sort told before.
func counts(t text.Token) bool {
	return t.UPOS == "NUM" || slices.Contains([]string{"several", "other", "number", "many", "some", "dozen"}, strings.ToLower(t.Lemma))
}

// armed tells whether the phrase that token k heads is of those who bear arms.
func (s *mucScene) armed(k int) bool {
	span := s.doc.Span(s.phrase(k))
	return soldiery.MatchString(s.doc.Report.Text[span.Start:span.End]) ||
		slices.ContainsFunc(orgsIn(s.orgs, span.Start, span.End), func(o mucOrg) bool { return !o.state })
}

// vague tells a deed that sums up many: done to hundreds, or to all there are.
func (s *mucScene) vague(d *mucDeed) bool {
	return len(d.on) > 0 && !slices.ContainsFunc(d.on, func(k int) bool { return !s.summed(k) })
}

// summed tells whether token k heads a phrase of a hundred or more, or of a whole
// that no incident hits: "the population", "the economy".
func (s *mucScene) summed(k int) bool {
	number := s.doc.Child(k, "nummod")
	switch lemma := s.doc.Tokens[k].Lemma; {
	case lemma == "thousand", lemma == "hundred", lemma == "dozen":
		return true
	case number < 0:
		return wholes[lemma]
	}
	n := s.doc.Tokens[number]
	return hundreds(n.Form) || n.Lemma == "thousand" || n.Lemma == "hundred" && s.doc.Child(number, "compound") >= 0
}

// wholes are words for all of a people or a land.
var wholes = map[string]bool{"population": true, "people": true, "country": true, "nation": true, "area": true, "economy": true, "society": true,
	"infrastructure": true, "community": true, "democracy": true, "region": true, "territory": true, "humanity": true, "property": true,
	"citizen": true, "target": true}

// hundreds tells a number of three digits or more.
func hundreds(form string) bool {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, form)
	return len(digits) > 2 && digits[0] != '0'
}
