// Package record opens the stores that keep readings for good: in memory, in
// one SQLite file, or on PostgreSQL. All of them pass the suite in recordtest.
package record

import (
	"context"
	"strings"

	"griot"
	"griot/record/memory"
	"griot/record/postgres"
	"griot/record/sqlite"
)

// Open opens the record at a URL: "memory:" for one that ends with the program,
// postgres://… for PostgreSQL, anything else is the path of an SQLite file,
// which is made when it is not there.
func Open(ctx context.Context, url string) (griot.Record, error) {
	switch {
	case url == "memory:":
		return memory.New(), nil
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		return postgres.Open(ctx, url)
	default:
		return sqlite.Open(ctx, strings.TrimPrefix(url, "sqlite://"))
	}
}
