package dup

import (
	"cmp"
	"iter"
	"slices"

	"griot"
)

// print is a fingerprint of a report: so many bits of its hash, and the report.
// As numbers, those of one hash lie together, the earliest report first.
type print uint64

const reportBits = 24 // more reports than fit are compared with none

func newPrint(hash uint64, report int) print {
	hash = (hash ^ hash>>32) * 0x9e3779b97f4a7c15 // all bits tell in the upper ones
	return print(hash>>reportBits<<reportBits | uint64(report))
}

func (p print) hash() uint64 { return uint64(p) >> reportBits }
func (p print) report() int  { return int(p & (1<<reportBits - 1)) }

// fingerprints are those of all reports in order, and how many each report has.
func fingerprints(reports []*griot.Report) ([]print, []int) {
	var prints []print
	sizes := make([]int, len(reports))
	for i, r := range reports[:min(len(reports), 1<<reportBits)] {
		kept := winnow(shingles(wordsOf(r)))
		slices.Sort(kept)
		kept = slices.Compact(kept)
		sizes[i] = len(kept)
		for _, h := range kept {
			prints = append(prints, newPrint(h, i))
		}
	}
	slices.Sort(prints)
	return prints, sizes
}

// shared lists for each report where the prints begin that it has in common with
// earlier reports: the lists of all reports one behind the other, and where that
// of each ends.
func shared(prints []print, reports int) (at, ends []int32) {
	ends = make([]int32, reports+1)
	common(prints, func(_, report int) { ends[report+1]++ })
	for i := range reports {
		ends[i+1] += ends[i]
	}
	at = make([]int32, ends[reports])
	common(prints, func(first, report int) {
		at[ends[report]] = int32(first)
		ends[report]++
	})
	return at, ends[:reports]
}

// common yields every print that an earlier report has too: the place of the
// earliest one, and the report.
func common(prints []print, yield func(first, report int)) {
	first := 0
	for i, p := range prints {
		if p.hash() != prints[first].hash() {
			first = i
		}
		if i > first {
			yield(first, p.report())
		}
	}
}

// nearest yields each report that shares enough with earlier ones, and those
// that it shares most with, best first. A fingerprint that many reports have
// speaks for the earliest few of them only.
func nearest(reports []*griot.Report) iter.Seq2[int, []int] {
	return func(yield func(int, []int) bool) {
		prints, sizes := fingerprints(reports)
		at, ends := shared(prints, len(reports))
		var votes []int
		from := int32(0)
		for report, to := range ends {
			votes = votes[:0]
			for _, first := range at[from:to] {
				for i := int(first); i < min(int(first)+voters, len(prints)); i++ {
					if prints[i].hash() != prints[first].hash() || prints[i].report() >= report {
						break
					}
					votes = append(votes, prints[i].report())
				}
			}
			from = to
			if best := elected(votes, sizes, report); len(best) > 0 && !yield(report, best) {
				return
			}
		}
	}
}

type tally struct{ earlier, votes int }

// elected are the reports with the most votes among those with enough.
func elected(votes, sizes []int, report int) []int {
	slices.Sort(votes)
	var found []tally
	for i := 0; i < len(votes); {
		t := tally{earlier: votes[i]}
		for i < len(votes) && votes[i] == t.earlier {
			t.votes++
			i++
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
	return best
}
