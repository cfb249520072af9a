package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"griot/text"
)

// TestNamesOfTheWorld scores names in reports of newspapers of the world, from
// their bytes: a name is right when the gold has the same bytes and type. The
// gold (../testdata/names/world.tsv) holds where the names stand, not their
// words; the reports are in ../shared. The figures are kept in
// golden/name-world.json; run with -v to see what is wrong.
func TestNamesOfTheWorld(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "reports", "world")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("ACCURACY NOT CHECKED: ../shared is not beside the checkout; put it there and run again")
	}
	annotate, err := trees()
	if err != nil {
		t.Fatal(err)
	}
	gold := readMarkedNames(t, filepath.Join("..", "testdata", "names", "world.tsv"))
	var all match
	byType := map[string]float64{}
	for _, typ := range nameTypes {
		var sum match
		for file, marked := range gold {
			sum.add(namesIn(t, annotate, filepath.Join(folder, file), typ), marked[typ])
		}
		all.sum(sum)
		byType[typ] = sum.f1()
	}
	r := Result{Task: "name", Gold: "world", Docs: len(gold), Types: byType, Figures: map[string]float64{
		"f1": all.f1(), "precision": Ratio(all.right, all.found), "recall": Ratio(all.right, all.gold),
	}}
	file := filepath.Join("golden", "name-world.json")
	if got := figures(t, r); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

// readMarkedNames reads lines of file, first byte, byte after the last, type.
func readMarkedNames(t *testing.T, path string) map[string]map[string][][2]int {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	marked := map[string]map[string][][2]int{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		first, err1 := strconv.Atoi(f[1])
		end, err2 := strconv.Atoi(f[2])
		if len(f) != 4 || err1 != nil || err2 != nil {
			t.Fatalf("%s: %q", path, line)
		}
		if marked[f[0]] == nil {
			marked[f[0]] = map[string][][2]int{}
		}
		marked[f[0]][f[3]] = append(marked[f[0]][f[3]], [2]int{first, end})
	}
	return marked
}

// namesIn is the bytes of the names of a type that are found in a report's
// body, which begins after its first line.
func namesIn(t *testing.T, annotate func(string) (*text.Doc, error), path, typ string) [][2]int {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	body := bytes.IndexByte(b, '\n') + 1
	doc, err := annotate(string(b[body:]))
	if err != nil {
		t.Fatal(err)
	}
	var spans [][2]int
	for _, n := range doc.Names {
		if s := doc.Span(n.Range); n.Type == typ {
			spans = append(spans, [2]int{body + s.Start, body + s.End})
			t.Logf("%s: %s %q", filepath.Base(path), typ, doc.Words(n.Range))
		}
	}
	return spans
}
