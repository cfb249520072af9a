package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"griot"
)

// readCSV reads a table with a header, one report a row. Its columns are the
// fields of JSON reports.
func readCSV(in *input, yield func(Item) bool) {
	rows := in.table()
	names, err := rows.Read()
	if err != nil {
		yield(Item{Problem: &Problem{in.path, "its first line is no CSV header (" + err.Error() + ")", "name the columns there: text, published, outlet, url, title"}})
		return
	}
	column := columns(names)
	textColumn := "text"
	if to := in.opt.Rename["text"]; to != "" {
		textColumn = to
	}
	if _, ok := column[textColumn]; !ok {
		yield(Item{Problem: &Problem{in.path, fmt.Sprintf("it has no column «%s»; its columns are %s", textColumn, strings.Join(slices.Sorted(maps.Keys(column)), ", ")),
			"name the one with the text with --map text=NAME"}})
		return
	}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return
		}
		line, _ := rows.FieldPos(0)
		where := fmt.Sprintf("%s#%d", in.ref, line)
		var pe *csv.ParseError
		if errors.As(err, &pe) {
			if !yield(Item{Problem: &Problem{fmt.Sprintf("%s:%d", in.path, pe.Line), pe.Err.Error(), "quote the field, and double the quotes in it"}}) {
				return
			}
			continue
		}
		if err != nil {
			yield(Item{Problem: unreadable(in.path, err)})
			return
		}
		get := func(name string) string {
			if to := in.opt.Rename[name]; to != "" {
				name = to
			}
			if i, ok := column[name]; ok && i < len(row) {
				return strings.ToValidUTF8(row[i], "\uFFFD")
			}
			return ""
		}
		if !yield(in.record(where, get, "column")) {
			return
		}
	}
}

func (in *input) table() *csv.Reader {
	if b, _ := in.r.Peek(3); string(b) == "\xef\xbb\xbf" {
		_, _ = in.r.Discard(3)
	}
	rows := csv.NewReader(in.r)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	if strings.HasSuffix(strings.ToLower(in.ref), ".tsv") {
		rows.Comma = '\t'
	}
	return rows
}

func columns(names []string) map[string]int {
	at := map[string]int{}
	for i, n := range names {
		at[strings.ToLower(strings.TrimSpace(n))] = i
	}
	return at
}

// ReadMeta reads a table with the columns file, published, outlet, url, title,
// of which only file must be there. name is for its errors.
func ReadMeta(r io.Reader, name string) (map[string]Facts, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	names, err := rows.Read()
	if err != nil {
		return nil, &Problem{name, "its first line is no CSV header (" + err.Error() + ")", "name the columns there: file,published,outlet,url,title"}
	}
	column := columns(names)
	if _, ok := column["file"]; !ok {
		return nil, &Problem{name, "it has no column «file»", "its first line must be file,published,outlet,url,title"}
	}
	meta := map[string]Facts{}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return meta, nil
		}
		if err != nil {
			return nil, &Problem{name, err.Error(), "mend the table"}
		}
		get := func(key string) string {
			if i, ok := column[key]; ok && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		f := Facts{Outlet: get("outlet"), URL: get("url"), Title: get("title"), Language: get("language")}
		if s := get("published"); s != "" {
			if f.Published, err = griot.ParseDay(s); err != nil {
				line, _ := rows.FieldPos(0)
				return nil, &Problem{fmt.Sprintf("%s:%d", name, line), err.Error(), "mend the table"}
			}
		}
		meta[get("file")] = f
	}
}
