package atlas

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// Entry is a place with all the names it is found by.
type Entry struct {
	Place
	Names   []string // besides Place.Name
	Peoples []string // demonyms: "Nigerien", "Nigeriens"
}

// magic begins every packed gazetteer; its digit counts format changes.
const magic = "griot gazetteer 2\n"

// Pack writes a gazetteer that Open reads. The same entries in any order give
// the same bytes.
func Pack(w io.Writer, entries []Entry) error {
	raw, err := write(entries)
	if err != nil {
		return err
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	if _, err := w.Write(z.EncodeAll(raw, []byte(magic))); err != nil {
		return err
	}
	return z.Close()
}

// write encodes entries as the columns that read decodes, each after its length.
func write(entries []Entry) ([]byte, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, order)
	var p packer
	for i := range entries {
		if err := p.add(&entries[i]); err != nil {
			return nil, err
		}
	}
	p.index(entries)
	var raw []byte
	for _, column := range p.columns() {
		raw = binary.AppendUvarint(raw, uint64(column.Len()))
		raw = append(raw, column.Bytes()...)
	}
	return raw, nil
}

// order keeps places of one division together, so that their columns differ
// little from row to row.
func order(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Country, b.Country), cmp.Compare(a.Admin1, b.Admin1), cmp.Compare(a.Admin2, b.Admin2),
		cmp.Compare(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name))
}

// packer collects the columns of a gazetteer.
type packer struct {
	area, kind, size, radius, name, id, lat, lon bytes.Buffer
	keys, posts                                  bytes.Buffer
	last                                         Place
	n                                            int
}

func (p *packer) columns() []*bytes.Buffer {
	return []*bytes.Buffer{&p.area, &p.kind, &p.size, &p.radius, &p.name, &p.id, &p.lat, &p.lon, &p.keys, &p.posts}
}

func (p *packer) add(e *Entry) error {
	if e.Kind >= kinds || e.Name == "" || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 {
		return fmt.Errorf("atlas: %q is no place: kind %d at %g, %g", e.Name, e.Kind, e.Lat, e.Lon)
	}
	if p.n == 0 || e.Country != p.last.Country || e.Admin1 != p.last.Admin1 || e.Admin2 != p.last.Admin2 {
		p.area.WriteByte(1)
		fmt.Fprintf(&p.area, "%s\t%s\t%s\n", e.Country, e.Admin1, e.Admin2)
	} else {
		p.area.WriteByte(0)
	}
	p.kind.WriteByte(byte(e.Kind))
	p.size.WriteByte(squeeze(float64(e.Population), 20))
	if !e.Kind.Populated() {
		p.radius.WriteByte(squeeze(e.RadiusKm, 50))
	}
	p.name.WriteString(e.Name + "\n")
	delta(&p.id, e.ID, p.last.ID)
	delta(&p.lat, grid(e.Lat), grid(p.last.Lat))
	delta(&p.lon, grid(e.Lon), grid(p.last.Lon))
	p.last = e.Place
	p.n++
	return nil
}

// grid is a coordinate in units of 0.001°, about 110 m.
func grid(degrees float64) int { return int(math.Round(degrees * 1000)) }

// squeeze keeps the magnitude of a count in a byte, in steps of 1/per of a
// power of ten.
func squeeze(x, per float64) byte {
	return byte(min(255, math.Round(per*math.Log10(max(x, 0)+1))))
}

func expand(b byte, per float64) float64 { return math.Pow(10, float64(b)/per) - 1 }

func delta(b *bytes.Buffer, now, last int) {
	b.Write(binary.AppendVarint(nil, int64(now-last)))
}

// index writes the sorted keys, front-coded in blocks, and for each the rows
// it names; a row named as a people is marked.
func (p *packer) index(entries []Entry) {
	rows := map[string][]int{}
	for i, e := range entries {
		for _, n := range append([]string{e.Name}, e.Names...) {
			rows[Key(n)] = append(rows[Key(n)], i<<1)
		}
		for _, n := range e.Peoples {
			rows[Key(n)] = append(rows[Key(n)], i<<1|1)
		}
	}
	last := ""
	for n, key := range slices.Sorted(maps.Keys(rows)) {
		if n%block == 0 {
			last = ""
		}
		shared := common(key, last)
		p.keys.Write(binary.AppendUvarint(nil, uint64(shared)))
		p.keys.Write(binary.AppendUvarint(nil, uint64(len(key)-shared)))
		p.keys.WriteString(key[shared:])
		p.posting(rows[key])
		last = key
	}
}

func (p *packer) posting(rows []int) {
	slices.Sort(rows)
	rows = slices.Compact(rows)
	p.posts.Write(binary.AppendUvarint(nil, uint64(len(rows))))
	last := 0
	for _, r := range rows {
		p.posts.Write(binary.AppendUvarint(nil, uint64(r-last)))
		last = r
	}
}

func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
