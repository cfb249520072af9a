package data

import (
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

//go:embed basemap/*.bin
var basemaps embed.FS

// Basemap is the outlines of the world's countries. A border that two countries
// share is one line, so that it can be drawn coarser without tearing them apart.
type Basemap struct {
	Lines     [][]LonLat
	Countries []Outline
}

// LonLat is a point of the globe, in degrees.
type LonLat struct{ Lon, Lat float64 }

// Outline is a country: closed rings (islands, and holes under the even-odd
// rule) that run along lines. The number n of a line means Lines[n] forwards; a
// negative one means Lines[^n] backwards.
type Outline struct {
	Name  string
	Rings [][]int
}

// OpenBasemap reads a base map: "world" at 1:110 million, "detail" at 1:50
// million, and "admin1", the lines between the first-order divisions of countries
// (provinces, states, regions) to about two kilometres, which has no outlines.
func OpenBasemap(name string) (*Basemap, error) {
	b, err := basemaps.ReadFile("basemap/" + name + ".bin")
	if err != nil {
		return nil, err
	}
	r := basemapReader{rest: b}
	m := r.read()
	if r.err != nil {
		return nil, fmt.Errorf("basemap/%s.bin: %w", name, r.err)
	}
	return m, nil
}

// basemapReader decodes what train/basemap writes: scale and offset of the grid
// as four floats; lines as steps on the grid; countries as a name and rings.
type basemapReader struct {
	rest []byte
	err  error
}

func (r *basemapReader) read() *Basemap {
	sx, sy, x0, y0 := r.float(), r.float(), r.float(), r.float()
	m := &Basemap{Lines: make([][]LonLat, r.count())}
	for i := range m.Lines {
		line := make([]LonLat, r.count())
		x, y := 0, 0
		for j := range line {
			x, y = x+r.signed(), y+r.signed()
			line[j] = LonLat{float64(x)*sx + x0, float64(y)*sy + y0}
		}
		m.Lines[i] = line
	}
	m.Countries = make([]Outline, r.count())
	for i := range m.Countries {
		c := &m.Countries[i]
		c.Name = string(r.bytes(r.count()))
		c.Rings = make([][]int, r.count())
		for j := range c.Rings {
			c.Rings[j] = make([]int, r.count())
			for k := range c.Rings[j] {
				c.Rings[j][k] = r.signed()
			}
		}
	}
	return m
}

var errShort = errors.New("the file is cut short")

func (r *basemapReader) bytes(n int) []byte {
	if n > len(r.rest) {
		r.err, r.rest = errShort, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *basemapReader) float() float64 {
	b := r.bytes(8)
	if b == nil {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b))
}

// count reads a length; no list is longer than the bytes that are left.
func (r *basemapReader) count() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > uint64(len(r.rest)) {
		r.err, r.rest = errShort, nil
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

func (r *basemapReader) signed() int {
	n, size := binary.Varint(r.rest)
	if size <= 0 {
		r.err, r.rest = errShort, nil
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}
