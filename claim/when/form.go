package when

import (
	"fmt"
	"strings"
)

// kind is what sort of meaning a form has.
type kind string

const (
	dateKind    kind = "date"
	weekdayKind kind = "weekday"
	shiftKind   kind = "shift"
	spanKind    kind = "span"
	setKind     kind = "set"
	refKind     kind = "ref"
	skipKind    kind = "skip"
)

// form is what an expression says before it is set against the calendar: the
// parts of a date that were said, or a unit, a count and a direction from an
// anchor. The zero value of a field means unsaid, unless it says otherwise.
type form struct {
	kind          kind
	year          int
	month, day    int
	quarter       int
	half          int
	season        int
	decade        int // the year without its last digit
	century       int
	weekday       int // -1: unsaid
	holiday       int // index into language.days; -1: none
	bc            bool
	unit          grain
	count         float64 // -1: an unknown number
	counted       bool
	dir           int    // -1 back, 0 this one, 1 forward
	directed      bool   // dir was said
	dirOf         string // what dir moves, where not the unit: year, month, season, week
	ago           bool   // counted back from now
	mentioned     bool   // count from the date last spoken of, not from the day of publication
	yearMentioned bool   // the year is the one last spoken of
	quarterly     bool   // count from the quarter last spoken of, if any
	reaching      bool   // a span that reaches to or from the day of publication
	mod           int    // 1 early, 2 mid, 3 late, 4 before now, 5 after now
	part          int    // of the day: 1 morning … 6 daytime, as in words.tsv
	clock         int    // minutes after midnight; -1: unsaid
	value         string // of a ref
	rough         bool
}

// countFrom says what the form counts from.
func (f *form) countFrom(anchor string) error {
	switch anchor {
	case "mentioned":
		f.mentioned = true
	case "published":
		f.reaching = true
	case "quarter":
		f.quarterly = true
	default:
		return fmt.Errorf("unknown anchor %q", anchor)
	}
	return nil
}

// fill adds to the form what a word says by its class. Where a pattern has two
// words for one thing, the first counts.
func (f *form) fill(name string, v float64) {
	n := int(v)
	switch name {
	case "WEEKDAY", "WEEKDAYS", "WDSHORT":
		f.weekday = n
	case "MONTH", "MONTHNAME", "LONEMONTH":
		setUnsaid(&f.month, n)
	case "DAY":
		setUnsaid(&f.day, n)
	case "DAYTH":
		setUnsaid(&f.day, n)
		setUnsaid(&f.quarter, n)
	case "ORDINAL":
		f.quarter = n
	case "YEAR", "NEARYEAR":
		setUnsaid(&f.year, n)
	case "YY":
		setUnsaid(&f.year, century(n))
	case "SEASON", "LONESEASON":
		f.season = n
	case "DECADE":
		f.decade = n
	case "LAST", "THAT":
		f.dir, f.directed = n, true
	case "BEFORE":
		f.dir, f.directed, f.ago = n, true, true
	case "AFTER":
		f.dir, f.directed = n, true
	case "WHEN", "EDGE":
		setUnsaid(&f.mod, n)
	case "PART":
		f.part = n
	case "HOLIDAY", "FEAST":
		f.holiday = n
	case "BC":
		f.bc = true
	case "ISO", "SLASH":
		f.year, f.month, f.day = n/10000, n/100%100, n%100
	case "ROUGH":
		f.rough = true
	default:
		f.fillCount(name, v)
		f.fillClock(name, n)
	}
}

func (f *form) fillCount(name string, v float64) {
	switch name {
	case "NUM", "CARDINAL", "COUNT":
		if !f.counted {
			f.count, f.counted = v, true
		}
	case "UNIT", "UNITS", "LONG", "PERIOD", "WHOLE":
		setUnit(&f.unit, grain(v))
	case "day":
		setUnit(&f.unit, byDay)
	case "month":
		setUnit(&f.unit, byMonth)
	case "year":
		setUnit(&f.unit, byYear)
	case "DAYREL":
		f.unit, f.dir, f.directed = byDay, 1, true
		f.count, f.counted = v, true
	case "SETWORD":
		f.unit = grain(v)
	case "century":
		f.century, f.quarter, f.day = f.quarter, 0, 0
	case "half":
		f.half, f.quarter = f.quarter, 0
	case "before", "past", "ago":
		f.dir, f.directed = -1, true
	case "after", "following":
		f.dir, f.directed = 1, true
	}
}

func (f *form) fillClock(name string, n int) {
	switch name {
	case "CLOCK", "HOUR", "MILITARY":
		f.clock = n
	case "NOON":
		f.clock = 60 * n
	case "AMPM":
		if f.clock >= 0 {
			f.clock = f.clock%720 + 60*n
		}
	}
}

func setUnit(unit *grain, g grain) {
	if *unit == noGrain {
		*unit = g
	}
}

func setUnsaid(field *int, n int) {
	if *field == 0 {
		*field = n
	}
}

// settle finishes a form after its words are filled in.
func (f *form) settle() {
	if f.clock < 0 && f.part > 0 && f.counted && f.kind == dateKind && f.month == 0 {
		f.clock = int(60 * f.count) // four in the morning
	}
	if f.clock >= 0 && f.clock < 720 && (f.part == 3 || f.part == 4 || f.part == 5 && f.clock >= 360) {
		f.clock += 720
	}
	if f.bc && f.counted {
		f.year = int(f.count)
	}
	if f.bc {
		f.year = -f.year
	}
}

// timeAlone tells whether the form is a time of day without a date.
func (f *form) timeAlone() bool {
	return f.kind == dateKind && f.clock >= 0 && f.month == 0 && f.year == 0
}

// partCodes are the parts of the day as TIMEX3 writes them.
var partCodes = [...]string{"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"}

// timeOfDay is the tail of a TIMEX3 value below the day.
func (f *form) timeOfDay() string {
	if f.clock >= 0 {
		var b strings.Builder
		b.WriteByte('T')
		twoDigits(&b, f.clock/60)
		b.WriteByte(':')
		twoDigits(&b, f.clock%60)
		return b.String()
	}
	return partCodes[f.part]
}

func twoDigits(b *strings.Builder, n int) {
	b.WriteByte(byte('0' + n/10))
	b.WriteByte(byte('0' + n%10))
}
