package who

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"griot"
	"griot/data"
)

func directory(t *testing.T) *Directory {
	t.Helper()
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var dated = regexp.MustCompile(`^(.*) (\d{4}-\d\d-\d\d)$`)

// Every table says by example what it must yield, in a comment or a column.
func TestTablesYieldWhatTheyPromise(t *testing.T) {
	d := directory(t)
	tables, err := fs.Glob(data.Actors, "actors/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		b, err := data.Actors.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, line := range strings.Split(string(b), "\n") {
			example, ok := strings.CutPrefix(line, "# example: ")
			if !ok && strings.Contains(line, " => ") {
				example, ok = line[strings.LastIndex(line, "\t")+1:], true
			}
			if ok {
				n++
				check(t, d, table, example)
			}
		}
		if n == 0 {
			t.Errorf("%s has no example", table)
		}
	}
}

func check(t *testing.T, d *Directory, table, example string) {
	t.Helper()
	phrase, want, _ := strings.Cut(example, " => ")
	day := griot.NewDay(2023, 8, 4)
	if m := dated.FindStringSubmatch(phrase); m != nil {
		phrase = m[1]
		day, _ = griot.ParseDay(m[2])
	}
	code, name, named := strings.Cut(want, " : ")
	got := d.read(phrase, day)
	if got.code != strings.TrimSpace(code) || named && got.name != name {
		t.Errorf("%s: %q is %q %q, want %q %q", table, phrase, got.code, got.name, code, name)
	}
}
