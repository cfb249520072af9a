// Command prose runs the Go library prose over texts, for run.py beside it: one
// JSON object a line in, {"id", "text"}; one JSON object out, with the names of
// every text and the seconds taken. It is a module of its own, so that griot
// does not depend on prose.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/jdkato/prose/v2"
)

type name struct {
	Words string `json:"words"`
	Type  string `json:"type"`
}

// types are prose's types of name by ours.
var types = map[string]string{"PERSON": "PER", "GPE": "LOC", "ORG": "ORG"}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "prose:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	found := map[string][]name{}
	var took time.Duration
	for lines := json.NewDecoder(in); ; {
		var text struct{ ID, Text string }
		if err := lines.Decode(&text); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		began := time.Now()
		doc, err := prose.NewDocument(text.Text)
		if err != nil {
			return err
		}
		took += time.Since(began)
		found[text.ID] = nil
		for _, e := range doc.Entities() {
			if t, ok := types[e.Label]; ok {
				found[text.ID] = append(found[text.ID], name{e.Text, t})
			}
		}
	}
	return json.NewEncoder(out).Encode(map[string]any{"names": found, "seconds": took.Seconds()})
}
