// Trees has several models of the core read sentences without trees, and writes
// down what most of them agree on, for train/core to learn from.
//
//	go run ./train/trees -models a.bin,a.bin,b.bin,c.bin -silver silver.tsv -words 120000 ../shared > trees.tsv
//
// A model named twice has two votes. Each line is a word with its tag, features,
// head and relation, "_" where fewer than two thirds agree; an empty line ends a
// sentence. Read are the sentences of the sets of names, those of the silver
// names, and as many words as wanted of the reports of the world.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"griot/text/parse"
)

func main() {
	models := flag.String("models", "", "the models, set apart by commas")
	silver := flag.String("silver", "", "names in unmarked news, whose sentences are read too")
	words := flag.Int("words", 120000, "words of the reports of the world to read")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	err := run(strings.Split(*models, ","), flag.Arg(0), *silver, *words, out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "trees:", err)
		os.Exit(1)
	}
}

func run(models []string, shared, silver string, words int, out io.Writer) error {
	var voters []*parse.Model
	for _, path := range models {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		m, err := parse.Read(b)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		voters = append(voters, m)
	}
	s := sentences{seen: map[string]bool{}}
	if err := s.marked(shared, silver); err != nil {
		return err
	}
	if err := s.reports(shared, words); err != nil {
		return err
	}
	for _, forms := range s.list {
		readings := make([][]word, len(voters))
		for k, m := range voters {
			readings[k] = read(m, forms)
		}
		write(out, forms, agreed(readings))
	}
	return nil
}

func write(out io.Writer, forms []string, words []word) {
	for i, w := range words {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", forms[i], w.tag, w.feats, w.arc)
	}
	fmt.Fprintln(out)
}
