package plot

import (
	"fmt"
	"time"

	"griot"
)

// axis lays days along a line.
type axis struct {
	from, to   griot.Day
	left, size float64
}

// newAxis makes room for the days with a little air at both ends.
func newAxis(from, to griot.Day, left, size float64) axis {
	air := max(1, (to-from)/40)
	return axis{from - air, to + air + 1, left, size}
}

// at is where a day begins.
func (a axis) at(d griot.Day) float64 {
	d = min(max(d, a.from), a.to)
	return a.left + a.size*float64(d-a.from)/float64(a.to-a.from)
}

// mid is the middle of a day.
func (a axis) mid(d griot.Day) float64 { return (a.at(d) + a.at(d+1)) / 2 }

// tick is a day that gets a label.
type tick struct {
	day   griot.Day
	label string
}

// maxTicks keeps labels apart.
const maxTicks = 11

// ticks are the first days of days, weeks, months, quarters or years, whichever
// give the most labels that still have room.
func (a axis) ticks() []tick {
	const threeYears = 3 * 366
	if a.to-a.from <= threeYears {
		for _, step := range []func(griot.Day) (string, bool){everyDay, everyWeek, everyMonth, everyQuarter} {
			if t := a.collect(step); len(t) <= maxTicks {
				return t
			}
		}
	}
	first, _, _ := a.from.Date()
	last, _, _ := a.to.Date()
	step := 1
	for (last-first)/step >= maxTicks {
		step *= 2
	}
	var all []tick
	for y := (first/step + 1) * step; y <= last; y += step {
		all = append(all, tick{griot.NewDay(y, 1, 1), fmt.Sprint(y)})
	}
	return all
}

func (a axis) collect(step func(griot.Day) (string, bool)) []tick {
	var all []tick
	for d := a.from; d <= a.to; d++ {
		if label, ok := step(d); ok {
			all = append(all, tick{d, label})
			if len(all) > maxTicks {
				break
			}
		}
	}
	return all
}

func everyDay(d griot.Day) (string, bool) { return d.Time().Format("2 Jan"), true }

func everyWeek(d griot.Day) (string, bool) {
	return d.Time().Format("2 Jan"), d.Weekday() == time.Monday
}

func everyMonth(d griot.Day) (string, bool) {
	_, m, day := d.Date()
	if m == 1 {
		return d.Time().Format("2006"), day == 1
	}
	return d.Time().Format("Jan"), day == 1
}

func everyQuarter(d griot.Day) (string, bool) {
	_, m, _ := d.Date()
	label, first := everyMonth(d)
	return label, first && m%3 == 1
}

// draw draws the axis: labels above, hair lines down to the bottom. A label that
// would stick out at an end is left out.
func (a axis) draw(d *drawing, y, bottom float64) {
	for _, t := range a.ticks() {
		x := a.at(t.day)
		d.line("grid", x, y+4, x, bottom)
		if half := 3.2 * float64(len(t.label)); x+half <= a.left+a.size {
			d.text("tick", "middle", x, y-2, t.label)
		}
	}
}
