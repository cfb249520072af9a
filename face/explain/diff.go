package explain

import (
	"cmp"
	"slices"
	"strconv"

	"griot"
)

// Change is something that the record says on the later of two days and did not
// say on the earlier one, or the reverse.
type Change struct {
	Kind string `json:"kind"` // event, state, expectation, dispute
	What string `json:"what"` // new, gone, changed
	ID   string `json:"id"`
	Text string `json:"text"`
	Was  string `json:"was,omitempty"`
}

// Diff lists what changed between two days.
func Diff(before, after *griot.Known) []Change {
	var all []Change
	all = append(all, compare("event", eventLines(before), eventLines(after))...)
	all = append(all, compare("state", stateLines(before), stateLines(after))...)
	all = append(all, compare("expectation", expectationLines(before), expectationLines(after))...)
	return all
}

// line is what one thing says: key finds it on both days, text tells a change.
type line struct{ key, id, text string }

// compare tells what is new, what changed and what is gone, each in the order of
// the record.
func compare(kind string, before, after []line) []Change {
	was, is := map[string]line{}, map[string]bool{}
	for _, l := range before {
		was[l.key] = l
	}
	var added, changed, gone []Change
	for _, l := range after {
		is[l.key] = true
		old, ok := was[l.key]
		switch {
		case !ok:
			added = append(added, Change{Kind: kind, What: "new", ID: l.id, Text: l.text})
		case old.text != l.text:
			changed = append(changed, Change{Kind: kind, What: "changed", ID: l.id, Text: l.text, Was: old.text})
		}
	}
	for _, l := range before {
		if !is[l.key] {
			gone = append(gone, Change{Kind: kind, What: "gone", ID: l.id, Text: l.text})
		}
	}
	return slices.Concat(added, changed, gone)
}

// eventLines finds an event again by its first claim: later reports may add
// claims to it, and change what it says.
func eventLines(k *griot.Known) []line {
	var all []line
	for i := range k.Events {
		e := &k.Events[i]
		text := e.Title
		if day := cmp.Or(e.When.From, e.When.To); day.Known() {
			text = day.String() + " " + text
		}
		for _, d := range e.Disputes {
			text += " (contested: " + d.Slot + ")"
		}
		key := e.ID
		if len(e.Claims) > 0 {
			key = e.Claims[0]
		}
		all = append(all, line{key, e.ID, text})
	}
	return all
}

// stateLines finds a state again by what it is and how often it was so before:
// since when it holds may become known better.
func stateLines(k *griot.Known) []line {
	var all []line
	times := map[string]int{}
	for i := range k.Holdings {
		h := &k.Holdings[i]
		text := h.Subject + ": " + h.Property + " " + h.Value
		switch {
		case h.Since.From.Known():
			text += " since " + h.Since.From.String()
		case h.Since.To.Known():
			text += " since " + h.Since.To.String() + " or before"
		}
		if h.Until != nil {
			text += " until " + max(h.Until.From, h.Until.To).String()
		}
		if h.Contested {
			text += " (contested)"
		}
		key := h.Subject + "\x00" + h.Property + "\x00" + h.Value
		times[key]++
		all = append(all, line{key + "\x00" + strconv.Itoa(times[key]), h.ID, text})
	}
	return all
}

func expectationLines(k *griot.Known) []line {
	var all []line
	for i := range k.Expectations {
		x := &k.Expectations[i]
		all = append(all, line{x.Claim, x.ID, x.Status + ": " + x.What})
	}
	return all
}
