package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/text/parse"
)

func TestLoadVectors(t *testing.T) {
	numbers := func(first string) string { return "[" + first + strings.Repeat(",0", vectorWidth+1) + "]" }
	file := fmt.Sprintf(`{"size": 3, "words": ["vectors", "a"], "vectors": {"Junta": %s, "2004": %s, "1999": %s}, "unkVector": 1}`,
		numbers("0.5"), numbers("-9"), numbers("1"))
	path := filepath.Join(t.TempDir(), "vectors.json")
	if err := os.WriteFile(path, []byte(file), 0o644); err != nil {
		t.Fatal(err)
	}
	v, err := loadVectors(path)
	if err != nil {
		t.Fatal(err)
	}
	// numbers of as many digits share a vector, that of the most frequent one
	if want := []int32{parse.VectorEntry("junta"), parse.VectorEntry("1999")}; !slices.Equal(v.entries, want) {
		t.Errorf("entries %v, want %v", v.entries, want)
	}
	if len(v.values) != 2*vectorWidth || v.values[0] != 20 || v.values[vectorWidth] != -127 {
		t.Errorf("%d numbers, %d and %d first", len(v.values), v.values[0], v.values[vectorWidth])
	}
}

func TestSilverLabels(t *testing.T) {
	per, org, none := typeLabels("PER"), typeLabels("ORG"), uint32(1)
	got := silverLabels(
		[]string{"Bola", "met", "Bala", "Hub"},
		[]string{"B-PER", "O", "B-PER", "O"},
		[]string{"B-PER", "O", "B-ORG", "?"})
	single := func(set uint32) uint32 {
		return set & (1<<parse.NameLabel("PER", 0, 1) | 1<<parse.NameLabel("ORG", 0, 1))
	}
	want := []uint32{single(per), none, single(per | org), 0}
	if !slices.Equal(got, want) {
		t.Errorf("labels %b, want %b", got, want)
	}
}
