package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"griot"
	"griot/pipeline"
	"griot/record"
)

// newFuse is the command that derives beside the workers.
func newFuse(t *terminal) *cobra.Command {
	var url string
	var every time.Duration
	var once bool
	c := &cobra.Command{
		Use:   "fuse --record postgres://…",
		Short: "Derive events, disputes and states as the record grows, so that its readers need not wait",
		Long: `Derive what follows from the record (events, disputes, expectations, states) each
time it has grown, and keep it there. All commands do so when they find nothing
kept; this one does it before they ask. Of several that run on one record one
derives and the others wait for it; when it dies, the next one goes on.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if every < time.Second {
				return usage("--every %v: look at most once a second", every)
			}
			return fuse(c.Context(), t, url, every, once)
		},
	}
	c.Flags().StringVar(&url, "record", defaultRecord, "the record: a path is an SQLite file, postgres://… a PostgreSQL database")
	c.Flags().DurationVar(&every, "every", 10*time.Second, "how often to look whether the record has grown")
	c.Flags().BoolVar(&once, "once", false, "derive once and end")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "log only what goes wrong")
	return c
}

func fuse(ctx context.Context, t *terminal, url string, every time.Duration, once bool) error {
	rec, err := record.Open(ctx, url)
	if err != nil {
		return err
	}
	defer rec.Close()
	log := t.logger()
	for kept := ""; ; {
		version, err := derive(ctx, log, rec, kept)
		switch {
		case ctx.Err() != nil:
			return nil // asked to stop
		case err == nil:
			kept = version
		case !once:
			log.Warn("not derived, will be tried again", "reason", err)
		}
		if once {
			return err
		}
		if !rest(ctx, every) {
			return nil
		}
	}
}

// derive has the record keep what follows from it now, unless it is the version
// that is kept already. It returns the version that is kept then.
func derive(ctx context.Context, log *slog.Logger, rec griot.Record, kept string) (string, error) {
	version, err := rec.Version(ctx)
	if err != nil || version == kept {
		return kept, err
	}
	start := time.Now()
	view, err := pipeline.View(ctx, rec, 0)
	if err != nil {
		return kept, err
	}
	rows, err := view.Rows(ctx, griot.Query{})
	if errors.Is(err, griot.ErrNotFound) {
		return kept, nil // it has grown again, and another fuse was quicker
	}
	if err == nil {
		log.Info("derived", "reports", rows.Totals.Reports, "events", rows.Totals.Events, "seconds", time.Since(start).Seconds())
	}
	return view.Version, err
}
