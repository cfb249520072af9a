// Command what makes the data of claim/what and eval that is counted or
// learned from annotation:
//
//	go run ./train/what words OUT TREEBANK…   words that are written small
//	go run ./train/what types OUT GOLD…       weights of the model of event types
//
// TREEBANK and GOLD are files whose licence lets what is learned from them be
// shipped: UD EWT and GUM (free genres); plover_gsr, up_petr2_gsr and
// petrarch_unittest_ud.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "what:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) >= 3 {
		switch args[0] {
		case "words":
			return words(args[1], args[2:])
		case "types":
			return types(args[1], args[2:])
		}
	}
	return fmt.Errorf("usage: what words|types OUT FILE…")
}
