package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/explain"
	"griot/pipeline"
)

// newDiff is the command that compares the record on two days.
func newDiff(t *terminal) *cobra.Command {
	var o recordOptions
	var format string
	c := &cobra.Command{
		Use:   "diff DAY1 DAY2",
		Short: "Show what the record said on DAY2 that it did not say on DAY1 (exit 3 if anything)",
		Args:  cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains([]string{"table", "jsonl"}, format) {
				return usage("--format %q is unknown; it is table or jsonl", format)
			}
			var on [2]griot.Day
			for i := range on {
				d, err := griot.ParseDay(args[i])
				if err != nil {
					return usage("diff: %v", err)
				}
				on[i] = d
			}
			rec, err := o.open(c.Context(), t, args[2:])
			if err != nil {
				return err
			}
			defer rec.Close()
			var known [2]*griot.Known
			for i, day := range on {
				if known[i], err = pipeline.Know(c.Context(), rec, day); err != nil {
					return err
				}
			}
			return showChanges(t, explain.Diff(known[0], known[1]), format)
		},
	}
	o.addRecord(c)
	c.Flags().StringVar(&format, "format", "table", "table or jsonl")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "no progress")
	return c
}

func showChanges(t *terminal, changes []explain.Change, format string) error {
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	for _, ch := range changes {
		if format == "jsonl" {
			if err := enc.Encode(ch); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(t.out, "%-8s%-12s%s\n", ch.What, ch.Kind, ch.Text)
		if ch.Was != "" {
			fmt.Fprintf(t.out, "%-8s%-12s%s\n", "", "was", ch.Was)
		}
	}
	if len(changes) > 0 {
		return &exitError{code: exitDiffers}
	}
	return nil
}
