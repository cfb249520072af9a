package main

import (
	"bufio"
	"io"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/phrase"
	"griot/intake"
)

const correctHelp = `Apply a corrections file to the record. Corrections are themselves part of the
record: by whom, when and why; nothing is overwritten, and the record as of an
earlier day does not know them. Applying the same file again changes nothing.

A line of the file is

  DAY  BY  KIND  ID…  # REASON

with fields parted by tabs or by two or more spaces, and one of the kinds

  merge    claims or events tell of one event     2023-09-01  A. Diallo  merge    c_1f… c_9a…  # same convoy
  split    claims tell of different events        2023-09-01  A. Diallo  split    c_1f… c_9a…  # two attacks
  retract  a claim, statement or figure was misread
  alias    two actors are one
`

// newCorrect is the command that applies a corrections file.
func newCorrect(t *terminal) *cobra.Command {
	var url string
	c := &cobra.Command{
		Use:   "correct FILE",
		Short: "Apply a corrections file, itself part of the record",
		Long:  correctHelp,
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			corrections, err := readCorrections(t.in, args[0])
			if err != nil {
				return err
			}
			rec, err := openExisting(c.Context(), url)
			if err != nil {
				return err
			}
			defer rec.Close()
			for _, k := range corrections {
				if err := rec.Correct(c.Context(), k); err != nil {
					return err
				}
			}
			t.say("%s in the record.", phrase.Many(len(corrections), "correction"))
			return nil
		},
	}
	c.Flags().StringVar(&url, "record", defaultRecord, "the record")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "say nothing")
	return c
}

func readCorrections(in io.Reader, path string) ([]griot.Correction, error) {
	if path != "-" {
		f, err := intake.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	all, err := griot.ParseCorrections(bufio.NewReader(in))
	if err != nil {
		return nil, usage("%s: %w", path, err)
	}
	if len(all) == 0 {
		return nil, usage("%s holds no corrections", path)
	}
	return all, nil
}
