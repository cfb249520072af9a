package when

import (
	"math"
	"strings"

	"griot"
)

// interval is a clue as the date of an act: bounded by its preposition and, for
// what has happened, by the day of publication.
func (t *Times) interval(head int, c clue) griot.Interval {
	i := c.at
	iv := t.All[i].Interval
	pub := t.doc.Report.Published
	iv.Reason = c.how + ": " + iv.Reason
	if !iv.Known() {
		iv.Odds = 0
		return iv
	}
	iv.Odds = math.Round(100*c.odds*max(iv.Odds, 0.5)) / 100
	if first, last, ok := t.span(i); ok {
		iv.From, iv.To, iv.Words = t.All[first].Interval.From, t.All[last].Interval.To, t.words(first, last)
		return iv
	}
	prep := t.mounts[i].prep
	if t.All[i].Type == "TIME" && (prep == "before" || prep == "after" || prep == "by") {
		prep = "" // an hour later it is the same day
	}
	switch prep {
	case "since":
		iv.To = max(iv.To, pub)
		if !pub.Known() {
			iv.To = 0
		}
	case "until", "till":
		iv.From = 0
	case "before", "by":
		switch {
		case pub.Known() && iv.To > pub:
			iv.From = pub // still to come
		case prep == "before":
			iv.From, iv.To = 0, iv.From-1
		default:
			iv.From = 0
		}
	case "after":
		iv.From, iv.To = iv.To, 0
	}
	if pub.Known() && iv.From <= pub && (iv.To > pub || !iv.To.Known()) && t.past(head) && prep != "by" {
		iv.To = pub
	}
	return iv
}

// span finds the other end of an expression that is one end of a span: "from
// 2010 to 2012", "between May and July".
func (t *Times) span(i int) (first, last int, ok bool) {
	for _, k := range []int{i, i - 1} {
		if k < 0 || k+1 >= len(t.All) || t.mounts[k].sentence != t.mounts[k+1].sentence {
			continue
		}
		joint := strings.TrimSpace(t.doc.Report.Text[t.All[k].End:t.All[k+1].Start])
		switch prep := t.mounts[k].prep; {
		case prep == "from" && (joint == "to" || joint == "until" || joint == "through" || joint == "till"),
			prep == "between" && joint == "and", joint == "-", joint == "\u2013":
			a, b := t.All[k].Interval, t.All[k+1].Interval
			return k, k + 1, a.From.Known() && b.To.Known() && a.From <= b.To
		}
	}
	return 0, 0, false
}

func (t *Times) words(first, last int) string {
	return t.doc.Report.Text[t.All[first].Start:t.All[last].End]
}

// past tells whether a trigger is in a past tense.
func (t *Times) past(head int) bool {
	tok := t.doc.Tokens[head]
	return tok.XPOS == "VBD" || tok.XPOS == "VBN" && !t.ahead(head)
}

// pluperfect tells whether a trigger lies before the time its passage tells of:
// "had seized".
func (t *Times) pluperfect(head int) bool {
	return t.helper(head, "had", "'d") != "" && t.helper(head, "would", "could") == ""
}

// earlier tells whether a pluperfect takes an act back behind the news. In the
// words of a speaker it does not: "the ministry said he had been killed" tells
// what the ministry put as "he was killed". What goes with such an act is as old.
func (t *Times) earlier(head int) bool {
	head = t.alongWith(head)
	if !t.pluperfect(head) {
		return false
	}
	tok := t.doc.Tokens[head]
	if tok.Head < 0 || !t.content(head) || !t.in(tok.Head, "REPORT") {
		return true
	}
	spoken := t.doc.Tokens[t.alongWith(tok.Head)].XPOS // "gave the answer, telling them that it had been banned"
	return spoken != "VBD"
}

// alongWith is the verb that one in -ing goes with, "fought, killing several", or
// the verb itself.
func (t *Times) alongWith(verb int) int {
	for range steps {
		if tok := t.doc.Tokens[verb]; tok.Head < 0 || !tok.Is("advcl") || tok.XPOS != "VBG" || !t.alongside(verb) {
			break
		}
		verb = t.doc.Tokens[verb].Head
	}
	return verb
}

// content tells whether a clause says what somebody said; trees take one that
// follows at a distance for a setting, "announced on Friday that they had fled",
// and at times one that comes first, "they fled, a witness said".
func (t *Times) content(verb int) bool {
	tok := t.doc.Tokens[verb]
	first := tok.Head > verb && t.in(tok.Head, "REPORT") && t.past(verb) && t.doc.Child(verb, "mark", "advmod") < 0
	return tok.Is("ccomp") || tok.Is("parataxis") || tok.Is("advcl") && (t.says(verb, "that") || first)
}

// ahead tells whether a trigger is still to come: it has a modal, or is an
// infinitive.
func (t *Times) ahead(head int) bool {
	if t.helper(head, "will", "'ll", "wo", "would", "shall", "can", "could", "may", "might", "should", "must") != "" {
		return true
	}
	tok := t.doc.Tokens[head]
	if tok.Is("xcomp") && tok.Head >= 0 && tok.Head < head && t.in(tok.Head, "PHASE") { // "had begun to deploy"
		return t.ahead(tok.Head)
	}
	c := t.doc.Child(head, "mark")
	return c >= 0 && strings.EqualFold(t.doc.Tokens[c].Form, "to")
}
