package plot

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"griot/data"
)

// Mark is a place where something happened.
type Mark struct {
	Lat, Lon float64
	RadiusKm float64 // how exactly the place is known
	Count    int     // how much happened there
	Label    string
	Title    string
	Href     string
}

// View is a window on the globe, in degrees.
type View struct{ West, South, East, North float64 }

// World is the whole globe, less the Antarctic.
var World = View{-180, -58, 180, 84}

const (
	mapWidth  = 900.0
	maxHeight = 640.0
	kmPerDeg  = 111.2
)

// Fit is the smallest view that shows most marks with some air; far-off single
// marks do not widen it. Beyond counts the marks left outside.
func Fit(marks []Mark) (view View, beyond int) {
	var lons, lats []float64
	for _, m := range marks {
		for range min(m.Count, 50) {
			lons, lats = append(lons, m.Lon), append(lats, m.Lat)
		}
	}
	if len(lons) == 0 {
		return World, 0
	}
	slices.Sort(lons)
	slices.Sort(lats)
	cut := len(lons) / 10
	v := View{lons[cut], lats[cut], lons[len(lons)-1-cut], lats[len(lats)-1-cut]}
	v = v.grow(max(2, 0.2*(v.East-v.West)), max(2, 0.2*(v.North-v.South)))
	for _, m := range marks {
		if !v.holds(m.Lon, m.Lat) {
			beyond++
		}
	}
	return v, beyond
}

// grow adds air, and evens out a view that is much wider than high or the reverse.
func (v View) grow(x, y float64) View {
	v = View{v.West - x, v.South - y, v.East + x, v.North + y}
	if lack := (v.East-v.West)*0.5 - (v.North - v.South); lack > 0 {
		v.South, v.North = v.South-lack/2, v.North+lack/2
	}
	if lack := (v.North-v.South)*1.2 - (v.East - v.West); lack > 0 {
		v.West, v.East = v.West-lack/2, v.East+lack/2
	}
	return View{max(v.West, -180), max(v.South, -90), min(v.East, 180), min(v.North, 90)}
}

func (v View) holds(lon, lat float64) bool {
	return lon >= v.West && lon <= v.East && lat >= v.South && lat <= v.North
}

// Map draws marks on the outlines of countries, and on the borders within them
// (nil for none). The disc of a mark reaches as far as the place may be off; its
// dot grows with what happened there.
func Map(base, borders *data.Basemap, view View, marks []Mark, label string) template.HTML {
	p := newProjection(view)
	d := newDrawing(mapWidth, p.height, "map", label)
	lines := p.lines(base)
	for i := range base.Countries {
		if path := p.country(base, lines, i); path != "" {
			d.b.WriteString(`<path class="country" transform="scale(.5)" d="` + path + `"><title>` + html.EscapeString(base.Countries[i].Name) + `</title></path>`)
		}
	}
	if borders != nil {
		if path := p.borders(borders); path != "" {
			d.b.WriteString(`<path class="admin" transform="scale(.5)" d="` + path + `"/>`)
		}
	}
	var taken []box
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(b.Count, a.Count) })
	marks = slices.DeleteFunc(marks, func(m Mark) bool { return !view.holds(m.Lon, m.Lat) })
	for _, m := range marks {
		x, y := p.at(data.LonLat{Lon: m.Lon, Lat: m.Lat})
		d.circle("reach", x, y, min(mapWidth, m.RadiusKm/kmPerDeg*p.perDegree))
	}
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		x, y := p.at(data.LonLat{Lon: m.Lon, Lat: m.Lat})
		d.link(m.Href, m.Title, func() { d.circle("place", x, y, dotRadius(m.Count)) })
	}
	for _, m := range marks {
		x, y := p.at(data.LonLat{Lon: m.Lon, Lat: m.Lat})
		taken = d.label("town", x+dotRadius(m.Count)+3, y+4, clip(m.Label, 28), taken)
	}
	for i := range base.Countries {
		if at, ok := p.middle(base, lines, i); ok {
			name := base.Countries[i].Name
			taken = d.label("land", at[0]-float64(len(name))*3.2, at[1], name, taken)
		}
	}
	return d.done()
}

func dotRadius(count int) float64 { return min(14, 3+1.6*math.Sqrt(float64(count))) }

// box is room that a label takes.
type box struct{ x1, y1, x2, y2 float64 }

// label writes words unless they would cover others.
func (d *drawing) label(class string, x, y float64, words string, taken []box) []box {
	b := box{x, y - 12, x + 6.6*float64(len([]rune(words))), y + 3}
	if b.x2 > mapWidth || b.x1 < 0 {
		return taken
	}
	for _, t := range taken {
		if b.x1 < t.x2 && t.x1 < b.x2 && b.y1 < t.y2 && t.y1 < b.y2 {
			return taken
		}
	}
	d.text(class, "start", x, y, words)
	return append(taken, b)
}

// projection lays the globe flat. Degrees of longitude are shortened as in the
// middle of the view, so that shapes there are true.
type projection struct {
	view              View
	perDegree, narrow float64
	height            float64
}

func newProjection(v View) projection {
	p := projection{view: v, narrow: math.Cos((v.South + v.North) / 2 * math.Pi / 180)}
	if v == World {
		p.narrow = 0.86
	}
	p.perDegree = mapWidth / ((v.East - v.West) * p.narrow)
	p.height = min(maxHeight, (v.North-v.South)*p.perDegree)
	return p
}

func (p projection) at(l data.LonLat) (x, y float64) {
	mid := (p.view.North + p.view.South) / 2
	return (l.Lon - p.view.West) * p.perDegree * p.narrow, p.height/2 - (l.Lat-mid)*p.perDegree
}

// lines projects every line of the base map.
func (p projection) lines(base *data.Basemap) [][][2]float64 {
	lines := make([][][2]float64, len(base.Lines))
	for i, line := range base.Lines {
		lines[i] = p.line(line, 2.2)
	}
	return lines
}

// line projects a line, less the points that are not so far apart from the last.
func (p projection) line(line []data.LonLat, apart float64) [][2]float64 {
	var kept [][2]float64
	for j, l := range line {
		x, y := p.at(l)
		if n := len(kept); n > 0 && j < len(line)-1 && math.Hypot(x-kept[n-1][0], y-kept[n-1][1]) < apart {
			continue
		}
		kept = append(kept, [2]float64{x, y})
	}
	return kept
}

// maxBorders is how many bytes borders within countries may add to a page.
const maxBorders = 24_000

// borders is the path of the lines that touch the view, coarser where they are
// many, "" where they would only make the map grey.
func (p projection) borders(base *data.Basemap) string {
	inView := func(l data.LonLat) bool { return p.view.holds(l.Lon, l.Lat) }
	for _, apart := range []float64{3, 6} {
		var path strings.Builder
		for _, line := range base.Lines {
			if slices.ContainsFunc(line, inView) {
				trace(&path, p.line(line, apart))
			}
		}
		if path.Len() <= maxBorders {
			return path.String()
		}
	}
	return ""
}

// country is the path of a country within the view, "" when none of it is.
func (p projection) country(base *data.Basemap, lines [][][2]float64, i int) string {
	var path strings.Builder
	for _, ring := range p.pieces(base.Countries[i], lines, 20) {
		if !speck(ring) {
			outline(&path, ring)
		}
	}
	return path.String()
}

// pieces are the rings of a country as far as they lie within the picture and a
// margin around it.
func (p projection) pieces(c data.Outline, lines [][][2]float64, margin float64) [][][2]float64 {
	around := 360 * p.perDegree * p.narrow
	var all [][][2]float64
	for _, numbers := range c.Rings {
		whole := unwrap(ring(lines, numbers), around)
		x1, y1, x2, y2 := bounds(whole)
		for _, by := range []float64{-around, 0, around} {
			if x2+by < -margin || x1+by > mapWidth+margin || y2 < -margin || y1 > p.height+margin {
				continue
			}
			if piece := cut(shift(whole, by), -margin, -margin, mapWidth+margin, p.height+margin); len(piece) > 2 {
				all = append(all, piece)
			}
		}
	}
	return all
}

// outline adds a ring to a path.
func outline(path *strings.Builder, ring [][2]float64) {
	before := path.Len()
	if trace(path, ring); path.Len() > before {
		path.WriteByte('Z')
	}
}

// trace adds a line to a path. One that is too short to be seen adds nothing.
func trace(path *strings.Builder, line [][2]float64) {
	x, y, begun := 0, 0, false
	for i, pt := range line {
		toX, toY := int(math.Round(pt[0]*fine)), int(math.Round(pt[1]*fine))
		if i == 0 {
			x, y = toX, toY
			continue
		}
		if toX == x && toY == y {
			continue
		}
		if !begun {
			fmt.Fprintf(path, "M%d %dl", x, y)
			begun = true
		}
		step(path, toX-x, toY-y)
		x, y = toX, toY
	}
}

// fine is how many steps of a path go on one unit: paths are written in whole
// numbers, each step from the last point, to keep the page small.
const fine = 2

// step writes a step of a path; a minus sign parts numbers by itself.
func step(path *strings.Builder, dx, dy int) {
	if dx >= 0 {
		path.WriteByte(' ')
	}
	path.WriteString(strconv.Itoa(dx))
	if dy >= 0 {
		path.WriteByte(' ')
	}
	path.WriteString(strconv.Itoa(dy))
}

// speck tells whether a ring is too small to be seen.
func speck(ring [][2]float64) bool {
	x1, y1, x2, y2 := bounds(ring)
	return x2-x1 < 2 && y2-y1 < 2
}

// middle is where the name of a country stands: the middle of its largest piece
// in view, if that has room for it.
func (p projection) middle(base *data.Basemap, lines [][][2]float64, i int) (at [2]float64, ok bool) {
	widest := 0.0
	for _, ring := range p.pieces(base.Countries[i], lines, 0) {
		x1, y1, x2, y2 := bounds(ring)
		if x2-x1 > widest {
			widest = x2 - x1
			at = centroid(ring, [2]float64{(x1 + x2) / 2, (y1 + y2) / 2})
		}
	}
	return at, widest > float64(len(base.Countries[i].Name))*7
}
