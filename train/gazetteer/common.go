package main

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"griot/claim/where/atlas"
)

// treebanks are the UD files that tell common words from proper names.
var treebanks = []string{"ewt-train.conllu", "gum-train-free.conllu"}

// commonWords lists the keys of entries that are more often a common word than
// a proper name in the treebanks of a folder: "reading", "mobile", "of".
func commonWords(dir string, entries []atlas.Entry) ([]string, error) {
	common := map[string]int{}
	for _, name := range treebanks {
		if err := countWords(filepath.Join(dir, name), common); err != nil {
			return nil, err
		}
	}
	keys := map[string]bool{}
	for _, e := range entries {
		for _, n := range append(e.Names, e.Name) {
			if k := atlas.Key(n); common[k] > 0 && e.Kind > atlas.Admin1 {
				keys[k] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(keys)), nil
}

// countWords adds 1 for every use of a word as a common word and takes 2 away
// for every use as a proper name.
func countWords(path string, common map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		if len(c) < 10 || strings.IndexFunc(c[1], func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
			continue
		}
		if c[3] == "PROPN" {
			common[strings.ToLower(c[1])] -= 2
		} else {
			common[strings.ToLower(c[1])]++
		}
	}
	return in.Err()
}
