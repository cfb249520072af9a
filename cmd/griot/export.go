package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"griot/face/export"
	"griot/face/web"
)

// newExport is the command that writes the record for other tools.
func newExport(t *terminal) *cobra.Command {
	var o recordOptions
	var f filterOptions
	var as, site string
	var long strings.Builder
	long.WriteString("Write the events of the record in a format that other tools read:\n\n")
	for _, format := range export.Formats() {
		fmt.Fprintf(&long, "  %-14s %s\n", format.Name, format.About)
	}
	c := &cobra.Command{
		Use:   "export --as FORMAT",
		Short: "Write the record for other tools",
		Long:  long.String(),
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			format, err := export.Find(as)
			if err != nil {
				return usage("--as: %v", err)
			}
			if site != "" && as != "html" {
				return usage("--site goes with --as html")
			}
			q, err := f.query(allStatuses)
			if err != nil {
				return err
			}
			known, err := o.known(c.Context(), t, args)
			if err != nil {
				return err
			}
			if site != "" {
				return web.WriteSite(site, known)
			}
			out := bufio.NewWriter(t.out)
			if err := format.Write(out, known, export.Events(known, q)); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	o.addTo(c)
	f.addTo(c)
	c.Flags().StringVar(&as, "as", "jsonl", "the format")
	c.Flags().StringVar(&site, "site", "", "with --as html: write the whole record as pages into this folder, to open from disk")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "no progress")
	return c
}
