package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/claim"
	"griot/claim/what"
	"griot/text"
)

// mucDeed is one place of a document that tells of an attack on people or
// property.
type mucDeed struct {
	typ, stage string
	head       int // token
	sentence   int // of the document
	effect     bool
	by, on     []int // heads of the phrases of those who did it and of whom it hit
	frame      *what.Frame
	day        griot.Interval
	place      *griot.Place // nil where the text does not say
}

var (
	bombs   = regexp.MustCompile(`(?i)\b(bomb(s|ed|ing|ings)?|car[- ]bombs?|dynamit\w*|explosives?|explosions?|blew up|blown up|blow up|detonat\w*|explod\w*|explosive charges?)\b`)
	fromAir = regexp.MustCompile(`(?i)\b(air force|(war)?planes?|aircraft|helicopters?|aerial|straf\w+|gunships?|rockets?|artillery|mortars?|indiscriminate\w* bomb\w*)\b`)
	arsons  = regexp.MustCompile(`(?i)\b(set (\w+ ){0,6}(fire|ablaze)|burned|burning|torched|set afire|arson)\b`)
	effects = map[string]bool{"kill": true, "wound": true, "injure": true, "destroy": true, "damage": true, "die": true, "killing": true}
)

// deedsOf finds the deeds of a document in text order, likely events of their own
// or not: an incident may be told in passing. What has not come about is none, but
// for attempts and threats.
func deedsOf(doc *text.Doc, parts *claim.Parts) []mucDeed {
	var all []mucDeed
	for i := range parts.Events {
		f := &parts.Events[i]
		s := doc.Tokens[f.Head].Sentence
		sentence := doc.Report.Text[doc.Sentences[s].ByteStart:doc.Sentences[s].ByteEnd]
		d := mucDeed{head: f.Head, sentence: s, by: f.Actors, on: f.Recipients, frame: f, effect: effects[f.Lemma] && len(f.Actors) == 0}
		d.typ = deedType(f, sentence)
		d.stage = deedStage(doc, f, d.typ, parts.Judge.Of(doc, f.Head).Status, strings.ToLower(sentence))
		if d.typ != "" && d.stage != "" {
			d.day, d.place = parts.Setting(f)
			all = append(all, d)
		}
	}
	all = append(all, deaths(doc)...)
	slices.SortStableFunc(all, func(a, b mucDeed) int { return a.head - b.head })
	return all
}

// deaths are the deaths of people that a document names by the noun: who writes of
// attacks means killings, "the death of Senator Ruiz".
func deaths(doc *text.Doc) []mucDeed {
	var all []mucDeed
	for i, t := range doc.Tokens {
		who := doc.Child(i, "nmod:poss", "nmod")
		if t.Lemma != "death" || t.UPOS != "NOUN" || who < 0 || !human(doc, who) {
			continue
		}
		all = append(all, mucDeed{typ: "ATTACK", stage: accomplished, head: i, sentence: t.Sentence, effect: true, on: []int{who},
			frame: &what.Frame{Head: i, Type: griot.Assault, Lemma: t.Lemma, Recipients: []int{who}}})
	}
	return all
}

// human tells whether token k heads a phrase of people: one with a name, or with a
// word for people.
func human(doc *text.Doc, k int) bool {
	n := doc.Name(k)
	return n >= 0 && doc.Names[n].Type == "PER" || people.MatchString(doc.Tokens[k].Form)
}

// deedType is the type of MUC for a frame, "" for none.
func deedType(f *what.Frame, sentence string) string {
	switch {
	case f.Type == griot.Threaten && f.Mode == "violence":
		return "ATTACK"
	case f.Type != griot.Assault:
		return ""
	case f.Mode == "abduct":
		return "KIDNAPPING"
	case f.Mode == "aerial", f.Mode == "heavy-weapons", bombs.MatchString(sentence) && fromAir.MatchString(sentence):
		return "ATTACK" // of war, not of bombers
	case f.Mode == "explosives", f.Mode == "suicide-attack", bombs.MatchString(sentence):
		return "BOMBING"
	case f.Lemma == "burn", f.Lemma == "torch", f.Lemma == "arson", f.Mode == "destroy" && arsons.MatchString(sentence):
		return "ARSON"
	}
	return "ATTACK"
}

// deedStage is how far a deed went, "" where it is denied or lies ahead. What may
// have come about is a deed where the sentence says that it is presumed. Who tried
// to kill attacked all the same.
func deedStage(doc *text.Doc, f *what.Frame, typ string, status griot.Status, sentence string) string {
	switch {
	case f.Type == griot.Threaten:
		if !strings.Contains(sentence, "threat") {
			return ""
		}
		return "THREATENED"
	case attempted(doc, f.Head):
		if typ == "KIDNAPPING" {
			return "ATTEMPTED"
		}
		return accomplished
	case f.Status != "" && !f.Status.Real(), !status.Real() && (status != griot.Possible || !maybes.MatchString(sentence) && !presumed.MatchString(sentence)):
		return ""
	case attempts.MatchString(clauseOf(doc, f.Head)):
		return "ATTEMPTED"
	}
	return accomplished
}

// attempted tells whether the deed at a token is only tried, or is an attempt.
func attempted(doc *text.Doc, head int) bool {
	for _, t := range doc.Tokens[max(0, head-3):min(len(doc.Tokens), head+2)] {
		switch t.Lemma {
		case "attempt", "attempted", "try", "plot":
			return true
		}
	}
	return false
}

// clauseOf is what the main clause about the act at a token says, in small
// letters: "a second bomb placed there was defused" and not "a bomb exploded and".
func clauseOf(doc *text.Doc, head int) string {
	for doc.Tokens[head].Head >= 0 && !doc.Tokens[head].Is("conj") && !doc.Tokens[head].Is("parataxis") {
		head = doc.Tokens[head].Head
	}
	r := doc.Subtree(head)
	for k := range doc.Children(head) {
		if t := doc.Tokens[k]; k > head && (t.Is("conj") || t.Is("parataxis")) {
			r.End = min(r.End, doc.Subtree(k).First)
		}
	}
	return strings.ToLower(doc.Words(r))
}
