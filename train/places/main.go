// Command places walks the weights of the place scorer one at a time, over
// articles with known places, and prints the set it ends at: the constants of
// claim/where.Tuned were chosen by hand from its output.
//
//	go run ./train/places ../shared/gold/geo/lgl-dev.jsonl ../shared/gold/geo/trnews.jsonl
package main

import (
	"fmt"
	"os"

	"griot/claim/where"
	"griot/eval"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

func run(golds []string) error {
	r, err := where.New()
	if err != nil {
		return err
	}
	w := where.Tuned
	best, err := score(r, w, golds)
	if err != nil {
		return err
	}
	for round, step := range []float64{0.5, 0.5, 0.25} {
		for _, knob := range knobs(&w) {
			for _, factor := range []float64{1 + step, 1 / (1 + step)} {
				old := *knob
				*knob *= factor
				s, err := score(r, w, golds)
				if err != nil {
					return err
				}
				if s <= best+0.0004 { // too little to trust
					*knob = old
					continue
				}
				best = s
			}
		}
		fmt.Printf("round %d: %.4f %+v\n", round, best, w)
	}
	return nil
}

// knobs are the weights that are walked; Sharpness does not change what is
// chosen and is set by the odds.
func knobs(w *where.Weights) []*float64 {
	all := []*float64{&w.Fame, &w.Share, &w.OwnName, &w.Beside, &w.BesideIn, &w.InCountry, &w.InState, &w.Near, &w.Named, &w.NamedIn,
		&w.Home, &w.HomeIn, &w.HomeNear}
	for i := range w.Kind {
		all = append(all, &w.Kind[i])
	}
	return all
}

// score is the mean over the files, without and with the outlet's home, of
// both ways of being right.
func score(r *where.Resolver, w where.Weights, golds []string) (float64, error) {
	sum := 0.0
	for _, g := range golds {
		for _, home := range []bool{false, true} {
			f, err := eval.PlacelinkWith(r.Weighted(w), g, home)
			if err != nil {
				return 0, err
			}
			sum += (f["acc161"] + f["acc_id"]) / 2
		}
	}
	return sum / float64(2*len(golds)), nil
}
