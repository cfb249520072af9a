// Package intake turns what a user points at (files, folders, standard input)
// into reports: it finds the format, converts the charset, takes the outlet and
// day from where the format keeps them, and marks what is furniture.
//
// What cannot be read is a Problem that says what, where and what to do; it
// never stops the rest.
package intake

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"

	"griot"
)

// Options says what is known of the reports beyond what they say themselves.
type Options struct {
	Published griot.Day         // for reports that say no day
	Outlet    string            // for reports that name none
	Title     string            // for reports without one
	Meta      map[string]Facts  // by file name, as read by ReadMeta
	Rename    map[string]string // fields of JSON and CSV: "text" → "body"
	Stdin     io.Reader         // what the path "-" reads
	Skip      func(string) bool // files to leave out, by path; nil leaves out none
}

// Facts is what is said of a report beside its text.
type Facts struct {
	Published griot.Day
	Outlet    string
	URL       string
	Title     string
	Language  string
}

// Item is a report, or why one could not be read. With a report, a Problem is a
// warning: it was read, but something in it was left out.
type Item struct {
	Report  griot.Report
	Problem *Problem
}

// Lost tells whether there is no report.
func (i Item) Lost() bool { return i.Report.ID == "" }

// Problem is an error for the reader of a terminal.
type Problem struct {
	Where  string // file, and line or record within it
	What   string
	Advice string
}

func (p *Problem) Error() string {
	if p.Advice == "" {
		return fmt.Sprintf("%s: %s", p.Where, p.What)
	}
	return fmt.Sprintf("%s: %s; %s", p.Where, p.What, p.Advice)
}

// MaxReportBytes is the longest text that is taken as one report.
const MaxReportBytes = 8 << 20

// Read yields the reports under the paths, in the order of the paths and, within
// a folder, of the names. Files of one path never depend on another.
func Read(paths []string, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		opt.Meta = withTables(paths, opt.Meta)
		for found := range walk(paths) {
			if found.problem != nil {
				if !yield(Item{Problem: found.problem}) {
					return
				}
				continue
			}
			if opt.Skip != nil && opt.Skip(found.path) {
				continue
			}
			for item := range readFile(found, opt) {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// metaTable is the table of facts that a folder of reports may bring along.
const metaTable = "reports.csv"

// withTables adds to what the caller knows of the reports what the folders' own
// tables say. The caller's word comes first; a table that is none is a file to
// leave alone.
func withTables(paths []string, given map[string]Facts) map[string]Facts {
	all := map[string]Facts{}
	for _, path := range paths {
		f, err := os.Open(filepath.Join(path, metaTable))
		if err != nil {
			continue
		}
		table, err := ReadMeta(f, f.Name())
		f.Close()
		if err == nil {
			maps.Copy(all, table)
		}
	}
	maps.Copy(all, given)
	return all
}

// Files counts the files that Read will open, for a progress bar.
func Files(paths []string) int {
	n := 0
	for range walk(paths) {
		n++
	}
	return n
}
