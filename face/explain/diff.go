package explain

import (
	"cmp"
	"slices"

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

func compare(kind string, before, after []line) []Change {
	was := map[string]line{}
	for _, l := range before {
		was[l.key] = l
	}
	var all []Change
	for _, l := range after {
		old, ok := was[l.key]
		switch {
		case !ok:
			all = append(all, Change{Kind: kind, What: "new", ID: l.id, Text: l.text})
		case old.text != l.text:
			all = append(all, Change{Kind: kind, What: "changed", ID: l.id, Text: l.text, Was: old.text})
		}
		delete(was, l.key)
	}
	for _, l := range was {
		all = append(all, Change{Kind: kind, What: "gone", ID: l.id, Text: l.text})
	}
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Or(cmp.Compare(a.What, b.What)*-1, cmp.Compare(a.ID, b.ID)) })
	return all
}

// eventLines finds an event again by its first claim: later reports may add
// claims to it, and change what it says.
func eventLines(k *griot.Known) []line {
	var all []line
	for i := range k.Events {
		e := &k.Events[i]
		text := e.Title
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

func stateLines(k *griot.Known) []line {
	var all []line
	for i := range k.Holdings {
		h := &k.Holdings[i]
		text := h.Subject + ": " + h.Property + ": " + h.Value + " since " + h.Since.From.String()
		if h.Until != nil {
			text += " until " + h.Until.To.String()
		}
		if h.Contested {
			text += " (contested)"
		}
		all = append(all, line{h.Subject + "\x00" + h.Property + "\x00" + h.Value + "\x00" + h.Since.From.String(), h.ID, text})
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
