// Package table shows the tables of a record: claims, statements, figures,
// events, expectations, states, actors, places, reports and the timeline, as
// aligned text, JSON, JSON Lines or CSV. Their fields are the program's contract
// with scripts: one may be added, none may change its meaning.
package table

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"griot"
	"griot/face/plain"
)

// Source is what tables are shown from. View is asked only by the tables that
// need what is derived.
type Source struct {
	Record griot.Record
	View   func() (*griot.View, error)
	Query  griot.Query
}

// Table is one table of the record.
type Table struct {
	Name    string
	About   string // one line for the help
	rows    func(context.Context, *Source) iter.Seq2[any, error]
	columns []column
}

// column is a column of the aligned and the CSV form. Narrow ones are shown as
// aligned text too.
type column struct {
	name   string
	narrow bool
	cell   func(row any) string
}

// Tables lists every table.
func Tables() []Table {
	return []Table{claims(), statements(), figures(), events(), expectations(), states(), actors(), places(), reports(), timeline()}
}

// Find is the table with a name.
func Find(name string) (Table, bool) {
	for _, t := range Tables() {
		if t.Name == name {
			return t, true
		}
	}
	return Table{}, false
}

// Formats are the names of the forms that Write knows.
var Formats = []string{"table", "json", "jsonl", "csv"}

// Write writes the rows that the source's query lets through.
func (t Table) Write(ctx context.Context, w io.Writer, format string, src *Source) error {
	out := bufio.NewWriter(w)
	var err error
	switch format {
	case "json":
		err = t.writeJSON(ctx, out, src)
	case "jsonl":
		err = t.writeJSONL(ctx, out, src)
	case "csv":
		err = t.writeCSV(ctx, out, src)
	case "table", "":
		err = t.writeAligned(ctx, out, src)
	default:
		return fmt.Errorf("format %q is unknown; use one of %s", format, strings.Join(Formats, ", "))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func (t Table) writeJSONL(ctx context.Context, w io.Writer, src *Source) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for row, err := range t.rows(ctx, src) {
		if err != nil {
			return err
		}
		if err := enc.Encode(row); err != nil {
			return err
		}
	}
	return nil
}

func (t Table) writeJSON(ctx context.Context, w io.Writer, src *Source) error {
	sep := "[\n"
	for row, err := range t.rows(ctx, src) {
		if err != nil {
			return err
		}
		var b strings.Builder
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(row); err != nil {
			return err
		}
		if _, err := io.WriteString(w, sep+"  "+strings.TrimSuffix(b.String(), "\n")); err != nil {
			return err
		}
		sep = ",\n"
	}
	end := "\n]\n"
	if sep == "[\n" {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

func (t Table) writeCSV(ctx context.Context, w io.Writer, src *Source) error {
	out := csv.NewWriter(w)
	line := make([]string, len(t.columns))
	for i, c := range t.columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for row, err := range t.rows(ctx, src) {
		if err != nil {
			return err
		}
		for i, c := range t.columns {
			line[i] = c.cell(row)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// alignRows is how many rows are measured to set the widths of the columns; the
// rows after them use the same widths.
const (
	alignRows = 1000
	cellWidth = 44
)

func (t Table) writeAligned(ctx context.Context, w io.Writer, src *Source) error {
	var shown []column
	for _, c := range t.columns {
		if c.narrow {
			shown = append(shown, c)
		}
	}
	width := make([]int, len(shown))
	head := make([]string, len(shown))
	for i, c := range shown {
		head[i], width[i] = strings.ToUpper(c.name), utf8.RuneCountInString(c.name)
	}
	held, n := [][]string{head}, 0
	for row, err := range t.rows(ctx, src) {
		if err != nil {
			return err
		}
		line := make([]string, len(shown))
		for i, c := range shown {
			line[i] = clip(c.cell(row))
			if n < alignRows {
				width[i] = max(width[i], utf8.RuneCountInString(line[i]))
			}
		}
		held = append(held, line)
		if n++; n >= alignRows {
			if err := writeLines(w, held, width); err != nil {
				return err
			}
			held = held[:0]
		}
	}
	if n == 0 {
		_, err := fmt.Fprintf(w, "No %s.\n", t.Name)
		return err
	}
	return writeLines(w, held, width)
}

// clip makes a cell one line of at most cellWidth letters, and takes out what a
// terminal would obey instead of show.
func clip(s string) string {
	s = plain.Line(s)
	if utf8.RuneCountInString(s) <= cellWidth {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:cellWidth-1]), " ") + "…"
}

func writeLines(w io.Writer, lines [][]string, width []int) error {
	for _, cells := range lines {
		var b strings.Builder
		for i, s := range cells {
			b.WriteString(s)
			if i < len(cells)-1 {
				b.WriteString(strings.Repeat(" ", max(0, width[i]-utf8.RuneCountInString(s))+2))
			}
		}
		if _, err := io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}
