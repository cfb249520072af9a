package when

import (
	"math"
	"strings"

	"griot"
	"griot/text"
)

// byPassage dates an act by the day its paragraph has come to.
func (t *Times) byPassage(head int) (griot.Interval, bool) {
	if !t.told(head) || t.earlier(head) || t.perfect(head) || t.in(head, "REPORT") {
		return griot.Interval{}, false
	}
	i := t.before(head, func(i int) bool {
		iv := t.All[i].Interval
		verb := t.mounts[i].verb
		return iv.Known() && iv.To-iv.From <= week && !t.later(iv) && (verb < 0 || !t.in(verb, "REPORT"))
	})
	if i < 0 {
		return griot.Interval{}, false
	}
	iv := t.interval(head, clue{i, 0.4, "the day the paragraph tells of"})
	iv.Basis = griot.BasisAnaphora
	return iv, true
}

const week = 7 // days

// byClause dates an act in a clause of time by the act it goes with: "they shut
// the border on Friday after a soldier was killed", "when youths threw stones".
// What comes after another act may be a day older, what comes before another
// leaves that one a day more.
func (t *Times) byClause(head int) (griot.Interval, bool) {
	node := head
	for range steps {
		tok := t.doc.Tokens[node]
		if tok.Head < 0 || !tok.Is("conj") {
			break
		}
		node = tok.Head
	}
	tok := t.doc.Tokens[node]
	older, newer := t.says(node, "after", "once"), t.says(node, "before") && t.past(node)
	if tok.Head < 0 || !tok.Is("advcl") && tok.Rel != "acl:relcl" || !older && !newer && !t.says(node, "when", "while", "as") {
		return griot.Interval{}, false
	}
	up := tok.Head
	if t.sofar(head, node) {
		return t.justNow("news that something to come follows"), true
	}
	if u := t.doc.Tokens[up].UPOS; u != "VERB" && u != "ADJ" || t.ahead(up) || t.ahead(head) {
		return griot.Interval{}, false
	}
	iv := t.Of(up)
	if !iv.Known() {
		return griot.Interval{}, false
	}
	switch {
	case iv.To-iv.From > week: // the year that both lie in
	case older && iv.From == iv.To:
		iv.From--
	case newer && iv.To < t.doc.Report.Published:
		iv.To++
	}
	iv.Basis, iv.Reason, iv.Odds = griot.BasisAnaphora, "in a clause of time with what has this date: "+iv.Reason, math.Round(60*iv.Odds)/100
	return iv, true
}

// sofar tells whether a clause of a leading paragraph says after what something is
// to come: "is to appear in court after he was arrested".
func (t *Times) sofar(head, clause int) bool {
	up := t.doc.Tokens[clause].Head
	return t.says(clause, "after") && t.past(head) && !t.earlier(head) && t.lead(head) && t.doc.Report.Published.Known() &&
		t.ahead(up) && t.helper(up, "would", "could", "may", "might") == ""
}

// justNow is the day of publication and the one before.
func (t *Times) justNow(reason string) griot.Interval {
	pub := t.doc.Report.Published
	return griot.Interval{From: pub - 1, To: pub, Basis: griot.BasisPublished, Odds: 0.3,
		Reason: reason + ", in a report published on " + pub.String() + ": that day or the day before"}
}

// byChoice dates an act that somebody chose to do by the choice: "decided to
// close the border" on the day it was closed, unless another is said.
func (t *Times) byChoice(head int) (griot.Interval, bool) {
	tok := t.doc.Tokens[head]
	if !tok.Is("xcomp") || tok.Head < 0 || !t.in(tok.Head, "CHOOSE") || t.ahead(tok.Head) {
		return griot.Interval{}, false
	}
	iv := t.Of(tok.Head)
	if !iv.Known() {
		return griot.Interval{}, false
	}
	iv.Odds, iv.Reason = math.Round(80*iv.Odds)/100, "it was chosen then: "+iv.Reason
	return iv, true
}

// later tells whether days lie after the publication.
func (t *Times) later(iv griot.Interval) bool {
	pub := t.doc.Report.Published
	return pub.Known() && iv.From > pub
}

// before is the last expression before a trigger, in its paragraph, that dates
// an act and that fits; -1 when there is none.
func (t *Times) before(head int, fits func(i int) bool) int {
	d := t.doc
	para := d.Sentences[d.Tokens[head].Sentence].Paragraph
	near := t.around(head)
	for k := len(near) - 1; k >= 0; k-- {
		i := near[k]
		m := &t.mounts[i]
		if t.All[i].Start > d.Tokens[head].Start || m.head < 0 {
			continue
		}
		if d.Sentences[m.sentence].Paragraph != para {
			return -1
		}
		if t.dates(i) && t.All[i].Type != "DURATION" && !m.kept && fits(i) {
			return i
		}
	}
	return -1
}

// byReport bounds an act by the day on which somebody said it, or else by the day
// its paragraph has come to: what was said on Thursday happened by Thursday.
func (t *Times) byReport(head int) (griot.Interval, bool) {
	verb := head
	for range steps {
		tok := t.doc.Tokens[verb]
		if tok.Head < 0 {
			return griot.Interval{}, false
		}
		said := t.content(verb)
		verb = tok.Head
		if said && t.in(verb, "REPORT") {
			break
		}
		if tok.Is("acl") || tok.Is("amod") {
			return griot.Interval{}, false
		}
	}
	if !t.in(verb, "REPORT") || !t.told(head) {
		return griot.Interval{}, false
	}
	near := func(i int) bool {
		iv := t.All[i].Interval
		return iv.Known() && iv.To-iv.From <= week && !t.later(iv)
	}
	i, odds := t.best(t.verbDates(verb), head), 0.4
	if i < 0 {
		i, odds = t.before(head, near), 0.3
	}
	if i < 0 || !near(i) {
		return griot.Interval{}, false
	}
	iv := t.All[i].Interval
	iv.Basis, iv.Odds = griot.BasisInferred, odds
	iv.Reason = "reported then, so it happened that day or shortly before: " + iv.Reason
	if t.doc.Tokens[head].XPOS != "VBG" && !t.in(head, "AVOW") {
		iv.From--
	}
	return iv, true
}

// byPublication dates an act that nothing dates: a report tells, in the past, the
// present or the perfect, what happened on the day it was published or the day
// before, more surely so in its first third. What a paragraph tells after a date
// long past, in the pluperfect, or further below in a clause that only says which
// person or thing is meant, is background and stays undated.
func (t *Times) byPublication(head int) griot.Interval {
	pub := t.doc.Report.Published
	switch {
	case !pub.Known():
		return none("nothing in the text dates it, and the report has no date")
	case (!t.told(head) || t.earlier(head)) && t.amidHistory(head):
		return none(OtherTime)
	case !t.told(head) || t.earlier(head):
		return none("background or hypothetical, and nothing in the text dates it")
	case t.chronicle && !t.lead(head) && t.past(head) && !t.perfect(head) && !t.present(head):
		return none(OtherTime)
	case t.ended(head):
		return none("it was so before what another clause counts from")
	case t.recently(head):
		return griot.Interval{
			From: pub - recent, To: pub, Basis: griot.BasisInferred, Odds: 0.3,
			Reason: "recently, in a report published on " + pub.String() + ": taken as the two months before",
		}
	}
	if i := t.before(head, t.longPast); i >= 0 && !t.present(head) {
		return t.then(head, i)
	}
	if t.lookingBack(head) {
		return none(OtherTime)
	}
	if n := t.since(head); n >= 0 {
		iv := griot.Interval{
			To: pub, Basis: griot.BasisPublished, Odds: 0.3,
			Reason: "since something the text does not date, up to the publication on " + pub.String(),
		}
		if start, ok := t.known(n); ok && start.From <= pub && start.To-start.From <= week {
			iv.From, iv.Basis, iv.Reason = start.From, griot.BasisAnaphora, "since what was told of before, up to the publication: "+start.Reason
		}
		return iv
	}
	if t.perfect(head) && t.doc.Tokens[head].Sentence >= t.opening {
		return none("the perfect does not say when, and nothing in the text dates it")
	}
	iv := t.justNow("undated news")
	if !t.perfect(head) && t.lead(head) && !t.doc.Tokens[head].Is("acl") {
		iv.Odds = 0.45
	}
	return iv
}

// OtherTime is the reason why what a passage tells of long ago has no day.
const OtherTime = "the passage tells of another time"

// lookingBack tells whether a deed in the simple past, below the first third of a
// report, goes on with a history: the dates in two of the few sentences above lie
// long before the news, and none does not. Who says something has come back.
func (t *Times) lookingBack(head int) bool {
	return t.past(head) && !t.perfect(head) && !t.present(head) && !t.content(head) && t.amidHistory(head)
}

// amidHistory tells whether the passage of a deed is a history.
func (t *Times) amidHistory(head int) bool {
	if t.lead(head) || t.in(head, "REPORT") {
		return false
	}
	near := t.around(head)
	told := -1 // sentence of the nearest date
	for k := len(near) - 1; k >= 0; k-- {
		i := near[k]
		m := &t.mounts[i]
		if t.All[i].Start > t.doc.Tokens[head].Start || m.head < 0 || !t.dates(i) || t.All[i].Type == "DURATION" || m.sentence == told {
			continue
		}
		far := historySentences
		if told >= 0 {
			far *= 2
		}
		if t.doc.Tokens[head].Sentence-m.sentence > far || !t.longPast(i) || m.prep == "since" {
			return false
		}
		if told >= 0 {
			return true
		}
		told = m.sentence
	}
	return false
}

// historySentences is how many sentences above a deed are asked for the nearest
// date of its history; for the next one it is twice as many.
const historySentences = 4

// then dates what a paragraph goes on to tell after a date long past: in the next
// sentence it is most often of the same year or month.
func (t *Times) then(head, i int) griot.Interval {
	iv := t.All[i].Interval
	near := t.doc.Tokens[head].Sentence-t.mounts[i].sentence <= 1
	if !near || !iv.From.Known() || iv.To-iv.From > 366 || t.perfect(head) || !t.past(head) || t.mounts[i].prep == "since" {
		return none(OtherTime)
	}
	iv = t.interval(head, clue{i, 0.3, "the time the paragraph tells of"})
	iv.Basis = griot.BasisAnaphora
	return iv
}

// perfect tells whether a trigger is in the present perfect, which goes with no
// day past: "has fled".
func (t *Times) perfect(head int) bool {
	return t.helper(t.alongWith(head), "has", "have", "'ve") != ""
}

// present tells whether a trigger is in the present: "are detained".
func (t *Times) present(head int) bool {
	x := t.doc.Tokens[head].XPOS
	return x == "VBZ" || x == "VBP" || t.helper(head, "is", "are", "'re") != "" && t.helper(head, "has", "have") == ""
}

// since is what a trigger has "since" with, "detained since the coup", or -1.
func (t *Times) since(head int) int {
	for k := range t.doc.Children(head) {
		if c := t.doc.Child(k, "case", "mark"); c >= 0 && strings.EqualFold(t.doc.Tokens[c].Form, "since") {
			return k
		}
	}
	return -1
}

// ended tells whether what a verb in the simple past tells of ended when something
// else began: "they trained the army, but since the coup they have stopped".
func (t *Times) ended(head int) bool {
	if t.doc.Tokens[head].XPOS != "VBD" {
		return false
	}
	for k := range t.doc.Children(head) {
		if t.doc.Tokens[k].Is("conj") && t.perfect(k) && t.since(k) >= 0 {
			return true
		}
	}
	return t.since(head) >= 0 // of the other clause, in a mistaken tree
}

// recent is how many days "recently" is taken to reach back.
const recent = 60

// recently tells whether a trigger has that word or one like it.
func (t *Times) recently(head int) bool {
	for _, i := range t.around(head) {
		if t.mounts[i].verb == head && t.All[i].Rule == "past" {
			return true
		}
	}
	return false
}

// longPast tells whether expression i takes the passage more than a month back
// from the publication; in a clause that only says which thing is meant it does
// not ("the mission, whose base was closed last year, condemned …").
func (t *Times) longPast(i int) bool {
	iv, verb := t.All[i].Interval, t.mounts[i].verb
	if verb >= 0 && t.doc.Tokens[verb].Is("acl") {
		return false
	}
	return iv.To.Known() && iv.To < t.doc.Report.Published-30
}

// told tells whether a trigger is told as something that came about: a verb in
// the past, the present or the perfect, what goes with such a verb ("…, killing
// nine"), or a noun that does or undergoes what such a verb says.
func (t *Times) told(head int) bool {
	for range steps {
		tok := t.doc.Tokens[head]
		switch {
		case t.says(head, "if", "unless", "whether", "until"), tok.Is("amod"):
			return false
		case tok.Is("acl") && tok.XPOS == "VBG" && tok.Head >= 0 && t.doc.Tokens[tok.Head].Is("obj") && t.doc.Tokens[tok.Head].Head >= 0 && t.in(t.doc.Tokens[tok.Head].Head, "CARRY"):
			head = t.doc.Tokens[tok.Head].Head // "issued a statement backing him"
			continue
		case tok.Is("acl") && !(t.lead(head) && tok.Rel == "acl:relcl"):
			return false
		case tok.Head >= 0 && (tok.Is("xcomp") && t.in(tok.Head, "PHASE") || tok.Is("advcl") && t.alongside(head)):
			head = tok.Head
			continue
		case tok.Is("advcl") && !t.content(head), tok.Is("xcomp"):
			return false
		case tok.Is("conj") && tok.XPOS == "VB" && tok.Head >= 0 && t.doc.Child(head, "aux", "mark", "nsubj") < 0:
			head = tok.Head // "tore down the door and set fire to it"
			continue
		}
		switch tok.XPOS {
		case "VBD", "VBN", "VBZ", "VBP":
			return true
		case "VB": // "did not recognise"; "they quit" is at times read as one
			return t.helper(head, "did", "do", "does") != "" || t.doc.Child(head, "aux", "mark") < 0 && t.doc.Child(head, "nsubj") >= 0
		case "VBG":
			return t.helper(head, "is", "are", "was", "were", "been", "'s", "'re") != ""
		}
		if cop := t.doc.Child(head, "cop"); cop >= 0 { // "were peaceful until"
			return t.doc.Tokens[cop].XPOS != "VB"
		}
		if !t.newsNoun(head) {
			return false
		}
		head = tok.Head
	}
	return false
}

// lead tells whether a token stands in the first third of the body or in a
// heading.
func (t *Times) lead(head int) bool {
	return t.doc.Kind(head) == griot.Heading || t.doc.Sentences[t.doc.Tokens[head].Sentence].Paragraph < t.leadEnd
}

// leads is how many paragraphs of the body belong to its first third at least.
const leads = 4

// leadParagraphs is the paragraph after the first third of the body.
func leadParagraphs(d *text.Doc) int {
	var bodies []int
	for p := range d.Paragraphs {
		if d.Paragraphs[p].Kind == griot.Body {
			bodies = append(bodies, p)
		}
	}
	if third := max(leads, len(bodies)/3); third < len(bodies) {
		return bodies[third]
	}
	return len(d.Paragraphs)
}

// opening is the sentence after the first two of the body, in which the perfect
// tells the news.
func opening(d *text.Doc) int {
	n := 0
	for i := range d.Sentences {
		if d.Paragraphs[d.Sentences[i].Paragraph].Kind == griot.Body {
			if n++; n == 2 {
				return i + 1
			}
		}
	}
	return len(d.Sentences)
}

// newsNoun tells whether a noun does or undergoes what a verb says as news: "an
// attack killed nine", "they held a vote"; "the attack" is known from before.
func (t *Times) newsNoun(i int) bool {
	tok := t.doc.Tokens[i]
	if tok.UPOS != "NOUN" || tok.Head < 0 || t.doc.Tokens[tok.Head].UPOS != "VERB" {
		return false
	}
	if t.in(tok.Head, "CARRY") {
		return true
	}
	det := t.doc.Child(i, "det", "nmod:poss")
	return tok.Is("nsubj") && (det < 0 || t.doc.Tokens[det].Lemma == "a" || t.doc.Tokens[det].Lemma == "another")
}
