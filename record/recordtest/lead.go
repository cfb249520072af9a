package recordtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"griot"
)

// lead asks that a second leader waits for the first.
func lead(t *testing.T, rec griot.Record) {
	ctx := context.Background()
	release, err := rec.Lead(ctx)
	if err != nil {
		t.Fatal(err)
	}
	hurried, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if _, err := rec.Lead(hurried); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("a second leader: %v, want %v", err, context.DeadlineExceeded)
	}
	if _, err := rec.Version(ctx); err != nil { // the record is open to others meanwhile
		t.Fatal(err)
	}
	release()
	release, err = rec.Lead(ctx)
	if err != nil {
		t.Fatal(err)
	}
	release()
}
