package griot

import (
	"context"
	"errors"
)

// Stream carries reports to those who read them. A report is delivered at least
// once: until a handler has taken it, or until it has failed so often that it is
// put aside with the reason.
type Stream interface {
	// Publish hands in a report. One that was handed in lately is not handed in
	// again. It waits while too many reports are on their way.
	Publish(ctx context.Context, r Report) error
	// Work hands reports to the handler, one at a time, until ctx ends. A report
	// counts as taken when the handler returns nil. An error that is ErrPoison
	// puts it aside at once, any other after a few tries.
	Work(ctx context.Context, handle func(context.Context, Report) error) error
	// Waiting counts the reports that nobody has taken yet.
	Waiting(ctx context.Context) (int, error)
	// Dead lists the reports that were put aside, oldest first.
	Dead(ctx context.Context) ([]DeadReport, error)
	// Retry hands a dead report in again.
	Retry(ctx context.Context, reportID string) error
	Close() error
}

// DeadReport is a report that could not be taken, and why.
type DeadReport struct {
	Report Report `json:"report"`
	Reason string `json:"reason"`
}

// ErrPoison marks an error that trying again will not mend.
var ErrPoison = errors.New("the report cannot be read")
