package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/brief"
	"griot/face/phrase"
	"griot/pipeline"
	"griot/record"
	"griot/stream"
)

// newRead is the command that reads reports into the record.
func newRead(t *terminal) *cobra.Command {
	var o recordOptions
	c := &cobra.Command{
		Use:   "read PATH…",
		Short: "Read reports into the record and print the brief",
		Long: `Read reports (files, folders, or - for standard input) into the record, print a
summary and the brief. Reading the same report again adds nothing.

Text and Markdown (with "key: value" lines or "date YYYY-MM-DD" first), HTML,
JSON and JSONL, CSV, RSS and Atom, and WARC files are read. A folder may bring a
reports.csv with the columns file,published,outlet,url,title.`,
		Example: "  griot read examples/niger-2023\n  griot read --published 2023-08-16 --outlet Daily report.txt\n  curl -s URL | griot read -",
		Args:    cobra.MinimumNArgs(1),
	}
	c.Flags().StringVar(&o.url, "record", defaultRecord, "the record to add to: a path is an SQLite file, postgres://… a PostgreSQL database")
	o.addReading(c)
	var streamURL string
	c.Flags().StringVar(&streamURL, "stream", "", "hand the reports to the workers on this stream, nats://HOST:PORT, instead of reading them here")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "print neither summary nor brief")
	c.RunE = func(c *cobra.Command, args []string) error {
		if streamURL != "" {
			return handIn(c.Context(), t, &o, streamURL, args)
		}
		return read(c.Context(), t, &o, args)
	}
	return c
}

func read(ctx context.Context, t *terminal, o *recordOptions, paths []string) error {
	in, err := o.reports(t, paths)
	if err != nil {
		return err
	}
	rec, err := record.Open(ctx, o.url)
	if err != nil {
		return err
	}
	defer rec.Close()
	sum, err := in.fill(ctx, t, rec)
	if err != nil {
		return err
	}
	view, err := pipeline.View(ctx, rec, 0)
	if err != nil {
		return err
	}
	if !t.quiet {
		known, err := view.Rows(ctx, griot.Query{})
		if err != nil {
			return err
		}
		summarise(t, &sum, known.Totals)
		if known.Totals.Reports > 0 {
			fmt.Fprintln(t.out)
			if err := brief.WriteView(ctx, t.out, view, brief.Options{Format: "text"}); err != nil {
				return err
			}
		}
	}
	switch {
	case sum.Lost > 0 && sum.Read+sum.Known == 0:
		return errors.New("nothing could be read")
	case sum.Lost > 0:
		return &exitError{exitPartial, fmt.Errorf("%s could not be read, the rest was", phrase.Many(sum.Lost, "input"))}
	}
	return nil
}

// handIn puts reports on a stream for workers to read.
func handIn(ctx context.Context, t *terminal, o *recordOptions, streamURL string, paths []string) error {
	items, err := o.intake.items(t, paths)
	if err != nil {
		return err
	}
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		return err
	}
	defer s.Close()
	handed, lost := 0, 0
	for it := range items {
		if it.Problem != nil {
			t.warn("%s", it.Problem)
		}
		if it.Lost() {
			lost++
			continue
		}
		if err := s.Publish(ctx, it.Report); err != nil {
			return err
		}
		handed++
	}
	t.say("%s handed in.", phrase.Many(handed, "report"))
	if lost > 0 {
		return &exitError{exitPartial, fmt.Errorf("%s could not be read, the rest was handed in", phrase.Many(lost, "input"))}
	}
	return nil
}

// summarise tells what was read, and what the record now holds.
func summarise(t *terminal, sum *pipeline.Summary, now *griot.Totals) {
	fmt.Fprintf(t.out, "Read %s", phrase.Many(sum.Read, "report"))
	if sum.Known > 0 {
		fmt.Fprintf(t.out, ", %d known already", sum.Known)
	}
	if sum.Lost > 0 {
		fmt.Fprintf(t.out, ", %d skipped (see above)", sum.Lost)
	}
	if sum.Undated > 0 {
		fmt.Fprintf(t.out, ", %d without a date", sum.Undated)
	}
	if sum.Unread > 0 {
		fmt.Fprintf(t.out, ", %d kept unread for their language", sum.Unread)
	}
	fmt.Fprintf(t.out, ".\nFrom them: %s, %s, %s.\n", phrase.Many(sum.Claims, "claim"), phrase.Many(sum.Statements, "statement"), phrase.Many(sum.Figures, "figure"))
	fmt.Fprintf(t.out, "The record now: %s (%s), %s (%d contested), %s, %s.\n",
		phrase.Many(now.Reports, "report"), copies(now.Copies), phrase.Many(now.Events, "event"), now.Contested,
		phrase.Many(now.Expectations, "expectation"), phrase.Many(now.Holdings, "state"))
}

func copies(n int) string {
	if n == 1 {
		return "1 is a copy"
	}
	return fmt.Sprint(n, " are copies")
}
