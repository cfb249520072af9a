package atlas

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"testing"
)

// FuzzOpen opens damaged gazetteers; what is fuzzed is what they unpack to.
func FuzzOpen(f *testing.F) {
	var packed bytes.Buffer
	if err := Pack(&packed, []Entry{{Place: Place{Name: "Boni", Country: "NE", Lat: 13, Lon: 1.8, ID: 7}, Names: []string{"Bony"}}, {Place: Place{Name: "Téra", Country: "NE", Lat: 14, Lon: 0.8, ID: 8}}}); err != nil {
		f.Fatal(err)
	}
	rest := packed.Bytes()[len(magic):]
	_, n := binary.Uvarint(rest)
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest[n:])))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		b := binary.AppendUvarint([]byte(magic), uint64(len(raw)))
		var z bytes.Buffer
		w, _ := flate.NewWriter(&z, flate.NoCompression)
		_, _ = w.Write(raw)
		_ = w.Close()
		a, err := Open(append(b, z.Bytes()...))
		if err != nil {
			return
		}
		for i := range min(a.Len(), 100) {
			a.Place(i)
		}
		a.Find("boni")
		a.Division("NE", "07")
	})
}
