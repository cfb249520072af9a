package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"griot/claim/where/atlas"
)

// shape is where a polygon lies: its centre of area and the radius in
// kilometres of a disc as large.
type shape struct{ lat, lon, radius float64 }

// topology is the part of a TopoJSON file that we need.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Objects   map[string]struct{ Geometries []geometry }
	Arcs      [][][2]float64
}

type geometry struct {
	Type       string
	Properties struct{ Name string }
	Arcs       any // ring lists, one level deeper for a MultiPolygon
}

// readShapes measures the divisions of every country that has a file.
func readShapes(dir string, countries []country) (map[string]shape, error) {
	shapes := map[string]shape{}
	for _, c := range countries {
		path := filepath.Join(dir, strings.ToLower(c.iso3)+".topo.json")
		if _, err := os.Stat(path); err != nil {
			continue // small dependencies have no map
		}
		var t topology
		if err := readJSON(path, &t); err != nil {
			return nil, err
		}
		for _, o := range t.Objects {
			for _, g := range o.Geometries {
				if s, ok := t.measure(g); ok {
					shapes[c.iso+" "+divisionKey(g.Properties.Name)] = s
				}
			}
		}
	}
	if len(shapes) == 0 {
		return nil, fmt.Errorf("%s: no maps of divisions", dir)
	}
	return shapes, nil
}

// measure sums the rings of all polygons of a geometry; holes are left in.
func (t *topology) measure(g geometry) (shape, bool) {
	polygons, _ := g.Arcs.([]any)
	if g.Type == "Polygon" {
		polygons = []any{g.Arcs}
	}
	var area, x, y float64
	for _, p := range polygons {
		rings, _ := p.([]any)
		if len(rings) == 0 {
			continue
		}
		a, cx, cy := centre(t.ring(rings[0]))
		area, x, y = area+a, x+a*cx, y+a*cy
	}
	if area == 0 {
		return shape{}, false
	}
	lat, lon := y/area, x/area
	square := area * 111.2 * 111.2 * math.Cos(lat*math.Pi/180)
	return shape{lat, lon, math.Sqrt(square / math.Pi)}, true
}

// ring joins arcs, whose points are kept as differences; ^i is arc i reversed.
func (t *topology) ring(arcs any) [][2]float64 {
	var out [][2]float64
	list, _ := arcs.([]any)
	for _, a := range list {
		f, _ := a.(float64)
		i, back := int(f), f < 0
		if back {
			i = ^i
		}
		if i >= len(t.Arcs) {
			continue
		}
		points := t.points(t.Arcs[i])
		if back {
			for l, r := 0, len(points)-1; l < r; l, r = l+1, r-1 {
				points[l], points[r] = points[r], points[l]
			}
		}
		out = append(out, points...)
	}
	return out
}

func (t *topology) points(arc [][2]float64) [][2]float64 {
	out := make([][2]float64, len(arc))
	var x, y float64
	for i, d := range arc {
		x, y = x+d[0], y+d[1]
		out[i] = [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
	}
	return out
}

// centre is the area of a ring in square degrees and its centre of area.
func centre(ring [][2]float64) (area, x, y float64) {
	for i := range ring {
		p, q := ring[i], ring[(i+1)%len(ring)]
		w := p[0]*q[1] - q[0]*p[1]
		area, x, y = area+w, x+w*(p[0]+q[0]), y+w*(p[1]+q[1])
	}
	if area == 0 {
		return 0, 0, 0
	}
	return math.Abs(area / 2), x / (3 * area), y / (3 * area)
}

// spread is the middle of points and the distance within which most of them lie.
func spread(towns []*town) shape {
	var s shape
	for _, t := range towns {
		s.lat, s.lon = s.lat+t.lat/float64(len(towns)), s.lon+t.lon/float64(len(towns))
	}
	sum := 0.0
	for _, t := range towns {
		d := atlas.Km(s.lat, s.lon, t.lat, t.lon)
		sum += d * d / float64(len(towns))
	}
	s.radius = max(5, 1.5*math.Sqrt(sum))
	return s
}
