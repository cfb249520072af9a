//go:build unix

// Command core runs griot's linguistic core over texts, for run.py beside it:
// one JSON object a line in, {"id", "text"}; one JSON object out, with the
// speed, the memory and the names of every text.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"griot"
	"griot/pipeline"
	"griot/text"
)

type input struct{ ID, Text string }

type name struct {
	Words string `json:"words"`
	Type  string `json:"type"`
}

type output struct {
	WordsPerSecond float64           `json:"words_per_second"`
	LoadSeconds    float64           `json:"load_seconds"`
	PeakMB         float64           `json:"peak_mb"`
	Names          map[string][]name `json:"names"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "core:", err)
		os.Exit(1)
	}
}

func run() error {
	inputs, err := readInputs()
	if err != nil {
		return err
	}
	began := time.Now()
	reader, err := pipeline.NewReader()
	if err != nil {
		return err
	}
	out := output{LoadSeconds: time.Since(began).Seconds(), Names: map[string][]name{}}
	words := 0
	began = time.Now()
	for _, in := range inputs {
		doc, err := reader.Annotate(griot.Report{ID: in.ID, Ref: in.ID, Text: in.Text, Language: "en"})
		if err != nil {
			return err
		}
		words += len(strings.Fields(in.Text))
		out.Names[in.ID] = names(doc)
	}
	out.WordsPerSecond = float64(words) / time.Since(began).Seconds()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return err
	}
	out.PeakMB = float64(u.Maxrss) / 1024
	return json.NewEncoder(os.Stdout).Encode(out)
}

func readInputs() ([]input, error) {
	var all []input
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var in input
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return nil, err
		}
		all = append(all, in)
	}
	return all, lines.Err()
}

func names(doc *text.Doc) []name {
	all := []name{}
	for _, n := range doc.Names {
		all = append(all, name{doc.Words(n.Range), n.Type})
	}
	return all
}
