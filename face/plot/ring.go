package plot

import "math"

// ring joins the lines of a closed ring; a negative number is a line backwards.
func ring(lines [][][2]float64, numbers []int) [][2]float64 {
	var all [][2]float64
	for _, n := range numbers {
		if n >= 0 {
			all = append(all, lines[n]...)
			continue
		}
		line := lines[^n]
		for i := len(line) - 1; i >= 0; i-- {
			all = append(all, line[i])
		}
	}
	return all
}

// unwrap makes a ring that leaves the map on one side and comes back on the
// other go on instead; around is the way around the globe.
func unwrap(ring [][2]float64, around float64) [][2]float64 {
	by := 0.0
	for i := 1; i < len(ring); i++ {
		ring[i][0] += by
		switch gap := ring[i][0] - ring[i-1][0]; {
		case gap > around/2:
			by -= around
			ring[i][0] -= around
		case gap < -around/2:
			by += around
			ring[i][0] += around
		}
	}
	return ring
}

// shift moves a ring sideways.
func shift(ring [][2]float64, by float64) [][2]float64 {
	if by == 0 {
		return ring
	}
	moved := make([][2]float64, len(ring))
	for i, p := range ring {
		moved[i] = [2]float64{p[0] + by, p[1]}
	}
	return moved
}

// cut clips a ring to a rectangle, one edge after the other (Sutherland and
// Hodgman, 1974).
func cut(ring [][2]float64, x1, y1, x2, y2 float64) [][2]float64 {
	for _, edge := range []struct {
		axis int
		at   float64
		sign float64 // 1 keeps what is greater
	}{{0, x1, 1}, {0, x2, -1}, {1, y1, 1}, {1, y2, -1}} {
		var kept [][2]float64
		inside := func(p [2]float64) bool { return (p[edge.axis]-edge.at)*edge.sign >= 0 }
		for i, p := range ring {
			last := ring[(i+len(ring)-1)%len(ring)]
			if inside(p) != inside(last) {
				t := (edge.at - last[edge.axis]) / (p[edge.axis] - last[edge.axis])
				kept = append(kept, [2]float64{last[0] + t*(p[0]-last[0]), last[1] + t*(p[1]-last[1])})
			}
			if inside(p) {
				kept = append(kept, p)
			}
		}
		ring = kept
	}
	return ring
}

func bounds(ring [][2]float64) (x1, y1, x2, y2 float64) {
	x1, y1, x2, y2 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range ring {
		x1, y1, x2, y2 = min(x1, p[0]), min(y1, p[1]), max(x2, p[0]), max(y2, p[1])
	}
	return x1, y1, x2, y2
}

// centroid is the centre of gravity of a ring; otherwise for one without area.
func centroid(ring [][2]float64, otherwise [2]float64) [2]float64 {
	var area, x, y float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		cross := p[0]*q[1] - q[0]*p[1]
		area += cross
		x += (p[0] + q[0]) * cross
		y += (p[1] + q[1]) * cross
	}
	if math.Abs(area) < 1 {
		return otherwise
	}
	return [2]float64{x / (3 * area), y / (3 * area)}
}
