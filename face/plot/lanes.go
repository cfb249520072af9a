package plot

import (
	"cmp"
	"html/template"
	"slices"

	"griot"
)

// Lane is a row of bars with one label.
type Lane struct {
	Label string
	Bars  []Bar
}

// Bar is something that lasts, or that happened some time within its days: the
// width is what is not known of its date.
type Bar struct {
	From, To griot.Day // the unknown end of an open bar is 0
	Class    string
	Title    string // told by screen readers and on hovering
	Href     string
}

const (
	laneWidth  = 960.0
	labelWidth = 214.0
	axisHeight = 22.0
	barHeight  = 11.0
	barGap     = 3.0
	minBar     = 4.0
)

// Lanes draws rows of bars over the days from … to. A marked day, when known,
// is drawn through all rows. Bars that overlap are stacked.
func Lanes(lanes []Lane, from, to, marked griot.Day, label string) template.HTML {
	a := newAxis(from, to, labelWidth, laneWidth-labelWidth)
	rows := make([][]int, len(lanes))
	height := axisHeight
	for i := range lanes {
		var n int
		rows[i], n = stack(a, lanes[i].Bars)
		height += laneHeight(n)
	}
	d := newDrawing(laneWidth, height+2, "lanes", label)
	a.draw(d, axisHeight-8, height)
	if marked.Known() && marked >= a.from && marked <= a.to {
		d.line("marked", a.mid(marked), axisHeight-4, a.mid(marked), height)
	}
	y := axisHeight
	for i := range lanes {
		used := 1 + slices.Max(append(rows[i], 0))
		d.line("lane", 0, y, laneWidth, y)
		d.text("label", "start", 0, y+barGap+barHeight-1, clip(lanes[i].Label, 33))
		for j, b := range lanes[i].Bars {
			x, width := a.extent(b)
			top := y + barGap + float64(rows[i][j])*(barHeight+barGap)
			d.link(b.Href, b.Title, func() { d.rect("bar "+b.Class, x, top, width, barHeight) })
		}
		y += laneHeight(used)
	}
	return d.done()
}

func laneHeight(rows int) float64 { return barGap + float64(rows)*(barHeight+barGap) + 1 }

// extent is where a bar begins and how wide it is.
func (a axis) extent(b Bar) (x, width float64) {
	from, to := b.From, b.To
	if !from.Known() {
		from = a.from
	}
	if !to.Known() {
		to = a.to
	}
	x = a.at(from)
	return x, max(minBar, a.at(to+1)-x-1)
}

// stack gives every bar the first row in which it has room, and tells how many
// rows that takes.
func stack(a axis, bars []Bar) (rows []int, n int) {
	order := make([]int, len(bars))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(bars[i].From, bars[j].From) })
	rows = make([]int, len(bars))
	var ends []float64
	for _, i := range order {
		x, width := a.extent(bars[i])
		row := slices.IndexFunc(ends, func(end float64) bool { return end <= x })
		if row < 0 {
			row = len(ends)
			ends = append(ends, 0)
		}
		ends[row] = x + width
		rows[i] = row
	}
	return rows, max(1, len(ends))
}
