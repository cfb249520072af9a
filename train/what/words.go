package main

import (
	"os"
	"slices"
	"strings"

	"griot/text"
)

// words writes the words that the treebanks write with a small letter, three
// times at least and more often than with a capital, one a line. They restore
// the case of texts printed in capitals.
func words(out string, treebanks []string) error {
	small, large := map[string]int{}, map[string]int{}
	for _, path := range treebanks {
		if err := countWords(path, small, large); err != nil {
			return err
		}
	}
	var list []string
	for w, n := range small {
		if n >= 3 && n > large[w] {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	return os.WriteFile(out, []byte(strings.Join(list, "\n")+"\n"), 0o644)
}

func countWords(path string, small, large map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		return err
	}
	for _, d := range docs {
		for i, t := range d.Tokens {
			lower := strings.ToLower(t.Form)
			if strings.Trim(lower, "abcdefghijklmnopqrstuvwxyz'-") != "" {
				continue
			}
			switch {
			case t.Form == lower:
				small[lower]++
			case i > d.Sentences[t.Sentence].First:
				large[lower]++
			}
		}
	}
	return nil
}
