package parse

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/parsed.txt")

// TestEveryMachineReadsTheSame compares what is read with what was read when the
// model was made, wherever that was. Run it with -tags purego too: then no
// vector instruction is used.
func TestEveryMachineReadsTheSame(t *testing.T) {
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := document(strings.Split(strings.TrimSpace(string(b)), "\n")...)
	load(t).Parse(d)
	var out strings.Builder
	for _, s := range d.Sentences {
		for i := s.First; i < s.Range.End; i++ {
			k := d.Tokens[i]
			fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s", i-s.First+1, k.Form, k.Lemma, k.UPOS, k.XPOS, k.Feats, max(k.Head-s.First+1, 0), k.Rel)
			if n := d.Name(i); n >= 0 && d.Names[n].First == i {
				fmt.Fprintf(&out, "\t%s %s", d.Names[n].Type, d.Words(d.Names[n].Range))
			}
			out.WriteByte('\n')
		}
		out.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile("testdata/parsed.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile("testdata/parsed.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(out.String(), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		if i >= len(got) || got[i] != line {
			t.Fatalf("line %d is\n%q, was\n%q\nRun with -update if the model has changed", i+1, got[min(i, len(got)-1)], line)
		}
	}
}
