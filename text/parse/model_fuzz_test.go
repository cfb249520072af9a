package parse

import (
	"testing"

	"griot/learn"
)

// FuzzRead reads model files with one damaged section. The sections of the true
// model are too large to be seeds; their names are what matters.
func FuzzRead(f *testing.F) {
	f.Add("words", []byte("a\nb"))
	f.Add("tags", []byte("NOUN|NN\n"))
	f.Add("dims", []byte{8, 8, 8})
	f.Fuzz(func(t *testing.T, section string, data []byte) {
		file := learn.NewFile()
		file.Put(section, data)
		if m, err := Read(file.Bytes()); err == nil {
			t.Fatalf("one section %q makes a model %v", section, m)
		}
	})
}
