package plot

import (
	"fmt"
	"html/template"
	"math"
	"strconv"

	"griot"
)

// Point is an amount that one report gives for some days.
type Point struct {
	From, To griot.Day
	Min, Max int64 // Max is -1 when open
	Class    string
	Title    string
	Href     string
}

const (
	seriesWidth  = 640.0
	seriesHeight = 190.0
	valueWidth   = 58.0
	footHeight   = 26.0
)

// Series draws amounts over time: a dot or an upright bar from the least to the
// most that is said, an arrow head where there is no upper end. Amounts that
// spread over more than two powers of ten stand on a logarithmic scale.
func Series(points []Point, from, to griot.Day, label string) template.HTML {
	a := newAxis(from, to, valueWidth, seriesWidth-valueWidth)
	v := newScale(points)
	d := newDrawing(seriesWidth, seriesHeight, "series", label)
	a.draw(d, 12, seriesHeight-footHeight/2)
	for _, n := range v.ticks() {
		y := v.at(n)
		d.line("grid", valueWidth, y, seriesWidth, y)
		d.text("tick", "end", valueWidth-6, y+4, Amount(n))
	}
	for _, p := range points {
		x, width := a.extent(Bar{From: p.From, To: p.To})
		x += width / 2
		d.link(p.Href, p.Title, func() {
			if p.To > p.From {
				d.line("span "+p.Class, x-width/2, v.at(p.Min), x+width/2, v.at(p.Min))
			}
			if p.Max > p.Min {
				d.line("range "+p.Class, x, v.at(p.Min), x, v.at(p.Max))
			}
			d.circle("dot "+p.Class, x, v.at(p.Min), 4.5)
			if p.Max < 0 {
				d.text("open "+p.Class, "middle", x, v.at(p.Min)-6, "↑")
			}
		})
	}
	return d.done()
}

// scale lays amounts along the height.
type scale struct {
	top float64 // largest amount, rounded up
	log bool
}

func newScale(points []Point) scale {
	least, most := math.Inf(1), 1.0
	for _, p := range points {
		for _, n := range []int64{p.Min, p.Max} {
			if n > 0 {
				least, most = min(least, float64(n)), max(most, float64(n))
			}
		}
	}
	if most/least > 100 {
		return scale{math.Pow(10, math.Ceil(math.Log10(most))), true}
	}
	step := math.Pow(10, math.Floor(math.Log10(most)))
	for _, f := range []float64{1, 2, 5, 10} {
		if f*step >= most {
			return scale{max(2, f*step), false}
		}
	}
	return scale{max(2, most), false}
}

func (s scale) at(n int64) float64 {
	f := max(0, float64(n)) / s.top
	if s.log {
		f = math.Log1p(max(0, float64(n))) / math.Log1p(s.top)
	}
	bottom := seriesHeight - footHeight/2
	return bottom - min(1, f)*(bottom-footHeight)
}

func (s scale) ticks() []int64 {
	if !s.log {
		return []int64{0, int64(s.top / 2), int64(s.top)}
	}
	all := []int64{0}
	powers := int(math.Round(math.Log10(s.top)))
	for p, step := 0, max(1, (powers+3)/4); p <= powers; p += step {
		all = append(all, int64(math.Pow10(p)))
	}
	return all
}

// Amount writes a number for people: 1,500, 2.5 m.
func Amount(n int64) string {
	switch {
	case n >= 1e12:
		return short(float64(n)/1e12) + " tn"
	case n >= 1e9:
		return short(float64(n)/1e9) + " bn"
	case n >= 1e6:
		return short(float64(n)/1e6) + " m"
	case n >= 1000:
		return fmt.Sprintf("%d,%03d", n/1000, n%1000)
	}
	return strconv.FormatInt(n, 10)
}

func short(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) }
