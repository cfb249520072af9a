package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"griot"
	"griot/intake"
	"griot/pipeline"
	"griot/record"
)

// defaultRecord is the record that commands use when none is named.
const defaultRecord = "griot.db"

// recordOptions name the record, and the reports that stand in for one.
type recordOptions struct {
	url       string
	asOf      string
	read      []string
	jobs      int
	gazetteer string
	intake    intakeOptions
}

func (o *recordOptions) addTo(c *cobra.Command) {
	o.addRecord(c)
	c.Flags().StringVar(&o.asOf, "as-of", "", "as it was known on this day, YYYY-MM-DD")
}

// addRecord adds the flags of commands that are asked for no day, or for several.
func (o *recordOptions) addRecord(c *cobra.Command) {
	c.Flags().StringVar(&o.url, "record", defaultRecord, "the record: a path is an SQLite file, postgres://… a PostgreSQL database")
	c.Flags().StringArrayVar(&o.read, "read", nil, "use these reports (file, folder or -) instead of a record; more may follow as arguments")
	o.addReading(c)
}

func (o *recordOptions) addReading(c *cobra.Command) {
	c.Flags().IntVar(&o.jobs, "jobs", runtime.NumCPU(), "reports read at once")
	addPlaces(c, &o.gazetteer)
	o.intake.addTo(c)
}

// open opens the record that the options name. With --read it is one in memory,
// filled with those reports; args are further paths.
func (o *recordOptions) open(ctx context.Context, t *terminal, args []string) (griot.Record, error) {
	if len(o.read) == 0 {
		if len(args) > 0 {
			return nil, usage("unexpected argument %q; reports are named after --read", args[0])
		}
		return openExisting(ctx, o.url)
	}
	in, err := o.reports(t, slices.Concat(o.read, args))
	if err != nil {
		return nil, err
	}
	rec, err := record.Open(ctx, "memory:")
	if err != nil {
		return nil, err
	}
	sum, err := in.fill(ctx, t, rec)
	if err != nil {
		return nil, err
	}
	if sum.Read == 0 {
		return nil, fmt.Errorf("none of the reports could be read, or there is none: %s", strings.Join(in.paths, ", "))
	}
	return rec, nil
}

// reports are the reports that a command is to read, and what reads them.
type reports struct {
	paths  []string
	items  iter.Seq[intake.Item]
	reader *pipeline.Reader
	jobs   int
}

// reports makes ready to read what is under the paths. What is wrong with the
// options is told here, before a record is opened or made.
func (o *recordOptions) reports(t *terminal, paths []string) (*reports, error) {
	if err := checkJobs(o.jobs); err != nil {
		return nil, err
	}
	items, err := o.intake.items(t, paths)
	if err != nil {
		return nil, err
	}
	reader, err := newReader(o.gazetteer)
	return &reports{paths, items, reader, o.jobs}, err
}

// fill reads the reports into a record and says what was left out.
func (r *reports) fill(ctx context.Context, t *terminal, rec griot.Record) (pipeline.Summary, error) {
	step, end := t.progress(intake.Files(r.paths), "reading")
	sum, err := pipeline.Fill(ctx, rec, r.reader, r.items, r.jobs, func(intake.Item) { step() })
	end()
	for _, p := range sum.Problems {
		t.warn("%s", p)
	}
	return sum, err
}

// checkJobs refuses to read fewer than one report at once.
func checkJobs(jobs int) error {
	if jobs < 1 {
		return usage("--jobs %d: at least 1 report is read at once", jobs)
	}
	return nil
}

// addPlaces adds the flag that names the folder of the user's own places.
func addPlaces(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "gazetteer", defaultPlaces, "folder of places of your own; see griot gazetteer add")
}

// newReader is what every command reads reports with, so that a report gives the
// same reading whichever command reads it. places is the folder of the user's own.
func newReader(places string) (*pipeline.Reader, error) {
	own, err := pipeline.ReadPlaces(places)
	if err != nil {
		return nil, err
	}
	return pipeline.NewReader(own...)
}

// openExisting opens a record that must be there.
func openExisting(ctx context.Context, url string) (griot.Record, error) {
	if !strings.Contains(url, "://") {
		if _, err := os.Stat(url); err != nil {
			return nil, fmt.Errorf("there is no record at %s; make one with: griot read --record %s PATH…", url, url)
		}
	}
	return record.Open(ctx, url)
}

// day is the day of --as-of, 0 when not given.
func (o *recordOptions) day() (griot.Day, error) { return dayFlag("as-of", o.asOf) }

// dayFlag reads a flag that takes a day.
func dayFlag(name, value string) (griot.Day, error) {
	if value == "" {
		return 0, nil
	}
	d, err := griot.ParseDay(value)
	if err != nil {
		return 0, usage("--%s: %v", name, err)
	}
	return d, nil
}

// openAt opens the record that the options name, and tells the day they ask for.
func (o *recordOptions) openAt(ctx context.Context, t *terminal, args []string) (griot.Record, griot.Day, error) {
	asOf, err := o.day()
	if err != nil {
		return nil, 0, err
	}
	rec, err := o.open(ctx, t, args)
	return rec, asOf, err
}

// known is the record as it stood on the day of the options.
func (o *recordOptions) known(ctx context.Context, t *terminal, args []string) (*griot.Known, error) {
	rec, asOf, err := o.openAt(ctx, t, args)
	if err != nil {
		return nil, err
	}
	defer rec.Close()
	return pipeline.Know(ctx, rec, asOf)
}

// view is the record as it stood on the day of the options, for reading rows of
// it. Its record is the caller's to close.
func (o *recordOptions) view(ctx context.Context, t *terminal, args []string) (*griot.View, error) {
	rec, asOf, err := o.openAt(ctx, t, args)
	if err != nil {
		return nil, err
	}
	view, err := pipeline.View(ctx, rec, asOf)
	if err != nil {
		rec.Close()
	}
	return view, err
}

// intakeOptions say what is known of reports beside what they say themselves.
type intakeOptions struct {
	published, outlet, title, meta string
	rename                         map[string]string
}

func (o *intakeOptions) addTo(c *cobra.Command) {
	c.Flags().StringVar(&o.published, "published", "", "day of publication, for the reports that do not say")
	c.Flags().StringVar(&o.outlet, "outlet", "", "outlet, for the reports that do not say")
	c.Flags().StringVar(&o.title, "title", "", "title, for the reports that do not say")
	c.Flags().StringVar(&o.meta, "meta", "", "CSV with the columns file,published,outlet,url,title")
	c.Flags().StringToStringVar(&o.rename, "map", nil, "where JSON and CSV keep a field: text=body")
}

// items are the reports under the paths.
func (o *intakeOptions) items(t *terminal, paths []string) (iter.Seq[intake.Item], error) {
	opt := intake.Options{Outlet: o.outlet, Title: o.title, Rename: o.rename, Stdin: t.in}
	var err error
	if opt.Published, err = dayFlag("published", o.published); err != nil {
		return nil, err
	}
	if o.meta != "" {
		f, err := intake.Open(o.meta)
		if err != nil {
			return nil, usage("--meta: %w", err)
		}
		defer f.Close()
		if opt.Meta, err = intake.ReadMeta(f, o.meta); err != nil {
			return nil, usage("--meta: %w", err)
		}
	}
	return intake.Read(paths, opt), nil
}
