package pipeline

import (
	"context"
	"errors"

	"griot"
	"griot/fuse"
)

// Know returns the record as it stood on a day; 0 is now, with undated reports.
// What follows from the readings is taken from the record where it was kept,
// else derived and kept.
func Know(ctx context.Context, rec griot.Record, asOf griot.Day) (*griot.Known, error) {
	version, err := rec.Version(ctx)
	if err != nil {
		return nil, err
	}
	var readings []griot.Reading
	for r, err := range rec.Readings(ctx, asOf) {
		if err != nil {
			return nil, err
		}
		readings = append(readings, r)
	}
	d, err := rec.Derived(ctx, version, asOf)
	if errors.Is(err, griot.ErrNotFound) {
		if d, err = Derive(ctx, rec, readings, asOf); err != nil {
			return nil, err
		}
		err = rec.SaveDerived(ctx, version, d)
	}
	if err != nil {
		return nil, err
	}
	return griot.NewKnown(readings, d), nil
}

// Derive makes again what follows from readings and the corrections made by a day.
func Derive(ctx context.Context, rec griot.Record, readings []griot.Reading, asOf griot.Day) (griot.Derived, error) {
	corrections, err := rec.Corrections(ctx, asOf)
	if err != nil {
		return griot.Derived{}, err
	}
	return fuse.Derive(readings, corrections, asOf), nil
}
