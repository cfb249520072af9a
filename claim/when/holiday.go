package when

import (
	"fmt"
	"strings"

	"griot"
)

// dayName is how to find a day that has a name: a fixed date, a weekday of a
// month, an offset from Easter, or a date of the Islamic calendar.
type dayName struct {
	month, day    int
	week, weekday int
	easter        bool
	offset        int
	islamic       bool
	days          int // how many days an Islamic feast or month lasts
}

// addDay reads a row of holidays.tsv.
func (l *language) addDay(fields []string) error {
	if len(fields) != 2 {
		return fmt.Errorf("want 2 columns, have %d", len(fields))
	}
	var d dayName
	var err error
	switch how, arg, _ := strings.Cut(fields[1], " "); how {
	case "nth":
		_, err = fmt.Sscanf(arg, "%d.%d.%d", &d.week, &d.weekday, &d.month)
	case "easter":
		d.easter = true
		_, err = fmt.Sscan(arg, &d.offset)
	case "islamic":
		d.islamic = true
		_, err = fmt.Sscanf(arg, "%d-%d %d", &d.month, &d.day, &d.days)
	default:
		_, err = fmt.Sscanf(how, "%d-%d", &d.month, &d.day)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", fields[1], err)
	}
	l.days = append(l.days, d)
	for _, name := range strings.Split(fields[0], ", ") {
		class := "HOLIDAY"
		if d.islamic && !strings.Contains(name, " ") {
			class = "FEAST" // people and operations bear such names too
		}
		l.addEntry(name, sense{class: l.name(class), value: float64(len(l.days) - 1)})
	}
	return nil
}

// in is the day in a year.
func (d dayName) in(year int) griot.Day {
	switch {
	case d.easter:
		return easter(year) + griot.Day(d.offset)
	case d.islamic:
		return islamic(year, d.month, d.day)
	case d.week == 5:
		last := griot.NewDay(year, d.month+1, 1) - 1
		return last - griot.Day((int(last.Weekday())-d.weekday+7)%7)
	case d.week > 0:
		first := griot.NewDay(year, d.month, 1)
		return first + griot.Day((d.weekday-int(first.Weekday())+7)%7+7*(d.week-1))
	}
	return griot.NewDay(year, d.month, d.day)
}

// easter is Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
func easter(y int) griot.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return griot.NewDay(y, month, day)
}

// islamic is the first day of a year on which a date of the Islamic calendar
// falls, by the tabular calendar (30 years of 10,631 days, civil epoch). Where
// the new moon is looked for, it may be a day off.
func islamic(year, month, day int) griot.Day {
	epoch := griot.NewDay(622, 7, 19) // 16 July of the Julian calendar
	first := griot.NewDay(year, 1, 1)
	h := int(first-epoch)*30/10631 + 1
	for {
		d := epoch + griot.Day((h-1)*354+(3+11*h)/30+(59*(month-1)+1)/2+day-1)
		if d >= first {
			return d
		}
		h++
	}
}

// feast are the days that the name of a day of the Islamic calendar covers, or
// the part of them that mod says, with a day before and after for the moon.
func (d dayName) feast(first griot.Day, mod int) (from, to griot.Day) {
	from, to = first, first+griot.Day(d.days)-1
	if third := griot.Day(d.days / 3); third > 0 {
		switch mod {
		case 1:
			to = from + third - 1
		case 2:
			from, to = from+third, to-third
		case 3:
			from = to - third + 1
		}
	}
	return from - 1, to + 1
}
