package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"griot"
	"griot/pipeline"
	"griot/record"
	"griot/stream"
)

// newWorker is the command that reads reports from a stream into a record.
func newWorker(t *terminal) *cobra.Command {
	var streamURL, recordURL, places string
	var once bool
	c := &cobra.Command{
		Use:   "worker --stream nats://HOST:PORT --record postgres://…",
		Short: "Take reports from the stream, read them, store them",
		Long: `Take reports from the stream, read them and store them. A report is
acknowledged after it is stored, so a worker may be stopped or killed at any
moment. Start as many as there are cores. Reports that cannot be read are put
aside; see griot doctor --dead.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if streamURL == "" {
				return usage("worker needs --stream nats://HOST:PORT")
			}
			return work(c.Context(), t, streamURL, recordURL, places, once)
		},
	}
	c.Flags().StringVar(&streamURL, "stream", "", "the stream to take reports from")
	c.Flags().StringVar(&recordURL, "record", defaultRecord, "the record to store them in")
	addPlaces(c, &places)
	c.Flags().BoolVar(&once, "once", false, "end when no report is waiting")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "log only what goes wrong")
	return c
}

func work(ctx context.Context, t *terminal, streamURL, recordURL, places string, once bool) error {
	rec, err := record.Open(ctx, recordURL)
	if err != nil {
		return err
	}
	defer rec.Close()
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		return err
	}
	defer s.Close()
	reader, err := newReader(places)
	if err != nil {
		return err
	}
	log := t.logger()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if once {
		go endWhenEmpty(ctx, s, stop)
	}
	err = s.Work(ctx, func(ctx context.Context, r griot.Report) error { return take(ctx, log, rec, reader, r) })
	if errors.Is(err, context.Canceled) {
		return nil // asked to stop: what was begun is done, the rest stays on the stream
	}
	return err
}

// take reads one report and stores it. A report that cannot be read is poison;
// while the record is away the worker waits for it, since no other could store
// the report either.
func take(ctx context.Context, log *slog.Logger, rec griot.Record, reader *pipeline.Reader, r griot.Report) error {
	for {
		err := takeOnce(ctx, log, rec, reader, r)
		if err == nil || errors.Is(err, griot.ErrPoison) || ctx.Err() != nil {
			return err
		}
		if _, away := rec.Version(ctx); away == nil {
			log.Warn("not stored, will be tried again", "report", r.ID, "ref", r.Ref, "reason", err)
			return err
		}
		log.Warn("the record is away", "reason", err)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(awayPause):
		}
	}
}

// awayPause is how long a worker waits to see whether the record is back.
const awayPause = 2 * time.Second

func takeOnce(ctx context.Context, log *slog.Logger, rec griot.Record, reader *pipeline.Reader, r griot.Report) error {
	known, err := rec.Has(ctx, r.ID)
	if err != nil || known {
		return err
	}
	reading, err := reader.Read(r)
	if err == nil {
		err = reading.Check()
	}
	if err != nil {
		log.Error("put aside", "report", r.ID, "ref", r.Ref, "reason", err)
		return fmt.Errorf("%w: %v", griot.ErrPoison, err)
	}
	if _, err := rec.Add(ctx, reading); err != nil {
		return err
	}
	log.Info("read", "report", r.ID, "ref", r.Ref, "claims", len(reading.Claims))
	return nil
}

// endWhenEmpty stops the work when nothing waits on the stream.
func endWhenEmpty(ctx context.Context, s griot.Stream, stop func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(200 * time.Millisecond):
		}
		if n, err := s.Waiting(ctx); err == nil && n == 0 {
			stop()
			return
		}
	}
}
