// Command silver writes the sentences of news reports, each word with the label of
// the name it is in, for silver.py beside it: a word and its BIO label a line, a
// blank line after each sentence. Its arguments are the files, texts whose first
// line is their address.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"griot"
	"griot/pipeline"
	"griot/text"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "silver:", err)
		os.Exit(1)
	}
}

func run(paths []string) error {
	reader, err := pipeline.NewReader()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		_, body, _ := strings.Cut(strings.ToValidUTF8(string(b), ""), "\n")
		doc, err := reader.Annotate(griot.Report{ID: path, Ref: path, Text: body, Language: "en"})
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		write(out, doc)
	}
	return out.Flush()
}

func write(out *bufio.Writer, doc *text.Doc) {
	for _, s := range doc.Sentences {
		for i := s.Range.First; i < s.Range.End; i++ {
			label := "O"
			if n := doc.Name(i); n >= 0 {
				label = "I-" + doc.Names[n].Type
				if doc.Names[n].First == i {
					label = "B-" + doc.Names[n].Type
				}
			}
			fmt.Fprintf(out, "%s\t%s\n", doc.Tokens[i].Form, label)
		}
		fmt.Fprintln(out)
	}
}
