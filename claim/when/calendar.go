package when

import (
	"fmt"

	"griot"
)

// grain is the size of a stretch of the calendar.
type grain uint8

// Grains from the finest; the first twelve are also units of counting, under
// the numbers data/time/words.tsv gives them.
const (
	noGrain grain = iota
	bySecond
	byMinute
	byHour
	byDay
	byWeek
	byMonth
	byQuarter
	byYear
	byDecade
	byCentury
	byWeekend
	byFortnight
	bySeason
	byHalf
)

// stretch is a piece of the calendar: a day, a week, a month and so on. Years
// before Christ are negative, and no other piece than a year, season, month or
// day of theirs is known. part is the month, quarter, season or half of year y.
type stretch struct {
	grain   grain
	y, part int
	day     griot.Day // of a day; the first day of a week or weekend
	dayOf   int       // day of the month where day cannot be said (before Christ)
}

func dayStretch(d griot.Day) stretch { return stretch{grain: byDay, day: d}.settled() }

// settled fills in the year of a stretch that is known by its day.
func (s stretch) settled() stretch {
	if s.day.Known() {
		s.y, s.part, s.dayOf = s.day.Date()
	}
	return s
}

func yearStretch(y int) stretch     { return stretch{grain: byYear, y: y} }
func monthStretch(y, m int) stretch { return stretch{grain: byMonth, y: y, part: m} }

// widen is the stretch of a coarser grain that s lies in; a finer one is its
// first part.
func (s stretch) widen(g grain) stretch {
	first := s.first()
	switch g {
	case byDay:
		if s.grain == byDay {
			return s
		}
		return dayStretch(first)
	case byWeek:
		return stretch{grain: g, day: monday(first)}.settled()
	case byWeekend:
		return stretch{grain: g, day: monday(first) + 5}.settled()
	case byMonth:
		return monthStretch(s.y, s.month())
	case byQuarter:
		return stretch{grain: g, y: s.y, part: (s.month()-1)/3 + 1}
	case byHalf:
		return stretch{grain: g, y: s.y, part: (s.month()-1)/6 + 1}
	case bySeason:
		return seasonOf(s.y, s.month())
	}
	return stretch{grain: g, y: s.y}
}

// month is the first month of the stretch.
func (s stretch) month() int {
	switch s.grain {
	case byYear, byDecade, byCentury:
		return 1
	case byQuarter:
		return 3*s.part - 2
	case byHalf:
		return 6*s.part - 5
	case bySeason:
		return 3 * s.part
	}
	return max(s.part, 1)
}

// seasonOf is the northern season of a month; a winter belongs to the year in
// which it begins.
func seasonOf(y, m int) stretch {
	if m < 3 {
		return stretch{grain: bySeason, y: y - 1, part: 4}
	}
	return stretch{grain: bySeason, y: y, part: m / 3}
}

// add is the stretch n units of grain g later. It keeps the grain of s when
// that is coarser than a day and finer than g, so that a year before a quarter
// is a quarter; otherwise the result has the grain of the unit.
func (s stretch) add(n int, g grain) stretch {
	switch g {
	case bySecond, byMinute, byHour:
		return s
	case byDay:
		return dayStretch(s.first() + griot.Day(n))
	case byFortnight:
		return dayStretch(s.first() + griot.Day(14*n)).widen(byWeek)
	case byWeek, byWeekend:
		return dayStretch(s.first() + griot.Day(7*n)).widen(g)
	case byMonth:
		return addMonths(s, n)
	case byQuarter:
		return addMonths(s.widen(byQuarter), 3*n).widen(byQuarter)
	case bySeason:
		s = s.widen(bySeason)
		i := 4*s.y + s.part - 1 + n
		return stretch{grain: bySeason, y: i / 4, part: i%4 + 1}
	case byDecade:
		n *= 10
	case byCentury:
		n *= 100
	}
	if s.grain == byQuarter || s.grain == byHalf || s.grain == bySeason {
		s.y += n
		return s
	}
	return stretch{grain: g, y: s.y + n}
}

func addMonths(s stretch, n int) stretch {
	i := 12*s.y + s.month() - 1 + n
	return monthStretch(i/12, i%12+1)
}

func monday(d griot.Day) griot.Day { return d - griot.Day((int(d.Weekday())+6)%7) }

// first is the first day of the stretch, unknown before the year 1.
func (s stretch) first() griot.Day {
	switch s.grain {
	case noGrain:
		return 0
	case byDay, byWeek, byWeekend:
		return s.day
	}
	y := s.y
	switch s.grain {
	case byDecade:
		y -= y % 10
	case byCentury:
		y -= y % 100
	}
	if y < 1 || y > 9999 {
		return 0
	}
	return griot.NewDay(y, s.month(), 1)
}

// last is the last day of the stretch, unknown before the year 1.
func (s stretch) last() griot.Day {
	first := s.first()
	if !first.Known() {
		return 0
	}
	y, m, _ := first.Date()
	switch s.grain {
	case byDay:
		return first
	case byWeek:
		return first + 6
	case byWeekend:
		return first + 1
	case byMonth:
		return griot.NewDay(y, m+1, 1) - 1
	case byQuarter, bySeason:
		return griot.NewDay(y, m+3, 1) - 1
	case byHalf:
		return griot.NewDay(y, m+6, 1) - 1
	case byDecade:
		return griot.NewDay(y+10, 1, 1) - 1
	case byCentury:
		return griot.NewDay(y+100, 1, 1) - 1
	}
	return griot.NewDay(y+1, 1, 1) - 1
}

var seasonCodes = [...]string{"XX", "SP", "SU", "FA", "WI"}

// value is the stretch as a TIMEX3 value.
func (s stretch) value() string {
	year := fmt.Sprintf("%04d", s.y)
	if s.y < 0 {
		year = fmt.Sprintf("BC%04d", -s.y)
	}
	switch s.grain {
	case byDay:
		if s.day.Known() {
			return s.day.String()
		}
		return fmt.Sprintf("%s-%02d-%02d", year, s.part, s.dayOf)
	case byWeek, byWeekend:
		y, w := s.day.Time().ISOWeek()
		if s.grain == byWeekend {
			return fmt.Sprintf("%d-W%02d-WE", y, w)
		}
		return fmt.Sprintf("%d-W%02d", y, w)
	case byMonth:
		return fmt.Sprintf("%s-%02d", year, s.part)
	case byQuarter:
		return fmt.Sprintf("%s-Q%d", year, s.part)
	case byHalf:
		return fmt.Sprintf("%s-H%d", year, s.part)
	case bySeason:
		return year + "-" + seasonCodes[s.part]
	case byDecade:
		return year[:len(year)-1]
	case byCentury:
		return year[:len(year)-2]
	}
	return year
}
