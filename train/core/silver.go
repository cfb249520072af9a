package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// silverTypes are the types of silver names, which are ours.
var silverTypes = nameSet{types: map[string]string{"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}}

// readSilver reads sentences of unmarked news that two programs marked: a word
// and both BIO labels a line (eval/bench/peers/silver.py). Where the programs
// differ either label is right; a word of which the second says "?" teaches
// nothing.
func readSilver(path string) ([]named, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []named
	var forms, ours, theirs []string
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		if in.Text() == "" {
			list = append(list, named{forms, silverLabels(forms, ours, theirs)})
			forms, ours, theirs = nil, nil, nil
			continue
		}
		col := strings.Split(in.Text(), "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("%s:%d: %d columns", path, n, len(col))
		}
		forms, ours, theirs = append(forms, col[0]), append(ours, col[1]), append(theirs, col[2])
	}
	return list, in.Err()
}

func silverLabels(forms, ours, theirs []string) []uint32 {
	allowed := silverTypes.labels(forms, ours)
	for i, set := range silverTypes.labels(forms, theirs) {
		allowed[i] |= set
		if theirs[i] == "?" {
			allowed[i] = 0
		}
	}
	return allowed
}
