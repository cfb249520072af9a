package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"griot"
	grouping "griot/fuse/same"
)

// sameEvents scores pairs of claims that tell of one event.
func sameEvents(gold storyGold, ids []string, d griot.Derived) *outcome {
	event := map[string]int{}
	for i, e := range d.Events {
		for _, id := range e.Claims {
			event[id] = i
		}
	}
	row := map[int]int{}
	for n, list := range gold.Same {
		for _, i := range list {
			row[i] = n + 1
		}
	}
	o := &outcome{}
	for i := range ids {
		for j := range i {
			a, read := event[ids[i]]
			b, both := event[ids[j]]
			is, was := read && both && a == b, row[i] != 0 && row[i] == row[j]
			switch {
			case is && was:
				o.right++
			case is || was:
				o.wrong = append(o.wrong, fmt.Sprintf("put together %v: %q and %q", is, gold.Claims[j].Words, gold.Claims[i].Words))
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

// contested scores disputes: a gold one is found when a dispute over the same
// slot has one of its claims on a side.
func contested(gold storyGold, ids []string, d griot.Derived) *outcome {
	o := &outcome{gold: len(gold.Contested)}
	for _, e := range d.Events {
		for _, dispute := range e.Disputes {
			o.found++
			right := slices.ContainsFunc(gold.Contested, func(g goldDispute) bool {
				return g.Slot == dispute.Slot && slices.ContainsFunc(g.Claims, func(i int) bool { return onSide(dispute, ids[i]) })
			})
			if right {
				o.right++
			} else {
				o.wrong = append(o.wrong, fmt.Sprintf("no dispute over %s in %q", dispute.Slot, e.Title))
			}
		}
	}
	for _, g := range gold.Contested {
		if !slices.ContainsFunc(d.Events, func(e griot.Event) bool {
			return slices.ContainsFunc(e.Disputes, func(x griot.Dispute) bool { return x.Slot == g.Slot && onSide(x, ids[g.Claims[0]]) })
		}) {
			o.wrong = append(o.wrong, fmt.Sprintf("missed: %s %v", g.Slot, g.Values))
		}
	}
	return o
}

func onSide(d griot.Dispute, claim string) bool {
	return slices.ContainsFunc(d.Sides, func(s griot.Side) bool { return slices.Contains(s.Claims, claim) })
}

// expected scores entries by what became of them and by which claim.
func expected(gold storyGold, ids []string, d griot.Derived) *outcome {
	o := &outcome{gold: len(gold.Expectations)}
	for _, x := range d.Expectations {
		o.found++
		i := slices.IndexFunc(gold.Expectations, func(g goldExpectation) bool { return slices.Contains(x.Claims, ids[g.Claim]) })
		if i < 0 {
			o.wrong = append(o.wrong, fmt.Sprintf("none in the gold: %q", x.What))
			continue
		}
		g := gold.Expectations[i]
		by := ""
		if g.ResolvedBy != nil {
			by = ids[*g.ResolvedBy]
		}
		status := strings.Replace(x.Status, "overdue", "open", 1)
		if status == strings.Replace(g.Status, "overdue", "open", 1) && (by == x.ResolvedBy || by != "" && together(d, by, x.ResolvedBy)) {
			o.right++
		} else {
			o.wrong = append(o.wrong, fmt.Sprintf("%q is %s, not %s (%s)", x.What, x.Status, g.Status, x.Reason))
		}
	}
	for _, g := range gold.Expectations {
		if !slices.ContainsFunc(d.Expectations, func(x griot.Expectation) bool { return slices.Contains(x.Claims, ids[g.Claim]) }) {
			o.wrong = append(o.wrong, fmt.Sprintf("missed: %s, %q", g.Kind, gold.Claims[g.Claim].Words))
		}
	}
	return o
}

func together(d griot.Derived, a, b string) bool {
	return slices.ContainsFunc(d.Events, func(e griot.Event) bool { return slices.Contains(e.Claims, a) && slices.Contains(e.Claims, b) })
}

// states scores what the gold says holds, or does not, on a day.
func states(gold storyGold, d griot.Derived) *outcome {
	o := &outcome{gold: len(gold.States), found: len(gold.States)}
	for _, s := range gold.States {
		holds := slices.ContainsFunc(d.Holdings, func(h griot.Holding) bool {
			return matches(h.Subject, s.Subject) && h.Property == s.Property && matches(h.Value, s.Value) && holdsOn(h, s.Day)
		})
		if holds == s.Holds {
			o.right++
		} else {
			o.wrong = append(o.wrong, fmt.Sprintf("%s: %s, %s, %s holds: %v", s.Day, s.Subject, s.Property, s.Value, holds))
		}
	}
	return o
}

func matches(a, b string) bool {
	return strings.Contains(strings.ToLower(a), strings.ToLower(b)) || strings.Contains(strings.ToLower(b), strings.ToLower(a))
}

func holdsOn(h griot.Holding, day griot.Day) bool {
	since := max(h.Since.From, 1)
	if h.Since.From == 0 {
		since = h.Since.To
	}
	return since <= day && (h.Until == nil || max(h.Until.From, h.Until.To) > day)
}

// timeline scores what a good timeline must have: a part of an entry ("Court
// annuls the results; Dural is released" has two) is found when an event that
// happened on one of its days, give or take one, speaks of half of its words.
func timeline(gold storyGold, d griot.Derived, readings []griot.Reading) *outcome {
	o := &outcome{}
	texts := wordsByEvent(d, readings)
	for _, row := range gold.Timeline {
		for part := range strings.SplitSeq(row.Words, ";") {
			o.gold++
			found := slices.ContainsFunc(d.Events, func(e griot.Event) bool {
				near := e.When.From.Known() && e.When.From >= row.From-1 && cmp.Or(e.When.To, e.When.From) <= row.To+1
				return near && speaksOf(texts[e.ID], grouping.Words(part))
			})
			if found {
				o.right++
			} else {
				o.wrong = append(o.wrong, fmt.Sprintf("missed: %s %s", row.From, strings.TrimSpace(part)))
			}
		}
	}
	o.found = o.gold // what else a timeline has is no fault
	return o
}

// wordsByEvent are the words of each event's title, quotes and participants, by
// its ID, as stems.
func wordsByEvent(d griot.Derived, readings []griot.Reading) map[string][]string {
	claims := map[string]*griot.Claim{}
	for i := range readings {
		for j := range readings[i].Claims {
			claims[readings[i].Claims[j].ID] = &readings[i].Claims[j]
		}
	}
	words := map[string][]string{}
	for _, e := range d.Events {
		text := []string{e.Title}
		for _, id := range e.Claims {
			text = append(text, claims[id].Quote)
		}
		for _, a := range slices.Concat(e.Actors, e.Recipients) {
			text = append(text, a.Name)
		}
		if e.Where != nil {
			text = append(text, e.Where.Name)
		}
		words[e.ID] = grouping.Words(strings.Join(text, " "))
	}
	return words
}

// speaksOf tells whether at least half of the words asked for, or words for the
// same act, are among those of an event.
func speaksOf(words, asked []string) bool {
	n := 0
	for _, w := range asked {
		if slices.ContainsFunc(words, func(v string) bool { return grouping.Kindred(v, w) }) {
			n++
		}
	}
	return n*2 >= len(asked)
}
