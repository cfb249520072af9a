package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// magic begins every model file; its last byte is the version of the format.
const magic = "griot model\x01"

// File is a model as it is stored: named sections of bytes.
type File struct {
	names    []string
	sections map[string][]byte
}

// NewFile is a file without sections.
func NewFile() *File { return &File{sections: map[string][]byte{}} }

// Parse reads what Bytes wrote. The sections share b.
func Parse(b []byte) (*File, error) {
	rest, ok := strings.CutPrefix(string(b[:min(len(b), len(magic))]), magic)
	if !ok || rest != "" {
		return nil, errors.New("learn: not a model file, or one of another version")
	}
	f, b := NewFile(), b[len(magic):]
	for len(b) > 0 {
		name, next, err := chunk(b)
		if err != nil {
			return nil, err
		}
		data, next, err := chunk(next)
		if err != nil {
			return nil, err
		}
		f.Put(string(name), data)
		b = next
	}
	return f, nil
}

// Clone is a file with the same sections, to put others in their place.
func (f *File) Clone() *File { return &File{slices.Clone(f.names), maps.Clone(f.sections)} }

// Has tells whether there is a section.
func (f *File) Has(name string) bool {
	_, ok := f.sections[name]
	return ok
}

// chunk cuts a piece of bytes with its length before it.
func chunk(b []byte) (piece, rest []byte, err error) {
	n, k := binary.Uvarint(b)
	if k <= 0 || n > uint64(len(b)-k) {
		return nil, nil, errors.New("learn: the model file is cut short")
	}
	return b[k : k+int(n)], b[k+int(n):], nil
}

// Bytes is the file as it is stored.
func (f *File) Bytes() []byte {
	b := []byte(magic)
	for _, name := range f.names {
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(b, name...)
		b = binary.AppendUvarint(b, uint64(len(f.sections[name])))
		b = append(b, f.sections[name]...)
	}
	return b
}

// Put sets a section.
func (f *File) Put(name string, data []byte) {
	if _, ok := f.sections[name]; !ok {
		f.names = append(f.names, name)
	}
	f.sections[name] = data
}

// Get is a section's bytes.
func (f *File) Get(name string) ([]byte, error) {
	b, ok := f.sections[name]
	if !ok {
		return nil, fmt.Errorf("learn: the model has no %q", name)
	}
	return b, nil
}

// PutStrings sets a section to lines; none may hold a line break.
func (f *File) PutStrings(name string, lines []string) {
	f.Put(name, []byte(strings.Join(lines, "\n")))
}

// Strings is a section of lines.
func (f *File) Strings(name string) ([]string, error) {
	b, err := f.Get(name)
	if err != nil {
		return nil, err
	}
	return strings.Split(string(b), "\n"), nil
}

// PutInt32s sets a section to numbers.
func (f *File) PutInt32s(name string, x []int32) {
	b := make([]byte, 0, 4*len(x))
	for _, v := range x {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	f.Put(name, b)
}

// Int32s is a section of numbers.
func (f *File) Int32s(name string) ([]int32, error) {
	b, err := f.Get(name)
	if err != nil {
		return nil, err
	}
	x := make([]int32, len(b)/4)
	for i := range x {
		x[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return x, nil
}

// PutInt8s sets a section to small numbers.
func (f *File) PutInt8s(name string, x []int8) {
	b := make([]byte, len(x))
	for i, v := range x {
		b[i] = byte(v)
	}
	f.Put(name, b)
}

// Int8s is a section of small numbers.
func (f *File) Int8s(name string) ([]int8, error) {
	b, err := f.Get(name)
	if err != nil {
		return nil, err
	}
	x := make([]int8, len(b))
	for i, v := range b {
		x[i] = int8(v)
	}
	return x, nil
}

// PutDense sets the sections of a layer.
func (f *File) PutDense(name string, d *Dense) {
	f.PutInt32s(name+".shape", []int32{int32(d.In), int32(d.Out)})
	f.PutInt8s(name+".weights", d.weights)
	f.PutInt32s(name+".mult", d.mult)
	f.PutInt32s(name+".bias", d.bias)
}

// Dense is the layer that PutDense stored.
func (f *File) Dense(name string) (*Dense, error) {
	shape, err := f.Int32s(name + ".shape")
	if err != nil {
		return nil, err
	}
	weights, err1 := f.Int8s(name + ".weights")
	mult, err2 := f.Int32s(name + ".mult")
	bias, err3 := f.Int32s(name + ".bias")
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	if len(shape) != 2 || slices.Min(shape) <= 0 {
		return nil, fmt.Errorf("learn: layer %q has the shape %v", name, shape)
	}
	d, err := NewDense(int(shape[0]), int(shape[1]), weights, mult, bias)
	if err != nil {
		return nil, fmt.Errorf("learn: layer %q: %w", name, err)
	}
	return d, nil
}
