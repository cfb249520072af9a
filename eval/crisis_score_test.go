package eval

import (
	"fmt"
	"slices"
	"strings"

	"griot"
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
