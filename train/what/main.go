// Command what makes the data of claim/what and eval that is counted or
// learned from annotation:
//
//	go run ./train/what words OUT TREEBANK…   words that are written small
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
	if len(args) >= 3 && args[0] == "words" {
		return words(args[1], args[2:])
	}
	return fmt.Errorf("usage: what words OUT TREEBANK…")
}
