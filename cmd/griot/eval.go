package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"griot/eval"
)

// newEval is the command that scores the program against gold annotation.
func newEval(t *terminal) *cobra.Command {
	var opt eval.Options
	c := &cobra.Command{
		Use:   "eval TASK GOLD",
		Short: "Score the program against a gold file and print one JSON object",
		Long:  "Score the program against a gold file and print one JSON object. The tasks are " + strings.Join(eval.Names(), ", ") + ".",
		Args:  cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			result, err := eval.Run(args[0], args[1], opt)
			if errors.Is(err, eval.ErrNoTask) {
				return usage("%v", err)
			}
			if err != nil {
				return err
			}
			b, err := json.Marshal(result)
			if err != nil {
				return err
			}
			fmt.Fprintln(t.out, string(b))
			return nil
		},
	}
	c.Flags().BoolVar(&opt.GoldTokens, "gold-tokens", false, "parse: keep the gold sentences and words")
	c.Flags().BoolVar(&opt.GoldMentions, "gold-mentions", false, "same: keep the gold mentions")
	c.Flags().BoolVar(&opt.GivenActors, "given-actors", false, "event: source and target are told")
	c.Flags().BoolVar(&opt.OutletHome, "outlet-home", false, "placelink: the outlet's home may be learned from its reports")
	c.Flags().StringVar(&opt.Map, "map", "", "name: a file that maps the gold's type names to ours")
	return c
}
