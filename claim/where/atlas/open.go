package atlas

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Atlas is an opened gazetteer. It is safe for many readers at once.
type Atlas struct {
	rows  []row
	areas []area
	names string // display names, one after another
	keys  []byte // front-coded in blocks of equal count
	posts []byte
	heads []head // of the blocks
	extra extra  // the user's own places
}

// block is how many keys are front-coded together: a lookup reads at most one
// block after a binary search among their first keys.
const block = 16

// largest is the most bytes that a gazetteer may have when unpacked.
const largest = 1 << 28

type row struct {
	lat, lon           int32
	id                 int32
	name, end          uint32
	area               uint32
	kind, size, radius uint8
}

type area struct{ country, admin1, admin2 string }

type head struct{ key, post uint32 }

var errPacked = errors.New("atlas: the packed gazetteer is damaged")

// Open unpacks a gazetteer that Pack wrote.
func Open(packed []byte) (*Atlas, error) {
	rest, ok := bytes.CutPrefix(packed, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("%w: it does not begin with %q", errPacked, magic)
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(largest))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	raw, err := z.DecodeAll(rest, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", errPacked, err)
	}
	return read(raw)
}

// read decodes the columns of a gazetteer.
func read(raw []byte) (*Atlas, error) {
	var columns [10][]byte
	for i := range columns {
		size, n := binary.Uvarint(raw)
		if n <= 0 || size > uint64(len(raw)-n) {
			return nil, errPacked
		}
		columns[i], raw = raw[n:n+int(size)], raw[n+int(size):]
	}
	a := &Atlas{keys: columns[8], posts: columns[9]}
	if !a.readRows(columns[:8]) || !a.readHeads() {
		return nil, errPacked
	}
	return a, nil
}

// readRows decodes the columns of the places.
func (a *Atlas) readRows(c [][]byte) bool {
	n := len(c[1])
	if len(c[2]) != n {
		return false
	}
	a.rows = make([]row, n)
	a.names = string(c[4])
	at := 0
	var id, lat, lon int64
	for i := range a.rows {
		r := &a.rows[i]
		if !a.readArea(&c[0]) || !step(&c[5], &id) || !step(&c[6], &lat) || !step(&c[7], &lon) {
			return false
		}
		end := strings.IndexByte(a.names[at:], '\n')
		if end < 0 {
			return false
		}
		*r = row{lat: int32(lat), lon: int32(lon), id: int32(id), name: uint32(at), end: uint32(at + end),
			area: uint32(len(a.areas) - 1), kind: c[1][i], size: c[2][i]}
		if !Kind(r.kind).Populated() {
			if len(c[3]) == 0 {
				return false
			}
			r.radius, c[3] = c[3][0], c[3][1:]
		}
		at += end + 1
	}
	return true
}

func (a *Atlas) readArea(column *[]byte) bool {
	if len(*column) == 0 {
		return false
	}
	fresh := (*column)[0]
	*column = (*column)[1:]
	if fresh == 0 {
		return len(a.areas) > 0
	}
	end := bytes.IndexByte(*column, '\n')
	if end < 0 {
		return false
	}
	line := string((*column)[:end])
	*column = (*column)[end+1:]
	f := strings.SplitN(line, "\t", 3)
	if len(f) != 3 {
		return false
	}
	a.areas = append(a.areas, area{f[0], f[1], f[2]})
	return true
}

func step(column *[]byte, value *int64) bool {
	d, n := binary.Varint(*column)
	if n <= 0 {
		return false
	}
	*column = (*column)[n:]
	*value += d
	return true
}

// readHeads finds where the blocks of keys and their postings begin.
func (a *Atlas) readHeads() bool {
	k, p := 0, 0
	for n := 0; k < len(a.keys); n++ {
		if n%block == 0 {
			a.heads = append(a.heads, head{uint32(k), uint32(p)})
		}
		_, size, next := a.key(k)
		if next < 0 || size > len(a.keys)-next {
			return false
		}
		k = next + size
		if p = a.skip(p); p < 0 {
			return false
		}
	}
	return true
}

// key reads the lengths of the shared and own part of the key at byte k; its
// own part begins at next, which is -1 when the bytes end.
func (a *Atlas) key(k int) (shared, own, next int) {
	s, n := binary.Uvarint(a.keys[k:])
	if n <= 0 {
		return 0, 0, -1
	}
	o, m := binary.Uvarint(a.keys[k+n:])
	if m <= 0 || o > uint64(len(a.keys)) || s > uint64(len(a.keys)) {
		return 0, 0, -1
	}
	return int(s), int(o), k + n + m
}

// skip is where the posting after the one at byte p begins, or -1.
func (a *Atlas) skip(p int) int {
	count, n := binary.Uvarint(a.posts[p:])
	if n <= 0 {
		return -1
	}
	for p += n; count > 0; count-- {
		_, n := binary.Uvarint(a.posts[p:])
		if n <= 0 {
			return -1
		}
		p += n
	}
	return p
}
