package learn

import (
	"bytes"
	"testing"
)

func FuzzParse(f *testing.F) {
	model := NewFile()
	model.Put("words", []byte("a\nb"))
	model.Put("", nil)
	f.Add(model.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		model, err := Parse(b)
		if err != nil {
			return
		}
		again, err := Parse(model.Bytes())
		if err != nil || !bytes.Equal(again.Bytes(), model.Bytes()) {
			t.Fatalf("it does not read what it wrote: %v", err)
		}
	})
}
