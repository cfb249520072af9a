package when

import "griot"

// Said is the day on which somebody said what a clause headed by token head says,
// as a date of the verb of saying; false when nobody in its sentence did.
func (t *Times) Said(head int) (griot.Interval, bool) {
	for range steps {
		if head < 0 || head >= len(t.doc.Tokens) {
			break
		}
		up, content := t.doc.Tokens[head].Head, t.content(head)
		if up < 0 {
			break
		}
		if head = up; !content {
			continue
		}
		if t.doc.Tokens[head].Is("xcomp") { // "made it clear that"
			head = t.doc.Tokens[head].Head
		}
		return t.Of(head), t.doc.Tokens[head].XPOS == "VBD"
	}
	return griot.Interval{}, false
}

// Deadline is by when what the words at token head promise, threaten or demand is
// to be done, where the sentence says so and it lies after the day of the words:
// "gave them 15 days", "promised to leave within a month", "by Sunday".
func (t *Times) Deadline(head int, spoken griot.Interval) (griot.Day, bool) {
	if head < 0 || head >= len(t.doc.Tokens) || !spoken.To.Known() {
		return 0, false
	}
	for _, i := range t.around(head) {
		m := &t.mounts[i]
		if m.head < head || !t.under(m.head, head) {
			continue
		}
		by := t.All[i].Interval.To
		if s, ok := t.spell(i); ok && (m.prep == "within" || m.prep == "in" || m.prep == "" && m.verb == head && t.in(head, "TERM")) {
			by = s.move(spoken.To, 1)
		} else if m.prep != "by" && m.prep != "before" {
			continue
		}
		if by > spoken.To {
			return by, true
		}
	}
	return 0, false
}

// under tells whether a token hangs, near or far, on another, and not on a verb
// joined to it.
func (t *Times) under(i, head int) bool {
	for range 2 * steps {
		tok := t.doc.Tokens[i]
		switch {
		case tok.Head == head:
			return !tok.Is("conj")
		case tok.Head < 0:
			return false
		}
		i = tok.Head
	}
	return false
}
