package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Borders within countries are kept to a hundredth of a degree, about a
// kilometre, and a point is left out when the line without it is less than two
// such steps away.
const (
	adminGrid  = 0.01
	adminApart = 2.0
)

// packAdmin1 writes the borders between the first-order divisions of every
// country, without the countries' own outlines: the lines that two divisions
// share. The package has a file for each country.
func packAdmin1(folder, to string) error {
	files, err := filepath.Glob(filepath.Join(folder, "???.topo.json"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no country's file in %s", folder)
	}
	var all topology
	all.Transform.Scale = [2]float64{adminGrid, adminGrid}
	for _, file := range files {
		lines, err := sharedLines(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, line := range lines {
			if steps := coarser(line); len(steps) > 1 {
				all.Arcs = append(all.Arcs, steps)
			}
		}
	}
	out, err := encode(&all)
	if err != nil {
		return err
	}
	return os.WriteFile(to, out, 0o644)
}

// sharedLines are the lines of a country's file that more than one division runs
// along, in degrees.
func sharedLines(file string) ([][][2]float64, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var t struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]int64
		Objects   map[string]struct{ Geometries []geometry }
	}
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, err
	}
	users := make([]int, len(t.Arcs))
	for _, o := range t.Objects {
		for _, g := range o.Geometries {
			if !strings.HasSuffix(g.Type, "Polygon") {
				continue // a point: an island too small to have a shape
			}
			rings, err := g.rings()
			if err != nil {
				return nil, err
			}
			for _, n := range each(rings) {
				users[n]++
			}
		}
	}
	var lines [][][2]float64
	for i, arc := range t.Arcs {
		if users[i] < 2 {
			continue
		}
		var x, y int64
		var line [][2]float64
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			line = append(line, [2]float64{float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0], float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// each lists the lines of rings, whichever way they run, each once.
func each(rings [][]int64) []int64 {
	seen := map[int64]bool{}
	var all []int64
	for _, ring := range rings {
		for _, n := range ring {
			if n < 0 {
				n = ^n
			}
			if !seen[n] {
				seen[n] = true
				all = append(all, n)
			}
		}
	}
	return all
}
