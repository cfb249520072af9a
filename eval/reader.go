package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"griot"
	"griot/text"
	"griot/text/annotate"
)

// trees makes documents of raw texts with segments, tags, trees and names: what
// the tasks of quotation and factuality need, and no more.
func trees() (func(string) (*text.Doc, error), error) {
	run, err := annotate.Trees()
	if err != nil {
		return nil, err
	}
	return func(s string) (*text.Doc, error) {
		doc := &text.Doc{Report: griot.Report{Text: s, Language: "en"}}
		return doc, run(doc)
	}, nil
}

// readLines decodes a file of one JSON object a line.
func readLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []T
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for line := 1; in.Scan(); line++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("line %d: %w: %w", line, ErrFormat, err)
		}
		all = append(all, v)
	}
	return all, in.Err()
}

// runes maps the offsets of a text in code points to bytes; the last entry is
// the length in bytes.
func runes(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}
