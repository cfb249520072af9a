package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/explain"
)

// newWhy is the command that explains a row of the record.
func newWhy(t *terminal) *cobra.Command {
	var o recordOptions
	c := &cobra.Command{
		Use:   "why ID",
		Short: "Show every sentence, rule, merge and source behind an event, claim, figure or state",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			known, err := o.known(c.Context(), t, args[1:])
			if err != nil {
				return err
			}
			err = explain.Why(t.out, known, args[0])
			if errors.Is(err, griot.ErrNotFound) {
				return fmt.Errorf("%w; griot events, claims, figures, actors and their like list the IDs", err)
			}
			return err
		},
	}
	o.addTo(c)
	c.Flags().BoolVar(&t.quiet, "quiet", false, "no progress")
	return c
}
