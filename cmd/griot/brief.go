package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"griot/face/brief"
)

// newBrief is the command that writes the situation report.
func newBrief(t *terminal) *cobra.Command {
	var o recordOptions
	var f filterOptions
	var as, since string
	var most int
	c := &cobra.Command{
		Use:   "brief",
		Short: "Write the situation report, every line footnoted with the exact words",
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(brief.Formats, as) {
				return usage("--as %q is unknown; it is one of %s", as, strings.Join(brief.Formats, ", "))
			}
			q, err := f.query(allStatuses)
			if err != nil {
				return err
			}
			sinceDay, err := dayFlag("since", since)
			if err != nil {
				return err
			}
			view, err := o.view(c.Context(), t, args)
			if err != nil {
				return err
			}
			defer view.Record.Close()
			return brief.WriteView(c.Context(), t.out, view, brief.Options{Format: as, Since: sinceDay, Query: q, Max: most})
		},
	}
	o.addTo(c)
	f.addTo(c)
	c.Flags().StringVar(&as, "as", "text", "md, html, text or json")
	c.Flags().StringVar(&since, "since", "", "tell apart what was first reported after this day, YYYY-MM-DD")
	c.Flags().IntVar(&most, "max", brief.DefaultMax, "developments told")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "no progress")
	return c
}
