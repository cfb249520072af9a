package eval

import (
	"fmt"
	"slices"

	"griot"
)

// recordKey is what a coder recorded of several reports together.
type recordKey struct {
	Reports      []string
	Same, Taste  [][]string
	Expectations []struct {
		Claim  string
		Status []string
	}
	States []struct {
		Day                          griot.Day
		Subjects, Properties, Values []string
		Holds                        bool
	}
	Timeline []struct {
		From, To griot.Day
		Words    string
	}
}

// same scores pairs of the rows found, or that should have been, that tell of
// one event. A pair with an optional row that was not found is left out, as is
// one that is a matter of taste.
func (k *recordKey) same(ids map[string]string, optional map[string]bool, d griot.Derived) *outcome {
	o := &outcome{}
	rows := k.rows(ids)
	for i, a := range rows {
		for _, b := range rows[:i] {
			was := inOne(k.Same, a, b)
			lost := func(row string) bool { return ids[row] == "" && optional[row] }
			if lost(a) || lost(b) || !was && inOne(k.Taste, a, b) {
				continue
			}
			is := ids[a] != "" && ids[b] != "" && together(d, ids[a], ids[b])
			switch {
			case is && was:
				o.right++
			case is || was:
				o.wrong = append(o.wrong, fmt.Sprintf("put together %v: %s and %s", is, a, b))
			}
			if is {
				o.found++
			}
			if was {
				o.gold++
			}
		}
	}
	return o
}

// rows are the rows of the key that were found or stand in a list, in order.
func (k *recordKey) rows(ids map[string]string) []string {
	rows := slices.Concat(k.Same...)
	for id := range ids {
		rows = append(rows, id)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

func inOne(lists [][]string, a, b string) bool {
	return slices.ContainsFunc(lists, func(l []string) bool { return slices.Contains(l, a) && slices.Contains(l, b) })
}

// states scores what the key says holds, or does not, on a day.
func (k *recordKey) states(d griot.Derived) *outcome {
	o := &outcome{gold: len(k.States), found: len(k.States)}
	for _, s := range k.States {
		one := func(got string, want []string) bool {
			return slices.ContainsFunc(want, func(w string) bool { return matches(got, w) })
		}
		holds := slices.ContainsFunc(d.Holdings, func(h griot.Holding) bool {
			return one(h.Subject, s.Subjects) && one(h.Property, s.Properties) && one(h.Value, s.Values) && holdsOn(h, s.Day)
		})
		if holds == s.Holds {
			o.right++
		} else {
			o.wrong = append(o.wrong, fmt.Sprintf("%s: %s, %s, %s holds: %v", s.Day, s.Subjects, s.Properties, s.Values, holds))
		}
	}
	return o
}

// expected scores entries of the ledger by their status. What else the ledger
// holds is no fault: the key lists the clearest.
func (k *recordKey) expected(ids map[string]string, d griot.Derived) *outcome {
	o := &outcome{gold: len(k.Expectations), found: len(k.Expectations)}
	for _, e := range k.Expectations {
		right := slices.ContainsFunc(d.Expectations, func(x griot.Expectation) bool {
			return slices.Contains(x.Claims, ids[e.Claim]) && slices.Contains(e.Status, x.Status)
		})
		if right {
			o.right++
		} else {
			o.wrong = append(o.wrong, fmt.Sprintf("no entry of %s with status %v", e.Claim, e.Status))
		}
	}
	return o
}
