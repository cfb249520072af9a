package dup

import (
	"cmp"
	"iter"
	"slices"

	"griot"
)

type print struct {
	hash   uint64
	report int32
}

// ballot is a shared fingerprint: report has it in common with an earlier one.
type ballot struct{ report, earlier int32 }

// vote returns the pairs of reports that share fingerprints, one ballot for
// each, and the number of fingerprints of each report. A fingerprint that many
// reports have speaks for the earliest few of them only.
func vote(reports []*griot.Report) ([]ballot, []int) {
	var prints []print
	sizes := make([]int, len(reports))
	for i, r := range reports {
		kept := winnow(shingles(wordsOf(r)))
		slices.Sort(kept)
		kept = slices.Compact(kept)
		sizes[i] = len(kept)
		for _, h := range kept {
			prints = append(prints, print{h, int32(i)})
		}
	}
	slices.SortFunc(prints, func(a, b print) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.report, b.report))
	})
	var ballots []ballot
	for from := 0; from < len(prints); {
		to := from + 1
		for to < len(prints) && prints[to].hash == prints[from].hash {
			for i := from; i < min(from+voters, to); i++ {
				ballots = append(ballots, ballot{prints[to].report, prints[i].report})
			}
			to++
		}
		from = to
	}
	slices.SortFunc(ballots, func(a, b ballot) int {
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.earlier, b.earlier))
	})
	return ballots, sizes
}

// nearest yields each report that shares enough with earlier ones, and those
// that it shares most with, best first.
func nearest(ballots []ballot, sizes []int) iter.Seq2[int, []int] {
	return func(yield func(int, []int) bool) {
		for from := 0; from < len(ballots); {
			report := ballots[from].report
			var found []tally
			for from < len(ballots) && ballots[from].report == report {
				t := tally{earlier: int(ballots[from].earlier)}
				for from < len(ballots) && ballots[from] == (ballot{report, int32(t.earlier)}) {
					t.votes++
					from++
				}
				if t.votes >= 2 && t.votes*10 >= min(sizes[report], sizes[t.earlier]) {
					found = append(found, t)
				}
			}
			slices.SortStableFunc(found, func(a, b tally) int { return cmp.Compare(b.votes, a.votes) })
			best := make([]int, 0, candidates)
			for _, t := range found[:min(candidates, len(found))] {
				best = append(best, t.earlier)
			}
			if len(best) > 0 && !yield(int(report), best) {
				return
			}
		}
	}
}

type tally struct{ earlier, votes int }
