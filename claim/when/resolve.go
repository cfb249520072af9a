package when

import (
	"fmt"
	"math"
	"strconv"

	"griot"
)

// meaning is what a form comes to in a report.
type meaning struct {
	kind, value string // TIMEX3
	at          stretch
	iv          griot.Interval
}

// resolve sets a form against the state of the report. It fails when the form
// says nothing about time.
func (l *language) resolve(f *form, s *state) (meaning, bool) {
	switch f.kind {
	case dateKind:
		return l.resolveDate(f, s), true
	case weekdayKind:
		return resolveWeekday(f, s), true
	case shiftKind:
		return resolveShift(f, s), true
	case spanKind:
		return resolveSpan(f, s), true
	case setKind:
		return resolveSet(f), true
	case refKind:
		return meaning{kind: "DATE", value: f.value, iv: griot.Interval{Basis: griot.BasisNone, Reason: "no day is meant"}}, true
	}
	return meaning{}, false
}

// dated is the meaning of a form that comes to a stretch of the calendar.
func (s *state) dated(f *form, at stretch, iv griot.Interval) meaning {
	m := meaning{kind: "DATE", value: at.value(), at: at}
	if t := f.timeOfDay(); t != "" && at.grain == byDay {
		m.kind, m.value = "TIME", m.value+t
	}
	if f.rough {
		iv.Odds -= 0.1
	}
	iv.From, iv.To = s.narrowed(at, f.mod)
	if !iv.From.Known() {
		iv.Basis, iv.Reason = griot.BasisNone, "before the calendar of this record"
	}
	m.iv = iv
	return m
}

// unresolved is the meaning of a form whose anchor is unknown.
func unresolved(kind, value string) meaning {
	return meaning{kind: kind, value: value, iv: griot.Interval{
		Basis: griot.BasisNone, Reason: "the report has no date to count from",
	}}
}

// narrowed is the part of a stretch that is meant: its first, middle or last
// third, or what lies before or after the publication.
func (s *state) narrowed(at stretch, mod int) (from, to griot.Day) {
	from, to = at.first(), at.last()
	third := (to - from + 1) / 3
	switch mod {
	case 1:
		to = from + max(third, 1) - 1
	case 2:
		from, to = from+third, to-third
	case 3:
		from = to - max(third, 1) + 1
	case 4:
		if from <= s.published {
			to = min(to, s.published)
		}
	case 5:
		if to >= s.published {
			from = max(from, s.published)
		}
	}
	return from, to
}

// resolveDate is the meaning of a date given by its parts.
func (l *language) resolveDate(f *form, s *state) meaning {
	switch {
	case f.century > 0:
		y := 100 * (f.century - 1)
		if f.bc {
			return meaning{kind: "DATE", value: fmt.Sprintf("BC%02d", f.century-1), iv: griot.Interval{Basis: griot.BasisNone}}
		}
		return s.dated(f, stretch{grain: byCentury, y: y}, inText("the century of that number"))
	case f.decade > 0:
		return s.dated(f, stretch{grain: byDecade, y: 10 * f.decade}, inText("the decade as written"))
	case f.year != 0 && f.month+f.quarter+f.season+f.half == 0 && f.holiday < 0:
		return s.dated(f, yearStretch(f.year), inText("the year as written"))
	case f.timeAlone() || f.month == 0 && f.part > 0:
		return clockTime(f, s)
	}
	at, iv := l.placed(f, s)
	if at.grain == noGrain {
		return unresolved("DATE", "XXXX"+l.partsOf(f, 4).value()[4:])
	}
	m := s.dated(f, at, iv)
	if f.holiday >= 0 && l.days[f.holiday].islamic {
		m.iv.From, m.iv.To = l.days[f.holiday].feast(at.first(), f.mod)
		m.iv.Reason += ", give or take a day for the moon"
	}
	return m
}

func inText(reason string) griot.Interval {
	return griot.Interval{Basis: griot.BasisText, Reason: reason, Odds: 0.97}
}

// partsOf is the stretch that the parts of a date name in a year.
func (l *language) partsOf(f *form, y int) stretch {
	switch {
	case f.holiday >= 0 && y > 0:
		return dayStretch(l.days[f.holiday].in(y))
	case f.month > 0 && f.day > 0 && y > 0:
		if d := griot.NewDay(y, f.month, f.day); d <= monthStretch(y, f.month).last() {
			return dayStretch(d)
		}
		return monthStretch(y, f.month) // there is no 31 June
	case f.month > 0 && f.day > 0:
		return stretch{grain: byDay, y: y, part: f.month, dayOf: f.day}
	case f.month > 0:
		return monthStretch(y, f.month)
	case f.half > 0:
		return stretch{grain: byHalf, y: y, part: min(f.half, 2)}
	case f.quarter > 0:
		return stretch{grain: byQuarter, y: y, part: min(f.quarter, 4)}
	case f.season > 0:
		return stretch{grain: bySeason, y: y, part: f.season}
	}
	return yearStretch(y)
}

// placed puts the parts of a date into the year that is meant. Its grain is
// none when no year can be known.
func (l *language) placed(f *form, s *state) (stretch, griot.Interval) {
	pubYear, _, _ := s.published.Date()
	told := s.told()
	switch {
	case f.year != 0:
		return l.partsOf(f, f.year), inText("the date as written")
	case f.yearMentioned && s.year != 0:
		return l.partsOf(f, s.year), anaphora("the year last spoken of")
	case !s.published.Known() && (told == 0 || f.dirOf == "year"):
		return stretch{}, griot.Interval{}
	case f.dirOf == "year" && f.directed:
		return l.partsOf(f, pubYear+f.dir), inText("counted in years from the publication")
	case f.mentioned && s.spoken.grain != noGrain:
		return l.beside(f, s), anaphora("counted from " + s.spoken.value() + ", the date last spoken of")
	case told != 0 && !(f.directed && f.dirOf != "" && !s.narrative):
		return l.following(f, s, told), anaphora("in the year the passage tells of")
	case !s.published.Known():
		return stretch{}, griot.Interval{}
	}
	at := l.nearest(f, s)
	iv := griot.Interval{Basis: griot.BasisText, Odds: 0.9, Reason: "the one nearest to the publication on " + s.on()}
	return at, iv
}

func anaphora(reason string) griot.Interval {
	return griot.Interval{Basis: griot.BasisAnaphora, Reason: reason, Odds: 0.8}
}

// beside puts a date before or after the date last spoken of.
func (l *language) beside(f *form, s *state) stretch {
	at := l.partsOf(f, s.spoken.y)
	switch {
	case f.dir < 0 && at.first() >= s.spoken.first():
		return l.partsOf(f, s.spoken.y-1)
	case f.dir > 0 && at.first() <= s.spoken.first():
		return l.partsOf(f, s.spoken.y+1)
	}
	return at
}

// following puts a date into the year the report tells of, or into the next
// one when the story has come to its end: after December comes January.
func (l *language) following(f *form, s *state, told int) stretch {
	at := l.partsOf(f, told)
	if s.spoken.y == told && s.spoken.grain <= byMonth && at.y == told && s.spoken.month()-at.month() >= 9 {
		return l.partsOf(f, told+1)
	}
	return at
}

// soon is within how many days a date without a year is still taken to lie
// ahead although the words look back: "set Nov. 10 as the deadline".
const soon = 75

// nearest puts a date without a year next to the day of publication: before it
// when the words look back, after it when they look ahead. A day is the nearest
// one when they do neither, anything longer the one that has begun.
func (l *language) nearest(f *form, s *state) stretch {
	y, _, _ := s.published.Date()
	here := l.partsOf(f, y)
	look := s.planned
	if f.directed && f.dir != 0 {
		look = outlook(f.dir)
	} else if f.directed {
		return here
	}
	ahead := here.first() > s.published
	behind := here.last() < s.published
	switch {
	case look == forward && behind && s.published-here.last() > 120:
		return l.partsOf(f, y+1)
	case look == backward && ahead && here.first()-s.published > soon:
		return l.partsOf(f, y-1)
	case f.directed && f.dir < 0 && (!behind || s.published-here.last() < 31):
		return l.partsOf(f, y-1)
	case look != unclear:
		return here
	case ahead && here.first()-s.published > 120:
		return l.partsOf(f, y-1)
	case ahead && here.grain != byDay && here.first()-s.published > 92:
		return l.partsOf(f, y-1)
	case behind && here.grain == byDay && s.published-here.first() > 200:
		return l.partsOf(f, y+1)
	}
	return here
}

// clockTime is a time of day without a date: on the day last spoken of.
func clockTime(f *form, s *state) meaning {
	at := s.day
	if at.grain == noGrain && s.published.Known() {
		at = dayStretch(s.published)
	}
	if at.grain == noGrain {
		return unresolved("TIME", "XXXX-XX-XX"+f.timeOfDay())
	}
	return s.dated(f, at, anaphora("on the day last spoken of"))
}

// resolveWeekday finds the day that a weekday means: the nearest one in the
// past, the day of publication included, or after it for what is planned.
func resolveWeekday(f *form, s *state) meaning {
	from, basis, anchor := s.published, griot.BasisText, s.on()
	if (f.mentioned || s.narrative) && s.day.grain == byDay {
		from, basis, anchor = s.day.day, griot.BasisAnaphora, s.day.value()+", the day last spoken of"
	}
	if !from.Known() {
		return unresolved("DATE", fmt.Sprintf("XXXX-WXX-%d", (f.weekday+6)%7+1)+f.timeOfDay())
	}
	back := griot.Day((int(from.Weekday()) - f.weekday + 7) % 7)
	day, how := from-back, "on or before"
	switch {
	case f.dirOf == "week":
		day, how = monday(from)+griot.Day(7*f.dir+(f.weekday+6)%7), "of that week, counted from"
	case f.mentioned && f.dir >= 0, f.directed && f.dir > 0:
		day, how = from+(7-back), "after"
	case f.directed && f.dir < 0 && f.counted:
		day, how = from-(back+6)%7-1-griot.Day(7*(int(f.count)-1)), "some weeks before"
	case f.directed && f.dir < 0 && back == 0:
		day, how = from-7, "before"
	case f.directed && f.dir == 0 && s.planned != backward && back > 0 && int(from.Weekday()+6)%7 < (f.weekday+6)%7:
		day, how = from+(7-back), "after"
	case !f.directed && s.planned == forward && back > 0:
		day, how = from+(7-back), "after, as it is still to come,"
	}
	iv := griot.Interval{Basis: basis, Odds: 0.92, Reason: fmt.Sprintf("the %s %s %s", day.Weekday(), how, anchor)}
	return s.dated(f, dayStretch(day), iv)
}

// mostCounted is the largest count that is worked out; what lies further is no
// date of a report.
const mostCounted = 20000

// resolveShift counts units from an anchor.
func resolveShift(f *form, s *state) meaning {
	n := 1.0
	if f.counted {
		n = f.count
	}
	if n > mostCounted || n < 0 && f.unit != byDay || n == -1 && f.counted && f.dir != 1 {
		return vague(f)
	}
	from, basis := s.anchor(f)
	if from.grain == noGrain {
		return unresolved("DATE", "XXXX-XX-XX")
	}
	if f.part > 0 && f.unit == noGrain {
		f.unit = byDay
	}
	at := from
	switch k := int(n * float64(f.dir)); {
	case f.counted && !f.mentioned || f.directed && f.dir != 0:
		at = from.add(k, f.unit)
	case from.grain != f.unit:
		at = from.widen(f.unit)
	}
	if f.unit == byWeekend && !f.directed && at.first() > s.published && s.planned != forward {
		at = at.add(-1, byWeekend)
	}
	how := "counted from the publication on " + s.on()
	odds := 0.9
	if basis == griot.BasisAnaphora {
		how, odds = "counted from "+from.value()+", the date last spoken of", 0.75
	}
	m := s.dated(f, at, griot.Interval{Basis: basis, Reason: how, Odds: odds})
	if f.unit < byDay {
		m.kind = "TIME"
	}
	if f.reaching && s.published.Known() {
		m.iv.From, m.iv.To = reaching(s.published, f.dir, f.unit)
	}
	return m
}

// reaching is the days from n units before the publication until then, or from
// then until n units after it.
func reaching(published griot.Day, n int, unit grain) (from, to griot.Day) {
	edge := dayStretch(published).add(n, unit)
	if n < 0 {
		return edge.first(), published
	}
	return published, edge.last()
}

// vague is a count nobody knows: "several years ago".
func vague(f *form) meaning {
	value := "FUTURE_REF"
	if f.dir < 0 {
		value = "PAST_REF"
	}
	return meaning{kind: "DATE", value: value, iv: griot.Interval{Basis: griot.BasisNone, Reason: "the words give no number"}}
}

var unitCodes = [...]string{byDay: "D", byWeek: "W", byMonth: "M", byQuarter: "Q", byYear: "Y", byDecade: "DE", byCentury: "CE", byWeekend: "WE"}

var clockCodes = [...]string{bySecond: "S", byMinute: "M", byHour: "H"}

// duration is a TIMEX3 duration.
func duration(n float64, unit grain) string {
	number := "X"
	switch unit {
	case byFortnight:
		n, unit = 2*n, byWeek
	case byDecade:
		if n > 0 {
			n, unit = 10*n, byYear
		}
	case byCentury:
		if n > 0 {
			n, unit = 100*n, byYear
		}
	}
	if half := n - float64(int(n)); half > 0 && (unit == byMinute || unit == byHour) {
		return fmt.Sprintf("PT%d%s%.0f%s", int(n), clockCodes[unit], 60*half, clockCodes[unit-1])
	}
	if n > 0 {
		number = strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch unit {
	case bySecond:
		return "PT" + number + "S"
	case byMinute:
		return "PT" + number + "M"
	case byHour:
		return "PT" + number + "H"
	}
	return "P" + number + unitCodes[unit]
}

// resolveSpan is a duration. One that reaches to or from the day of publication
// has days too.
func resolveSpan(f *form, s *state) meaning {
	m := meaning{kind: "DURATION", value: duration(f.count, f.unit), iv: griot.Interval{Basis: griot.BasisNone, Reason: "how long, not when"}}
	if !f.reaching || f.count < 0 || f.unit < byHour || f.dir == 0 || !s.published.Known() {
		return m
	}
	n, unit := f.dir*int(f.count), f.unit
	if unit == byHour {
		n, unit = f.dir*int(math.Ceil(f.count/24)), byDay
	}
	from, to := reaching(s.published, n, unit)
	m.iv = griot.Interval{From: from, To: to, Basis: griot.BasisText, Odds: 0.8, Reason: "counted from the publication on " + s.on()}
	return m
}

// resolveSet is something repeated.
func resolveSet(f *form) meaning {
	m := meaning{kind: "SET", iv: griot.Interval{Basis: griot.BasisNone, Reason: "repeated, on no day in particular"}}
	if f.month > 0 {
		m.value = fmt.Sprintf("XXXX-%02d", f.month)
		return m
	}
	if f.weekday >= 0 {
		m.value = fmt.Sprintf("XXXX-WXX-%d", (f.weekday+6)%7+1) + f.timeOfDay()
		return m
	}
	n := 1.0
	if f.counted && f.count > 0 {
		n = f.count
	}
	m.value = duration(n, f.unit)
	return m
}
