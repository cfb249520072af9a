package griot

import (
	"fmt"
	"time"
)

// Day is a calendar day, counted from 1 for 1 January of the year 1. The zero
// Day is unknown. Days before the year 1 cannot be said.
type Day int32

var dayZero = time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)

// NewDay is the day of a date; a month or day out of range is carried over, as
// by time.Date.
func NewDay(year, month, day int) Day {
	return DayOf(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

// DayOf is the day on which t falls in its own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	t = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Before(dayZero) {
		return 0
	}
	return Day((t.Unix() - dayZero.Unix()) / 86400)
}

// ParseDay reads YYYY-MM-DD and nothing else.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a day; write it as YYYY-MM-DD, for example 2023-08-04", s)
	}
	return DayOf(t), nil
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time { return dayZero.AddDate(0, 0, int(d)) }

// Date is the year, month and day of the month.
func (d Day) Date() (year, month, day int) {
	y, m, dd := d.Time().Date()
	return y, int(m), dd
}

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(d % 7) }

// Known tells whether the day is known.
func (d Day) Known() bool { return d > 0 }

// String is YYYY-MM-DD, or "" when unknown.
func (d Day) String() string {
	if d <= 0 {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// MarshalJSON writes "YYYY-MM-DD", or null when unknown.
func (d Day) MarshalJSON() ([]byte, error) {
	if d <= 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes; "" is unknown too.
func (d *Day) UnmarshalJSON(b []byte) error {
	if s := string(b); s == "null" || s == `""` {
		*d = 0
		return nil
	}
	if len(b) < 2 || b[0] != '"' || b[len(b)-1] != '"' {
		return fmt.Errorf("a day is a string or null, not %s", b)
	}
	day, err := ParseDay(string(b[1 : len(b)-1]))
	if err != nil {
		return err
	}
	*d = day
	return nil
}

// Interval is a closed range of days with the words it was read from. Either
// end may be unknown.
type Interval struct {
	From   Day     `json:"from"`
	To     Day     `json:"to"`
	Words  string  `json:"words"`
	Basis  Basis   `json:"basis"`
	Reason string  `json:"reason,omitempty"` // how the days follow from the words, in words
	Odds   float64 `json:"odds,omitempty"`   // 0…1; 0 when not judged
}

// Basis tells where the days of an interval come from.
type Basis string

// The bases of an interval, from the firmest to none.
const (
	BasisText      Basis = "text"      // a time expression says it
	BasisAnaphora  Basis = "anaphora"  // a time expression says it by way of another one
	BasisPublished Basis = "published" // the day of publication stands in
	BasisInferred  Basis = "inferred"  // it follows from something else; Reason says from what
	BasisNone      Basis = "none"      // unknown
)

// Known tells whether at least one end is known.
func (i Interval) Known() bool { return i.From.Known() || i.To.Known() }

// Overlaps tells whether both intervals may hold one day in common; an unknown
// end is open.
func (i Interval) Overlaps(j Interval) bool {
	return (i.To == 0 || j.From == 0 || j.From <= i.To) && (j.To == 0 || i.From == 0 || i.From <= j.To)
}
