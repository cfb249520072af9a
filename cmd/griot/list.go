package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/table"
	"griot/pipeline"
)

// newListings are the commands that show a table of the record.
func newListings(t *terminal) []*cobra.Command {
	var all []*cobra.Command
	for _, tab := range table.Tables() {
		all = append(all, newListing(t, tab))
	}
	return all
}

// notation tells how the cells of a table are written.
const notation = `A time is a day, or FROM/TO when it lies between two days: /2023-08-04 is that day
or before, 2023-08-04/ that day or later. Of amounts, ~ is about and ≥ at least.
What no report says is left empty.`

func newListing(t *terminal, tab table.Table) *cobra.Command {
	var o recordOptions
	var f filterOptions
	var format string
	c := &cobra.Command{
		Use:   tab.Name,
		Short: "List " + tab.About,
		Long:  "List " + tab.About + ".\n\n" + notation,
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(table.Formats, format) {
				return usage("--format %q is unknown; it is one of %s", format, strings.Join(table.Formats, ", "))
			}
			statuses := griot.Statuses
			if tab.Name == "expectations" {
				statuses = expectationStatuses
			}
			q, err := f.query(statuses)
			if err != nil {
				return err
			}
			return list(c.Context(), t, tab, &o, q, format, args)
		},
	}
	o.addTo(c)
	f.addTo(c)
	c.Flags().StringVar(&format, "format", "table", "table, json, jsonl or csv")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "no progress and no notes")
	return c
}

func list(ctx context.Context, t *terminal, tab table.Table, o *recordOptions, q griot.Query, format string, args []string) error {
	var err error
	if q.AsOf, err = o.day(); err != nil {
		return err
	}
	rec, err := o.open(ctx, t, args)
	if err != nil {
		return err
	}
	defer rec.Close()
	return tab.Write(ctx, t.out, format, &table.Source{
		Record: rec, Query: q,
		View: func() (*griot.View, error) { return pipeline.View(ctx, rec, q.AsOf) },
	})
}
