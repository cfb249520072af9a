package main

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"testing"

	"griot/eval"
)

var update = flag.Bool("update", false, "rewrite the golden accuracy file")

// TestCrossValidation keeps under watch how often the model of event types is
// right on sentences of its training set when they are kept out of training. The
// frames that it looks at are those of rows, some of which were written on them.
func TestCrossValidation(t *testing.T) {
	gold, golden := "../../../shared/gold/events/plover_gsr.jsonl", "../../eval/golden/event-folds-plover_gsr.json"
	if _, err := os.Stat(gold); err != nil {
		t.Skipf("ACCURACY NOT CHECKED: the gold annotation is not at %s; put the folder `shared` beside the repository", gold)
	}
	examples, err := eval.TypeExamples([]string{gold})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{"examples": float64(len(examples)), "folds": foldsOf, "type_accuracy": math.Round(crossValidated(examples)*1e4) / 1e4}
	b, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(b)+"\n" {
		t.Errorf("%s; the golden file says %s; rewrite it with -update", b, want)
	}
}
