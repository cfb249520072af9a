package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"griot"
)

// ecbDoc is a document of the ECB+ corpus (Cybulska & Vossen 2014): sentences
// of tokens, mentions of events and entities with their chains across
// documents, and the subtopic, which is the story it tells.
type ecbDoc struct {
	Doc       string       `json:"doc"`
	Subtopic  string       `json:"subtopic"`
	Sentences [][]string   `json:"sentences"`
	Mentions  []ecbMention `json:"mentions"`
}

type ecbMention struct {
	Kind   string `json:"kind"`
	Sent   int    `json:"sent"`
	Tokens []int  `json:"tokens"`
	Chain  string `json:"chain"`
}

func readECB(path string) ([]ecbDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []ecbDoc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var d ecbDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("line %d %w: %w", n, ErrFormat, err)
		}
		if d.Doc == "" || d.Subtopic == "" || len(d.Sentences) == 0 {
			return nil, fmt.Errorf("line %d %w: it needs doc, subtopic and sentences", n, ErrFormat)
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// ecbReports are the documents as reports, a sentence a line.
func ecbReports(docs []ecbDoc) []*griot.Report {
	reports := make([]*griot.Report, len(docs))
	for i, d := range docs {
		lines := make([]string, len(d.Sentences))
		for j, s := range d.Sentences {
			lines[j] = strings.Join(s, " ")
		}
		reports[i] = &griot.Report{ID: d.Doc, Text: strings.Join(lines, "\n")}
	}
	return reports
}
