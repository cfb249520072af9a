package relational

import (
	"context"
	"database/sql"
	_ "embed" // for the schema
	"fmt"
)

// SchemaVersion is the version of the schema that this program writes. A record
// of a newer one is refused untouched.
const SchemaVersion = 3

// The tables that all databases have, in PostgreSQL's words, and the ways to them
// from earlier schemas.
var (
	//go:embed rows.sql
	rowsSchema string
	//go:embed derived.sql
	derivedSchema string
	//go:embed from1.sql
	fromSchema1 string
	//go:embed from2.sql
	fromSchema2 string
)

// Schema is the statements that make the tables of claims, statements and figures
// and of what is derived. They refer to a table of reports.
func (d *Dialect) Schema() string { return d.say(rowsSchema + derivedSchema) }

// say puts statements of the schema into the words of the dialect.
func (d *Dialect) say(statements string) string {
	if d.Words == nil {
		return statements
	}
	return d.Words.Replace(statements)
}

// Migrate brings the tables of an earlier schema to today's. What was derived is
// made again when somebody asks.
func Migrate(ctx context.Context, tx *sql.Tx, d Dialect, version int) error {
	way := map[int]string{1: fromSchema1, 2: fromSchema2}[version]
	if _, err := tx.ExecContext(ctx, d.say(way)+d.Schema()); err != nil {
		return err
	}
	return reenter(ctx, tx, d, fmt.Sprint("_", version))
}
