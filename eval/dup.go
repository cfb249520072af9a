package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"griot"
	"griot/fuse/dup"
)

// Dup scores how well copies are told from texts that only share a subject:
// each pair of texts is judged by itself, as by one record that holds both.
func Dup(gold string, _ Options) (Result, error) {
	f, err := os.Open(gold)
	if err != nil {
		return Result{}, err
	}
	defer f.Close()
	var pairs, right, found, copies int
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var p struct {
			A, B string
			Copy *bool
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil || p.Copy == nil {
			return Result{}, fmt.Errorf("line %d %w: it needs a, b and copy", pairs+1, ErrFormat)
		}
		pairs++
		is := len(dup.Find([]*griot.Report{{ID: "a", Text: p.A}, {ID: "b", Text: p.B}}).Copies) > 0
		if is {
			found++
		}
		if *p.Copy {
			copies++
		}
		if is && *p.Copy {
			right++
		}
	}
	return Result{Docs: pairs, Figures: map[string]float64{
		"f1": F1(right, found, copies), "precision": Ratio(right, found), "recall": Ratio(right, copies),
	}}, lines.Err()
}
