package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"griot"
)

// made finds what a schema makes: its kind and name.
var made = regexp.MustCompile(`(?m)^CREATE (?:VIRTUAL )?(TABLE|INDEX|TRIGGER) (\w+)`)

// things are what a record of today's schema holds, as "kind name", sorted.
func things() []string {
	var all []string
	for _, m := range made.FindAllStringSubmatch(schema(), -1) {
		all = append(all, strings.ToLower(m[1])+" "+m[2])
	}
	slices.Sort(all)
	return all
}

// checkSchema refuses a file that says it is a record of today's schema and has
// not its tables, or has others: a trigger in it would run with every report
// that is added, a view in a table's place with every listing.
func checkSchema(ctx context.Context, db *sql.DB) error {
	// What SQLite and its index of words make for themselves is left out.
	rows, err := db.QueryContext(ctx, `SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' AND (type <> 'table' OR name NOT LIKE 'words\_%' ESCAPE '\')`)
	if err != nil {
		return unreadable(err)
	}
	defer rows.Close()
	var has []string
	for rows.Next() {
		var thing string
		if err := rows.Scan(&thing); err != nil {
			return err
		}
		has = append(has, thing)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	slices.Sort(has)
	want := things()
	for _, thing := range want {
		if !slices.Contains(has, thing) {
			return fmt.Errorf("%w: it lacks the %s", griot.ErrNotARecord, thing)
		}
	}
	for _, thing := range has {
		if !slices.Contains(want, thing) {
			return fmt.Errorf("%w: it has a %s, which no griot made", griot.ErrNotARecord, thing)
		}
	}
	return nil
}
