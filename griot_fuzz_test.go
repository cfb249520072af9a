package griot_test

import (
	"strings"
	"testing"

	"griot"
)

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2023-08-04", "0001-01-01", "9999-12-31", "2023-02-30", "23-8-4", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := griot.ParseDay(s); err == nil && d.String() != s {
			t.Fatalf("%q is read as %s", s, d)
		}
	})
}

func FuzzParseCorrections(f *testing.F) {
	f.Add("# reviewed\n2023-08-20\tA. Editor\tmerge\te_01 e_02\t# the same attack\n")
	f.Add("2023-08-20  A. Editor  retract  c_01")
	f.Fuzz(func(t *testing.T, s string) {
		all, err := griot.ParseCorrections(strings.NewReader(s))
		if err != nil && all != nil {
			t.Fatalf("%d corrections of a file that is wrong", len(all))
		}
		for _, c := range all {
			if !c.Day.Known() || len(c.Args) == 0 || c.ID != c.Identify() {
				t.Fatalf("%+v", c)
			}
		}
	})
}
