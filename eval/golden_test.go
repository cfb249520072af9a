package eval

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden accuracy files")

// golden lists what is kept under watch: each row is scored anew and compared
// with golden/<file>. A better score also fails until the file is rewritten
// with -update, so that every change in accuracy shows in a diff.
var golden = []struct {
	task, gold, file string
	opt              Options
}{
	{task: "segment", gold: "treebanks/ewt-dev.conllu", file: "segment-ewt-dev.json"},
	{task: "segment", gold: "treebanks/gum-dev.conllu", file: "segment-gum-dev.json"},
	{task: "refer", gold: "treebanks/gum-dev.conllu", file: "refer-gum-dev.json"},
	{task: "tag", gold: "treebanks/ewt-dev.conllu", file: "tag-ewt-dev.json"},
	{task: "tag", gold: "treebanks/gum-dev.conllu", file: "tag-gum-dev.json"},
	{task: "parse", gold: "treebanks/ewt-dev.conllu", file: "parse-ewt-dev.json", opt: Options{GoldTokens: true}},
	{task: "parse", gold: "treebanks/gum-dev.conllu", file: "parse-gum-dev.json", opt: Options{GoldTokens: true}},
	{task: "parse", gold: "treebanks/ewt-dev.conllu", file: "parse-raw-ewt-dev.json"},
	{task: "parse", gold: "treebanks/gum-dev.conllu", file: "parse-raw-gum-dev.json"},
	{task: "name", gold: "gold/names/uner-ewt-dev.tsv", file: "name-uner-ewt-dev.json"},
	{task: "time", gold: "gold/time/te3-timebank.jsonl", file: "time-te3-timebank.json"},
	{task: "time", gold: "gold/time/te3-aquaint.jsonl", file: "time-te3-aquaint.json"},
	{task: "time", gold: "gold/time/meantime-dev.jsonl", file: "time-meantime-dev.json"},
	{task: "time", gold: "gold/time/wikiwars-train.jsonl", file: "time-wikiwars-train.json"},
	{task: "place", gold: "gold/geo/lgl-dev.jsonl", file: "place-lgl-dev.json"},
	{task: "place", gold: "gold/geo/trnews.jsonl", file: "place-trnews.json"},
	{task: "placelink", gold: "gold/geo/lgl-dev.jsonl", file: "placelink-lgl-dev.json"},
	{task: "placelink", gold: "gold/geo/lgl-dev.jsonl", file: "placelink-home-lgl-dev.json", opt: Options{OutletHome: true}},
	{task: "placelink", gold: "gold/geo/trnews.jsonl", file: "placelink-trnews.json"},
	{task: "actor", gold: "gold/events/plover_gsr.jsonl", file: "actor-plover_gsr.json"},
	{task: "event", gold: "gold/events/plover_gsr.jsonl", file: "event-plover_gsr.json"},
	{task: "event", gold: "gold/events/plv_train.jsonl", file: "event-given-plv_train.json", opt: Options{GivenActors: true}},
	{task: "event", gold: "gold/events/up_petr2_gsr.jsonl", file: "event-up_petr2_gsr.json"},
	{task: "muc", gold: "gold/events/muc4_tst3.jsonl", file: "muc-muc4_tst3.json"},
	{task: "eventplace", gold: "gold/geo/event_location-dev.jsonl", file: "eventplace-event_location-dev.json"},
	{task: "quote", gold: "gold/quotes/polnear.dev.jsonl", file: "quote-polnear-dev.json"},
	{task: "fact", gold: "gold/quotes/fact_uw.dev.jsonl", file: "fact-uw-dev.json"},
	{task: "fact", gold: "gold/quotes/fact_meantime.dev.jsonl", file: "fact-meantime-dev.json"},
	{task: "fact", gold: "gold/quotes/fact_uds_ih2.dev.jsonl", file: "fact-uds_ih2-dev.json"},
	{task: "story", gold: "gold/crossdoc/ecbplus-traindev.jsonl", file: "story-ecbplus-traindev.json"},
	{task: "same", gold: "gold/crossdoc/ecbplus-traindev.jsonl", file: "same-ecbplus-traindev.json", opt: Options{GoldMentions: true}},
}

// tolerance is the difference in a figure that does not count: half a unit in
// the last of the four places written.
const tolerance = 0.00005

func TestGolden(t *testing.T) {
	shared, _ := filepath.Abs("../../shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("ACCURACY NOT CHECKED: the gold annotation is not at %s; put the folder `shared` beside the repository", shared)
	}
	for _, row := range golden {
		t.Run(row.file, func(t *testing.T) {
			if testing.Short() {
				t.Skip("ACCURACY NOT CHECKED: -short leaves out the golden accuracy files; run without it")
			}
			r, err := Run(row.task, filepath.Join(shared, row.gold), row.opt)
			if err != nil {
				t.Fatal(err)
			}
			got := figures(t, r)
			file := filepath.Join("golden", row.file)
			if *update {
				write(t, file, got)
				return
			}
			compare(t, got, read(t, file))
		})
	}
}

// figures is the result as it is kept: all that CONTRACT.md shows but the time.
func figures(t *testing.T, r Result) map[string]any {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	delete(m, "seconds")
	return m
}

func write(t *testing.T, file string, m map[string]any) {
	t.Helper()
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) map[string]any {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; write it with: go test ./eval -run TestGolden -update", err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func compare(t *testing.T, got, want map[string]any) {
	t.Helper()
	for k, w := range want {
		if g, ok := got[k]; !ok || !same(t, g, w) {
			t.Errorf("%s is %v, the golden file says %v", k, g, w)
		}
	}
	for k, g := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%s is %v, the golden file does not have it", k, g)
		}
	}
}

func same(t *testing.T, got, want any) bool {
	t.Helper()
	switch w := want.(type) {
	case float64:
		g, ok := got.(float64)
		return ok && math.Abs(g-w) < tolerance
	case map[string]any:
		g, ok := got.(map[string]any)
		if ok {
			compare(t, g, w)
		}
		return ok
	}
	return got == want
}
