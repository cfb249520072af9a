package when

import (
	"strings"

	"griot"
	"griot/text"
)

// interval is expression i as the date of an act: bounded by its preposition
// and, for what has happened, by the day of publication.
func (t *Times) interval(i, head int, odds float64, how string) griot.Interval {
	iv := t.All[i].Interval
	pub := t.doc.Report.Published
	iv.Reason = how + ": " + iv.Reason
	if !iv.Known() {
		iv.Odds = 0
		return iv
	}
	iv.Odds = odds * max(iv.Odds, 0.5)
	if first, last, ok := t.span(i); ok {
		iv.From, iv.To, iv.Words = t.All[first].Interval.From, t.All[last].Interval.To, t.words(first, last)
		return iv
	}
	switch t.mounts[i].prep {
	case "since":
		iv.To = max(iv.To, pub)
	case "until", "till":
		iv.From = 0
	case "before":
		iv.From, iv.To = 0, iv.From-1
	case "after":
		iv.From, iv.To = iv.To, 0
	case "by":
		if iv.From > pub && pub.Known() {
			iv.From = pub
		} else {
			iv.From = 0
		}
	}
	if pub.Known() && iv.From <= pub && iv.To > pub && t.past(head) {
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

// ahead tells whether a trigger is still to come: it has a modal, or is an
// infinitive.
func (t *Times) ahead(head int) bool {
	if t.helper(head, "will", "'ll", "wo", "would", "shall", "can", "could", "may", "might", "should", "must") != "" {
		return true
	}
	c := t.doc.Child(head, "mark")
	return c >= 0 && strings.EqualFold(t.doc.Tokens[c].Form, "to")
}

// passage is the day that the paragraph of a trigger has come to: the last day
// before the trigger that dates an act there, not its report.
func (t *Times) passage(head int) int {
	d := t.doc
	if !t.told(head) || t.in(head, "REPORT") {
		return -1
	}
	para := d.Sentences[d.Tokens[head].Sentence].Paragraph
	pub := d.Report.Published
	near := t.around(head)
	for k := len(near) - 1; k >= 0; k-- {
		i := near[k]
		m := &t.mounts[i]
		if t.All[i].Start > d.Tokens[head].Start || m.head < 0 || !t.dates(i) || m.kept {
			continue
		}
		if d.Sentences[m.sentence].Paragraph != para {
			return -1
		}
		iv := t.All[i].Interval
		if !iv.Known() || t.All[i].Type == "DURATION" || iv.To-iv.From > 7 || pub.Known() && iv.From > pub {
			continue
		}
		if m.verb >= 0 && t.in(m.verb, "REPORT") {
			continue
		}
		return i
	}
	return -1
}

// leads is how many paragraphs of the body, from the first, tell the news of
// the day.
const leads = 4

// byPublication dates an act that nothing dates. The first paragraphs of a
// report tell, in the simple past, what happened on the day it was published or
// the day before; in the perfect ("has recalled"), what happened within the
// week. What stands further below stays undated.
func (t *Times) byPublication(head int) griot.Interval {
	pub := t.doc.Report.Published
	switch {
	case !pub.Known():
		return none("nothing in the text dates it, and the report has no date")
	case !t.lead(head) || !t.told(head):
		return none("nothing in the text dates it")
	case t.helper(head, "has", "have", "'s", "'ve") != "":
		return griot.Interval{
			From: pub - 6, To: pub, Basis: griot.BasisPublished, Odds: 0.35,
			Reason: "undated, in the perfect, in a report published on " + pub.String() + ": within the week",
		}
	}
	return griot.Interval{
		From: pub - 1, To: pub, Basis: griot.BasisPublished, Odds: 0.45,
		Reason: "undated news of a report published on " + pub.String() + ": that day or the day before",
	}
}

// told tells whether a trigger is told as something that came about: a verb in
// the past or the perfect, any verb of a heading, or a noun that
// does or undergoes what such a verb says.
func (t *Times) told(head int) bool {
	tok := t.doc.Tokens[head]
	if tok.Is("acl") || tok.Is("amod") || tok.Is("advcl") || tok.Is("xcomp") {
		return false
	}
	switch tok.XPOS {
	case "VBD", "VBN":
		return true
	case "VBZ", "VBP":
		return t.doc.Kind(head) == griot.Heading
	}
	return tok.UPOS == "NOUN" && tok.Head >= 0 && t.doc.Tokens[tok.Head].UPOS == "VERB" && t.told(tok.Head) &&
		(tok.Is("nsubj") || t.in(tok.Head, "CARRY"))
}

// lead tells whether a token stands in one of the first paragraphs of the body
// or in a heading.
func (t *Times) lead(head int) bool {
	return t.doc.Kind(head) == griot.Heading || t.doc.Sentences[t.doc.Tokens[head].Sentence].Paragraph < t.leadEnd
}

// leadParagraphs is the paragraph after the last of those that lead tells of.
func leadParagraphs(d *text.Doc) int {
	bodies := 0
	for p := range d.Paragraphs {
		if d.Paragraphs[p].Kind == griot.Body {
			bodies++
		}
		if bodies > leads {
			return p
		}
	}
	return len(d.Paragraphs)
}
