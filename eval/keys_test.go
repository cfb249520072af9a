package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/fuse"
	"griot/intake"
	"griot/pipeline"
)

// reportKey is what a coder recorded in one report; testdata/keys/README.md
// says what the fields mean.
type reportKey struct {
	Report, Folder, Outlet string
	Country                string            // of the parties not named in Countries
	Countries              map[string]string // by accepted name; "*" for any
	Published              griot.Day
	Claims                 []keyRow
}

type keyRow struct {
	ID       string
	Triggers []struct {
		At, Len int
		Word    string
	}
	Types, Modes, Status                     []string
	Actors, Recipients, Days, Places, Voices []string
	Figures                                  []griot.Amount
	Optional                                 bool
}

// Parts of the keys: those whose errors may be read, and those that only say
// how well unseen reports are read.
var (
	openParts = []string{"niger", "dev", "dev2", "dev3"}
	heldParts = []string{"held", "second", "third"}
)

// TestKeys compares what is read in real reports with hand-made keys. The
// figures are kept in golden/keys-*.json. With -v it shows what is wrong; but what
// is wrong in the held parts is for nobody to see.
func TestKeys(t *testing.T) {
	reader := keyReader(t)
	for _, part := range slices.Concat(openParts, heldParts) {
		t.Run(part, func(t *testing.T) {
			score := &keyScore{counts: map[string]*outcome{}, log: t.Logf}
			if slices.Contains(heldParts, part) {
				score.log = func(string, ...any) {}
			}
			keys := readKeys(t, part)
			for _, key := range keys {
				score.add(key, readKeyed(t, reader, key))
			}
			settle(t, "keys-"+part+".json", Result{Task: "keys", Gold: part, Docs: len(keys), Figures: score.figures()})
		})
	}
}

// TestRecordOfTheKeys compares what follows from the three reports on Niger
// together with a hand-made key. The figures are kept in
// golden/record-niger.json; run with -v to see what is wrong.
func TestRecordOfTheKeys(t *testing.T) {
	reader := keyReader(t)
	var key recordKey
	b, err := os.ReadFile("../testdata/keys/record-niger.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &key); err != nil {
		t.Fatal(err)
	}
	score := &keyScore{counts: map[string]*outcome{}, log: func(string, ...any) {}, ids: map[string]string{}}
	optional := map[string]bool{}
	var readings []griot.Reading
	for _, k := range readKeys(t, "niger") {
		r := readKeyed(t, reader, k)
		score.add(k, r)
		for _, row := range k.Claims {
			optional[row.ID] = row.Optional
		}
		readings = append(readings, r)
	}
	d := fuse.Derive(readings, nil, 0)
	r := Result{Task: "record", Gold: "niger", Docs: len(readings), Figures: map[string]float64{}}
	for slot, o := range map[string]*outcome{
		"same": key.same(score.ids, optional, d), "states": key.states(d), "expectations": key.expected(score.ids, d),
		"timeline": timeline(storyGold{Timeline: key.Timeline}, d, readings),
	} {
		for _, line := range o.wrong {
			t.Logf("%s: %s", slot, line)
		}
		r.Figures[slot+"_f1"] = F1(o.right, o.found, o.gold)
	}
	settle(t, "record-niger.json", r)
}

func settle(t *testing.T, name string, r Result) {
	t.Helper()
	file := filepath.Join("golden", name)
	if got := figures(t, r); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

// TestKeysStandInTheirReports checks that a key's offsets are those of the
// report as it is read, and that its words are of the vocabulary.
func TestKeysStandInTheirReports(t *testing.T) {
	for _, part := range slices.Concat(openParts, heldParts) {
		for _, key := range readKeys(t, part) {
			text := reportOf(t, key).Text
			for _, row := range key.Claims {
				for _, w := range row.Triggers {
					if w.At+w.Len > len(text) || text[w.At:w.At+w.Len] != w.Word {
						t.Errorf("%s: %q does not stand at %d", key.Report, w.Word, w.At)
					}
				}
				for _, typ := range row.Types {
					if !slices.Contains(griot.Types, griot.Type(typ)) {
						t.Errorf("%s: no type %q", key.Report, typ)
					}
				}
				for _, s := range row.Status {
					if !slices.Contains(griot.Statuses, griot.Status(s)) {
						t.Errorf("%s: no status %q", key.Report, s)
					}
				}
				if !row.Optional && (len(row.Actors)*len(row.Recipients)*len(row.Days)*len(row.Places)*len(row.Voices)*len(row.Status) == 0) {
					t.Errorf("%s: %v lacks a field", key.Report, row.Triggers)
				}
			}
		}
	}
}

func keyReader(t *testing.T) *pipeline.Reader {
	t.Helper()
	if testing.Short() {
		t.Skip("ACCURACY NOT CHECKED: -short leaves out the keys of real reports; run without it")
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

func readKeys(t *testing.T, part string) []reportKey {
	t.Helper()
	if _, err := os.Stat("../../shared/reports"); err != nil {
		t.Skip("ACCURACY NOT CHECKED: the reports of the keys are not at ../../shared/reports; put the folder `shared` beside the repository")
	}
	files, err := filepath.Glob(filepath.Join("../testdata/keys", part, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no keys of %s: %v", part, err)
	}
	var keys []reportKey
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var key reportKey
		if err := json.Unmarshal(b, &key); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		keys = append(keys, key)
	}
	return keys
}

func readKeyed(t *testing.T, reader *pipeline.Reader, key reportKey) griot.Reading {
	t.Helper()
	r, err := reader.Read(reportOf(t, key))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reportOf is the report of a key, with the facts that the key gives.
func reportOf(t *testing.T, key reportKey) griot.Report {
	t.Helper()
	path := filepath.Join("../../shared/reports", key.Folder, key.Report)
	meta := map[string]intake.Facts{key.Report: {Published: key.Published, Outlet: key.Outlet}}
	for it := range intake.Read([]string{path}, intake.Options{Meta: meta}) {
		if !it.Lost() && strings.HasSuffix(it.Report.Ref, key.Report) {
			return it.Report
		}
	}
	t.Fatalf("%s cannot be read", path)
	return griot.Report{}
}
