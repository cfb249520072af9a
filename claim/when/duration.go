package when

import (
	"fmt"
	"math"
	"strings"
	"time"

	"griot"
)

// spell is a whole number of days, weeks, months or years.
type spell struct {
	n    int
	unit string // as in ISO 8601: D, W, M or Y
}

// longestSpell bounds one, so that no sum of days overflows.
const longestSpell = 1000

// spell is how long expression i is; false when it is no duration or its number
// or unit is not known.
func (t *Times) spell(i int) (spell, bool) {
	var s spell
	if t.All[i].Type != "DURATION" {
		return s, false
	}
	if _, err := fmt.Sscanf(t.All[i].Value, "PT%dH", &s.n); err == nil && s.n < 24 {
		return spell{unit: "D"}, true // the same day
	}
	if _, err := fmt.Sscanf(t.All[i].Value, "P%d%1s", &s.n, &s.unit); err != nil || s.n > longestSpell || !strings.Contains("DWMY", s.unit) {
		return s, false
	}
	return s, true
}

// move is the day that lies a spell after a day, or before it when times is -1.
func (s spell) move(d griot.Day, times int) griot.Day {
	if !d.Known() {
		return d
	}
	n := s.n * times
	switch s.unit {
	case "W":
		return d + griot.Day(7*n)
	case "M":
		return griot.DayOf(d.Time().AddDate(0, n, 0))
	case "Y":
		return griot.DayOf(d.Time().AddDate(n, 0, 0))
	}
	return d + griot.Day(n)
}

// around is the calendar unit of the spell that day d lies in: nobody who counts
// in years means a day.
func (s spell) around(d griot.Day) (from, to griot.Day) {
	y, m, _ := d.Date()
	switch s.unit {
	case "W":
		return d - 3, d + 3
	case "M":
		return griot.NewDay(y, m, 1), griot.DayOf(time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC))
	case "Y":
		return griot.NewDay(y, 1, 1), griot.NewDay(y, 12, 31)
	}
	return d, d
}

// byDistance dates an act in a clause that says how long after it, or before it,
// another took place: "was sworn in on Friday, two days after his men detained
// the president". What lies "more than a year" back since it happened counts from
// the day of publication.
func (t *Times) byDistance(head int) (griot.Interval, bool) {
	tok := t.doc.Tokens[head]
	if tok.Head < 0 || !tok.Is("advcl") || t.ahead(tok.Head) || t.ahead(head) {
		return griot.Interval{}, false
	}
	s, way, i := t.distance(head)
	pub := t.doc.Report.Published
	switch {
	case i < 0, way == 0 && !pub.Known():
		return griot.Interval{}, false
	case way == 0:
		iv := griot.Interval{Words: t.words(i, i), Basis: griot.BasisInferred, Odds: 0.4, Reason: "so long before the publication on " + pub.String()}
		iv.From, iv.To = s.around(s.move(pub, -1))
		return iv, true
	}
	iv := t.from(i, tok.Head)
	if !iv.Known() || iv.To-iv.From > month {
		return none(t.words(i, i) + " from an act without a day"), true
	}
	iv.From, iv.To = s.move(iv.From, way), s.move(iv.To, way)
	iv.Basis, iv.Reason, iv.Odds = griot.BasisAnaphora, t.words(i, i)+" from this: "+iv.Reason, math.Round(80*iv.Odds)/100
	return iv, true
}

// month is how many days wide at most the date of an act is that another is so
// far from.
const month = 31

// from is the date that a distance counts from: one that stands right before it,
// "since December 2018, eight months after …", or that of the act.
func (t *Times) from(distance, act int) griot.Interval {
	if before := distance - 1; before >= 0 && t.dates(before) {
		if strings.Trim(t.doc.Report.Text[t.All[before].End:t.All[distance].Start], ", ") == "" {
			return t.All[before].Interval
		}
	}
	return t.Of(act)
}

// distance is how long before (-1) or after (1) another act a clause puts its
// own, by duration i before "after" or "before"; 0 for the time that has gone by
// "since". i is -1 when there is none.
func (t *Times) distance(head int) (s spell, way, i int) {
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		s, ok := t.spell(i)
		if !ok || m.head > head || m.sentence != t.doc.Tokens[head].Sentence {
			continue
		}
		within := m.prep == "" && (m.verb == head || m.verb == t.doc.Tokens[head].Head)
		switch mark := t.mark(i); {
		case within && mark == "after" && t.says(head, mark): // what is told of came first
			return s, -1, i
		case within && mark == "before" && t.says(head, mark):
			return s, 1, i
		case mark == "since" && t.says(head, mark):
			return s, 0, i
		}
	}
	return s, 0, -1
}

// mark is the word after an expression: in "two days after …" it makes a duration
// a distance.
func (t *Times) mark(i int) string {
	rest := t.doc.Report.Text[t.All[i].End:]
	rest = strings.TrimSpace(rest[:min(len(rest), len(" before "))])
	word, _, _ := strings.Cut(rest, " ")
	return strings.ToLower(word)
}

// bySpell dates what the perfect says has been going on for so long: "has been
// held for three weeks". Where a verb says how long its outcome is to last, as in
// "has suspended him for six months", it says nothing of the past.
func (t *Times) bySpell(head int) (griot.Interval, bool) {
	pub := t.doc.Report.Published
	if !t.perfect(head) || !pub.Known() || t.in(head, "TERM") {
		return griot.Interval{}, false
	}
	for _, i := range t.around(head) {
		if m := &t.mounts[i]; m.verb != head || m.prep != "for" && m.prep != "" {
			continue
		}
		if s, ok := t.spell(i); ok {
			return griot.Interval{From: s.move(pub, -1), To: pub, Words: t.words(i, i), Basis: griot.BasisInferred, Odds: 0.35,
				Reason: "it has gone on for so long on the publication day " + pub.String()}, true
		}
	}
	return griot.Interval{}, false
}

// byOutcome dates what took up the days before an act: "signed on Tuesday after
// two days of talks".
func (t *Times) byOutcome(head int) (griot.Interval, bool) {
	d := t.doc
	days := d.Tokens[head].Head
	if days < 0 || !d.Tokens[head].Is("nmod") || !d.Tokens[days].Is("obl") || d.Tokens[days].Head < 0 {
		return griot.Interval{}, false
	}
	for _, i := range t.around(days) {
		s, ok := t.spell(i)
		if m := &t.mounts[i]; !ok || m.head != days || m.prep != "after" && m.prep != "following" || s.unit != "D" {
			continue
		}
		iv := t.Of(d.Tokens[days].Head)
		if !iv.Known() || iv.To-iv.From > week {
			return griot.Interval{}, false
		}
		iv.From = s.move(iv.From, -1) + griot.Day(min(s.n, 1))
		iv.Basis, iv.Reason, iv.Odds = griot.BasisAnaphora, t.words(i, i)+" before this: "+iv.Reason, math.Round(80*iv.Odds)/100
		return iv, true
	}
	return griot.Interval{}, false
}
