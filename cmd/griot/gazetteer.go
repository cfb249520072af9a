package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"griot/face/phrase"
	"griot/pipeline"
)

// defaultPlaces is the folder of the user's own places.
const defaultPlaces = "griot.places"

// newGazetteer is the command that adds places of the user's own.
func newGazetteer(t *terminal) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "gazetteer",
		Short: "Add places of your own to those that reports are read with",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	add := &cobra.Command{
		Use:   "add FILE…",
		Short: "Add a GeoNames dump of a country (NE.txt) or a CSV with name, lat and lon",
		Long: `Add a GeoNames dump of a country (NE.txt) or a CSV file whose header has name,
lat and lon, and may have country, admin1, population, geonameid and names
(further names, separated by "|"). The file is checked and copied into the
folder of places; reports read from then on know its places. Take a file out of
the folder to forget them. Machines that share a record need the same files: a
record does not tell which places it was read with.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, path := range args {
				places, err := pipeline.CheckPlaces(path)
				if err != nil {
					return err
				}
				if err := keepPlaces(path, dir); err != nil {
					return err
				}
				t.say("%s from %s.", phrase.Many(len(places), "place"), path)
			}
			return nil
		},
	}
	add.Flags().StringVar(&dir, "gazetteer", defaultPlaces, "the folder of places")
	add.Flags().BoolVar(&t.quiet, "quiet", false, "say nothing")
	asUsage(add)
	c.AddCommand(add)
	return c
}

// keepPlaces copies a file into the folder of places.
func keepPlaces(path, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	b, err := os.ReadFile(path) // all of it first: it may be in the folder already
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, filepath.Base(path)), b, 0o644)
}
