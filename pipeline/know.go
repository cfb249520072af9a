package pipeline

import (
	"context"
	"errors"
	"iter"

	"griot"
	"griot/fuse"
)

// View returns the record as it stood on a day, for reading rows of it; 0 is
// now, with undated reports. What follows from the readings is derived and kept
// when the record does not keep it yet: the first question about a day costs the
// time of deriving it, the later ones do not.
func View(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.View, error) {
	var view *griot.View
	err := once(ctx, rec, func() (err error) {
		view, err = keptView(ctx, rec, asOf)
		return err
	}, func() error {
		d, err := derive(ctx, rec, rec.Readings(ctx, asOf), asOf)
		if err != nil {
			return err
		}
		kept, err := keep(ctx, rec, view.Version, d)
		if !kept {
			view.Kept = &d
		}
		return err
	})
	return view, err
}

// once derives where nothing is kept yet, as the leader on the record: of several
// who ask at a time one derives, and the others find what it kept.
func once(ctx context.Context, rec griot.Record, kept, derive func() error) error {
	if err := kept(); !errors.Is(err, griot.ErrNotFound) {
		return err
	}
	release, err := rec.Lead(ctx)
	if err != nil {
		return err
	}
	defer release()
	if err := kept(); !errors.Is(err, griot.ErrNotFound) {
		return err
	}
	return derive()
}

// keptView is the view when the record keeps it, else one of its version and
// ErrNotFound.
func keptView(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.View, error) {
	version, err := rec.Version(ctx)
	if err != nil {
		return nil, err
	}
	_, err = rec.Derived(ctx, version, griot.Query{AsOf: asOf})
	return &griot.View{Record: rec, Version: version, AsOf: asOf}, err
}

// Know returns all of the record as it stood on a day; 0 is now, with undated
// reports. What follows from the readings is taken from the record where it was
// kept, else derived and kept.
func Know(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.Known, error) {
	var known *griot.Known
	var version string
	err := once(ctx, rec, func() (err error) {
		known, version, err = keptKnown(ctx, rec, asOf)
		return err
	}, func() error {
		readings, err := readingsOf(ctx, rec, asOf)
		if err != nil {
			return err
		}
		d, err := Derive(ctx, rec, readings, asOf)
		if err != nil {
			return err
		}
		known = griot.NewKnown(readings, d)
		_, err = keep(ctx, rec, version, d)
		return err
	})
	return known, err
}

// keptKnown is all of the record when it keeps what follows from its version,
// else ErrNotFound.
func keptKnown(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.Known, string, error) {
	version, err := rec.Version(ctx)
	if err != nil {
		return nil, "", err
	}
	d, err := rec.Derived(ctx, version, griot.Query{AsOf: asOf}, griot.Kinds...)
	if err != nil {
		return nil, version, err
	}
	readings, err := readingsOf(ctx, rec, asOf)
	if err != nil {
		return nil, version, err
	}
	return griot.NewKnown(readings, d), version, nil
}

// keep has the record keep what was derived from its version, and tells whether
// it does: what it cannot keep, because it can only be read, is derived again
// the next time.
func keep(ctx context.Context, rec griot.Record, version string, d griot.Derived) (bool, error) {
	err := rec.SaveDerived(ctx, version, d)
	if errors.Is(err, griot.ErrReadOnly) {
		return false, nil
	}
	return err == nil, err
}

func readingsOf(ctx context.Context, rec griot.Record, asOf griot.Day) ([]griot.Reading, error) {
	var readings []griot.Reading
	for r, err := range rec.Readings(ctx, asOf) {
		if err != nil {
			return nil, err
		}
		readings = append(readings, r)
	}
	return readings, nil
}

// Derive makes again what follows from readings and the corrections made by a
// day: what the reports tell together, the tables that join it with what each of
// them says, and the totals.
func Derive(ctx context.Context, rec griot.Record, readings []griot.Reading, asOf griot.Day) (griot.Derived, error) {
	return derive(ctx, rec, func(yield func(griot.Reading, error) bool) {
		for i := range readings {
			if !yield(readings[i], nil) {
				return
			}
		}
	}, asOf)
}

// derive is Derive for readings that come one by one and need not be held.
func derive(ctx context.Context, rec griot.Record, readings iter.Seq2[griot.Reading, error], asOf griot.Day) (griot.Derived, error) {
	corrections, err := rec.Corrections(ctx, asOf)
	if err != nil {
		return griot.Derived{}, err
	}
	var tally griot.Tally
	reports := []griot.ReportEntry{}
	d := fuse.DeriveEach(func(yield func(griot.Reading) bool) {
		for r, failed := range readings {
			if failed != nil {
				err = failed
				return
			}
			tally.Add(&r)
			reports = append(reports, r.Entry())
			if !yield(r) {
				return
			}
		}
	}, corrections, asOf)
	if err != nil {
		return griot.Derived{}, err
	}
	griot.NoteCopies(reports, d.Copies)
	d.Reports = reports
	d.Totals = tally.Totals(&d)
	return d, nil
}
