package main

import "math"

// coarser puts a line on the grid, leaves out the points that it hardly needs
// (Douglas and Peucker, 1973), and returns it as steps.
func coarser(line [][2]float64) [][2]int64 {
	at := make([][2]float64, len(line))
	for i, p := range line {
		at[i] = [2]float64{p[0] / adminGrid, p[1] / adminGrid}
	}
	keep := make([]bool, len(at))
	keep[0], keep[len(at)-1] = true, true
	needed(at, keep, 0, len(at)-1)
	var steps [][2]int64
	var x, y int64
	for i, p := range at {
		if !keep[i] {
			continue
		}
		nx, ny := int64(math.Round(p[0])), int64(math.Round(p[1]))
		if len(steps) == 0 || nx != x || ny != y {
			steps = append(steps, [2]int64{nx - x, ny - y})
		}
		x, y = nx, ny
	}
	return steps
}

// needed marks the points between two that are farther than adminApart from the
// straight line between them.
func needed(at [][2]float64, keep []bool, from, to int) {
	farthest, most := 0, adminApart
	for i := from + 1; i < to; i++ {
		if d := distance(at[i], at[from], at[to]); d > most {
			farthest, most = i, d
		}
	}
	if farthest == 0 {
		return
	}
	keep[farthest] = true
	needed(at, keep, from, farthest)
	needed(at, keep, farthest, to)
}

// distance is how far a point is from the straight piece between two others.
func distance(p, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	if size := dx*dx + dy*dy; size > 0 {
		t := min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/size))
		a = [2]float64{a[0] + t*dx, a[1] + t*dy}
	}
	return math.Hypot(p[0]-a[0], p[1]-a[1])
}
