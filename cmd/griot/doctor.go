package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/phrase"
	"griot/pipeline"
	"griot/stream"
)

// newDoctor is the command that checks a record.
func newDoctor(t *terminal) *cobra.Command {
	var url, streamURL, retry string
	var dead bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Check a record: every quote against its bytes, every ID, and what follows against what is kept",
		Long: `Check a record: every quote against its bytes, every ID, the sum of it all, and
whether what follows from it is derived. With --stream, say first how many reports
wait for a worker and how many were put aside.`,
		Example: "  griot doctor --stream nats://HOST:4222 --record postgres://…\n  griot doctor --stream nats://HOST:4222 --dead\n  griot doctor --stream nats://HOST:4222 --retry r_…",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if dead || retry != "" {
				return visitDead(c.Context(), t, streamURL, retry)
			}
			if streamURL != "" {
				if err := visitQueue(c.Context(), t, streamURL); err != nil {
					return err
				}
			}
			rec, err := openExisting(c.Context(), url)
			if err != nil {
				return err
			}
			defer rec.Close()
			return examine(c.Context(), t, rec)
		},
	}
	c.Flags().StringVar(&url, "record", defaultRecord, "the record")
	c.Flags().BoolVar(&dead, "dead", false, "list the reports that workers put aside, with the reasons; needs --stream")
	c.Flags().StringVar(&retry, "retry", "", "hand the dead report with this ID in again; needs --stream")
	c.Flags().StringVar(&streamURL, "stream", "", "the stream, nats://HOST:PORT")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "say only what is wrong")
	return c
}

// examine checks all readings and says what it found; it fails when anything is
// wrong.
func examine(ctx context.Context, t *terminal, rec griot.Record) error {
	readings, wrong := 0, 0
	var undated, unread, bare int
	var sum griot.Sum
	for r, err := range rec.Readings(ctx, 0) {
		if err != nil {
			return err
		}
		readings++
		if err := r.Check(); err != nil {
			wrong++
			t.warn("%v", err)
		}
		sum.Add(r.Digest())
		switch {
		case !r.Report.Published.Known():
			undated++
		case !pipeline.Readable(r.Report.Language):
			unread++
		case len(r.Claims) == 0:
			bare++
		}
	}
	corrections, err := rec.Corrections(ctx, 0)
	if err != nil {
		return err
	}
	for _, c := range corrections {
		sum.Add(c.Digest())
	}
	version, err := rec.Version(ctx)
	if err != nil {
		return err
	}
	if retracted := griot.Retracted(corrections); len(retracted) == 0 && version != fmt.Sprintf("%x", sum[:]) {
		wrong++
		t.warn("the record's sum is %s, its content's is %x; something was changed from outside", version, sum[:])
	}
	t.say("%s, %s; %d undated, %d kept unread for their language, %d without a claim.", phrase.Many(readings, "report"), phrase.Many(len(corrections), "correction"), undated, unread, bare)
	if wrong > 0 {
		return fmt.Errorf("%s found; restore the record from a copy, or read the reports into a new one", phrase.Many(wrong, "fault"))
	}
	if _, err := rec.Derived(ctx, version, griot.Query{}); errors.Is(err, griot.ErrNotFound) {
		t.say("What follows from them is not derived yet; griot fuse does it, or the first who asks.")
	} else if err != nil {
		return err
	}
	t.say("Nothing is wrong.")
	return nil
}

// visitQueue tells how far the workers are behind.
func visitQueue(ctx context.Context, t *terminal, streamURL string) error {
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		return err
	}
	defer s.Close()
	waiting, err := s.Waiting(ctx)
	if err != nil {
		return err
	}
	dead, err := s.Dead(ctx)
	if err != nil {
		return err
	}
	t.say("On the stream: %s for a worker to take, %d put aside.", phrase.Many(waiting, "report"), len(dead))
	if len(dead) > 0 {
		t.warn("see why with griot doctor --dead --stream %s, and hand one in again with --retry ID", streamURL)
	}
	return nil
}

// visitDead lists the reports that were put aside, or hands one in again.
func visitDead(ctx context.Context, t *terminal, streamURL, retry string) error {
	if streamURL == "" {
		return usage("doctor --dead and --retry need --stream nats://HOST:PORT")
	}
	s, err := stream.Open(ctx, streamURL)
	if err != nil {
		return err
	}
	defer s.Close()
	if retry != "" {
		return s.Retry(ctx, retry)
	}
	dead, err := s.Dead(ctx)
	if err != nil {
		return err
	}
	for _, d := range dead {
		fmt.Fprintf(t.out, "%s  %s  %s\n", d.Report.ID, d.Report.Ref, d.Reason)
	}
	t.say("%s put aside.", phrase.Many(len(dead), "report"))
	return nil
}
